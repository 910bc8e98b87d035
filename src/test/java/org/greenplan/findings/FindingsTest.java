package org.greenplan.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.park;
import static org.greenplan.plan.DeskFixture.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.catalogue.TargetLine.Measure;
import org.greenplan.feature.Change;
import org.greenplan.history.Milestones;
import org.greenplan.plan.CheckResult;
import org.greenplan.plan.DeskFixture;
import org.greenplan.plan.Forecast;
import org.greenplan.rule.Outcome.State;
import org.greenplan.rule.Rule.Severity;
import org.greenplan.rule.RuleFixture;
import org.greenplan.store.TestDatabases.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

/** A draft hears at once what rules have against it, how hard each is, and how much of it offends. */
class FindingsTest {
    @Test
    void everyConstraintIsToldOnceTheHardestFirst() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(create("existing_green", box(0, 0, 10, 100), Map.of("name", "现状")));
            plan.one(create("basic_farmland", box(80, 0, 50, 50), Map.of("name", "东田")));
            // Ground under two features of a layer is told once.
            plan.one(create("basic_farmland", box(80, 25, 50, 50), Map.of("name", "西田")));
            plan.one(create("ecological_redline", box(0, 90, 200, 50), Map.of("name", "红线")));
            plan.one(create("contaminated_soil", box(0, 0, 20, 20), Map.of("name", "旧厂", "state", "remediated")));
            plan.one(create("source_protection", box(500, 0, 20, 20), Map.of("name", "远处", "level", "1")));
            plan.one(create("residential", box(0, 0, 100, 100), Map.of("name", "不是管控")));
            Change draft = park("新园", box(0, 0, 100, 100));
            CheckResult check = plan.desk().check(draft);
            assertThat(ofGround(check.findings()))
                    .extracting(h -> h.rule().code() + " " + h.rule().severity() + " " + String.join("+", h.names())
                            + " " + Math.round(h.area().planeM2()))
                    .containsExactly("basic-farmland BLOCK 东田+西田 1500", "redline APPROVAL 红线 1000");
            assertThat(check.findings())
                    .filteredOn(finding -> finding.state() == State.NOT_CHECKED)
                    .extracting(finding -> finding.rule().code())
                    .as("silence is no pass: no district is drawn, and no road")
                    .contains("outside-district", "road-zone")
                    .doesNotContain("basic-farmland");
            assertThat(check.bound().planeM2())
                    .as("of what counts; the two do not touch, and green of before is not counted")
                    .isCloseTo(1500 + 900, within(0.01));
            Forecast forecast = plan.desk()
                    .forecast(
                            List.of(
                                    draft,
                                    park("又一个", box(0, 0, 100, 100)),
                                    create("rivers", box(0, 0, 9, 9), Map.of())),
                            Milestones.UNWATCHED);
            assertThat(forecast.plots()).isEqualTo(2);
            assertThat(ofGround(forecast.findings()))
                    .as("of all together, once")
                    .extracting(finding -> Math.round(finding.area().planeM2()))
                    .containsExactly(1500L, 1000L);
            assertThat(forecast.outside()).as("no district is drawn").isZero();
            assertThat(plan.desk().offence(draft, "basic-farmland").shape().isEmpty())
                    .isFalse();
            assertThat(plan.desk().offence(draft, "source-zone-1").shape().isEmpty())
                    .isTrue();
            cutOut(plan, draft);
            assertThat(ofGround(
                            plan.desk().check(park("远", box(300, 300, 20, 20))).findings()))
                    .isEmpty();
        }
    }

    private static void cutOut(DeskFixture plan, Change draft) {
        Change mended = park("新园", plan.desk().offence(draft, "basic-farmland").rest());
        assertThat(plan.desk().check(mended).gross().planeM2()).isCloseTo(8500, within(0.2));
        assertThat(ofGround(plan.desk().check(mended).findings()))
                .as("cut out, it is no finding any more")
                .extracting(finding -> finding.rule().code())
                .containsExactly("redline");
    }

    @Test
    void ofTheTargetsOnlyWhatLiesOnNoConstraintIsSure() {
        PlanProfile programme = programme(List.of(
                target("area", Measure.NET_AREA, List.of(), null, null, 10_000),
                target("pieces", Measure.COUNT, List.of(), null, null, 2),
                target("far", Measure.NET_AREA, List.of(), null, null, 1e6)));
        try (var plan = new DeskFixture(Kind.GEOPACKAGE, DeskFixture.CATALOGUE, programme)) {
            plan.one(create("basic_farmland", box(80, 0, 60, 50), Map.of("name", "田")));
            plan.one(create("contaminated_soil", box(0, 0, 20, 20), Map.of("name", "旧厂", "state", "remediated")));
            var memory = new SureMemory();
            assertThat(sure(plan, memory)).containsEntry("area", 0.0);
            Change park = park("田边", box(0, 0, 100, 100));
            assertThat(plan.desk().check(park).bound().planeM2()).isCloseTo(1000, within(0.01));
            Forecast reached = plan.desk().forecast(List.of(park), Milestones.UNWATCHED);
            assertThat(reached.sure().get("area")).isCloseTo(9000, within(0.01));
            assertThat(reached.sure())
                    .as("of a piece all or nothing, and all targets are told, reached or not")
                    .containsEntry("pieces", 0.0)
                    .containsEntry("far", reached.sure().get("area"));
            plan.one((Change.Create) park);
            // Half of it is the first park's; of the rest all lies on the field.
            Change beside = park("田里", box(90, 0, 20, 50));
            Change free = park("空地", box(300, 0, 40, 50));
            assertThat(plan.desk().check(beside).bound().planeM2()).isCloseTo(500, within(0.01));
            Forecast more = plan.desk().forecast(List.of(beside, free), Milestones.UNWATCHED);
            assertThat(more.net().planeM2()).isCloseTo(2500, within(0.01));
            assertThat(more.sure().get("area")).isCloseTo(11_000, within(0.01));
            assertThat(more.sure()).containsEntry("pieces", 1.0);
            plan.one((Change.Create) beside);
            plan.one((Change.Create) free);
            assertThat(sure(plan, memory)).as("saved as it was said before").isEqualTo(more.sure());
        }
    }

    @Test
    void whatIsCutOutLeavesNoHair() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(create("basic_farmland", box(-200, -200, 250, 600), Map.of("name", "田")));
            for (int slant = 1; slant < 12; slant++) {
                String shape = String.format(
                        Locale.ROOT,
                        "POLYGON((0 %1$d.3, 97.7 -%1$d.1, 131 71, 11 %2$d, 0 %1$d.3))",
                        slant,
                        90 + 3 * slant);
                Change draft = park("斜", RuleFixture.CRS.toLonLat(RuleFixture.placed(shape)));
                Geometry rest = plan.desk().offence(draft, "basic-farmland").rest();
                double west = Arrays.stream(RuleFixture.CRS.toPlane(rest).getCoordinates())
                        .mapToDouble(corner -> corner.x)
                        .min()
                        .orElseThrow();
                assertThat(west - 435_000)
                        .as("nothing of it lies on the field, which ends here")
                        .isCloseTo(50, within(0.01));
            }
        }
    }

    private static PlanProfile programme(List<TargetLine> targets) {
        PlanProfile of = DeskFixture.PROFILE;
        return new PlanProfile(of.id(), of.title(), of.district(), of.year(), of.plane(), of.illustrative(), targets);
    }

    private static Map<String, Double> sure(DeskFixture plan, SureMemory memory) {
        return plan.desk().database().read(session -> memory.of(plan.desk().ground(session)));
    }

    @Test
    void whereNoTargetIsReachedNobodyCountsWhatIsSure() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Forecast forecast = plan.desk().forecast(List.of(park("一", box(0, 0, 100, 100))), Milestones.UNWATCHED);
            assertThat(forecast.sure()).isEmpty();
        }
    }

    private static List<Finding> ofGround(List<Finding> findings) {
        return findings.stream()
                .filter(finding ->
                        finding.state() == State.HIT && finding.rule().isOfGround())
                .toList();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "basic_farmland, {}, BLOCK",
        "basic_farmland, {kind=approval}, APPROVAL",
        "ecological_redline, {}, APPROVAL",
        "ecological_redline, {kind=prohibited}, BLOCK",
        "contaminated_soil, {}, APPROVAL",
        "contaminated_soil, {state=remediated}, ",
        "source_protection, {level=1}, APPROVAL",
        "source_protection, {level=2}, WARN",
        "basic_farmland, {kind=of another catalogue}, APPROVAL",
    })
    void howHardAConstraintIsStandsInTheRules(String layer, String values, @Nullable Severity severity) {
        String[] pair = values.substring(1, values.length() - 1).split("=", -1);
        Map<String, Object> attributes = pair.length == 2 ? Map.of(pair[0], pair[1]) : Map.of();
        assertThat(RuleFixture.judged("parks", Map.of(), layer, attributes).stream()
                        .filter(outcome -> outcome.state() == State.HIT)
                        .map(outcome -> outcome.rule().severity()))
                .isEqualTo(severity == null ? List.of() : List.of(severity));
    }
}
