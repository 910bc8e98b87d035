package org.greenplan.store;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Lets the writers of this program in one by one, in the order they came: waiting here costs no connection, so that readers are not left
 * without. As long as the turn goes round everybody waits; who holds it for long, as an import does, sends the others away.
 */
final class WriterTurn {
    private static final Duration PATIENCE_WITH_ONE = Duration.ofMillis(4800);
    private static final Duration PATIENCE_WITH_ALL = Duration.ofSeconds(20);
    private static final int RETRY_AFTER_S = 5;

    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicLong given = new AtomicLong();
    private volatile @Nullable Stuck stuck;

    /** Why the store did not let a writer begin, and when that was found. */
    private record Stuck(Problem.Unavailable why, long atNanos) {}

    /** Takes the turn and tells how long that took; {@link #pass} gives it on. */
    Duration take() {
        long since = System.nanoTime();
        long held = given.get();
        while (!tried()) {
            boolean sameHolder = given.get() == held;
            held = given.get();
            if (sameHolder || System.nanoTime() - since > PATIENCE_WITH_ALL.toNanos()) {
                throw Problem.Unavailable.of(
                        Words.of(
                                "另一项较长的写入正在进行，请稍候再试；没有任何改动。",
                                "Something long is being written. Try again in a moment; nothing was changed."),
                        RETRY_AFTER_S);
            }
        }
        given.incrementAndGet();
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** The store did not let whoever has the turn begin. */
    void stuck(Problem.Unavailable why) {
        stuck = new Stuck(why, System.nanoTime());
    }

    /** Fails where the store has not let somebody begin in the last so long: who has waited meanwhile need not find out again. */
    void requireNotStuck(Duration since) {
        Stuck last = stuck;
        if (last != null && System.nanoTime() - last.atNanos() < since.toNanos()) {
            throw last.why();
        }
    }

    void pass() {
        turn.release();
    }

    private boolean tried() {
        try {
            return turn.tryAcquire(PATIENCE_WITH_ONE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the program ends", e);
        }
    }
}
