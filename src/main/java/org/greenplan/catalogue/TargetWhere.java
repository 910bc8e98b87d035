package org.greenplan.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How profiles said which plots a target counts before they had filters: codes by attribute, such as {@code class: [G14]}. It is read
 * as the filter that says the same.
 */
record TargetWhere(List<LayerType> layers) {
    static TargetWhere of(Catalogue catalogue, List<String> layers) {
        return new TargetWhere(catalogue.withRole(Role.ADDS_GREEN).stream()
                .filter(layer -> layers.isEmpty() || layers.contains(layer.id()))
                .toList());
    }

    /** The filter in CQL2 text; an attribute that no layer of the target has is a fault, for it would never count a plot. */
    @Nullable
    String asFilter(YamlNode where) {
        List<String> all = where.members(Set.of()).entrySet().stream()
                .map(e -> condition(e.getKey(), e.getValue()))
                .toList();
        return all.isEmpty() ? null : String.join(" AND ", all);
    }

    private String condition(String name, YamlNode values) {
        Attribute attribute = layers.stream()
                .flatMap(layer -> layer.find(name).stream())
                .findFirst()
                .orElseThrow(() -> values.fault(
                        "目标的图层都没有属性“" + name + "”", "no layer of the target has an attribute \"" + name + "\""));
        List<String> literals =
                values.items().stream().map(value -> literal(attribute, value)).toList();
        String left = "\"" + name + "\"";
        return switch (literals.size()) {
            case 0 -> "FALSE";
            case 1 -> left + " = " + literals.get(0);
            default -> left + literals.stream().collect(Collectors.joining(", ", " IN (", ")"));
        };
    }

    private static String literal(Attribute attribute, YamlNode value) {
        return switch (attribute.type()) {
            case TEXT, LIST -> "'" + value.text().replace("'", "''") + "'";
            case INTEGER, REAL -> {
                value.number();
                yield value.text();
            }
            case BOOLEAN -> value.bool() ? "TRUE" : "FALSE";
            case DATE -> "DATE('" + value.date() + "')";
        };
    }
}
