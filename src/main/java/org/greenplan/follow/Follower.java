package org.greenplan.follow;

import java.util.Collection;
import java.util.List;
import org.greenplan.feature.FeatureRef;
import org.greenplan.store.Part;

/**
 * Something that is kept true to the features: the ledger, the sums of the targets. It is told of every change there is, a save, an
 * import, an undo, an outside edit, a repair or a draft in the hand, by the same calls: it says what the change does to it as a value,
 * and only {@link #put} writes. So a draft and a save can never tell different stories.
 *
 * @param <D> what a change does to it: a value that can be kept, shown and put, or forgotten
 */
public interface Follower<D> {
    /** What it stores in every plan: its tables, which nobody else writes, with their version and that of its way of counting. */
    Part part();

    /**
     * Whether it is kept true inside the transaction of each change. What costs too much for that is built behind it ({@link Behind}), by
     * the same calls, and shown only with the changeset it is true for; it is told of no deltas of others, and of no drafts.
     */
    default boolean within() {
        return true;
    }

    /**
     * How much of it a change can touch.
     *
     * @param touched the features that are written; of those that get their number later, the layer
     * @param earlier what the change does to the followers before this one; nothing where that is not known yet
     */
    Scope scope(Ground ground, Collection<FeatureRef> touched, Deltas earlier);

    /** What a change does near its shapes. Reads only. */
    D delta(Turn turn, Deltas earlier);

    /** All of it, counted anew from the plan as it will be. Reads only. */
    D whole(Turn turn, Deltas earlier);

    /** Writes what a change does; the only method that writes. */
    default void put(Ground ground, D delta) {}

    /** The change is committed as this changeset: what is remembered of it holds from now on. */
    default void settled(long changeset, D delta) {}

    /** Compares what is stored with a second way of counting it. Reads only. */
    List<Difference> compare(Ground ground);
}
