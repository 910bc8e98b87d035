package org.greenplan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.park;

import java.util.List;
import java.util.Map;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Difference;
import org.greenplan.plan.Applied;
import org.greenplan.plan.DeskFixture;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sub-districts that overlap or leave gaps: every share is measured, and each square metre is one zone's or none's. */
class ZonesTest {
    @ParameterizedTest
    @EnumSource
    void theOlderZoneHasTheGroundThatTwoClaim(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature west = plan.one(create("sub_districts", box(0, 0, 60, 100), Map.of("name", "西街道")));
            Applied second =
                    plan.desk().apply(by("li", create("sub_districts", box(40, 0, 40, 100), Map.of("name", "东街道"))));
            assertThat(second.notices())
                    .extracting(n -> n.words().en())
                    .containsExactly(
                            "“西街道” and “东街道” overlap by 2,000.00 m² on the plane; that ground counts for “西街道” only."
                                    + " Change the borders if that is not meant.");
            Feature park = plan.one(park("园", box(0, 0, 100, 100)));
            assertThat(shares(plan, park.ref()))
                    .containsExactly(
                            "none 2000",
                            "sub_districts." + west.ref().id() + " 6000",
                            "sub_districts." + second.features().get(0).ref().id() + " 2000");
            assertThat(plan.desk().verify()).isEmpty();
            assertThat(plan.desk()
                            .apply(by("li", park("另一园", box(200, 0, 10, 10))))
                            .notices())
                    .as("whoever writes no zones hears nothing of them")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aShareThatIsWrongIsFound(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            plan.one(create("sub_districts", box(0, 0, 60, 100), Map.of("name", "西街道")));
            plan.one(park("园", box(0, 0, 100, 100)));
            OutsideProgram.run(
                    plan.address(),
                    "UPDATE greenplan_ledger_share SET plane_mm2 = plane_mm2 + 5000000 WHERE zone = 0 AND feature > ?",
                    0);
            assertThat(plan.desk().verify())
                    .extracting(Difference::what)
                    .contains(
                            "plane m2 in none",
                            "plane m2 in none by the sweep",
                            "net plane m2 as the sum of its shares");
            plan.desk().repair();
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** A line that two zones claim is the older one's, too. */
    @ParameterizedTest
    @EnumSource
    void theOlderZoneHasTheLineThatTwoClaim(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            plan.one(create("sub_districts", box(0, 0, 60, 100), Map.of("name", "西街道")));
            plan.one(create("sub_districts", box(40, 0, 40, 100), Map.of("name", "东街道")));
            Feature corridor = plan.one(create("corridors", DeskFixture.line(0, 50, 100, 50), Map.of("name", "廊")));
            assertThat(plan.desk()
                            .database()
                            .read(s -> new LedgerStore(s).find(PlotShapes.key(corridor.ref())))
                            .orElseThrow()
                            .shares())
                    .extracting(share -> Math.round(share.lengthM()))
                    .containsExactlyInAnyOrder(20L, 60L, 20L);
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    private static List<String> shares(DeskFixture plan, FeatureRef ref) {
        return plan
                .desk()
                .database()
                .read(s -> new LedgerStore(s).find(PlotShapes.key(ref)))
                .orElseThrow()
                .shares()
                .stream()
                .map(share -> share.zone().code() + " " + Math.round(share.net().planeM2()))
                .toList();
    }
}
