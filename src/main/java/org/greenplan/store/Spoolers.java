package org.greenplan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** Who makes long answers: few at once; the other connections are for those who ask for little, and for the writer. */
final class Spoolers {
    private static final int MOST = 6;
    private static final int RETRY_AFTER_S = 10;

    private final Semaphore free = new Semaphore(MOST, true);

    /** An answer made from one state of the plan, when it is somebody's turn; waits for that as long as {@code patience}. */
    Spool of(Database plan, Database.Telling telling, Duration patience) {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.Unavailable.of(
                        Words.of(
                                "同时有太多较长的查询，请稍候再试。",
                                "Too many long answers are asked for at once. Try again in a moment."),
                        RETRY_AFTER_S);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the program ends", e);
        }
        try {
            return Spool.of(out -> plan.<Boolean>read(session -> {
                try {
                    telling.to(session, out);
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        } catch (UncheckedIOException e) {
            throw Spool.full(e);
        } finally {
            free.release();
        }
    }
}
