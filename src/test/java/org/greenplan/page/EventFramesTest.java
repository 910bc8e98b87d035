package org.greenplan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.greenplan.plan.DeskFixture;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** Changesets are put into words once, for all pages. */
class EventFramesTest {
    @Test
    void allPagesShareTheSameBytes() {
        try (DeskFixture plan = new DeskFixture(Kind.GEOPACKAGE)) {
            EventFrames frames = new EventFrames(plan.desk().database());
            assertThat(frames.after(0))
                    .as("nobody has said yet that there is news")
                    .isNull();
            long first = saved(plan, 0);
            long second = saved(plan, 1);
            frames.heard(second);
            EventFrames.Frame one = Objects.requireNonNull(frames.after(0));
            EventFrames.Frame two = Objects.requireNonNull(frames.after(first));
            assertThat(one.number()).isEqualTo(first);
            assertThat(two.number()).isEqualTo(second);
            assertThat(new String(two.bytes(), StandardCharsets.UTF_8))
                    .startsWith("event: changeset\nid: ")
                    .contains("\ndata: {\"changeset\":" + second + ",")
                    .endsWith("}\n\n");
            assertThat(frames.after(0)).isSameAs(one);
            assertThat(frames.after(first)).isSameAs(two);
            assertThat(frames.after(second)).isNull();
        }
    }

    private static long saved(DeskFixture plan, int place) {
        return plan.desk()
                .apply(DeskFixture.by("li", DeskFixture.park("甲", DeskFixture.box(20 * place, 0, 10, 10))))
                .changeset();
    }
}
