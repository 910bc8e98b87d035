package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.greenplan.history.Heading;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.junit.jupiter.api.Test;

/** Who has to wait hears who writes and how far that is, as long as it lasts. */
class OccupationTest {
    private static final Problem.Unavailable TROUBLE = Problem.Unavailable.of(Words.of("忙", "busy"), 5);

    private final Occupation occupation = new Occupation();

    @Test
    void whatThoseWhoHelpHaveDoneIsTheWriters() {
        List<Long> told = new ArrayList<>();
        WriteDoor.Entry entry = occupation.watched(
                new WriteDoor.Entry(Heading.person("王工", "大批"), (phase, done, total) -> told.add(done)));
        Runnable each = entry.milestones().each("counting", 300);
        elsewhere(() -> {
            each.run();
            each.run();
            each.run();
            return true;
        });
        assertThat(told).containsExactly(0L, 1L, 2L);
        assertThat(occupation.explained(TROUBLE)).as("the writer's own trouble").isSameAs(TROUBLE);
        Problem.Unavailable others = elsewhere(() -> occupation.explained(TROUBLE));
        assertThat(others.words().en()).startsWith("\"王工\" is counting plots, 2 of 300 done.");
        assertThat(others.words().zh()).startsWith("“王工”正在计量地块，已完成 2/300，");
        occupation.over();
        assertThat(elsewhere(() -> occupation.explained(TROUBLE)))
                .as("also where somebody who helped spoke last")
                .isSameAs(TROUBLE);
    }

    private static <T> T elsewhere(java.util.function.Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
