package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.CATALOGUE;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.line;
import static org.greenplan.plan.DeskFixture.park;

import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryStore;
import org.greenplan.problem.Problem;
import org.greenplan.programme.TargetState;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** A plan says itself whose it is and what it promises; whoever opens it, and with whatever program, sees that. */
class PlanIdentityTest {
    private static final PlanProfile ELSEWHERE = PlanProfileReader.read(
            "plan.yaml",
            """
            id: other
            title: {zh: 别处规划, en: Another plan}
            district: {zh: 别区, en: Another district}
            year: 2026
            plane_epsg: 4546
            illustrative: false
            line_tolerance_m: 8
            targets:
              - id: trees
                title: {zh: 造林, en: Trees}
                measure: net area
                method: ellipsoid
                layers: [afforestation]
                filter: year >= 2019
                value: 1000
                unit: mu
                due: 2026-12-31
                source: 文件
              - id: pieces
                title: {zh: 游园, en: Parks}
                measure: count
                min_area_m2: 400
                value: 3
                unit: count
            """,
            CATALOGUE);

    private static final PlanProfile HERE = PlanProfileReader.read(
            "plan.yaml",
            """
            id: here
            title: {zh: 此处, en: Here}
            district: {zh: 本区, en: This district}
            year: 2026
            plane_epsg: 4547
            illustrative: false
            targets:
              - {id: new_green, title: {zh: 绿地, en: new_green}, measure: net area, value: 500000, unit: m2}
              - {id: corridors, title: {zh: 廊道, en: corridors}, measure: length, layers: [corridors], value: 6, unit: km}
            """,
            CATALOGUE);

    @ParameterizedTest
    @EnumSource
    void aMailedPlanOpensAsItself(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            PlanBeginning.begin(plan.desk(), "begun", ELSEWHERE, List::of);
            plan.reopened();
            assertThat(plan.desk().profile()).isEqualTo(ELSEWHERE);
            assertThat(plan.desk().profile().plane().text()).isEqualTo("EPSG:4546");
            assertThat(plan.desk().targets())
                    .extracting(TargetState::line)
                    .extracting(TargetLine::id)
                    .containsExactly("trees", "pieces");
            assertThat(plan.desk().targets().get(0).line())
                    .isEqualTo(ELSEWHERE.targets().get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherPlaneOrToleranceCountsThePlanAnewInTheSameChangeset(Kind kind) {
        try (var plan = begun(kind)) {
            Feature park = plan.one(park("园", box(0, 0, 100, 100)));
            plan.one(create("corridors", line(0, 500, 1000, 500), belt("一")));
            plan.one(create("corridors", line(0, 507, 1000, 507), belt("二")));
            double planeM2 = plan.netM2(park.ref());
            assertThat(planned(plan, "corridors")).isBetween(1999.0, 2001.0);

            plan.desk().apply(by("li", identity(plan, Map.of("line_tolerance_m", 10))));
            assertThat(planned(plan, "corridors")).isBetween(999.0, 1001.0);
            assertThat(comment(plan)).startsWith("test: ").contains("corridors").contains("→");

            plan.desk().apply(by("li", identity(plan, Map.of("plane", "EPSG:4546"))));
            assertThat(plan.netM2(park.ref())).isGreaterThan(planeM2 + 1);
            assertThat(plan.desk().verify()).isEmpty();

            plan.desk().undo("li");
            assertThat(plan.netM2(park.ref())).isEqualTo(planeM2);
            plan.desk().undo("li");
            assertThat(planned(plan, "corridors")).isBetween(1999.0, 2001.0);
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** A title changes no figure, and nothing is counted for it. */
    @Test
    void anotherTitleIsOnlyToldWhereItStands() {
        try (var plan = begun(Kind.GEOPACKAGE)) {
            plan.desk().apply(by("li", identity(plan, Map.of("title_zh", "新名", "title_en", "New"))));
            assertThat(plan.desk().profile().title().zh()).isEqualTo("新名");
            assertThat(comment(plan)).isEqualTo("test");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTargetThatIsChangedIsSummedAnewOnEveryDesk(Kind kind) {
        try (var plan = begun(kind);
                PlanDesk other = plan.another()) {
            plan.one(park("园", box(0, 0, 100, 100)));
            assertThat(other.targets().get(0).planned()).isGreaterThan(9_000);
            var green = new FeatureRef(PlanRecords.TARGET, 1);
            Applied applied = plan.desk()
                    .apply(by(
                            "li",
                            new Change.Patch(green, 1, Map.of("layers", "corridors、afforestation", "value", 12))));
            assertThat(applied.after().get(0).planned()).isZero();
            assertThat(other.targets().get(0).planned()).isZero();
            assertThat(other.targets().get(0).line().value()).isEqualTo(12);
            plan.desk().apply(by("li", new Change.Delete(green, 2)));
            assertThat(other.targets()).extracting(t -> t.line().id()).doesNotContain("new_green");
            plan.desk().undo("li");
            plan.desk().undo("li");
            assertThat(other.targets())
                    .filteredOn(t -> t.line().id().equals("new_green"))
                    .allSatisfy(t -> assertThat(t.planned()).isGreaterThan(9_000));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "identity | plane | EPSG:3857",
                "identity | plane | 平面",
                "identity | line_tolerance_m | 0.5",
                "identity | code | ../x",
                "target | unit | km",
                "target | layers | parks, sheds",
                "target | layers | roads",
                "target | filter | class =",
                "target | filter | colour = 'green'",
            })
    void whatCannotBeCountedWithIsRefusedByItsField(String kind, String attribute, String value) {
        try (var plan = begun(Kind.GEOPACKAGE)) {
            var patch = new Change.Patch(new FeatureRef(kind, 1), 1, Map.of(attribute, value));
            assertThatThrownBy(() -> plan.desk().apply(by("li", patch)))
                    .isInstanceOfSatisfying(Problem.Invalid.class, p -> assertThat(p.field())
                            .isEqualTo("changes[0].feature.properties." + attribute));
            assertThat(plan.desk().targets()).hasSize(2);
        }
    }

    @Test
    void aPlanHasOneIdentityForGood() {
        try (var plan = begun(Kind.GEOPACKAGE)) {
            Map<String, Object> attributes = new java.util.HashMap<>();
            plan.read(new FeatureRef(PlanRecords.IDENTITY, 1)).attributes().forEach((name, value) -> {
                if (value != null) {
                    attributes.put(name, value);
                }
            });
            assertThatThrownBy(() -> plan.one(create(PlanRecords.IDENTITY, Feature.NO_SHAPE, attributes)))
                    .isInstanceOf(Problem.Invalid.class);
            var delete = new Change.Delete(new FeatureRef(PlanRecords.IDENTITY, 1), 1);
            assertThatThrownBy(() -> plan.desk().apply(by("li", delete))).isInstanceOf(Problem.Invalid.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOlderPlanOfTheSamplesDistrictIsGivenItsIdentityOnce(Kind kind) {
        String address = kind.newAddress();
        try (var older = new DeskFixture(kind, address)) {
            older.one(park("园", box(0, 0, 100, 100)));
        }
        for (int time = 1; time <= 2; time++) {
            try (PlanDesk desk = PlanBeginning.open(kind.open(address, CATALOGUE), CATALOGUE, null)) {
                assertThat(desk.profile()).isEqualTo(SamplePlan.profile(CATALOGUE));
                long last = desk.database().read(s -> new HistoryStore(s).lastNumber());
                assertThat(last).isEqualTo(2);
            }
        }
    }

    @Test
    void anOlderPlanFromElsewhereAsksAPerson() {
        String address = Kind.GEOPACKAGE.newAddress();
        try (var older = new DeskFixture(Kind.GEOPACKAGE, address)) {
            older.one(create(
                    "rivers",
                    new GeometryFactory()
                            .createLineString(
                                    new Coordinate[] {new Coordinate(126.5, 45.7), new Coordinate(126.6, 45.8)}),
                    Map.of("name", "松花江")));
        }
        assertThatThrownBy(() -> PlanBeginning.open(Kind.GEOPACKAGE.open(address, CATALOGUE), CATALOGUE, null))
                .isInstanceOfSatisfying(Problem.Invalid.class, p -> {
                    assertThat(p.words().zh()).contains("--profile").contains("greenplan new");
                    assertThat(p.words().en()).contains("--profile").contains("greenplan new");
                });
        try (PlanDesk desk = PlanBeginning.open(Kind.GEOPACKAGE.open(address, CATALOGUE), CATALOGUE, ELSEWHERE)) {
            assertThat(desk.profile()).isEqualTo(ELSEWHERE);
        }
        try (PlanDesk desk = PlanBeginning.open(Kind.GEOPACKAGE.open(address, CATALOGUE), CATALOGUE, null)) {
            assertThat(desk.profile()).isEqualTo(ELSEWHERE);
        }
    }

    private static DeskFixture begun(Kind kind) {
        var plan = new DeskFixture(kind);
        PlanBeginning.begin(plan.desk(), "begun", HERE, List::of);
        return plan;
    }

    private static Change.Patch identity(DeskFixture plan, Map<String, Object> attributes) {
        Feature now = plan.read(new FeatureRef(PlanRecords.IDENTITY, 1));
        return new Change.Patch(now.ref(), now.version(), Map.copyOf(attributes));
    }

    private static double planned(DeskFixture plan, String target) {
        return plan.desk().targets().stream()
                .filter(t -> t.line().id().equals(target))
                .findFirst()
                .orElseThrow()
                .planned();
    }

    private static String comment(DeskFixture plan) {
        return plan.desk()
                .database()
                .read(s -> new HistoryStore(s).latest(1, 0).get(0).comment());
    }

    private static Map<String, Object> belt(String name) {
        return Map.of("name", name, "left_width_m", 10.0, "right_width_m", 10.0);
    }
}
