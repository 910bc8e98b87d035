package org.greenplan.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.park;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.plan.Applied;
import org.greenplan.plan.DeskFixture;
import org.greenplan.plan.PlanDeskTest;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UndoTest {
    @ParameterizedTest
    @EnumSource
    void workIsTakenBackStepByStepAndBroughtBackAfterReopening(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature park = plan.one(park("一", box(0, 0, 100, 100)));
            plan.desk().apply(by("li", PlanDeskTest.replace(park, "二")));
            plan.desk().apply(by("li", new Change.Delete(park.ref(), 2)));
            plan.reopened();
            assertThat(name(plan.desk().undo("li"))).isEqualTo("二");
            assertThat(name(plan.desk().undo("li"))).isEqualTo("一");
            assertThat(plan.desk().undo("li").deleted()).containsExactly(park.ref());
            assertThatThrownBy(() -> plan.desk().undo("li")).isInstanceOf(Problem.Missing.class);
            plan.reopened();
            assertThat(name(plan.desk().redo("li"))).isEqualTo("一");
            assertThat(name(plan.desk().redo("li"))).isEqualTo("二");
            assertThat(plan.desk().redo("li").deleted()).containsExactly(park.ref());
            assertThatThrownBy(() -> plan.desk().redo("li")).isInstanceOf(Problem.Missing.class);
            assertThat(name(plan.desk().undo("li"))).isEqualTo("二");
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImportIsTakenBackAndBroughtBackUnderItsOldNumbers(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature before = plan.one(park("早", box(0, 0, 30, 30)));
            List<Change.Create> creates = IntStream.range(0, 700)
                    .mapToObj(i -> park("园" + i, box(i % 30 * 20, i / 30 * 20, 25, 25)))
                    .toList();
            plan.desk().importAll("zhao", "import", creates);
            List<FeatureRef> imported = parks(plan);
            assertThat(plan.desk().undo("zhao").deleted()).hasSize(700);
            assertThat(parks(plan)).containsExactly(before.ref());
            plan.desk().redo("zhao");
            assertThat(parks(plan)).isEqualTo(imported);
            assertThat(plan.read(imported.get(700)).version()).isEqualTo(2);
            assertThat(plan.one(park("晚", box(0, 0, 30, 30))).ref().id())
                    .isGreaterThan(imported.get(700).id());
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** A page that opens the history must not be sent half a million features. */
    @Test
    void aLargeChangesetIsCountedAndItsFirstFeaturesNamed() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            List<Change.Create> creates = IntStream.range(0, 50)
                    .mapToObj(i -> park("园" + i, box(i * 20, 0, 25, 25)))
                    .toList();
            long number = plan.desk().importAll("zhao", "import", creates).changeset();
            plan.desk().database().read(session -> {
                var history = new HistoryStore(session);
                assertThat(history.latest(1, 20).get(0).steps()).hasSize(20);
                assertThat(history.since(0, 5, 0).get(0).steps()).isEmpty();
                assertThat(history.countSteps(number)).isEqualTo(50);
                assertThat(history.head(number)).hasValueSatisfying(head -> {
                    assertThat(head.comment()).isEqualTo("import");
                    assertThat(head.steps()).isEmpty();
                });
                assertThat(history.find(number).orElseThrow().steps()).hasSize(50);
                return true;
            });
        }
    }

    private static List<FeatureRef> parks(DeskFixture plan) {
        List<FeatureRef> refs = new ArrayList<>();
        return plan.desk().database().read(session -> {
            new FeatureStore(session)
                    .stream(session.catalogue().get("parks"), FeatureQuery.all(), f -> refs.add(f.ref()));
            return refs;
        });
    }

    @Test
    void theUndoIsRefusedWhereSomebodyBuiltUponIt() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Feature park = plan.one(park("一", box(0, 0, 100, 100)));
            plan.desk().apply(by("wang", PlanDeskTest.replace(park, "王的")));
            assertThatThrownBy(() -> plan.desk().undo("li")).isInstanceOfSatisfying(Problem.Conflict.class, p -> {
                assertThat(p.words().en()).contains("wang").contains("test");
                assertThat(p.details()).containsEntry("author", "wang").containsKey("current");
            });
            plan.desk().undo("wang");
            assertThat(plan.desk().undo("li").deleted()).containsExactly(park.ref());
        }
    }

    @Test
    void othersWorkElsewhereStaysWhenMineIsTakenBack() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Feature mine = plan.one(park("我", box(0, 0, 100, 100)));
            Feature other = plan.desk()
                    .apply(by("wang", park("王", box(50, 0, 100, 100))))
                    .features()
                    .get(0);
            plan.desk().undo("li");
            assertThat(plan.netM2(other.ref())).isCloseTo(10_000, org.assertj.core.api.Assertions.within(1e-3));
            assertThat(plan.desk().redo("li").features())
                    .extracting(Feature::ref)
                    .containsExactly(mine.ref());
            assertThat(plan.netM2(other.ref())).isCloseTo(5_000, org.assertj.core.api.Assertions.within(1e-3));
        }
    }

    /** What was taken back before new work was done would come back into a plan that has gone on: it is not offered. */
    @Test
    void newWorkEndsWhatCouldBeBroughtBack() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(park("一", box(0, 0, 100, 100)));
            plan.desk().undo("li");
            Feature second = plan.one(park("二", box(200, 0, 100, 100)));
            assertThatThrownBy(() -> plan.desk().redo("li")).isInstanceOf(Problem.Missing.class);
            assertThat(plan.desk().undo("li").deleted()).containsExactly(second.ref());
            assertThat(plan.desk().redo("li").features())
                    .extracting(Feature::ref)
                    .containsExactly(second.ref());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedPlotIsRestoredUnderItsNumberAboveItsVersion(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature park = plan.one(park("一", box(0, 0, 100, 100)));
            plan.desk().apply(by("wang", new Change.Delete(park.ref(), 1)));
            plan.reopened();
            Feature back = plan.desk().restore(park.ref(), "li").features().get(0);
            assertThat(back.ref()).isEqualTo(park.ref());
            assertThat(back.version()).isEqualTo(2);
            assertThat(back.attributes()).isEqualTo(park.attributes());
            assertThatThrownBy(() -> plan.desk().restore(park.ref(), "li")).isInstanceOf(Problem.Conflict.class);
            assertThatThrownBy(() -> plan.desk().restore(new FeatureRef("parks", 77), "li"))
                    .isInstanceOf(Problem.Missing.class);
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    private static Object name(Applied applied) {
        return String.valueOf(applied.features().get(0).attributes().get("name"));
    }
}
