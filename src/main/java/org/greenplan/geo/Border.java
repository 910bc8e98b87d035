package org.greenplan.geo;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.geo.Intervals.Interval;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Tells which stretches of a line lie in an area, the border itself included to a millimetre: somebody who draws along a border means it,
 * and no two programs put a place on the same side of it. Safe for many threads.
 */
final class Border {
    private static final double ON_IT_M = 1e-3;

    /** A stretch on the border that is shorter crosses it, at 10° and steeper, and ends where it does. */
    private static final double CROSSING_M = 6 * 2 * ON_IT_M;

    private static final double PAST_M = 1e-9;

    private final STRtree edges = new STRtree();
    private final IndexedPointInAreaLocator locator;

    Border(Geometry polygonal) {
        for (Object ring : LinearComponentExtracter.getLines(polygonal)) {
            Leg.of((LineString) ring).forEach(leg -> edges.insert(leg.box(ON_IT_M), leg));
        }
        edges.build();
        locator = new IndexedPointInAreaLocator(polygonal);
    }

    Intervals inside(LineString line) {
        List<Leg> legs = Leg.of(line);
        if (legs.isEmpty()) {
            return Intervals.NONE;
        }
        List<Interval> on = new ArrayList<>();
        legs.forEach(leg -> onBorder(leg, on));
        List<Interval> inside = new ArrayList<>();
        double lengthM = legs.get(legs.size() - 1).endM();
        double atM = 0;
        boolean in = holds(legs, 0);
        for (Interval run : Intervals.union(on).stretches()) {
            in = between(legs, atM, run.fromM(), in, inside);
            boolean after = holds(legs, Math.min(lengthM, run.toM() + PAST_M));
            inside.add(run.toM() - run.fromM() > CROSSING_M ? run : crossing(legs, run, in, after));
            in = after;
            atM = run.toM();
        }
        between(legs, atM, lengthM, in, inside);
        return Intervals.union(inside);
    }

    /** Between two stretches on the border there is no border: one place tells for all. */
    private boolean between(List<Leg> line, double fromM, double toM, boolean known, List<Interval> to) {
        if (toM <= fromM) {
            return known;
        }
        boolean in = holds(line, (fromM + toM) / 2);
        if (in) {
            to.add(new Interval(fromM, toM));
        }
        return in;
    }

    /** The part of a short stretch that lies inside, found by halving. */
    private Interval crossing(List<Leg> line, Interval run, boolean before, boolean after) {
        if (before == after) {
            return before ? run : new Interval(run.fromM(), run.fromM());
        }
        double low = run.fromM();
        double high = run.toM();
        double middle = (low + high) / 2;
        // Thousands of kilometres along a line the next number is farther away than that.
        while (high - low > PAST_M && low < middle && middle < high) {
            if (holds(line, middle) == before) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
        }
        return before ? new Interval(run.fromM(), low) : new Interval(high, run.toM());
    }

    private boolean holds(List<Leg> line, double atM) {
        int first = 0;
        int last = line.size() - 1;
        while (first < last) {
            int middle = (first + last + 1) >>> 1;
            if (line.get(middle).startM() > atM) {
                last = middle - 1;
            } else {
                first = middle;
            }
        }
        Leg leg = line.get(first);
        double along = atM - leg.startM();
        return locator.locate(new Coordinate(leg.xAt(along), leg.yAt(along))) != Location.EXTERIOR;
    }

    private void onBorder(Leg leg, List<Interval> to) {
        edges.query(leg.box(0), item -> {
            Leg border = (Leg) item;
            Clip beside = new Clip(leg.lengthM());
            double at = border.along(leg.x(), leg.y());
            double left = border.left(leg.x(), leg.y());
            beside.least(at, border.along(leg), 0).most(at, border.along(leg), border.lengthM());
            beside.least(left, border.left(leg), -ON_IT_M).most(left, border.left(leg), ON_IT_M);
            add(leg, beside, to);
            add(leg, new Clip(leg.lengthM()).within(leg, border.x(), border.y(), ON_IT_M), to);
        });
    }

    private static void add(Leg leg, Clip clip, List<Interval> to) {
        if (!clip.isEmpty()) {
            to.add(new Interval(leg.startM() + clip.fromM(), leg.startM() + clip.toM()));
        }
    }
}
