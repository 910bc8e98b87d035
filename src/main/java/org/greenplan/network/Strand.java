package org.greenplan.network;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.geo.Leg;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;

/**
 * A line in the plane without a gap; places on it are metres from its start.
 *
 * @param box of all its legs
 */
record Strand(List<Leg> legs, Envelope box, double lengthM) {
    /** The strand of a line; one of no length has no legs. */
    static Strand of(LineString line) {
        List<Leg> legs = Leg.of(line);
        return new Strand(
                List.copyOf(legs),
                line.getEnvelopeInternal(),
                legs.isEmpty() ? 0 : legs.get(legs.size() - 1).endM());
    }

    /** The nearest place of a strand to a point. */
    record Foot(double atM, double gapM) {}

    Foot foot(Coordinate point) {
        double atM = 0;
        double gapM = Double.POSITIVE_INFINITY;
        for (Leg leg : legs) {
            double along = Math.min(Math.max(leg.along(point.x, point.y), 0), leg.lengthM());
            double away = Math.hypot(leg.xAt(along) - point.x, leg.yAt(along) - point.y);
            if (away < gapM) {
                gapM = away;
                atM = leg.startM() + along;
            }
        }
        return new Foot(atM, gapM);
    }

    /** The same, at an end of the strand where that lies so near as well. */
    Foot footOrEnd(Coordinate point, double toleranceM) {
        double fromStartM = point.distance(at(0));
        double fromEndM = point.distance(at(lengthM));
        if (Math.min(fromStartM, fromEndM) <= toleranceM) {
            return fromStartM <= fromEndM ? new Foot(0, fromStartM) : new Foot(lengthM, fromEndM);
        }
        return foot(point);
    }

    Coordinate at(double atM) {
        for (Leg leg : legs) {
            if (atM <= leg.endM()) {
                double along = Math.max(0, atM - leg.startM());
                return new Coordinate(leg.xAt(along), leg.yAt(along));
            }
        }
        Leg last = legs.get(legs.size() - 1);
        return new Coordinate(last.xAt(last.lengthM()), last.yAt(last.lengthM()));
    }

    /** The two ends, metres from the start. */
    List<Double> ends() {
        return List.of(0.0, lengthM);
    }

    /** The legs that may reach into a box. */
    List<Leg> legsIn(Envelope other) {
        List<Leg> found = new ArrayList<>();
        for (Leg leg : legs) {
            if (leg.box(0).intersects(other)) {
                found.add(leg);
            }
        }
        return found;
    }
}
