package org.greenplan.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.greenplan.feature.Change;
import org.greenplan.history.Milestones;
import org.greenplan.plan.DeskFixture;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;

/** A page's newer check ends its older one, and no other page's. */
class RunningChecksTest {
    private final RunningChecks checks = new RunningChecks();

    @Test
    void theNewerCheckOfAPageEndsTheOlder() {
        assertThatThrownBy(() -> checks.of("page-one", 1, older -> {
                    older.reached("checking", 0, 1);
                    String newer = checks.of("page-one", 2, RunningChecksTest::done);
                    assertThat(newer).isEqualTo("done");
                    return done(older);
                }))
                .isInstanceOf(Problem.CalledOff.class);
    }

    @Test
    void whatWasOvertakenOnTheWayIsTheOlderAllTheSame() {
        String newer = checks.of("page-one", 2, running -> {
            assertThatThrownBy(() -> checks.of("page-one", 1, RunningChecksTest::done))
                    .isInstanceOf(Problem.CalledOff.class);
            return done(running);
        });
        assertThat(newer).isEqualTo("done");
    }

    @Test
    void otherPagesAndPagesWithoutANameGoOn() {
        String one = checks.of("page-one", 1, running -> {
            assertThat(checks.of("page-two", 2, RunningChecksTest::done)).isEqualTo("done");
            assertThat(checks.of(null, 0, RunningChecksTest::done)).isEqualTo("done");
            return done(running);
        });
        assertThat(one).isEqualTo("done");
    }

    @Test
    void theDeskLooksBetweenTheStagesOfACheck() {
        try (DeskFixture plan = new DeskFixture(org.greenplan.store.TestDatabases.Kind.GEOPACKAGE)) {
            Change draft = DeskFixture.park("甲", DeskFixture.box(0, 0, 100, 100));
            var stages = new java.util.ArrayList<String>();
            plan.desk().check(draft, (phase, done, total) -> stages.add(phase));
            assertThat(stages.stream().distinct()).containsExactly("checking", "counting", "comparing");
            for (String last : java.util.List.of("checking", "counting", "comparing")) {
                assertThatThrownBy(() -> plan.desk().check(draft, (phase, done, total) -> {
                            if (phase.equals(last)) {
                                throw new Problem.CalledOff();
                            }
                        }))
                        .isInstanceOf(Problem.CalledOff.class);
            }
        }
    }

    private static String done(Milestones milestones) {
        milestones.reached("counting", 0, 1);
        return "done";
    }
}
