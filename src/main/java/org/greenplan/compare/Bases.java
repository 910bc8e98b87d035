package org.greenplan.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.sql.Session;

/** What features were when a file left: the common ground of a three-way comparison, read from history. */
record Bases(Session session) {
    /** The feature as it was at a version; empty where history does not reach back that far. */
    Optional<Feature> at(FeatureRef ref, int version) {
        return states(ref).stream().filter(f -> f.version() == version).findFirst();
    }

    /** The highest version the feature ever had. */
    int lastVersion(FeatureRef ref) {
        return states(ref).stream().mapToInt(Feature::version).max().orElse(0);
    }

    private List<Feature> states(FeatureRef ref) {
        List<Feature> states = new ArrayList<>();
        for (HistoryEntry entry : new HistoryStore(session).of(ref)) {
            Feature after = entry.steps().get(0).after();
            Feature before = entry.steps().get(0).before();
            if (after != null) {
                states.add(after);
            }
            if (before != null) {
                states.add(before);
            }
        }
        return states;
    }
}
