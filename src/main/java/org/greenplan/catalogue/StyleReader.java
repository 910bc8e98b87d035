package org.greenplan.catalogue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a layer is drawn. */
final class StyleReader {
    private static final Set<String> KEYS =
            Set.of("fill", "fill_opacity", "stroke", "width", "dash", "pattern", "min_zoom", "order");
    private static final Set<String> PATTERNS =
            Set.of("none", "hatch", "back", "cross", "dots", "lines", "posts", "grid");

    private StyleReader() {}

    static Style style(YamlNode node) {
        var members = node.members(KEYS);
        YamlNode dash = members.get("dash");
        YamlNode zoom = members.get("min_zoom");
        return new Style(
                colourOrNull(members.get("fill")),
                opacity(members.get("fill_opacity")),
                colour(node.required(members, "stroke")),
                width(node.required(members, "width")),
                dash == null
                        ? List.of()
                        : dash.items().stream().map(StyleReader::width).toList(),
                pattern(members.get("pattern")),
                zoom == null ? 0 : zoom.integer(),
                node.required(members, "order").integer());
    }

    static @Nullable String colourOrNull(@Nullable YamlNode node) {
        return node == null || node.isNull() ? null : colour(node);
    }

    private static String colour(YamlNode node) {
        if (!node.text().matches("#[0-9a-fA-F]{6}")) {
            throw node.fault("颜色应写作 #4c9a4f", "a colour such as #4c9a4f is wanted here");
        }
        return node.text();
    }

    private static double opacity(@Nullable YamlNode node) {
        double opacity = node == null ? 0.4 : node.number();
        if (node != null && !(opacity >= 0 && opacity <= 1)) {
            throw node.fault("不透明度应在 0 与 1 之间", "an opacity lies between 0 and 1");
        }
        return opacity;
    }

    private static double width(YamlNode node) {
        double pixels = node.number();
        if (!(pixels > 0)) {
            throw node.fault("像素长度应大于 0", "a length in pixels is above 0");
        }
        return pixels;
    }

    private static String pattern(@Nullable YamlNode node) {
        if (node != null && !PATTERNS.contains(node.text())) {
            throw node.fault(
                    "“" + node.text() + "”不可用，可用的有 " + PATTERNS,
                    "\"" + node.text() + "\" is unknown; known are " + PATTERNS);
        }
        return node == null ? "none" : node.text();
    }
}
