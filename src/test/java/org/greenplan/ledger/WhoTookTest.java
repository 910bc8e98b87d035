package org.greenplan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.park;

import java.util.List;
import java.util.Map;
import org.greenplan.count.Areas;
import org.greenplan.count.Taken;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.plan.CheckResult;
import org.greenplan.plan.DeskFixture;
import org.greenplan.plan.PlanSamples;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody who asks who took a plot's metres hears the same, and the parts are the whole difference. */
class WhoTookTest {
    @ParameterizedTest
    @EnumSource
    void draftAndSavedPlotTellTheSame(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            plan.one(create("district", box(0, 0, 1000, 80), Map.of("name", "上街区")));
            plan.one(create("existing_green", box(150, 0, 50, 100), Map.of("name", "现状")));
            // Two that overlap each other: what the second had already lost to the first is the first's alone.
            plan.one(park("甲", box(0, 0, 100, 100)));
            plan.one(park("乙", box(50, 0, 100, 100)));
            var draft = park("丙", box(80, 0, 100, 100));
            CheckResult check = plan.desk().check(draft);
            assertThat(check.overlaps())
                    .extracting(o -> o.label() + " " + Math.round(o.area().planeM2()))
                    .containsExactly("区界 2000", "现状绿地 2400", "乙 4000", "甲 1600");
            assertThat(check.net()).isEqualTo(Areas.ZERO);
            assertSum(check.overlaps(), check.gross(), check.net());
            Feature saved = plan.one(draft);
            plan.desk().database().read(session -> {
                var who = new WhoTook(session, PlanCrs.of("EPSG:4547"));
                LedgerStore.Row row = new LedgerStore(session)
                        .rows(
                                DeskFixture.CATALOGUE.get("parks"),
                                List.of(saved.ref().id()))
                        .get(0);
                assertThat(who.told(List.of(row))).isEqualTo(check.overlaps());
                return true;
            });
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUpgradeTakesNothingAndSaysWhyItAddsNothing(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            plan.one(create("district", box(0, 0, 1000, 80), Map.of("name", "上街区")));
            plan.one(create("existing_green", box(0, 0, 50, 100), Map.of("name", "现状")));
            CheckResult check =
                    plan.desk().check(create("parks", box(0, 0, 100, 100), Map.of("name", "提升", "effect", "upgrade")));
            assertThat(check.overlaps())
                    .extracting(o -> o.why().en() + " " + Math.round(o.area().planeM2()))
                    .containsExactly("outside the district 2000", "an upgrade adds no area 8000");
            assertSum(check.overlaps(), check.gross(), check.net());
            plan.one(create("parks", box(0, 0, 100, 100), Map.of("name", "提升", "effect", "upgrade")));
            CheckResult park = plan.desk().check(park("新园", box(40, 0, 100, 80)));
            assertThat(park.net().planeM2()).isCloseTo(7200, within(0.001));
            assertThat(park.overlaps()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPlotOfARealisticPlanIsAccountedFor(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            PlanSamples.overlapping(plan, 40, 7);
            plan.desk().database().read(session -> {
                List<LedgerStore.Row> rows = new LedgerStore(session).rows();
                Map<FeatureRef, List<Taken>> each = new WhoTook(session, PlanCrs.of("EPSG:4547")).of(rows);
                assertThat(each.values()).filteredOn(parts -> !parts.isEmpty()).hasSizeGreaterThan(10);
                for (LedgerStore.Row row : rows) {
                    Areas sum = each.getOrDefault(row.ref(), List.of()).stream()
                            .map(Taken::area)
                            .reduce(Areas.ZERO, Areas::plus);
                    assertThat(sum).as("%s", row.ref()).isEqualTo(row.gross().minus(row.net()));
                    assertThat(row.shares().stream().map(s -> s.net()).reduce(Areas.ZERO, Areas::plus))
                            .as("shares of %s", row.ref())
                            .isEqualTo(row.net());
                }
                return true;
            });
        }
    }

    private static void assertSum(List<Overlap> parts, Areas gross, Areas net) {
        assertThat(parts.stream().map(Overlap::area).reduce(Areas.ZERO, Areas::plus))
                .isEqualTo(gross.minus(net));
    }
}
