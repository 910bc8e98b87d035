package org.greenplan.intake;

import java.util.concurrent.atomic.AtomicBoolean;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** How far a long piece of work is, read by whoever waits for it; the same person may call it off. */
public final class Progress {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile Step step = new Step("waiting", 0, -1);

    /**
     * What is being done now.
     *
     * @param phase {@code waiting}, {@code reading}, {@code checking}, {@code comparing} or {@code writing}
     * @param total how many there are to do, or −1 where that is not known
     */
    public record Step(String phase, long done, long total) {}

    public Step step() {
        return step;
    }

    /** Says how far the work is, and ends it where it was called off. */
    public void at(String phase, long done, long total) {
        if (cancelled.get()) {
            throw new Problem.Invalid(Words.of("已取消,没有任何改动。", "Called off; nothing was changed."), null);
        }
        step = new Step(phase, done, total);
    }

    public void cancel() {
        cancelled.set(true);
    }
}
