package org.greenplan.compare;

import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Tells whether two shapes are the same but for the rounding of a file format (millimetres); lon/lat degrees. */
public final class SameShape {
    /** About two millimetres. */
    static final double TOLERANCE_DEG = 2e-8;

    private static final int MOST_POINTS = 5_000;

    private SameShape() {}

    /** True where neither strays from the other by more than a rounding; where parts begin and which way they run is of no account. */
    public static boolean test(Geometry a, Geometry b) {
        if (a.getNumPoints() != b.getNumPoints() || !near(a.getEnvelopeInternal(), b.getEnvelopeInternal())) {
            return false;
        }
        if (a.equalsExact(b, TOLERANCE_DEG) || a.norm().equalsExact(b.norm(), TOLERANCE_DEG)) {
            return true;
        }
        // Rounding can change at which corner a normalised ring begins; every corner is held against every other.
        return a.getNumPoints() <= MOST_POINTS && DiscreteHausdorffDistance.distance(a, b) <= TOLERANCE_DEG;
    }

    private static boolean near(Envelope a, Envelope b) {
        return Math.abs(a.getMinX() - b.getMinX()) <= TOLERANCE_DEG
                && Math.abs(a.getMinY() - b.getMinY()) <= TOLERANCE_DEG
                && Math.abs(a.getMaxX() - b.getMaxX()) <= TOLERANCE_DEG
                && Math.abs(a.getMaxY() - b.getMaxY()) <= TOLERANCE_DEG;
    }
}
