package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An import can be called off while its plots are counted, and then nothing of it is there. */
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
            assertThatThrownBy(() -> plan.desk().importAll("li", "test", parks, (phase, count) -> {
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
}
