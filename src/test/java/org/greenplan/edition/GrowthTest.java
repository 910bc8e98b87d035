package org.greenplan.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.Role;
import org.greenplan.list.ListColumn;
import org.greenplan.list.ListForm;
import org.greenplan.problem.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one catalogue takes of another. */
class GrowthTest {
    private static final Catalogue BUNDLED = CatalogueReader.bundled();

    @Test
    void nothingComesOfTheSameOrOfLess() {
        Catalogue less = BUNDLED.withLayers(BUNDLED.layers().subList(0, 3));
        for (Catalogue offered : List.of(BUNDLED, less)) {
            Growth growth = Growth.of(BUNDLED, offered);
            assertThat(growth.catalogue()).isEqualTo(BUNDLED);
            assertThat(growth.added()).isEmpty();
            assertThat(growth.against()).isEmpty();
        }
        assertThat(Growth.of(less, BUNDLED).added()).hasSize(BUNDLED.layers().size() - 3);
        assertThat(Growth.of(less, BUNDLED).catalogue()).isEqualTo(BUNDLED);
    }

    /** Old codes keep their order and share a rank where they shared one; a new one stands behind the one that is before it. */
    @ParameterizedTest
    @CsvSource({
        "a1 b2 c3, a1 b2 x3 c4, a1 b2 x3 c4",
        "a1 b2 c3, x1 a2 b3 c4, x1 a2 b3 c4",
        "a1 b2 c3, a1 b2 c3 x9, a1 b2 c3 x4",
        "a1 b1 c2, a1 x2 b3 c4, a1 b1 x2 c3",
        "a1 b2 c3, c1 x2 y3, a1 b2 c3 x4 y5",
        "c1 b2 a3, a1 b2 c3, c1 b2 a3",
    })
    void codesKeepTheirOrder(String had, String offered, String together) {
        Growth growth = Growth.of(list(had), list(offered));
        assertThat(growth.catalogue().codeLists().get("k").codes())
                .extracting(code -> code.code() + code.rank())
                .containsExactly(together.split(" "));
    }

    @Test
    void aPlanHasOneDistrict() {
        Catalogue offered = changed("layers/05-district.yaml", "id: district", "id: province", "order: 50", "order: 1");
        Catalogue grown = Growth.of(BUNDLED, offered).catalogue();
        assertThat(grown.district().orElseThrow().id()).isEqualTo("district");
        assertThat(grown.layer("province").role()).isEqualTo(Role.ZONE);
        assertThat(CatalogueReader.read(CatalogueText.of(grown))).isEqualTo(grown);
    }

    @Test
    void aRoleStaysWithTheAttributeThatHasIt() {
        Catalogue offered = changed(
                "layers/01-parks.yaml",
                "{name: status,",
                "{name: stage,",
                "label: \"{name}\"",
                "label: \"{name}{stage}\"");
        Catalogue grown = Growth.of(BUNDLED, offered).catalogue();
        assertThat(grown.layer("parks").find("status").orElseThrow().role()).isNotNull();
        assertThat(grown.layer("parks").find("stage").orElseThrow().role()).isNull();
        assertThat(CatalogueReader.read(CatalogueText.of(grown))).isEqualTo(grown);
    }

    @ParameterizedTest
    @CsvSource({
        "layers/01-parks.yaml, 'type: integer, min: 1990, max: 2100', 'type: text', parks.year",
        "layers/16-lakes.yaml, geometry: polygon, geometry: point, lakes",
        "records/climate_year.yaml, 'name: rain_mm, title: {zh: 月降雨量, en: Rain}, type: list, of: number, length: 12, labels: months', 'name: rain_mm, title: {zh: 雨, en: Rain}, type: list, of: number', climate_year.rain_mm",
    })
    void anotherTypeStandsAgainstAllOfIt(String file, String was, String is, String named) {
        Catalogue offered = changed(
                file, was, is, "attributes:", "attributes:\n  - {name: extra, title: {zh: 多, en: More}, type: text}");
        Growth growth = Growth.of(BUNDLED, offered);
        assertThat(growth.against()).singleElement().satisfies(words -> {
            assertThat(words.zh()).contains(named);
            assertThat(words.en()).contains(named);
        });
        assertThat(growth.catalogue()).isEqualTo(BUNDLED);
        assertThat(growth.added()).isEmpty();
    }

    /** Rows that are there have nothing in a column that comes later. */
    @Test
    void aTableGetsColumnsThatMayStayOpen() {
        Catalogue had = curve("{name: h, title: {zh: 位, en: H}, min: 0}");
        Catalogue offered =
                curve("{name: a, title: {zh: 面, en: A}}, {name: h, title: {zh: 位, en: H}, min: 5, open: true}");
        Growth growth = Growth.of(had, offered);
        assertThat(growth.added()).singleElement().satisfies(words -> assertThat(words.en())
                .isEqualTo("column lake.curve.a"));
        ListForm grown =
                growth.catalogue().get("lake").find("curve").orElseThrow().list();
        assertThat(grown.columns()).extracting(ListColumn::name).containsExactly("h", "a");
        assertThat(grown.columns()).extracting(ListColumn::open).containsExactly(false, true);
        assertThat(grown.columns().get(0).min()).isZero();
        assertThat(Growth.of(growth.catalogue(), offered).added()).isEmpty();
    }

    private static Catalogue curve(String columns) {
        String text =
                """
                id: lake
                title: {zh: 湖, en: Lake}
                label: "{name}"
                attributes:
                  - {name: name, title: {zh: 名, en: Name}, type: text}
                  - {name: curve, title: {zh: 线, en: Curve}, type: list, of: rows, columns: [%s]}
                """;
        return CatalogueReader.read(new Bundled(Map.of("records/lake.yaml", text.replace("%s", columns))));
    }

    /** The bundled catalogue with some words of one file replaced. */
    private static Catalogue changed(String file, String... wasAndIs) {
        Map<String, String> files =
                new LinkedHashMap<>(Bundled.resource("catalogue").files());
        String text = files.get(file);
        for (int i = 0; i < wasAndIs.length; i += 2) {
            assertThat(text).contains(wasAndIs[i]);
            text = text.replace(wasAndIs[i], wasAndIs[i + 1]);
        }
        files.put(file, text);
        return CatalogueReader.read(new Bundled(files));
    }

    private static Catalogue list(String codes) {
        List<Code> all = new ArrayList<>();
        Arrays.stream(codes.split(" "))
                .forEach(c -> all.add(
                        new Code(c.substring(0, 1), Words.of(c, c), null, Integer.parseInt(c.substring(1)), null)));
        return new Catalogue(
                List.of(), List.of(), Map.of("k", new CodeList("k", Words.of("表", "List"), null, null, all)));
    }
}
