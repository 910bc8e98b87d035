package org.greenplan.sql;

import java.sql.SQLException;
import org.greenplan.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether somebody still waits for a piece of work. Who goes, or wants something newer, calls it off: the statement that runs for it is
 * ended, and whatever looks here ends by itself. What is called off before it is final leaves the plan as it was.
 */
public final class Wanted {
    private static final Logger LOG = LoggerFactory.getLogger(Wanted.class);
    private static final ThreadLocal<Wanted> NOW = new ThreadLocal<>();
    private static final long AGAIN_MS = 100;

    private volatile boolean off;
    private @Nullable Ending running;

    /** Ends the statement that a connection is at, if it is at any. */
    public interface Ending {
        void end() throws SQLException;
    }

    /** Work that may fail in a way of its own. */
    public interface Work<T, X extends Exception> {
        T run() throws X;
    }

    /** Does work that ends when this is called off; it is all that this thread does meanwhile. */
    public <T, X extends Exception> T during(Work<T, X> work) throws X {
        Wanted before = NOW.get();
        NOW.set(this);
        try {
            return work.run();
        } finally {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        }
    }

    /** For whom this thread works; where nobody can call it off, one who never does. Other threads that help ask what this gives. */
    public static Wanted now() {
        Wanted mine = NOW.get();
        return mine == null ? new Wanted() : mine;
    }

    /** Ends the work of this thread where it was called off. */
    public static void look() {
        Wanted mine = NOW.get();
        if (mine != null) {
            mine.require();
        }
    }

    /** Fails with {@link Problem.CalledOff} where this was called off. */
    public void require() {
        if (off) {
            throw new Problem.CalledOff();
        }
    }

    /** Whether nobody waits any more. */
    public boolean isOff() {
        return off;
    }

    /** Nobody waits any more. Returns at once. */
    public void callOff() {
        synchronized (this) {
            if (off) {
                return;
            }
            off = true;
            if (running == null) {
                return;
            }
        }
        var ender = new Thread(this::end, "greenplan-called-off");
        ender.setDaemon(true);
        ender.start();
    }

    /** Statements run for this from now on, until {@link #rests}. */
    public synchronized void runs(Ending ending) {
        require();
        running = ending;
    }

    /** No statement runs any more, and none is ended from here on. */
    public synchronized void rests() {
        running = null;
        notifyAll();
    }

    /** A statement may have been about to begin, and then nothing was ended: again, until the work has ended. */
    private synchronized void end() {
        while (running != null) {
            try {
                running.end();
                wait(AGAIN_MS);
            } catch (SQLException e) {
                LOG.debug("a statement cannot be ended", e);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
