package org.greenplan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.by;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.history.HistoryStore;
import org.greenplan.plan.DeskFixture;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.PlanSamples;
import org.greenplan.programme.TargetState;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger's figures are whole numbers, so that sums by difference are those counted anew, to the last bit. */
class WholeNumbersTest {
    @ParameterizedTest
    @EnumSource
    void twoDesksAndAFreshOneAgreeToTheLastBit(Kind kind) {
        try (var plan = new DeskFixture(kind);
                var second = plan.another()) {
            PlanSamples.overlapping(plan, 10, 3);
            List<PlanDesk> desks = List.of(plan.desk(), second);
            var random = new Random(5);
            List<Feature> features = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                PlanDesk desk = desks.get(random.nextInt(2));
                if (features.isEmpty() || random.nextInt(3) > 0) {
                    features.addAll(
                            desk.apply(by("li", PlanSamples.plot(random))).features());
                } else {
                    Feature old = features.remove(random.nextInt(features.size()));
                    desk.apply(by("li", new Change.Delete(old.ref(), old.version())));
                }
            }
            List<TargetState> first = plan.desk().targets();
            assertThat(second.targets()).isEqualTo(first);
            try (var fresh = plan.another()) {
                assertThat(fresh.targets()).isEqualTo(first);
                assertThat(fresh.verify()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLedgerOfTheFirstVersionIsConvertedAndCountedAnewOnce(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            PlanSamples.overlapping(plan, 12, 9);
            List<TargetState> targets = plan.desk().targets();
            asInTheFirstVersion(plan);
            long last = lastChangeset(plan.desk());
            PlanDesk desk = plan.reopened();
            assertThat(desk.verify()).isEmpty();
            assertThat(desk.targets()).isEqualTo(targets);
            assertThat(lastChangeset(desk)).isEqualTo(last + 1);
            assertThat(lastChangeset(plan.reopened())).as("once").isEqualTo(last + 1);
        }
    }

    private static void asInTheFirstVersion(DeskFixture plan) {
        for (String[] table : new String[][] {
            {
                "greenplan_ledger",
                "gross_plane_m",
                "gross_ellipsoid_m",
                "net_plane_m",
                "net_ellipsoid_m",
                "gross_length_",
                "length_",
                "own_plane_m"
            },
            {"greenplan_ledger_share", "plane_m", "ellipsoid_m", "length_"}
        }) {
            for (int i = 1; i < table.length; i++) {
                String stem = table[i];
                String old = stem.endsWith("_") ? stem + "m" : stem + "2";
                String now = stem.endsWith("_") ? stem + "um" : stem + "m2";
                if (!stem.startsWith("own")) {
                    OutsideProgram.change(
                            plan.address(), "ALTER TABLE " + table[0] + " ADD COLUMN " + old + " DOUBLE PRECISION");
                    OutsideProgram.change(
                            plan.address(), "UPDATE " + table[0] + " SET " + old + " = " + now + " / 1000000.0");
                }
                OutsideProgram.change(plan.address(), "ALTER TABLE " + table[0] + " DROP COLUMN " + now);
            }
        }
        OutsideProgram.change(plan.address(), "ALTER TABLE greenplan_ledger_share DROP COLUMN zone_layer");
        OutsideProgram.change(plan.address(), "UPDATE greenplan_part SET schema = 1, method = 1 WHERE name = 'ledger'");
    }

    private static long lastChangeset(PlanDesk desk) {
        return desk.database().read(s -> new HistoryStore(s).lastNumber());
    }
}
