package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.catalogue.Style;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeCheckTest {
    private static final LayerType LAYER = new LayerType(
            "trees",
            Words.of("树", "Trees"),
            GeometryKind.POINT,
            Role.CONTEXT,
            1,
            List.of(
                    attribute("name", AttributeType.TEXT, true, null, null),
                    attribute("kind", AttributeType.TEXT, true, "oak", "kinds"),
                    attribute("count", AttributeType.INTEGER, false, null, null),
                    attribute("height_m", AttributeType.REAL, false, null, null),
                    attribute("old", AttributeType.BOOLEAN, false, null, null),
                    attribute("planted", AttributeType.DATE, false, null, null)),
            "{name}",
            new Style(null, 0, "#000000", 1, List.of(), "none", 0, 1),
            null,
            List.of());
    private static final Catalogue CATALOGUE = new Catalogue(
            List.of(LAYER),
            List.of(),
            Map.of(
                    "kinds",
                    new CodeList(
                            "kinds",
                            Words.of("树种", "Kinds"),
                            null,
                            null,
                            List.of(new Code("oak", Words.of("栎", "Oak tree"), null, 1, null)))));
    private static final AttributeCheck CHECK = new AttributeCheck(CATALOGUE, LAYER, 2026);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "name     | '  甲  '    | 甲",
                "kind     | oak        | oak",
                "kind     | 栎         | oak",
                "kind     | OAK TREE   | oak",
                "count    | 12         | 12",
                "count    | 12.0       | 12",
                "count    | ''         | -",
                "height_m | 1.5        | 1.5",
                "old      | 是         | true",
                "old      | false      | false",
                "planted  | 2019-06-30 | 2019-06-30"
            })
    void readsWhatCanBeReadOneWayOnly(String name, String given, @Nullable String expected) {
        Object value = check(name, given).get(name);
        assertThat(value == null ? null : value.toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name     | ''              | is required",
                "name     | 一二三四五六     | may have 5 characters",
                "kind     | elm             | Choose from: oak Oak tree",
                "count    | 1.5             | whole number",
                "count    | many            | must be a number",
                "count    | 101             | at most 100",
                "height_m | -1              | at least 0 m",
                "height_m | NaN             | must be a number",
                "old      | perhaps         | true or false",
                "planted  | 30.6.2019       | 2019-06-30",
                "planted  | 2019-02-30      | 2019-06-30",
                "planted  | +10000-01-01    | 2019-06-30",
                "planted  | 0000-12-31      | 2019-06-30",
                "girth    | 3               | no attribute"
            })
    void refusesTheRestWithItsField(String name, String given, String words) {
        assertThatThrownBy(() -> check(name, given)).isInstanceOfSatisfying(Problem.Invalid.class, p -> {
            assertThat(p.field()).isEqualTo("changes[0].feature.properties." + name);
            assertThat(p.words().en()).contains(words);
            assertThat(p.words().zh()).isNotBlank();
        });
    }

    @Test
    void valuesOfTheirJavaTypesAreTakenAsTheyAre() {
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("name", "甲");
        given.put("count", 3L);
        given.put("height_m", 2.5);
        given.put("old", true);
        given.put("planted", LocalDate.of(2019, 6, 30));
        var checked = CHECK.of(given, AttributeCheck.Need.NEW, "f");
        assertThat(checked.keySet()).containsExactly("name", "kind", "count", "height_m", "old", "planted");
        assertThat(checked.get("kind")).hasToString("oak");
        assertThat(checked).containsAllEntriesOf(given);
    }

    @Test
    void thereIsOneKindOfLineBreak() {
        assertThat(check("name", "甲\r\n乙\r丙").get("name")).hasToString("甲\n乙\n丙");
    }

    @Test
    void aFeatureWrittenAnewGetsNoDefaults() {
        assertThatThrownBy(() -> CHECK.of(Map.of("name", "甲"), AttributeCheck.Need.WHOLE, "f"))
                .hasMessageContaining("is required");
        assertThat(CHECK.of(Map.of(), AttributeCheck.Need.DRAFT, "f").get("kind"))
                .hasToString("oak");
    }

    private static Map<String, @Nullable Object> check(String name, String given) {
        Map<String, @Nullable Object> attributes = new HashMap<>(Map.of("name", "甲"));
        attributes.put(name, given);
        return CHECK.of(attributes, AttributeCheck.Need.NEW, "changes[0].feature.properties");
    }

    private static Attribute attribute(
            String name, AttributeType type, boolean required, @Nullable Object defaultValue, @Nullable String codes) {
        boolean number = type == AttributeType.INTEGER || type == AttributeType.REAL;
        return new Attribute(
                name,
                Words.of(name, name),
                type,
                type == AttributeType.REAL ? "m" : null,
                required,
                defaultValue,
                number ? 0.0 : null,
                number ? 100.0 : null,
                type == AttributeType.TEXT ? 5 : null,
                codes,
                List.of());
    }
}
