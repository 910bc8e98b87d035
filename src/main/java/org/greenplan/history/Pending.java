package org.greenplan.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.feature.FeatureRef;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What other programs wrote into the layers' tables and nobody has taken in yet. The ledger and history know nothing of it: until it is
 * taken in, everything is counted with these features as they were.
 *
 * @param edits by feature, in the order in which they were first touched
 */
public record Pending(Map<FeatureRef, Edit> edits) {
    /**
     * All notes on one feature.
     *
     * @param notes their numbers, oldest first
     * @param before box of the feature before the first edit, lon/lat degrees; null where the note does not tell
     * @param around box of all its states, before and after; null where a note does not tell
     */
    public record Edit(FeatureRef ref, List<Long> notes, @Nullable Envelope before, @Nullable Envelope around) {
        public Edit {
            notes = List.copyOf(notes);
        }

        /** What has no box may be anywhere. */
        public boolean meets(Envelope lonLat) {
            return around == null || around.intersects(lonLat);
        }
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    Optional<Edit> find(FeatureRef ref) {
        return Optional.ofNullable(edits.get(ref));
    }

    /** Whether one of the features waits. */
    boolean hasAny(Collection<FeatureRef> refs) {
        return refs.stream().anyMatch(edits::containsKey);
    }
}
