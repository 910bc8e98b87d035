package org.greenplan.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.Notice;
import org.greenplan.history.HistoryEntry;
import org.greenplan.programme.TargetDelta;
import org.greenplan.programme.TargetState;

/**
 * What a changeset did.
 *
 * @param changeset its number
 * @param features created and changed features as they are stored now; left empty by a bulk import
 * @param before the targets before it
 * @param after the targets after it
 */
public record Applied(
        long changeset,
        List<Feature> features,
        List<FeatureRef> deleted,
        List<TargetState> before,
        List<TargetState> after,
        List<Notice> notices) {
    public Applied {
        features = List.copyOf(features);
        deleted = List.copyOf(deleted);
        before = List.copyOf(before);
        after = List.copyOf(after);
        notices = List.copyOf(notices);
    }

    /** What these steps did: each feature as the last of them left it. */
    static Applied of(long changeset, List<HistoryEntry.Step> steps, TargetDelta targets, List<Notice> notices) {
        Map<FeatureRef, Feature> features = new LinkedHashMap<>();
        List<FeatureRef> deleted = new ArrayList<>();
        for (HistoryEntry.Step step : steps) {
            Feature feature = step.after();
            if (feature == null) {
                deleted.add(step.ref());
            } else {
                features.put(step.ref(), feature);
            }
        }
        return new Applied(
                changeset,
                List.copyOf(features.values()),
                deleted,
                targets.before().states(),
                targets.after().states(),
                notices);
    }

    Applied withoutFeatures() {
        return new Applied(changeset, List.of(), deleted, before, after, notices);
    }
}
