package org.greenplan.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.LayerType;
import org.greenplan.geo.PlanCrs;
import org.greenplan.problem.Problem;
import org.greenplan.store.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what other programs (QGIS, SQL) wrote into the layer tables through the same door as everything else: shapes mended, versions
 * counted up, each feature before and after for the history.
 */
record OutsideEdits(Session session, PlanCrs crs) {
    static final String COMMENT = "外部编辑 / edited outside";
    private static final Logger LOG = LoggerFactory.getLogger(OutsideEdits.class);

    /** Takes the edits in and gives them as steps; the notes of the triggers are gone afterwards. */
    List<HistoryEntry.Step> take() {
        var outside = new OutsideStore(session);
        List<FeatureRef> refs = outside.list();
        if (refs.isEmpty()) {
            return List.of();
        }
        List<HistoryEntry.Step> steps = new ArrayList<>();
        for (FeatureRef ref : refs) {
            session.catalogue()
                    .find(ref.layer())
                    .flatMap(layer -> take(layer, ref))
                    .ifPresent(steps::add);
        }
        outside.clear();
        return steps;
    }

    private Optional<HistoryEntry.Step> take(LayerType layer, FeatureRef ref) {
        var store = new FeatureStore(session);
        Feature before = new HistoryStore(session)
                .of(ref).stream().findFirst().map(e -> e.steps().get(0).after()).orElse(null);
        Optional<Feature> current = store.find(ref);
        if (current.isEmpty()) {
            return before == null ? Optional.empty() : Optional.of(new HistoryEntry.Step(ref, before, null));
        }
        Feature now = current.get();
        if (before != null && sameContent(before, now)) {
            return Optional.empty();
        }
        Geometry shape = mended(layer, now, before);
        if (shape == null) {
            return Optional.empty();
        }
        int base = before == null ? 0 : Math.max(before.version(), now.version());
        Feature after = store.update(new Change.Replace(ref, base, attributes(layer, now, before == null), shape));
        return Optional.of(new HistoryEntry.Step(ref, before, after));
    }

    private static boolean sameContent(Feature a, Feature b) {
        return a.attributes().equals(b.attributes()) && a.geometry().equalsExact(b.geometry());
    }

    /** The mended shape; the last good one where it cannot be mended; null for a new row that has no usable shape yet. */
    private @Nullable Geometry mended(LayerType layer, Feature now, @Nullable Feature before) {
        try {
            return ChangeIntake.repaired(layer, now.geometry(), crs).geometry();
        } catch (Problem.Invalid e) {
            LOG.warn("{} was edited outside into a shape that cannot be kept: {}", now.ref(), e.getMessage());
            return before == null ? null : before.geometry();
        }
    }

    /** A row drawn in another program often lacks what our forms fill in. */
    private static Map<String, @Nullable Object> attributes(LayerType layer, Feature now, boolean isNew) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(now.attributes());
        if (isNew) {
            layer.attributes().forEach(a -> {
                if (attributes.get(a.name()) == null) {
                    attributes.put(a.name(), a.defaultValue());
                }
            });
        }
        return attributes;
    }
}
