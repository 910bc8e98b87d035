package org.greenplan.waters;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.supply.ValueAt;
import org.jspecify.annotations.Nullable;

/**
 * The words by which the network asks for what it needs, and what a catalogue calls the same: an attribute answers to its name, to the word
 * of its role, and to each of its aliases.
 */
record WaterWords(Catalogue catalogue) {
    private static final String ASSUMED = "assumed";

    /** What somebody filled in, under the catalogue's names and under the words; what has a name of its own keeps it. */
    static Map<String, @Nullable Object> values(LayerType layer, Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Attribute attribute : layer.attributes()) {
            Object value = given.get(attribute.name());
            if (value != null) {
                words(attribute).forEach(word -> values.putIfAbsent(word, value));
            }
        }
        values.putAll(given);
        if (values.get(ASSUMED) instanceof String text) {
            values.put(ASSUMED, assumed(layer, text));
        }
        return values;
    }

    /** Names of attributes that somebody listed as assumed, with their words. */
    private static String assumed(LayerType layer, String names) {
        return Arrays.stream(names.split("[,，、;；\\s]+", -1))
                .flatMap(name ->
                        Stream.concat(Stream.of(name), layer.find(name).stream().flatMap(WaterWords::words)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> words(Attribute attribute) {
        var role = attribute.role();
        return Stream.concat(
                role == null ? Stream.of() : Stream.of(role.spelled()),
                attribute.aliases().stream().filter(alias -> !alias.equals(attribute.name())));
    }

    /** Where a value is filled in, by the catalogue's name of its attribute. */
    ValueAt called(ValueAt value) {
        return new ValueAt(value.id(), called(value.id(), value.attribute()), value.of(), value.month());
    }

    /** What the catalogue calls an attribute of a feature, or of a record by its kind. */
    String called(String id, String word) {
        int slash = id.indexOf('/');
        return catalogue
                .find(slash < 0 ? id : id.substring(0, slash))
                .filter(layer -> layer.find(word).isEmpty())
                .flatMap(layer -> layer.attributes().stream()
                        .filter(attribute -> words(attribute).anyMatch(word::equals))
                        .findFirst())
                .map(Attribute::name)
                .orElse(Objects.requireNonNull(word));
    }
}
