package org.greenplan.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.greenplan.geo.Intervals;
import org.greenplan.geo.Intervals.Interval;

/**
 * A stretch of a line that is near another line, with the distance to that line where it begins and where it ends.
 *
 * @param fromM metres from the start of the line
 * @param firstM signed distance at its start, positive to the left of the other line, metres
 * @param lastM signed distance at its end
 */
record Near(double fromM, double toM, double firstM, double lastM) {
    /** A line that is crossed at 10° is crossed: sin 9.6° (a change of distance for a step along the line). */
    private static final double CROSSING = 1.0 / 6;

    /** Two stretches that are less apart are one (metres): rounding. */
    private static final double JOINED_M = 1e-6;

    /** The stretches that are lost to a line, from all that is near pieces of it. */
    static Intervals lost(List<Near> pieces) {
        List<Near> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(Near::fromM));
        List<Interval> lost = new ArrayList<>();
        List<Near> run = new ArrayList<>();
        double endM = Double.NEGATIVE_INFINITY;
        for (Near piece : sorted) {
            if (piece.fromM() > endM + JOINED_M) {
                close(run, lost);
                run.clear();
            }
            run.add(piece);
            endM = run.size() == 1 ? piece.toM() : Math.max(endM, piece.toM());
        }
        close(run, lost);
        return Intervals.union(lost);
    }

    /** A stretch along which the line changes sides, or leaves, steeply does not run along the other one: it crosses. */
    private static void close(List<Near> run, List<Interval> to) {
        if (run.isEmpty()) {
            return;
        }
        double fromM = run.get(0).fromM();
        double toM = run.stream().mapToDouble(Near::toM).max().orElseThrow();
        double firstM = nearest(run.stream()
                .filter(n -> n.fromM() <= fromM + JOINED_M)
                .map(Near::firstM)
                .toList());
        double lastM = nearest(run.stream()
                .filter(n -> n.toM() >= toM - JOINED_M)
                .map(Near::lastM)
                .toList());
        if (Math.abs(lastM - firstM) <= CROSSING * (toM - fromM)) {
            to.add(new Interval(fromM, toM));
        }
    }

    /** In whatever order they were found: of two that are as near the one to the right. */
    private static double nearest(List<Double> distances) {
        return distances.stream()
                .min(Comparator.<Double>comparingDouble(Math::abs).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }
}
