package org.greenplan.compare;

import java.util.List;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.recognise.Taking.Taken;
import org.jspecify.annotations.Nullable;

/**
 * How one record of a file, or one feature that is missing there, differs from the plan.
 *
 * @param taken the record; null for what vanished
 * @param ref the feature of the plan it is; null for what is new
 * @param before that feature where it is to be changed or is missing in the file; null otherwise
 * @param shapeChanged true where the shape moved by more than two millimetres
 * @param attributesChanged names of the attributes that differ
 * @param versionIfRestored version it gets where it was deleted in the plan and the file brings it back; 0 otherwise
 */
public record Difference(
        State state,
        @Nullable Taken taken,
        @Nullable FeatureRef ref,
        @Nullable Feature before,
        boolean shapeChanged,
        List<String> attributesChanged,
        int versionIfRestored) {
    public enum State {
        NEW,
        CHANGED,
        SAME,
        VANISHED,
        /** Changed in the file and, since the file left, in the plan too: somebody has to decide. */
        CONFLICT
    }

    public Difference {
        attributesChanged = List.copyOf(attributesChanged);
    }

    /** A record that the plan lacks. */
    public static Difference fresh(Taken taken) {
        return new Difference(State.NEW, taken, null, null, false, List.of(), 0);
    }

    static Difference vanished(Feature feature) {
        return new Difference(State.VANISHED, null, feature.ref(), feature, false, List.of(), 0);
    }

    /**
     * A feature that both sides changed.
     *
     * @param taken the record; null where it was deleted in the file
     * @param now the feature as it is
     */
    static Difference conflict(
            @Nullable Taken taken, FeatureRef ref, Feature now, boolean shapeChanged, List<String> attributesChanged) {
        return new Difference(State.CONFLICT, taken, ref, now, shapeChanged, attributesChanged, 0);
    }

    /** A feature that was changed in the file and deleted in the plan. */
    static Difference deleted(Taken taken, FeatureRef ref, Difference mine, int lastVersion) {
        return new Difference(
                State.CONFLICT, taken, ref, null, mine.shapeChanged(), mine.attributesChanged(), lastVersion + 1);
    }

    static Difference of(Taken taken, Feature feature, boolean shapeChanged, List<String> attributesChanged) {
        boolean same = !shapeChanged && attributesChanged.isEmpty();
        return new Difference(
                same ? State.SAME : State.CHANGED,
                taken,
                feature.ref(),
                same ? null : feature,
                shapeChanged,
                attributesChanged,
                0);
    }
}
