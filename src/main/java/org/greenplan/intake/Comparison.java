package org.greenplan.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.LayerType;
import org.greenplan.plan.Feature;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Compares the records of a file with the features of a layer: first by the plan's own ids, then by a key attribute, then by the
 * shape. Features are given one at a time, so that the plan's shapes need not all be held.
 */
final class Comparison {
    private final LayerType layer;
    private final @Nullable String key;
    private final Set<String> mapped;
    private final Map<Long, Taking.Taken> byId = new HashMap<>();
    private final Map<String, Taking.Taken> byKey = new HashMap<>();
    private final TreeMap<Double, List<Taking.Taken>> byWest = new TreeMap<>();
    private final Map<Long, Difference> ofRecords = new LinkedHashMap<>();
    private final List<Difference> vanished = new ArrayList<>();
    private final List<Taking.Refused> twice = new ArrayList<>();

    /** Records of a file that go to a layer, with the names of the attributes that the file has columns for. */
    Comparison(LayerType layer, @Nullable String key, Set<String> mapped, List<Taking.Taken> records) {
        this.layer = layer;
        this.key = key;
        this.mapped = Set.copyOf(mapped);
        records.forEach(this::index);
    }

    private void index(Taking.Taken taken) {
        Long id = id(taken);
        String value = keyOf(taken.attributes());
        boolean again = id == null
                ? value != null && byKey.putIfAbsent(value, taken) != null
                : byId.putIfAbsent(id, taken) != null;
        if (again) {
            String what = id != null ? layer.id() + "." + id : String.valueOf(value);
            twice.add(new Taking.Refused(
                    taken.number(),
                    Words.of("编号“" + what + "”在文件中出现了两次。", "The id \"" + what + "\" stands twice in the file."),
                    null));
            return;
        }
        ofRecords.put(taken.number(), Difference.fresh(taken));
        if (id == null && value == null) {
            byWest.computeIfAbsent(taken.shape().getEnvelopeInternal().getMinX(), w -> new ArrayList<>())
                    .add(taken);
        }
    }

    /** Takes the next feature of the plan. */
    void take(Feature feature) {
        Taking.Taken match = match(feature);
        if (match == null) {
            vanished.add(Difference.vanished(feature));
            return;
        }
        boolean shapeChanged = !SameShape.test(feature.geometry(), match.shape());
        ofRecords.put(match.number(), Difference.of(match, feature, shapeChanged, changed(feature, match)));
    }

    /** One for every record that was taken, in the file's order, then one for every feature that has none. */
    List<Difference> differences() {
        List<Difference> all = new ArrayList<>(ofRecords.values());
        all.addAll(vanished);
        return all;
    }

    /** Records that name a feature which another record has named already. */
    List<Taking.Refused> twice() {
        return List.copyOf(twice);
    }

    private Taking.@Nullable Taken match(Feature feature) {
        Taking.Taken found = byId.remove(feature.ref().id());
        String value = keyOf(feature.attributes());
        if (found == null && value != null) {
            found = byKey.remove(value);
        }
        return found == null ? sameShape(feature) : found;
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

    /** Attributes that the file has a column for and in which it differs; an emptied cell empties the attribute. */
    private List<String> changed(Feature feature, Taking.Taken taken) {
        List<String> changed = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            String name = attribute.name();
            boolean says = taken.given().contains(name) || (mapped.contains(name) && !attribute.required());
            if (says && !Objects.equals(feature.attributes().get(name), value(taken, name))) {
                changed.add(name);
            }
        }
        return changed;
    }

    /** What the file makes of an attribute. */
    static @Nullable Object value(Taking.Taken taken, String name) {
        return taken.given().contains(name) ? taken.attributes().get(name) : null;
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
