package org.greenplan.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.geo.GeometryRepair;
import org.greenplan.history.HistoryEntry;
import org.greenplan.problem.Problem;
import org.greenplan.sql.Session;

/**
 * Shapes that an older program took as valid, for it looked at them in degrees, and that cross themselves in the plane, where they are
 * measured.
 */
record StoredShapes(Session session, PlanCrs crs) {
    /** So many features are named in history; of more, their number says enough. */
    private static final int MOST_NAMED = 50;

    /**
     * What the look at all shapes found.
     *
     * @param changes those that mend them
     * @param left what cannot be mended: it stays as it is, and history asks for it to be drawn again
     */
    record Found(List<Change> changes, List<FeatureRef> left) {
        Found {
            changes = List.copyOf(changes);
            left = List.copyOf(left);
        }

        boolean isEmpty() {
            return changes.isEmpty() && left.isEmpty();
        }

        /** Which features, for the history. */
        String comment(List<HistoryEntry.Step> mended) {
            List<String> sentences = new ArrayList<>();
            if (!mended.isEmpty()) {
                sentences.add("修复在平面上自相交的图形 / shapes that cross themselves in the plane mended: "
                        + named(mended.stream().map(HistoryEntry.Step::ref).toList()));
            }
            if (!left.isEmpty()) {
                sentences.add("无法修复，请重新绘制 / cannot be mended, draw again: " + named(left));
            }
            return String.join("; ", sentences);
        }

        private static String named(Collection<FeatureRef> refs) {
            String first =
                    refs.stream().limit(MOST_NAMED).map(FeatureRef::toString).collect(Collectors.joining(", "));
            return refs.size() <= MOST_NAMED ? first : first + " … (" + refs.size() + ")";
        }
    }

    /** Looks at every shape of the plan; nothing is written. */
    Found found() {
        List<Change> changes = new ArrayList<>();
        List<FeatureRef> left = new ArrayList<>();
        for (LayerType layer : session.catalogue().layers()) {
            new FeatureStore(session).stream(layer, FeatureQuery.all(), feature -> {
                if (!GeometryRepair.isValid(feature.geometry(), crs)) {
                    mend(layer, feature, changes, left);
                }
            });
        }
        return new Found(changes, left);
    }

    private void mend(LayerType layer, Feature feature, List<Change> changes, List<FeatureRef> left) {
        try {
            var shape = ChangeIntake.repaired(layer, feature.geometry(), crs).geometry();
            if (!shape.equalsExact(feature.geometry())) {
                changes.add(new Change.Replace(feature.ref(), feature.version(), feature.attributes(), shape));
            }
        } catch (Problem.Invalid e) {
            left.add(feature.ref());
        }
    }
}
