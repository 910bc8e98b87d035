package org.greenplan.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A target is summed by the database when a plan is opened, and by difference from then on: what a condition means is one thing. */
class TargetsInBothWaysTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "toilets = TRUE | 1",
                "toilets = FALSE | 2",
                "NOT (toilets = TRUE) | 2",
                "toilets IS NULL | 3",
                "toilets | 1",
                "NOT toilets OR year = 2020 | 3",
                "year = 2020 | 2",
                "year <> 2020 | 4",
                "year > 2019.5 AND year / 2 = 1010 | 2",
                "year NOT IN (2019, 2021) | 2",
                "class = 'G11' | 1",
                "class = '综合公园' | 1",
                "class = 'G11' OR toilets = TRUE | 2",
                "remark IS NULL OR remark = '' | 5",
                "remark LIKE '备%' | 1",
                "NOT (remark LIKE '备%') | 0",
                "left_width_m > 3 | 0",
                "NOT (left_width_m > 3) | 0",
                "left_width_m IS NULL | 6",
                "net_plane_m2 >= 2500 AND gross_plane_m2 = net_plane_m2 | 6",
                "net_ellipsoid_m2 < 1 OR length_m > 0 | 0",
                "TRUE | 6",
                "FALSE | 0"
            })
    void theDatabaseAndTheRowsGiveTheSame(String filter, int pieces) {
        for (Kind kind : Kind.values()) {
            try (var plan = new DeskFixture(kind)) {
                park(plan, 0, Map.of("toilets", true));
                park(plan, 1, Map.of("toilets", false, "year", 2020L));
                park(plan, 2, Map.of("toilets", false, "class", "G11"));
                park(plan, 3, Map.of("year", 2020L));
                park(plan, 4, Map.of());
                park(plan, 5, Map.of("remark", "备注"));
                PlanProfile profile = profile(filter, List.of("parks", "corridors"));
                List<TargetState> summed = plan.desk().database().read(s -> new TargetStore(s, profile)
                        .sums(plan.desk().crs())
                        .states());
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing_of_ours = 'x' | Target \"pieces\": Filter: the layer Parks has no property \"nothing_of_ours\"",
                "year = 'x' | cannot compare year (a number) with 'x' (text)",
                "S_INTERSECTS(geom, POINT(113 34)) | has no property \"geom\"",
                "fid = 1 | has no property \"fid\"",
                "class = | Target \"pieces\": Filter: at character 8 there is the end",
            })
    void aFilterThatFitsNoLayerIsRefusedWithItsTarget(String filter, String why) {
        PlanProfile profile = profile(filter, List.of("parks"));
        assertThatThrownBy(() -> TargetSums.requireFilters(profile, DeskFixture.CATALOGUE))
                .isInstanceOf(Problem.BadRequest.class)
                .hasMessageContaining(why);
        assertThat(Targets.of(profile, DeskFixture.CATALOGUE, List.of()))
                .singleElement()
                .satisfies(state -> assertThat(String.valueOf(state.fault())).contains(why));
    }

    /** Whoever drew up the programme may have had another catalogue. */
    @ParameterizedTest
    @EnumSource
    void aTargetThatCannotSayKeepsNoOtherFromSaying(Kind kind) {
        PlanProfile like = DeskFixture.PROFILE;
        var profile = new PlanProfile(
                like.id(),
                like.title(),
                like.district(),
                like.year(),
                like.plane(),
                like.illustrative(),
                List.of(
                        target("lost", TargetLine.Measure.COUNT, List.of(), "nothing_of_ours = 'x'", null, 10),
                        target("green", TargetLine.Measure.NET_AREA, List.of(), null, null, 10)));
        try (var plan = new DeskFixture(kind, DeskFixture.CATALOGUE, profile)) {
            plan.one(DeskFixture.park("甲", DeskFixture.box(0, 0, 100, 100)));
            List<TargetState> states = plan.desk().targets();
            assertThat(String.valueOf(states.get(0).fault())).contains("nothing_of_ours");
            assertThat(states.get(0).planned()).isZero();
            assertThat(states.get(1).fault()).isNull();
            assertThat(states.get(1).planned()).isPositive();
            plan.desk().repair();
            assertThat(plan.desk().verify()).isEmpty();
            assertThat(plan.reopened().targets()).isEqualTo(states);
        }
    }

    private static PlanProfile profile(String filter, List<String> layers) {
        PlanProfile like = DeskFixture.PROFILE;
        return new PlanProfile(
                like.id(),
                like.title(),
                like.district(),
                like.year(),
                like.plane(),
                like.illustrative(),
                List.of(target("pieces", TargetLine.Measure.COUNT, layers, filter, null, 10)));
    }
}
