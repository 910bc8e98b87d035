package org.greenplan.feature;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.catalogue.LayerType;

/** What people call a feature: the layer's template filled in, or its number where that stays empty. */
public final class FeatureLabel {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\{([a-z0-9_]+)}");

    private FeatureLabel() {}

    public static String of(LayerType layer, Feature feature) {
        String label = ATTRIBUTE
                .matcher(layer.label())
                .replaceAll(m -> {
                    Object value = feature.attributes().get(m.group(1));
                    return Matcher.quoteReplacement(value == null ? "" : value.toString());
                })
                .strip();
        return label.isEmpty() ? layer.title().zh() + " " + feature.ref().id() : label;
    }
}
