package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.by;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.Planes;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureStore;
import org.greenplan.list.ListValue;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table of rows in a plan, on both stores: a kind of record that is a file and no code. */
class ListsInPlansTest {
    private static final PlanProfile PROFILE = new PlanProfile(
            "test", Words.of("测试", "Test"), Words.of("区", "District"), 2019, Planes.of("EPSG:4547"), true, List.of());
    private static final String LEVEL = "{name: level_m, title: {zh: 水位, en: Level}, unit: m}";
    private static final String AREA = "{name: area_m2, title: {zh: 面积, en: Area}, unit: m²}";
    private static final String VOLUME = "{name: volume_m3, title: {zh: 库容, en: Volume}, unit: m³, min: 0}";
    private static final String ROWS =
            "[{\"level_m\":170,\"volume_m3\":0},{\"level_m\":171.5,\"volume_m3\":120000},{\"level_m\":172,\"volume_m3\":311000}]";

    /** A newer catalogue adds a column; the rows that are there stay as they are, and a cell of it is open. */
    @ParameterizedTest
    @EnumSource
    void aCurveIsKeptTakenBackAndGrown(Kind kind) {
        String address = kind.newAddress();
        Feature made;
        try (PlanDesk desk = open(kind, address, catalogue(LEVEL, VOLUME))) {
            PlanBeginning.begin(desk, "begun", PROFILE, List::of);
            made = desk.apply(by(
                            "li",
                            new Change.Create(
                                    "lake_curve", null, 1, Map.of("name", "五云湖", "curve", ROWS), Feature.NO_SHAPE)))
                    .features()
                    .get(0);
            desk.apply(by("li", new Change.Patch(made.ref(), 1, Map.of("curve", ROWS.replace("311000", "312000")))));
            desk.undo("li");
            assertThat(attributes(desk, made)).isEqualTo(made.attributes());
        }
        try (PlanDesk desk = open(kind, address, catalogue(LEVEL, AREA, VOLUME))) {
            assertThat(desk.database().news()).singleElement().satisfies(words -> assertThat(words.en())
                    .contains("column lake_curve.curve.area_m2"));
            ListValue curve = curve(desk, made);
            assertThat(curve).isEqualTo(made.attributes().get("curve"));
            assertThat(curve.column("volume_m3")).containsExactly(0.0, 120_000.0, 311_000.0);
            assertThat(curve.column("area_m2")).containsExactly(null, null, null);
            OutsideProgram.change(
                    address,
                    "UPDATE lake_curve SET curve = '[{\"level_m\": 170, \"area_m2\": 5e4, \"volume_m3\": 0}]'");
            desk.catchUp();
            assertThat(curve(desk, made)).hasToString("[{\"level_m\":170,\"volume_m3\":0,\"area_m2\":50000}]");
            String falling = ROWS.replace("171.5", "173");
            assertThatThrownBy(() -> desk.apply(by("li", new Change.Patch(made.ref(), 4, Map.of("curve", falling)))))
                    .isInstanceOfSatisfying(Problem.Invalid.class, p -> {
                        assertThat(p.field()).isEqualTo("changes[0].feature.properties.curve[2].level_m");
                        assertThat(p.words().zh()).contains("曲线[第 3 行 水位]", "大于上一行的 173");
                    });
            assertThat(desk.verify()).isEmpty();
        }
    }

    private static Map<String, @Nullable Object> attributes(PlanDesk desk, Feature made) {
        return desk.database()
                .read(s -> new FeatureStore(s).find(made.ref()))
                .orElseThrow()
                .attributes();
    }

    private static ListValue curve(PlanDesk desk, Feature made) {
        return (ListValue) attributes(desk, made).get("curve");
    }

    private static PlanDesk open(Kind kind, String address, Catalogue catalogue) {
        Database database = kind.open(address, catalogue);
        return PlanDesk.open(database, catalogue, PROFILE);
    }

    private static Catalogue catalogue(String... columns) {
        Map<String, String> files =
                new LinkedHashMap<>(Bundled.resource("catalogue").files());
        files.put(
                "records/lake_curve.yaml",
                """
                id: lake_curve
                title: {zh: 湖泊曲线, en: Lake curve}
                label: "{name}"
                attributes:
                  - {name: name, title: {zh: 湖泊, en: Lake}, type: text, required: true}
                  - {name: curve, title: {zh: 曲线, en: Curve}, type: list, of: rows, sorted_by: level_m, columns: [%s]}
                """
                        .formatted(String.join(", ", columns)));
        return CatalogueReader.read(new Bundled(files));
    }
}
