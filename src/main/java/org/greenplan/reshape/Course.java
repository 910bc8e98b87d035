package org.greenplan.reshape;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * A line of corners, on which a place has a station: the number of its leg and how far along it, such as 2.5 in the middle of the third leg.
 * Metres, in the plan's plane.
 */
record Course(List<Coordinate> corners) {
    Course {
        corners = List.copyOf(corners);
    }

    int last() {
        return corners.size() - 1;
    }

    /**
     * The station of a place; that of a corner wherever it is as near as {@code reachM} to it.
     *
     * @return NaN where the place lies farther away than {@code reachM}
     */
    double station(Coordinate place, double reachM) {
        double best = Double.NaN;
        double nearest = reachM;
        for (int i = 0; i < last(); i++) {
            var leg = new LineSegment(corners.get(i), corners.get(i + 1));
            double off = leg.distance(place);
            if (off <= nearest) {
                nearest = off;
                best = i + Math.min(1, Math.max(0, leg.projectionFactor(place)));
            }
        }
        if (!Double.isNaN(best)) {
            int corner = (int) Math.rint(best);
            for (int i : new int[] {corner, (int) Math.floor(best), (int) Math.ceil(best)}) {
                if (corners.get(i).distance(place) <= reachM) {
                    return i;
                }
            }
        }
        return best;
    }

    /** The place at a station. */
    Coordinate at(double station) {
        int leg = (int) Math.min(last() - 1.0, Math.floor(station));
        double along = station - leg;
        if (along == 0) {
            return corners.get(leg);
        }
        return along == 1
                ? corners.get(leg + 1)
                : new LineSegment(corners.get(leg), corners.get(leg + 1)).pointAlong(along);
    }

    /** What share of the length between two corners lies before a station, 0 to 1. */
    double share(int from, int to, double station) {
        double before = 0;
        double whole = 0;
        for (int i = from; i < to; i++) {
            double leg = leg(i);
            before += leg * Math.min(1, Math.max(0, station - i));
            whole += leg;
        }
        return before / whole;
    }

    /** The station before which a share of the length between two corners lies. */
    double ofShare(int from, int to, double share) {
        double rest = 0;
        for (int i = from; i < to; i++) {
            rest += share * leg(i);
        }
        for (int i = from; i < to; i++) {
            if (rest <= leg(i) && leg(i) > 0) {
                return i + rest / leg(i);
            }
            rest -= leg(i);
        }
        return to;
    }

    private double leg(int i) {
        return corners.get(i).distance(corners.get(i + 1));
    }
}
