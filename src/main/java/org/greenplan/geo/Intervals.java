package org.greenplan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.LineString;

/** Stretches of a line, each from one distance from its start to another (metres); in order, apart from each other. */
public record Intervals(List<Interval> stretches) {
    public static final Intervals NONE = new Intervals(List.of());

    /** A gap of less is rounding (metres). */
    static final double JOINED_M = 1e-6;

    public Intervals {
        stretches = List.copyOf(stretches);
    }

    /** From here to there, metres from the start of the line. */
    public record Interval(double fromM, double toM) {}

    /** A whole line. */
    static Intervals of(LineString line) {
        return union(List.of(new Interval(0, line.getLength())));
    }

    /** The union of intervals in any order. */
    public static Intervals union(List<Interval> any) {
        List<Interval> sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparingDouble(Interval::fromM));
        List<Interval> apart = new ArrayList<>();
        for (Interval next : sorted) {
            int last = apart.size() - 1;
            if (last >= 0 && next.fromM() <= apart.get(last).toM() + JOINED_M) {
                Interval open = apart.get(last);
                apart.set(last, new Interval(open.fromM(), Math.max(open.toM(), next.toM())));
            } else if (next.toM() > next.fromM()) {
                apart.add(next);
            }
        }
        return new Intervals(apart);
    }

    /** What lies in both. */
    public Intervals and(Intervals other) {
        List<Interval> both = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < stretches.size() && j < other.stretches.size()) {
            Interval a = stretches.get(i);
            Interval b = other.stretches.get(j);
            double from = Math.max(a.fromM(), b.fromM());
            double to = Math.min(a.toM(), b.toM());
            if (to > from) {
                both.add(new Interval(from, to));
            }
            if (a.toM() < b.toM()) {
                i++;
            } else {
                j++;
            }
        }
        return new Intervals(both);
    }

    /** What lies in these and not in the others. */
    public Intervals minus(Intervals other) {
        List<Interval> gaps = new ArrayList<>();
        double from = Double.NEGATIVE_INFINITY;
        for (Interval taken : other.stretches) {
            gaps.add(new Interval(from, taken.fromM()));
            from = taken.toM();
        }
        gaps.add(new Interval(from, Double.POSITIVE_INFINITY));
        return and(new Intervals(gaps));
    }

    /** Whether a place lies in one of them, to rounding. */
    public boolean covers(double atM) {
        return stretches.stream().anyMatch(s -> s.fromM() - JOINED_M <= atM && atM <= s.toM() + JOINED_M);
    }

    public double lengthM() {
        return stretches.stream().mapToDouble(s -> s.toM() - s.fromM()).sum();
    }
}
