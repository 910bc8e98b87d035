package org.greenplan.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.Grown;
import org.greenplan.problem.Words;
import org.junit.jupiter.api.Test;

/** A catalogue that is written and read again. */
class CatalogueTextTest {
    private static final Catalogue BUNDLED = CatalogueReader.bundled();

    @Test
    void isReadAsItWasWritten() {
        Catalogue again = CatalogueReader.read(CatalogueText.of(BUNDLED));
        assertThat(again).isEqualTo(BUNDLED);
        assertThat(CatalogueText.edition(again)).isEqualTo(CatalogueText.edition(BUNDLED));
    }

    @Test
    void keepsWhatLooksLikeAnotherTypeOfYaml() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "layers/01-odd.yaml",
                """
                id: odd
                title: {zh: "null", en: "1: {yes} # no"}
                geometry: point
                role: context
                order: 1
                label: "{name}"
                aliases: ["2020-01-01", "true", "~", "\\"quoted\\" \\\\ back"]
                attributes:
                  - {name: name, title: {zh: "名\\u3000称", en: "N: a, [b]"}, type: text, default: "007", max_length: 9}
                  - {name: status, title: {zh: "状态", en: "Status"}, type: integer, default: -3, role: null}
                  - {name: depth, title: {zh: "深", en: "Depth"}, type: real, unit: "m", default: 1e-7, min: 0, max: 1e21}
                  - {name: dry, title: {zh: "干", en: "Dry"}, type: boolean, default: false}
                  - {name: seen, title: {zh: "日", en: "Seen"}, type: date, default: 2019-12-31}
                style: {stroke: "#112233", width: 1.5, dash: [2, 0.5], pattern: dots, min_zoom: 3, order: 5}
                """);
        files.put(
                "records/lake.yaml",
                """
                id: lake
                title: {zh: "湖", en: "Lake"}
                label: "{name}"
                attributes:
                  - {name: name, title: {zh: "名", en: "Name"}, type: text}
                  - {name: rain, title: {zh: "雨", en: "Rain"}, type: list, of: number, length: 12, labels: months, unit: mm, min: 0, max: 9, open: true}
                  - {name: effect, title: {zh: "数", en: "Any"}, type: list, of: number, max_rows: 7}
                  - {name: curve, title: {zh: "线", en: "Curve"}, type: list, of: rows, sorted_by: h, required: true, columns: [{name: h, title: {zh: "位", en: "Level"}, unit: m, min: -5}, {name: v, title: {zh: "容", en: "Volume"}, max: 1e9, open: true}]}
                """);
        Catalogue odd = CatalogueReader.read(new Bundled(files));
        assertThat(odd.layer("odd").find("status").orElseThrow().role()).isNull();
        assertThat(CatalogueReader.read(CatalogueText.of(odd))).isEqualTo(odd);
    }

    @Test
    void hasAnotherEditionByAnyWordOfIt() {
        Catalogue one = Grown.withDate(BUNDLED, "parks", "opened", Words.of("开放", "Opened"));
        Catalogue other = Grown.withDate(BUNDLED, "parks", "opened", Words.of("开放日", "Opened"));
        assertThat(List.of(CatalogueText.edition(BUNDLED), CatalogueText.edition(one), CatalogueText.edition(other)))
                .doesNotHaveDuplicates()
                .allMatch(edition -> edition.matches("[0-9a-f]{16}"));
    }
}
