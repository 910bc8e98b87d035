package org.greenplan.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.problem.Words;
import org.greenplan.recognise.Progress;
import org.greenplan.recognise.Taking;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * Compares the records of a file with the features of a layer: first by the plan's own ids, then by a key attribute, then by the
 * shape. Features are given one at a time, so that the plan's shapes need not all be held.
 */
public final class Comparison {
    /**
     * How to compare.
     *
     * @param key attribute that identifies a feature, or null
     * @param mapped names of the attributes that the file has columns for
     * @param checkedOut numbers and versions of the features the file was given out with; null for other files
     */
    public record Rules(
            LayerType layer, @Nullable String key, Set<String> mapped, @Nullable Map<Long, Integer> checkedOut) {
        public Rules {
            mapped = Set.copyOf(mapped);
            checkedOut = checkedOut == null ? null : Map.copyOf(checkedOut);
        }
    }

    private final LayerType layer;
    private final Rules rules;
    private final Bases bases;
    private final Recognition records;
    private final Map<Long, Difference> ofRecords = new LinkedHashMap<>();
    private final List<Difference> vanished = new ArrayList<>();
    private final List<Taking.Refused> twice = new ArrayList<>();

    Comparison(Rules rules, Bases bases, List<Taking.Taken> records) {
        this.layer = rules.layer();
        this.rules = rules;
        this.bases = bases;
        this.records = new Recognition(layer, rules.key());
        records.forEach(this::index);
    }

    /** The records of one layer held against all of its features. */
    public static Comparison of(Rules rules, List<Taking.Taken> records, Session session, Progress progress) {
        var comparison = new Comparison(rules, new Bases(session), records);
        long[] compared = {0};
        new FeatureStore(session).stream(rules.layer(), FeatureQuery.all(), feature -> {
            comparison.take(feature);
            progress.at("comparing", ++compared[0], -1);
        });
        comparison.end();
        return comparison;
    }

    private void index(Taking.Taken taken) {
        if (records.add(taken)) {
            ofRecords.put(taken.number(), Difference.fresh(taken));
            return;
        }
        String what = records.name(taken);
        twice.add(new Taking.Refused(
                taken.number(),
                Words.of(
                        "编号“" + what + "”在文件中出现了两次。请改正编号，或跳过这一条。",
                        "The id \"" + what + "\" stands twice in the file. Mend it there, or leave this record out."),
                null,
                taken.name()));
    }

    /** Takes the next feature of the plan. */
    void take(Feature feature) {
        Taking.Taken match = records.find(feature);
        if (match == null) {
            missing(feature);
            return;
        }
        Integer base = match.baseVersion();
        Feature then = base == null || base >= feature.version()
                ? null
                : bases.at(feature.ref(), base).orElse(null);
        Difference difference = then == null ? difference(match, feature) : threeWay(match, feature, then);
        ofRecords.put(match.number(), difference);
    }

    /** After the last feature: records whose feature the plan no longer has. */
    void end() {
        for (Map.Entry<Long, Taking.Taken> left : records.leftById().entrySet()) {
            FeatureRef ref = new FeatureRef(layer.id(), left.getKey());
            Taking.Taken taken = left.getValue();
            Integer base = taken.baseVersion();
            Feature then = base == null ? null : bases.at(ref, base).orElse(null);
            if (then != null) {
                Difference mine = difference(taken, then);
                boolean untouched = mine.state() == Difference.State.SAME;
                ofRecords.put(
                        taken.number(),
                        untouched ? mine : Difference.deleted(taken, ref, mine, bases.lastVersion(ref)));
            }
        }
    }

    private void missing(Feature feature) {
        Map<Long, Integer> out = rules.checkedOut();
        Integer base = out == null ? null : out.get(feature.ref().id());
        if (out == null || (base != null && base == feature.version())) {
            vanished.add(Difference.vanished(feature));
        } else if (base != null) {
            vanished.add(Difference.conflict(null, feature.ref(), feature, false, List.of()));
        }
    }

    private Difference difference(Taking.Taken taken, Feature feature) {
        boolean shapeChanged = !SameShape.test(feature.geometry(), taken.shape());
        return Difference.of(taken, feature, shapeChanged, changed(feature, taken));
    }

    /** Changes on both sides go together where they are about different things; else somebody has to decide. */
    private Difference threeWay(Taking.Taken taken, Feature now, Feature then) {
        Difference mine = difference(taken, then);
        if (mine.state() == Difference.State.SAME) {
            return Difference.of(taken, now, false, List.of());
        }
        List<String> both = mine.attributesChanged().stream()
                .filter(name -> !Objects.equals(
                        then.attributes().get(name), now.attributes().get(name)))
                .filter(name -> !Objects.equals(now.attributes().get(name), value(taken, name)))
                .toList();
        boolean bothShapes = mine.shapeChanged()
                && !SameShape.test(then.geometry(), now.geometry())
                && !SameShape.test(now.geometry(), taken.shape());
        return both.isEmpty() && !bothShapes
                ? Difference.of(taken, now, mine.shapeChanged(), mine.attributesChanged())
                : Difference.conflict(taken, now.ref(), now, mine.shapeChanged(), mine.attributesChanged());
    }

    /** One for every record that was taken, in the file's order, then one for every feature that has none. */
    public List<Difference> differences() {
        List<Difference> all = new ArrayList<>(ofRecords.values());
        all.addAll(vanished);
        return all;
    }

    /** Records that name a feature which another record has named already. */
    public List<Taking.Refused> twice() {
        return List.copyOf(twice);
    }

    /** Attributes that the file has a column for and in which it differs; an emptied cell empties the attribute. */
    private List<String> changed(Feature feature, Taking.Taken taken) {
        List<String> changed = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            String name = attribute.name();
            boolean says = taken.given().contains(name) || (rules.mapped().contains(name) && !attribute.required());
            if (says && !Objects.equals(feature.attributes().get(name), value(taken, name))) {
                changed.add(name);
            }
        }
        return changed;
    }

    /** What the file makes of an attribute. */
    public static @Nullable Object value(Taking.Taken taken, String name) {
        return taken.given().contains(name) ? taken.attributes().get(name) : null;
    }
}
