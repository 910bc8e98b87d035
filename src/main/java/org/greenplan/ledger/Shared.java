package org.greenplan.ledger;

import java.util.List;
import java.util.stream.Stream;

/** Work on shapes, shared out among the processors where there is enough of it. */
final class Shared {
    /** So few pieces are done before another processor has begun to help. */
    private static final int FEW = 8;

    private Shared() {}

    static <T> Stream<T> out(List<T> work) {
        return work.size() > FEW ? work.parallelStream() : work.stream();
    }
}
