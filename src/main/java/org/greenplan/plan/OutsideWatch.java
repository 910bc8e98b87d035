package org.greenplan.plan;

import java.util.concurrent.TimeUnit;
import org.greenplan.history.Tireless;
import org.greenplan.problem.Problem;

/** Looks a few times a second whether another program wrote into the plan, and takes it in portion by portion. */
final class OutsideWatch implements AutoCloseable {
    private static final long POLL_MS = 300;

    private final OutsideDoor door;
    private final Tireless thread;

    OutsideWatch(OutsideDoor door) {
        this.door = door;
        this.thread = new Tireless("greenplan-outside", this::round);
    }

    @Override
    public void close() {
        thread.close();
    }

    /** After a portion the next one is taken at once; who waits to save has its turn in between. */
    private void round() throws InterruptedException {
        if (!some()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    /** While an import writes, or the store does not answer, what waits goes on waiting. */
    private boolean some() {
        try {
            return door.takeInSome();
        } catch (Problem.Unavailable e) {
            return false;
        }
    }
}
