package org.greenplan.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A changeset as history keeps it.
 *
 * @param undoes number of the changeset that this one takes back, or null
 */
public record HistoryEntry(
        long number, String author, String comment, Instant at, @Nullable Long undoes, List<Step> steps) {
    public HistoryEntry {
        steps = List.copyOf(steps);
    }

    /** One feature before and after; null where it did not exist. */
    public record Step(FeatureRef ref, @Nullable Feature before, @Nullable Feature after) {}
}
