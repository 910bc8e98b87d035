package org.greenplan.plan;

/** Hears what a long write does next, up to the moment before it is final; what is thrown here takes everything back. */
@FunctionalInterface
public interface Milestones {
    Milestones UNWATCHED = (phase, count) -> {};

    /** A phase begins: {@code writing}, {@code counting}, {@code comparing} or {@code recording}, of so many changes. */
    void reached(String phase, long count);
}
