package org.greenplan.catalogue;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a feature is called on the map and on paper: the layer's template filled with the feature's attributes. */
public final class Label {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9_]+)}");

    private Label() {}

    /** The template filled in; where nothing of it is set, the layer's title and the feature's number. */
    public static String of(LayerType layer, Map<String, @Nullable Object> attributes, long id) {
        String label = PLACE.matcher(layer.label())
                .replaceAll(place -> {
                    Object value = attributes.get(place.group(1));
                    return value == null ? "" : java.util.regex.Matcher.quoteReplacement(value.toString());
                })
                .strip();
        return label.isEmpty() ? layer.title().zh() + " " + id : label;
    }
}
