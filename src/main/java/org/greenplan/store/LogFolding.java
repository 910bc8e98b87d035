package org.greenplan.store;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the write-ahead log into the plan's file a second after the last commit, so that whoever copies the file alone in a quiet moment
 * has the whole plan. Waits for nobody: a reader who still sees an older state is looked after a second later.
 */
final class LogFolding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogFolding.class);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Fold fold;
    private final AtomicLong lastCommitNanos = new AtomicLong();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "greenplan-folding");
        thread.setDaemon(true);
        return thread;
    });

    /** Folds what can be folded now; whether that was all. */
    interface Fold {
        boolean whole() throws SQLException;
    }

    LogFolding(Fold fold) {
        this.fold = fold;
    }

    /** Something was committed: folded when nothing more has come for a second. */
    void committed() {
        lastCommitNanos.set(System.nanoTime());
        if (!clock.isShutdown() && waiting.compareAndSet(false, true)) {
            after(QUIET_NANOS);
        }
    }

    /** Ends it; waits for a fold that has begun. */
    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the log is still being folded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void after(long nanos) {
        try {
            var unused = clock.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // Closing folds.
            waiting.set(false);
        }
    }

    private void look() {
        long quiet = System.nanoTime() - lastCommitNanos.get();
        if (quiet < QUIET_NANOS) {
            after(QUIET_NANOS - quiet);
            return;
        }
        // A commit from here on asks for its own fold.
        waiting.set(false);
        boolean whole = false;
        try {
            whole = fold.whole();
        } catch (SQLException | RuntimeException | Error e) {
            // Also a lack of memory passes; the next look must come.
            LOG.debug("the log cannot be folded now", e);
        }
        if (!whole && waiting.compareAndSet(false, true)) {
            after(QUIET_NANOS);
        }
    }
}
