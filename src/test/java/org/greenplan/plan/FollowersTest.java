package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.park;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Difference;
import org.greenplan.follow.Follower;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A follower of one class and one line in the list is kept true by everything that changes a plan. */
class FollowersTest {
    private final PlotsPerZone toy = new PlotsPerZone();
    private String address = "";
    private PlanDesk desk;

    private void open(Kind kind) {
        address = kind.newAddress();
        desk = open(kind, address, toy);
        one(create("sub_districts", box(0, 0, 500, 500), Map.of("name", "西")));
        one(create("sub_districts", box(500, 0, 500, 500), Map.of("name", "东")));
    }

    /** As a program opens the plan that has these followers beside ledger and targets. */
    private static PlanDesk open(Kind kind, String address, Follower<?>... more) {
        List<Follower<?>> followers = List.of(more);
        var database = kind.open(address, KeptTrue.with(followers).blueprint(DeskFixture.CATALOGUE));
        return PlanDesk.open(database, DeskFixture.CATALOGUE, DeskFixture.PROFILE, followers);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource
    void savingImportingUndoingAndRestoringKeepItTrue(Kind kind) {
        open(kind);
        Feature park = one(park("园", box(100, 100, 50, 50)));
        holds(1, 0);
        park = replaced(park, 700);
        holds(0, 1);
        List<Change.Create> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(park("园" + i, box(30.0 * i, 300, 20, 20)));
        }
        desk.importAll("li", "many", many);
        holds(17, 14);
        desk.apply(by("wang", new Change.Delete(park.ref(), park.version())));
        holds(17, 13);
        desk.undo("wang");
        holds(17, 14);
        desk.redo("wang");
        holds(17, 13);
        desk.restore(park.ref(), "wang");
        holds(17, 14);
        Feature west = desk.database()
                .read(s -> new org.greenplan.feature.FeatureStore(s).find(new FeatureRef("sub_districts", 1)))
                .orElseThrow();
        desk.apply(by("li", new Change.Replace(west.ref(), west.version(), west.attributes(), box(0, 0, 260, 500))));
        holds(9, 14);
    }

    /** What a draft would do is what saving it then does, and nothing of it is written. */
    @ParameterizedTest
    @EnumSource
    void aDraftSaysWhatSavingDoes(Kind kind) {
        open(kind);
        Feature park = one(park("园", box(100, 100, 50, 50)));
        Change moved = new Change.Replace(park.ref(), park.version(), park.attributes(), box(700, 100, 50, 50));
        assertThat(desk.check(moved).deltas().of(toy).orElseThrow().byZone()).isEqualTo(Map.of("东", 1L, "西", -1L));
        Change east = new Change.Delete(new FeatureRef("sub_districts", 2), 1);
        assertThat(desk.check(east).deltas().of(toy)).contains(new PlotsPerZone.Counts(true, Map.of("西", 1L)));
        Change road = create("roads", DeskFixture.line(0, 0, 10, 10), Map.of("name", "路"));
        assertThat(desk.check(road).deltas().of(toy)).isEmpty();
        holds(1, 0);
        desk.apply(by("li", moved));
        holds(0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void anOutsideEditKeepsItTrueAndARepairMendsIt(Kind kind) {
        open(kind);
        Feature park = one(park("园", box(100, 100, 50, 50)));
        one(park("另", box(300, 100, 50, 50)));
        OutsideProgram.change(
                address, "DELETE FROM parks WHERE fid = " + park.ref().id());
        desk.catchUp();
        holds(1, 0);
        desk.database().write(session -> session.execute("UPDATE " + PlotsPerZone.TABLE + " SET plots = 7", List.of()));
        assertThat(desk.verify()).containsExactly(new Difference("西", "plots", 7, 1));
        desk.repair();
        holds(1, 0);
    }

    private void holds(long west, long east) {
        Map<String, Long> expected = new TreeMap<>(Map.of("西", west, "东", east));
        expected.values().removeIf(plots -> plots == 0);
        assertThat(desk.database().<Map<String, Long>>read(PlotsPerZone::stored))
                .isEqualTo(expected);
        assertThat(desk.verify()).isEmpty();
    }

    private Feature one(Change.Create create) {
        return desk.apply(by("li", create)).features().get(0);
    }

    private Feature replaced(Feature park, double east) {
        var replace = new Change.Replace(park.ref(), park.version(), park.attributes(), box(east, 100, 50, 50));
        return desk.apply(by("li", replace)).features().get(0);
    }
}
