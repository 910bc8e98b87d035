package org.greenplan.recognise;

import java.util.function.Consumer;
import org.greenplan.sql.Wanted;

/** How far a long piece of work is, read by whoever waits for it; the same person may call it off. */
public final class Progress {
    private final Wanted wanted = new Wanted();
    private final Consumer<String> phases;
    private volatile Step step = new Step("waiting", 0, -1);

    public Progress() {
        this(phase -> {});
    }

    /** Tells each phase as it begins. */
    public Progress(Consumer<String> phases) {
        this.phases = phases;
    }

    /**
     * What is being done now.
     *
     * @param phase {@code waiting}, {@code reading}, {@code checking}, {@code comparing}, {@code writing},
     *     {@code counting} or {@code recording}
     * @param total how many there are to do, or −1 where that is not known
     */
    public record Step(String phase, long done, long total) {}

    public Step step() {
        return step;
    }

    /** Says how far the work is, and ends it where it was called off. */
    public void at(String phase, long done, long total) {
        wanted.require();
        boolean begins = !phase.equals(step.phase());
        step = new Step(phase, done, total);
        if (begins) {
            phases.accept(phase);
        }
    }

    /** Ends the work, also in the middle of a statement that runs for it. */
    public void cancel() {
        wanted.callOff();
    }

    /** Whoever waits for the work. */
    public Wanted wanted() {
        return wanted;
    }
}
