package org.greenplan.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.recognise.Taking;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Knows a plot again: a record of a file is a feature of the plan by the plan's own id, else by the value of a key, else by the
 * same shape. Each record is found once.
 */
final class Recognition {
    private final LayerType layer;
    private final @Nullable String key;
    private final Map<Long, Taking.Taken> byId = new HashMap<>();
    private final Map<String, Taking.Taken> byKey = new HashMap<>();
    private final TreeMap<Double, List<Taking.Taken>> byWest = new TreeMap<>();

    /**
     * No records yet.
     *
     * @param key attribute that identifies a feature, or null
     */
    Recognition(LayerType layer, @Nullable String key) {
        this.layer = layer;
        this.key = key;
    }

    /** Takes a record in; false where another record has its id or its key already. */
    boolean add(Taking.Taken taken) {
        Long id = id(taken);
        String value = keyOf(taken.attributes());
        if (id != null) {
            return byId.putIfAbsent(id, taken) == null;
        }
        if (value != null) {
            return byKey.putIfAbsent(value, taken) == null;
        }
        byWest.computeIfAbsent(taken.shape().getEnvelopeInternal().getMinX(), w -> new ArrayList<>())
                .add(taken);
        return true;
    }

    /** By what a record is known, for people. */
    String name(Taking.Taken taken) {
        Long id = id(taken);
        return id != null ? layer.id() + "." + id : String.valueOf(keyOf(taken.attributes()));
    }

    /** True where all records are known by their shapes alone, so that only what lies near them can be one of them. */
    boolean onlyByShape() {
        return byId.isEmpty() && byKey.isEmpty();
    }

    /** The record that is this feature; it is not found a second time. */
    Taking.@Nullable Taken find(Feature feature) {
        Taking.Taken found = byId.remove(feature.ref().id());
        String value = keyOf(feature.attributes());
        if (found == null && value != null) {
            found = byKey.remove(value);
        }
        return found == null ? sameShape(feature) : found;
    }

    /** Records with an id of the plan that have not been found, by that id. */
    Map<Long, Taking.Taken> leftById() {
        return byId;
    }

    private Taking.@Nullable Taken sameShape(Feature feature) {
        Envelope box = feature.geometry().getEnvelopeInternal();
        double west = box.getMinX();
        double tolerance = SameShape.TOLERANCE_DEG;
        for (List<Taking.Taken> near :
                byWest.subMap(west - tolerance, true, west + tolerance, true).values()) {
            for (Taking.Taken taken : near) {
                if (SameShape.test(feature.geometry(), taken.shape())) {
                    near.remove(taken);
                    return taken;
                }
            }
        }
        return null;
    }

    private @Nullable Long id(Taking.Taken taken) {
        String id = taken.id();
        String prefix = layer.id() + ".";
        return id != null
                        && id.startsWith(prefix)
                        && id.substring(prefix.length()).matches("\\d{1,18}")
                ? Long.valueOf(id.substring(prefix.length()))
                : null;
    }

    private @Nullable String keyOf(Map<String, @Nullable Object> attributes) {
        Object value = key == null ? null : attributes.get(key);
        return value == null ? null : value.toString();
    }
}
