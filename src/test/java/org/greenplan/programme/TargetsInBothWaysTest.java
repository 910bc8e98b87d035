package org.greenplan.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.plan.DeskFixture;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target is summed by the database when a plan is opened, and by difference from then on: what a condition means is one thing. */
class TargetsInBothWaysTest {
    @ParameterizedTest
    @CsvSource({
        "toilets, true, 1",
        "toilets, false, 2",
        "toilets, '', 3",
        "year, 2020, 2",
        "class, G11, 1",
        "remark, '', 5",
        "nothing_of_ours, x, 0"
    })
    void theDatabaseAndTheRowsGiveTheSame(String attribute, String value, int pieces) {
        for (Kind kind : Kind.values()) {
            try (var plan = new DeskFixture(kind)) {
                park(plan, 0, Map.of("toilets", true));
                park(plan, 1, Map.of("toilets", false, "year", 2020L));
                park(plan, 2, Map.of("toilets", false, "class", "G11"));
                park(plan, 3, Map.of("year", 2020L));
                park(plan, 4, Map.of());
                park(plan, 5, Map.of("remark", "备注"));
                PlanProfile profile = profile(attribute, value);
                List<TargetState> summed = plan.desk()
                        .database()
                        .read(s -> new TargetStore(s, profile).sums().states());
                List<TargetState> added = plan.desk()
                        .database()
                        .read(s -> Targets.of(profile, DeskFixture.CATALOGUE, new LedgerStore(s).rows()));
                assertThat(summed).isEqualTo(added);
                assertThat(summed.get(0).planned()).as(kind.name()).isEqualTo(pieces);
            }
        }
    }

    private static void park(DeskFixture plan, int place, Map<String, Object> more) {
        Map<String, Object> attributes = new HashMap<>(Map.of("name", "园"));
        attributes.putAll(more);
        plan.one(create("parks", box(place * 100, 0, 50, 50), attributes));
    }

    private static PlanProfile profile(String attribute, String value) {
        PlanProfile like = DeskFixture.PROFILE;
        return new PlanProfile(
                like.id(),
                like.title(),
                like.district(),
                like.year(),
                like.planeEpsg(),
                like.illustrative(),
                List.of(target(
                        "pieces",
                        TargetLine.Measure.COUNT,
                        List.of("parks"),
                        Map.of(attribute, List.of(value)),
                        null,
                        10)));
    }
}
