package org.greenplan.recognise;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.ShortNames;
import org.greenplan.format.SourceField;

/** Finds the catalogue's layer and attributes behind foreign names, by the aliases that the catalogue lists. */
public record Matching(Catalogue catalogue) {
    /** The layer that a file's layer most likely is; its name says so, else its shapes' kind leaves one choice only. */
    public Optional<LayerType> layer(Survey survey) {
        String name = plain(survey.layer().name());
        String file = plain(survey.layer().file());
        return catalogue.layers().stream()
                .filter(l -> fits(l, survey))
                .filter(l -> names(l).anyMatch(alias -> named(name, alias) || named(file, alias)))
                .max(Comparator.comparingInt(l -> names(l).filter(alias -> named(name, alias) || named(file, alias))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0)));
    }

    /** Attributes by source field; no attribute is taken twice. Ten letters of a long name are enough: dBASE keeps no more. */
    public Map<String, String> fields(LayerType layer, List<SourceField> fields) {
        Map<String, String> matched = new LinkedHashMap<>();
        Map<String, String> shortNames = ShortNames.of(layer);
        for (Attribute attribute : layer.attributes()) {
            fields.stream()
                    .filter(f -> !matched.containsKey(f.name()))
                    .filter(f -> rank(attribute, shortNames, f.name()) >= 0)
                    .min(Comparator.comparingInt(f -> rank(attribute, shortNames, f.name())))
                    .ifPresent(f -> matched.put(f.name(), attribute.name()));
        }
        return matched;
    }

    /** A closed line can become a polygon; nothing else changes its kind. Where there are no shapes, nothing speaks against a layer. */
    public static boolean fits(LayerType layer, Survey survey) {
        GeometryKind kind = survey.mainKind();
        return survey.kinds().isEmpty()
                || layer.geometry() == kind
                || (layer.geometry() == GeometryKind.POLYGON && kind == GeometryKind.LINE);
    }

    /** Short aliases (HL, DL) must be the whole name, longer ones may stand inside it. */
    private static boolean named(String name, String alias) {
        boolean chinese = alias.chars().anyMatch(c -> c > 0x2e80);
        return name.equals(alias) || (alias.length() >= (chinese ? 2 : 4) && name.contains(alias));
    }

    private static Stream<String> names(LayerType layer) {
        return Stream.concat(
                        Stream.of(layer.id(), layer.title().zh(), layer.title().en()), layer.aliases().stream())
                .map(Matching::plain);
    }

    private static Stream<String> names(Attribute attribute, Map<String, String> shortNames) {
        Stream<String> own = Stream.of(
                attribute.name(),
                shortNames.getOrDefault(attribute.name(), attribute.name()),
                attribute.title().zh(),
                attribute.title().en());
        // Formats that have a name of their own for what they draw call it so, whatever the catalogue does.
        Stream<String> meant = Stream.ofNullable(attribute.role()).map(AttributeRole::spelled);
        return Stream.of(own, attribute.aliases().stream(), meant)
                .flatMap(names -> names)
                .map(Matching::plain);
    }

    /** Its own name before its aliases in their order, and the word of its role last; -1 for a name that is none of them. */
    private static int rank(Attribute attribute, Map<String, String> shortNames, String field) {
        return names(attribute, shortNames).toList().indexOf(plain(field));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-()（）]+", "");
    }
}
