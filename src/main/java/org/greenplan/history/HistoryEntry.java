package org.greenplan.history;

import java.time.Instant;
import java.util.List;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.jspecify.annotations.Nullable;

/**
 * A changeset as history keeps it.
 *
 * @param stamp hash of the stamp before it and of its content: no other plan, and no copy of this one that went another way, has it
 */
public record HistoryEntry(long number, Heading heading, Instant at, String stamp, List<Step> steps) {
    public HistoryEntry {
        steps = List.copyOf(steps);
    }

    /** One feature before and after; null where it did not exist. */
    public record Step(FeatureRef ref, @Nullable Feature before, @Nullable Feature after) {}

    public String author() {
        return heading.author();
    }

    public String comment() {
        return heading.comment();
    }

    public Origin origin() {
        return heading.origin();
    }

    /** Number of the changeset that this one takes back, or null. */
    public @Nullable Long undoes() {
        return heading.undoes();
    }

    HistoryEntry with(List<Step> those) {
        return new HistoryEntry(number, heading, at, stamp, those);
    }
}
