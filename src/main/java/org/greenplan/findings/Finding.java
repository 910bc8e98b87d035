package org.greenplan.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.greenplan.count.Areas;
import org.greenplan.count.ShapeKernel;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.Overlay;
import org.greenplan.problem.Words;
import org.greenplan.rule.Outcome;
import org.greenplan.rule.Rule;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What a rule has against one plot or some plots together, or why it can say nothing of them.
 *
 * @param state HIT or NOT_CHECKED
 * @param names what is met, by name
 * @param area how much of the plots offends; ground under several of them is told once
 * @param lengthM how many metres of lines offend
 * @param plots how many of them
 * @param note what was measured, or why nothing can be said; null where there is nothing to add, or each plot has its own
 */
public record Finding(
        Rule rule,
        Outcome.State state,
        List<String> names,
        Areas area,
        double lengthM,
        int plots,
        @Nullable Words note) {
    private static final Comparator<Finding> HARDEST_FIRST = Comparator.comparing(Finding::state)
            .thenComparing(finding -> finding.rule().severity())
            .thenComparing(finding -> -finding.area().planeM2());

    public Finding {
        names = List.copyOf(names);
    }

    /** Of many outcomes what is to be told: hits, the hardest first, and then of what nothing can be said. */
    public static List<Finding> of(Collection<Outcome> outcomes, PlanCrs crs) {
        Map<List<Object>, List<Outcome>> same = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.state() == Outcome.State.HIT || outcome.state() == Outcome.State.NOT_CHECKED) {
                same.computeIfAbsent(List.of(outcome.rule(), outcome.state()), key -> new ArrayList<>())
                        .add(outcome);
            }
        }
        return same.values().stream()
                .map(some -> of(some, crs))
                .sorted(HARDEST_FIRST)
                .toList();
    }

    /** What a rule has against one plot. */
    static Finding of(Outcome one) {
        return new Finding(one.rule(), one.state(), one.names(), one.hit(), one.lengthM(), 1, one.note());
    }

    private static Finding of(List<Outcome> same, PlanCrs crs) {
        Outcome first = same.get(0);
        if (same.size() == 1) {
            return of(first);
        }
        Set<String> names = new LinkedHashSet<>();
        List<Geometry> shapes = new ArrayList<>();
        boolean sameNote = true;
        double lengthM = 0;
        for (Outcome outcome : same) {
            names.addAll(outcome.names());
            lengthM += outcome.lengthM();
            sameNote &= Objects.equals(outcome.note(), first.note());
            if (outcome.shape().getDimension() == 2) {
                shapes.add(outcome.shape());
            }
        }
        Areas area = new ShapeKernel(crs).areas(Overlay.union(shapes));
        return new Finding(
                first.rule(),
                first.state(),
                List.copyOf(names),
                area,
                lengthM,
                same.size(),
                sameNote ? first.note() : null);
    }
}
