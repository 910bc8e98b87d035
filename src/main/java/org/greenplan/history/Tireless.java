package org.greenplan.history;

import org.greenplan.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that must live as long as the program. Whatever ends a round of its work, also a lack of memory or a fault of somebody who was
 * called from it, is logged, and after a moment the next round begins.
 */
public final class Tireless implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tireless.class);
    private static final long PAUSE_MS = 300;
    private static final long LONGEST_FAREWELL_MS = 2000;

    private final Round round;
    private final Thread thread;
    private volatile boolean closed;

    /** One round of work, which itself waits until there is something to do. */
    public interface Round {
        void run() throws InterruptedException;
    }

    /** Begins at once; the program does not wait for this thread when it ends. */
    public Tireless(String name, Round round) {
        this.round = round;
        this.thread = new Thread(this::live, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends after the round that is under way. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(LONGEST_FAREWELL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        while (!closed) {
            try {
                round.run();
            } catch (InterruptedException e) {
                // Only closing ends this thread.
            } catch (Throwable e) {
                rest(e);
            }
        }
    }

    private void rest(Throwable cause) {
        if (closed) {
            return;
        }
        try {
            if (cause instanceof Problem) {
                LOG.warn("{} waits: {}", thread.getName(), cause.getMessage());
            } else {
                LOG.error("{} failed and goes on", thread.getName(), cause);
            }
            Thread.sleep(PAUSE_MS);
        } catch (Throwable e) {
            // There is not even memory to say so: the next round is tried all the same.
        }
    }
}
