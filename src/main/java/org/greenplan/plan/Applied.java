package org.greenplan.plan;

import java.util.List;
import org.greenplan.target.TargetState;

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
}
