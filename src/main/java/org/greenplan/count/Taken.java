package org.greenplan.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a plot that does not count for it, and who has it.
 *
 * @param by the plot that counts the part, only where the reason is {@link Why#PLOT}
 */
public record Taken(Why why, @Nullable PlotKey by, Areas area) {
    /** The reasons in the order in which they are asked: what lies outside is not green already, and so on. */
    public enum Why {
        /** Beyond the district. */
        OUTSIDE,
        /** Green already. */
        GREEN,
        /** An upgrade adds no area: all of it inside the district. */
        UPGRADE,
        /** The net area of another plot. */
        PLOT
    }

    private static final Comparator<Taken> ORDER =
            Comparator.comparing(Taken::why).thenComparing(t -> -t.area().planeMm2());

    /** Two ways of noding the same shapes differ by rounding: so much of it is closed, 1e-3 m² and 1e-9 of the plot. */
    private static final long ROUNDING_MM2 = 1000;

    /** The parts of several plots, of which those with one reason and one plot are one. */
    public static List<Taken> together(Collection<List<Taken>> plots) {
        Map<Map.Entry<Why, Optional<PlotKey>>, Taken> together = new LinkedHashMap<>();
        plots.stream()
                .flatMap(List::stream)
                .forEach(part -> together.merge(
                        Map.entry(part.why(), Optional.ofNullable(part.by())),
                        part,
                        (one, more) -> new Taken(one.why(), one.by(), one.area().plus(more.area()))));
        return together.values().stream().sorted(ORDER).toList();
    }

    /**
     * The parts of one plot in the order of their reasons, the largest plot first, with the rounding between two ways of measuring
     * closed in the largest part, so that they sum to gross − net to the last digit. A difference that is no rounding is left to be
     * seen.
     */
    public static List<Taken> closed(List<Taken> parts, Areas gross, Areas net) {
        Areas lost = gross.minus(net);
        if (lost.equals(Areas.ZERO) || parts.isEmpty()) {
            return List.of();
        }
        List<Taken> closed = new ArrayList<>(parts);
        Areas sum = parts.stream().map(Taken::area).reduce(Areas.ZERO, Areas::plus);
        Areas gap = lost.minus(sum);
        long allowed = ROUNDING_MM2 + gross.planeMm2() / 1_000_000_000;
        if (Math.abs(gap.planeMm2()) <= allowed && Math.abs(gap.ellipsoidMm2()) <= allowed) {
            Taken largest = parts.stream()
                    .max(Comparator.comparingLong(t -> t.area().planeMm2()))
                    .orElseThrow();
            closed.set(
                    parts.indexOf(largest),
                    new Taken(largest.why(), largest.by(), largest.area().plus(gap)));
        }
        closed.removeIf(t -> t.area().equals(Areas.ZERO));
        closed.sort(ORDER);
        return List.copyOf(closed);
    }
}
