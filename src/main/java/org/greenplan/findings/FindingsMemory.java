package org.greenplan.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.history.HistoryStore;
import org.greenplan.rule.Outcome;
import org.greenplan.rule.Outcome.State;
import org.jspecify.annotations.Nullable;

/** Remembers what the rules say of the whole plan: all plots are judged for it, so once for each changeset, when somebody asks. */
public final class FindingsMemory {
    private static final Comparator<Outcome> HARDEST_FIRST = Comparator.comparing(
                    (Outcome outcome) -> outcome.rule().severity())
            .thenComparing(outcome -> -outcome.hit().planeM2())
            .thenComparing(outcome -> -outcome.lengthM());

    private final ReentrantLock one = new ReentrantLock();
    private @Nullable Known known;

    /**
     * What is true for a changeset.
     *
     * @param hits the hardest first, in the plan's plane
     * @param labels what the plots of the hits are called
     * @param unchecked of what nothing can be said, rule by rule
     * @param outcomes how many outcomes there are, rules by plots
     */
    public record Known(
            long changeset,
            String stamp,
            List<Outcome> hits,
            Map<FeatureRef, String> labels,
            List<Finding> unchecked,
            int outcomes) {
        public Known {
            hits = List.copyOf(hits);
            labels = Map.copyOf(labels);
            unchecked = List.copyOf(unchecked);
        }
    }

    /** For the newest changeset; whoever asks while the plan is judged waits for that. */
    public Known of(Ground ground) {
        var history = new HistoryStore(ground.session());
        String stamp = history.lastStamp();
        one.lock();
        try {
            Known before = known;
            if (before != null && before.stamp().equals(stamp)) {
                return before;
            }
            Known fresh = judged(ground, history.lastNumber(), stamp);
            known = fresh;
            return fresh;
        } finally {
            one.unlock();
        }
    }

    private static Known judged(Ground ground, long changeset, String stamp) {
        List<Outcome> all = new PlanRules(ground, Neighbourhood.of(ground.session(), ground.crs())).whole();
        List<Outcome> hits = all.stream()
                .filter(outcome -> outcome.state() == State.HIT)
                .sorted(HARDEST_FIRST)
                .toList();
        List<Outcome> unchecked = all.stream()
                .filter(outcome -> outcome.state() == State.NOT_CHECKED)
                .toList();
        return new Known(changeset, stamp, hits, labels(ground, hits), Finding.of(unchecked, ground.crs()), all.size());
    }

    private static Map<FeatureRef, String> labels(Ground ground, List<Outcome> hits) {
        Map<String, List<Long>> byLayer = new LinkedHashMap<>();
        hits.stream().map(Outcome::plot).distinct().forEach(plot -> byLayer.computeIfAbsent(
                        plot.layer(), layer -> new ArrayList<>())
                .add(plot.id()));
        Map<FeatureRef, String> labels = new HashMap<>();
        byLayer.forEach((id, ids) -> {
            LayerType layer = ground.catalogue().layer(id);
            for (Feature feature : new FeatureStore(ground.session()).findAll(layer, ids)) {
                labels.put(feature.ref(), feature.label(layer));
            }
        });
        return labels;
    }
}
