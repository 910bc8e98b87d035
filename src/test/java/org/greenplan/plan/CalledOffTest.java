package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.Milestones;
import org.greenplan.problem.Problem;
import org.greenplan.sql.Wanted;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An import, large or small, can be called off while its plots are counted, and then nothing of it is there. */
class CalledOffTest {
    @ParameterizedTest
    @EnumSource
    void inTheMiddleOfCounting(Kind kind) {
        try (DeskFixture plan = new DeskFixture(kind)) {
            List<Change.Create> parks = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                parks.add(DeskFixture.park("园" + i, DeskFixture.box(20 * i, 0, 15, 15)));
            }
            AtomicInteger counted = new AtomicInteger();
            assertThatThrownBy(() -> plan.desk().importAll("li", "test", parks, (phase, done, total) -> {
                        if (phase.equals("counting") && counted.incrementAndGet() > 20) {
                            throw new Problem.CalledOff();
                        }
                    }))
                    .isInstanceOf(Problem.CalledOff.class);
            assertThat(counted.get()).as("some plots were counted, not all").isBetween(21, 59);
            assertThat(plan.desk().database().<Long>read(s -> new HistoryStore(s).lastNumber()))
                    .isZero();
            assertThat(plan.desk().importAll("li", "test", parks).changeset()).isEqualTo(1);
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void inTheMiddleOfCountingFew(Kind kind) {
        try (DeskFixture plan = new DeskFixture(kind)) {
            List<Change> parks = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                parks.add(DeskFixture.park("园" + i, DeskFixture.box(20 * i, 0, 15, 15)));
            }
            var wanted = new Wanted();
            List<String> phases = new ArrayList<>();
            assertThatThrownBy(() -> wanted.<Applied, RuntimeException>during(
                            () -> plan.desk().apply(new Changeset("li", "test", parks), (phase, done, total) -> {
                                phases.add(phase);
                                if (phase.equals("counting")) {
                                    wanted.callOff();
                                }
                            })))
                    .isInstanceOf(Problem.CalledOff.class);
            assertThat(phases).containsExactly("writing", "counting");
            assertThat(plan.desk().database().<Long>read(s -> new HistoryStore(s).lastNumber()))
                    .isZero();
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void inTheMiddleOfAForecast(Kind kind) {
        try (DeskFixture plan = new DeskFixture(kind)) {
            var wanted = new Wanted();
            List<Change> parks = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                parks.add(DeskFixture.park("园" + i, DeskFixture.box(20 * i, 0, 15, 15)));
            }
            int[] asked = {0};
            var calling = new java.util.AbstractList<Change>() {
                @Override
                public Change get(int index) {
                    if (asked[0]++ == 5) {
                        wanted.callOff();
                    }
                    return parks.get(index);
                }

                @Override
                public int size() {
                    return parks.size();
                }
            };
            assertThatThrownBy(() -> wanted.<Object, RuntimeException>during(
                            () -> plan.desk().forecast(calling, Milestones.UNWATCHED)))
                    .isInstanceOf(Problem.CalledOff.class);
            assertThat(asked[0]).isEqualTo(6);
        }
    }
}
