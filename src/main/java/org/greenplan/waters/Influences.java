package org.greenplan.waters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.greenplan.supply.Supply;
import org.greenplan.supply.ValueAt;
import org.greenplan.verdicts.Influence;

/**
 * The influence of every assumed value, computed behind, for one changeset, state and year at a time: whoever asks sees how far it is and
 * what is known so far. What is asked of another ends it.
 */
final class Influences {
    private final AtomicReference<Work> current = new AtomicReference<>();

    /**
     * How far it is.
     *
     * @param total how many values there are
     * @param running whether somebody is at it; neither after the last value nor after it was called off
     * @param asGiven what is to be said with the values as they are; empty before that is known, and where nothing can be said
     * @param values those that are done
     */
    record Seen(int total, boolean running, Optional<Influence.Effect> asGiven, List<Influence> values) {
        Seen {
            values = List.copyOf(values);
        }
    }

    private record Stamp(long changeset, Supply supply) {}

    private static final class Work implements Runnable {
        private final Stamp stamp;
        private final List<ValueAt> values;
        private final List<Influence> done = new CopyOnWriteArrayList<>();
        private volatile Optional<Influence.Effect> asGiven = Optional.empty();
        private volatile boolean wanted = true;
        private volatile boolean running = true;

        Work(Stamp stamp) {
            this.stamp = stamp;
            values = new ArrayList<>(stamp.supply().numbers().keySet());
        }

        @Override
        public void run() {
            try {
                asGiven = Influence.Effect.of(
                        stamp.supply().network(), stamp.supply().year());
                for (ValueAt value : values) {
                    if (!wanted || asGiven.isEmpty()) {
                        return;
                    }
                    done.add(Influence.of(stamp.supply(), value));
                }
            } finally {
                running = false;
            }
        }

        Seen seen() {
            // Read in this order, so that all is there of what has ended.
            boolean still = running;
            return new Seen(values.size(), still, asGiven, done);
        }
    }

    /** What is known; begins where nobody has. */
    Seen ask(long changeset, Supply supply) {
        var stamp = new Stamp(changeset, supply);
        Work known = current.get();
        if (known != null && known.stamp.equals(stamp) && (known.wanted || !known.running)) {
            return known.seen();
        }
        var work = new Work(stamp);
        if (!current.compareAndSet(known, work)) {
            return ask(changeset, supply);
        }
        if (known != null) {
            known.wanted = false;
        }
        Thread thread = new Thread(work, "greenplan-influence");
        thread.setDaemon(true);
        thread.start();
        return work.seen();
    }

    /** Calls it off; what is known stays to be seen until it is asked for anew. */
    void callOff() {
        Work known = current.get();
        if (known != null) {
            known.wanted = false;
        }
    }
}
