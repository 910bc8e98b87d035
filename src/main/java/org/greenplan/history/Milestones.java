package org.greenplan.history;

import java.util.concurrent.atomic.AtomicLong;

/** Hears what a long write does next, up to the moment before it is final; what is thrown here takes everything back. */
@FunctionalInterface
public interface Milestones {
    Milestones UNWATCHED = (phase, done, total) -> {};

    /**
     * How far it is, told on any thread.
     *
     * @param phase {@code writing}, {@code counting}, {@code comparing} or {@code recording}
     * @param done how many changes, or plots that are counted, are done in this phase; 0 where it begins
     * @param total of how many
     */
    void reached(String phase, long done, long total);

    /** What is run before each of so many pieces of a phase. */
    default Runnable each(String phase, long total) {
        var done = new AtomicLong();
        return () -> reached(phase, done.getAndIncrement(), total);
    }
}
