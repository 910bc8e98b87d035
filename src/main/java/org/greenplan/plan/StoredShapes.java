package org.greenplan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.greenplan.catalogue.LayerType;
import org.greenplan.geo.GeometryRepair;
import org.greenplan.geo.PlanCrs;
import org.greenplan.problem.Problem;
import org.greenplan.store.Session;

/**
 * Shapes that an older program took as valid, for it looked at them in degrees, and that cross themselves in the plane, where they are
 * measured.
 */
record StoredShapes(Session session, PlanCrs crs) {
    /** The changes that mend them; what cannot be mended stays as it is and is counted by what its area is to the sweep. */
    List<Change> mended() {
        List<Change> changes = new ArrayList<>();
        for (LayerType layer : session.catalogue().layers()) {
            new FeatureStore(session).stream(layer, FeatureQuery.all(), feature -> {
                if (!GeometryRepair.isValid(feature.geometry(), crs)) {
                    mend(layer, feature, changes);
                }
            });
        }
        return changes;
    }

    private void mend(LayerType layer, Feature feature, List<Change> changes) {
        try {
            var shape = ChangeIntake.repaired(layer, feature.geometry(), crs).geometry();
            if (!shape.equalsExact(feature.geometry())) {
                changes.add(new Change.Replace(feature.ref(), feature.version(), feature.attributes(), shape));
            }
        } catch (Problem.Invalid e) {
            // Nobody is there to draw it again.
        }
    }

    /** Which features, for the history. */
    static String comment(List<HistoryEntry.Step> steps) {
        return steps.stream()
                .map(step -> step.ref().toString())
                .collect(Collectors.joining(
                        ", ", "修复在平面上自相交的图形 / shapes that cross themselves in the plane mended: ", ""));
    }
}
