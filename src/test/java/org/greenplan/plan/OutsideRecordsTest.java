package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.park;
import static org.greenplan.plan.DeskFixture.target;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.crs.Planes;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.Origin;
import org.greenplan.history.Told;
import org.greenplan.history.ToldStore;
import org.greenplan.problem.Words;
import org.greenplan.programme.TargetState;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What other programs write into the tables of records is taken in like what they write into those of layers. */
class OutsideRecordsTest {
    private static final PlanProfile PROFILE = new PlanProfile(
            "test",
            Words.of("测试", "Test"),
            Words.of("上街区", "Shangjie"),
            2019,
            Planes.of("EPSG:4547"),
            true,
            List.of(
                    target("green", TargetLine.Measure.NET_AREA, List.of(), null, null, 500_000),
                    target("pieces", TargetLine.Measure.NET_AREA, List.of(), "class = 'G14'", null, 10)));

    /** The desk is open and looks by itself; who waits sees the records as they were. */
    @ParameterizedTest
    @EnumSource
    void aTargetThatIsChangedElsewhereIsTakenInWhileTheDeskIsOpen(Kind kind) throws InterruptedException {
        try (var plan = begun(kind)) {
            OutsideProgram.change(
                    plan.address(), "UPDATE target SET \"value\" = 7, filter = 'FALSE' WHERE code = 'green'");
            until(() -> entries(plan).size() == 3);
            HistoryEntry entry = entries(plan).get(2);
            assertThat(entry.origin()).isEqualTo(Origin.OUTSIDE);
            assertThat(entry.steps()).singleElement().satisfies(step -> {
                assertThat(step.ref().layer()).isEqualTo("target");
                assertThat(step.after()).isNotNull();
                assertThat(step.after().version()).isEqualTo(2);
            });
            TargetState green = plan.desk().targets().get(0);
            assertThat(green.line().value()).isEqualTo(7);
            assertThat(green.planned()).isZero();
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherToleranceCountsThePlanAnew(Kind kind) {
        try (var plan = begun(kind)) {
            outside(plan, "UPDATE identity SET line_tolerance_m = 12, catalogue = 'mine'");
            assertThat(plan.desk().profile().lineToleranceM()).isEqualTo(12);
            assertThat(last(plan).comment()).contains("外部编辑", "green", " → ");
            assertThat(last(plan).steps().get(0).after().attributes().get("catalogue"))
                    .isNotEqualTo("mine");
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTargetAddedElsewhereIsOne(Kind kind) {
        try (var plan = begun(kind)) {
            outside(plan, insert("third"));
            assertThat(plan.desk().targets())
                    .extracting(t -> t.line().id())
                    .containsExactly("green", "pieces", "third");
            assertThat(plan.desk().targets().get(2).planned()).isPositive();
            outside(plan, "DELETE FROM target WHERE code = 'green'");
            assertThat(plan.desk().targets()).extracting(t -> t.line().id()).containsExactly("pieces", "third");
            plan.desk().restore(new FeatureRef("target", 1), "li");
            assertThat(plan.desk().targets()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GEOPACKAGE | UPDATE target SET unit = 'km' WHERE code = 'green' | does not fit the measure",
                "POSTGIS | UPDATE target SET unit = 'km' WHERE code = 'green' | does not fit the measure",
                "GEOPACKAGE | UPDATE target SET filter = 'colour = 1' WHERE code = 'green' | colour",
                "POSTGIS | UPDATE target SET filter = 'colour = 1' WHERE code = 'green' | colour",
                "GEOPACKAGE | UPDATE target SET code = 'pieces' WHERE code = 'green' | another target's",
                "POSTGIS | UPDATE target SET code = 'pieces' WHERE code = 'green' | another target's",
                "GEOPACKAGE | UPDATE target SET measure = 'weight' WHERE code = 'green' | weight",
                "POSTGIS | UPDATE target SET measure = 'weight' WHERE code = 'green' | weight",
                "GEOPACKAGE | UPDATE identity SET plane = 'flat' | plane",
                "POSTGIS | UPDATE identity SET plane = 'flat' | plane",
                "GEOPACKAGE | DELETE FROM identity | one identity",
                "POSTGIS | DELETE FROM identity | one identity",
                "GEOPACKAGE | INSERT INTO identity (code, title_zh, district_zh, year, plane, line_tolerance_m, plan_id) VALUES ('two', '二', '区', 2020, 'EPSG:4547', 5, 'x') | one identity",
                "POSTGIS | INSERT INTO identity (code, title_zh, district_zh, year, plane, line_tolerance_m, plan_id) VALUES ('two', '二', '区', 2020, 'EPSG:4547', 5, 'x') | one identity",
            })
    void whatDoesNotFitFallsBackAndIsTold(Kind kind, String sql, String why) {
        try (var plan = begun(kind)) {
            List<TargetState> before = plan.desk().targets();
            PlanProfile settings = plan.desk().profile();
            outside(plan, sql);
            assertThat(plan.desk().targets()).isEqualTo(before);
            assertThat(plan.desk().profile()).isEqualTo(settings);
            assertThat(last(plan).origin()).isEqualTo(Origin.OUTSIDE);
            List<Told> told = plan.desk().database().read(s -> new ToldStore(s)
                    .of(last(plan).number(), 10).stream()
                            .map(ToldStore.Line::told)
                            .toList());
            assertThat(told).isNotEmpty();
            assertThat(told.get(0).words().en()).contains(why);
            assertThat(OutsideProgram.count(plan.address(), "SELECT count(*) FROM identity"))
                    .isEqualTo(1);
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** A list stands as JSON in a column of text; what is none falls back and the rest of the row is taken. */
    @ParameterizedTest
    @EnumSource
    void aListThatIsWrittenElsewhereIsHeldToItsDescription(Kind kind) {
        try (var plan = begun(kind)) {
            FeatureRef climate =
                    plan.one(RecordsTest.climate("平水年", RecordsTest.RAIN)).ref();
            int entries = entries(plan).size();
            outside(plan, "UPDATE climate_year SET rain_mm = '" + RecordsTest.RAIN + " '");
            assertThat(entries(plan)).hasSize(entries);

            String dry = "[6,6,14,20,30,45,100,85,45,25,16,8]";
            outside(plan, "UPDATE climate_year SET rain_mm = '" + dry.replace("6,6", "6.0, 6") + "'");
            assertThat(plan.read(climate).attributes().get("rain_mm")).hasToString(dry);
            for (String wrong : List.of("6,6,14", dry.replace("100", "-100"), "[{\"rain\":1}]", "[1]")) {
                outside(plan, "UPDATE climate_year SET name = '枯水年', rain_mm = '" + wrong + "'");
                assertThat(plan.read(climate).attributes().get("rain_mm")).hasToString(dry);
                assertThat(plan.read(climate).attributes()).containsEntry("name", "枯水年");
                Told told = plan.desk()
                        .database()
                        .read(s -> new ToldStore(s).of(last(plan).number(), 1))
                        .get(0)
                        .told();
                assertThat(told.kind()).isEqualTo(Told.Kind.VALUE);
                assertThat(told.words().zh()).contains("月降雨量", "未采用；现为“[6,6,14,20");
            }
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    private static DeskFixture begun(Kind kind) {
        var plan = new DeskFixture(kind, DeskFixture.CATALOGUE, PROFILE);
        PlanBeginning.begin(plan.desk(), "begun", PROFILE, List::of);
        plan.one(park("甲", box(0, 0, 100, 100)));
        return plan;
    }

    private static String insert(String code) {
        return "INSERT INTO target (code, title_zh, measure, method, unit) VALUES ('" + code
                + "', '三', 'net area', 'plane', 'm2')";
    }

    private static void outside(DeskFixture plan, String sql) {
        OutsideProgram.change(plan.address(), sql);
        plan.desk().catchUp();
    }

    private static List<HistoryEntry> entries(DeskFixture plan) {
        return plan.desk().database().read(s -> new HistoryStore(s).since(0, 100, 100));
    }

    private static HistoryEntry last(DeskFixture plan) {
        List<HistoryEntry> all = entries(plan);
        return all.get(all.size() - 1);
    }

    private static void until(BooleanSupplier there) throws InterruptedException {
        for (int i = 0; i < 600 && !there.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(there.getAsBoolean()).isTrue();
    }
}
