package org.greenplan.report;

import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import org.greenplan.feature.FeatureRef;
import org.greenplan.html.Markup;
import org.jspecify.annotations.Nullable;

/**
 * Links from a number to the polygons that make it: {@code /#show=layer:parks,status:approved} (all conditions at once), {@code
 * /#show=target:new_green}, {@code /#show=plot:parks.12}.
 *
 * @param base address of the map without its last slash, empty on the server's own page, null in a file that travels alone
 */
public record MapLink(@Nullable String base) {
    Markup show(String key, String value, String text) {
        return link(key + ":" + value, text);
    }

    Markup show(String key, String value, String key2, String value2, String text) {
        return link(key + ":" + value + "," + key2 + ":" + value2, text);
    }

    Markup all(String text) {
        return link("all:plots", text);
    }

    Markup plot(FeatureRef ref, String text) {
        return link("plot:" + ref.layer() + "." + ref.id(), text);
    }

    private Markup link(String conditions, String text) {
        return base == null
                ? Markup.text(text)
                : el("a", at("href", base + "/#show=" + conditions.replace(" ", "%20")), text);
    }
}
