package org.greenplan.follow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryEntry.Step;
import org.greenplan.history.KnownFeatures;
import org.greenplan.history.Milestones;

/**
 * A change as followers see it: its steps, and the plan as it was and as it will be. The store may stand after the steps (a write),
 * before them (a draft) or in between (an outside edit): both views lay the steps over it, and say the same.
 *
 * @param was the plan before the steps
 * @param is the plan after the steps
 * @param draft whether it is only shown and never put, so that figures will do where shapes cost too much
 * @param milestones hears how far a long counting is, and can end it
 */
public record Turn(
        Ground ground, List<Step> steps, Neighbourhood was, Neighbourhood is, boolean draft, Milestones milestones) {
    public Turn {
        steps = List.copyOf(steps);
    }

    /** Of some steps. */
    public static Turn of(Ground ground, List<Step> steps, Milestones milestones) {
        return of(ground, steps, Map.of(), false, milestones);
    }

    /** Of a step that is only drafted. */
    public static Turn draft(Ground ground, Step step, Milestones milestones) {
        return of(ground, List.of(step), Map.of(), true, milestones);
    }

    /**
     * Of some steps, long after they were written.
     *
     * @param later what was written after them, each feature as they left it
     */
    static Turn of(Ground ground, List<Step> steps, Map<FeatureRef, Optional<Feature>> later, Milestones milestones) {
        return of(ground, steps, later, false, milestones);
    }

    private static Turn of(
            Ground ground,
            List<Step> steps,
            Map<FeatureRef, Optional<Feature>> later,
            boolean draft,
            Milestones milestones) {
        Map<FeatureRef, Optional<Feature>> before = new LinkedHashMap<>();
        Map<FeatureRef, Optional<Feature>> after = new LinkedHashMap<>();
        for (Step step : steps) {
            before.putIfAbsent(step.ref(), Optional.ofNullable(step.before()));
            after.put(step.ref(), Optional.ofNullable(step.after()));
        }
        later.forEach(before::putIfAbsent);
        after.putAll(later);
        var known = new KnownFeatures(ground.session());
        return new Turn(
                ground,
                steps,
                new Neighbourhood(ground.session(), ground.crs(), known, before),
                new Neighbourhood(ground.session(), ground.crs(), known, after),
                draft,
                milestones);
    }

    /** Of no change: the plan as it stands, to be counted anew. */
    public static Turn still(Ground ground, Milestones milestones) {
        return of(ground, List.of(), milestones);
    }

    /** The features of the steps. */
    public Collection<FeatureRef> touched() {
        Collection<FeatureRef> touched = new LinkedHashSet<>();
        steps.forEach(step -> touched.add(step.ref()));
        return touched;
    }
}
