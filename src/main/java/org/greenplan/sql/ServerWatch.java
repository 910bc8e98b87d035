package org.greenplan.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out within seconds that a server has gone, also one that neither answers nor hangs up. As soon as anybody has waited for longer
 * than a moment the server is asked on a line of its own. Where it answers, work takes as long as it takes; where it is silent whoever
 * waits is set free, and nobody begins to wait until it answers again.
 */
public final class ServerWatch implements AutoCloseable {
    /** Everything together, from asking late to giving up, stays below five seconds. */
    public static final Duration LATE = Duration.ofSeconds(1);

    public static final Duration LOOK = Duration.ofMillis(200);
    public static final Duration ANSWER = Duration.ofSeconds(1);
    public static final Duration NEW_LINE = Duration.ofSeconds(2);

    /** What had been going on for so long when the silence began, as an import, is given up later, for a server may only be out of breath. */
    private static final Duration LONG_WORK = Duration.ofSeconds(5);

    private static final Duration SILENCE_ENDS_LONG_WORK = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

    private final Line line;
    private final Map<Long, Visit> visits = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "greenplan-server-watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Connection own;
    private volatile long silentSinceNanos;
    private volatile boolean silent;

    /** Opens a connection that gives up after {@link #NEW_LINE}. */
    public interface Line {
        Connection open() throws SQLException;
    }

    public ServerWatch(Line line) {
        this.line = line;
        var unused = clock.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Somebody who waits for the server. */
    public final class Visit {
        private final long id = number.incrementAndGet();
        private final long sinceNanos = System.nanoTime();
        private @Nullable Connection connection;

        private Visit() {
            visits.put(id, this);
        }

        public synchronized void has(Connection taken) {
            connection = taken;
        }

        /** The connection is nobody's any more: from here on it is not cut. */
        public synchronized void ends() {
            connection = null;
            visits.remove(id);
        }

        private synchronized void cut() {
            Connection mine = connection;
            if (mine == null) {
                return;
            }
            connection = null;
            try {
                ((Connection) mine.unwrap(PGConnection.class)).abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("a connection cannot be cut", e);
            }
        }
    }

    /** Somebody begins to wait; fails at once where the server is known to be silent. */
    public Visit begins() throws SQLException {
        requireAnswers();
        return new Visit();
    }

    /** Fails where the server is known to be silent. */
    public void requireAnswers() throws SQLException {
        if (silent) {
            throw new SQLException("the server is silent", "08006");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (clock.awaitTermination(ANSWER.plus(NEW_LINE).toMillis(), TimeUnit.MILLISECONDS)) {
                hangUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            long now = System.nanoTime();
            if (!silent && visits.values().stream().noneMatch(v -> now - v.sinceNanos > LATE.toNanos())) {
                return;
            }
            if (isAnswering()) {
                silent = false;
                return;
            }
            if (!silent) {
                LOG.warn("the database server does not answer");
                silentSinceNanos = now;
                silent = true;
            }
            boolean all = now - silentSinceNanos > SILENCE_ENDS_LONG_WORK.toNanos();
            for (Visit visit : visits.values()) {
                if (all || silentSinceNanos - visit.sinceNanos < LONG_WORK.toNanos()) {
                    visit.cut();
                }
            }
        } catch (RuntimeException | Error e) {
            // Also a lack of memory passes; the next look must come.
            LOG.warn("the watch of the server failed and goes on", e);
        }
    }

    /** A line that has been open for long may have been cut on the way while the server is well: then a new one is tried. */
    private boolean isAnswering() {
        return (own != null && isAnsweringOnce()) || isAnsweringOnce();
    }

    private boolean isAnsweringOnce() {
        try {
            Connection on = own;
            if (on == null) {
                on = line.open();
                own = on;
                on.setNetworkTimeout(Runnable::run, (int) ANSWER.toMillis());
                return true;
            }
            try (Statement statement = on.createStatement()) {
                return statement.execute("SELECT 1");
            }
        } catch (SQLException e) {
            hangUp();
            return !isSilence(e);
        }
    }

    /** A server that refuses, for it has too many connections or wants a password, is there. */
    private static boolean isSilence(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    private void hangUp() {
        Connection on = own;
        own = null;
        if (on != null) {
            try {
                on.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("a line that is no use cannot be closed", e);
            }
        }
    }
}
