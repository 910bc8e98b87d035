package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.park;

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
