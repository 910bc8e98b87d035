package org.greenplan.water.shore;

import java.util.List;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * How far water has to go through a lake: the longest way in a straight line from a mouth by which it comes in to one by which it goes out, beside the
 * longest axis of the lake. Where the way is short the water takes it, and the rest of the lake stands.
 *
 * @param chordM 0 where it goes out where it came in, or not at all
 * @param axisM the largest distance between two points of the shore
 */
public record Crossing(double chordM, double axisM) {
    private static final double SHORT = 1.0 / 3;

    /** Measures a lake. */
    public static Crossing of(Polygon lake, List<Coordinate> inlets, List<Coordinate> outlets) {
        Coordinate[] hull = new ConvexHull(lake).getConvexHull().getCoordinates();
        double axis = 0;
        for (Coordinate one : hull) {
            for (Coordinate other : hull) {
                axis = Math.max(axis, one.distance(other));
            }
        }
        double chord = 0;
        for (Coordinate in : inlets) {
            for (Coordinate out : outlets) {
                chord = Math.max(chord, in.distance(out));
            }
        }
        return new Crossing(chord, axis);
    }

    /** Whether the water goes a short way: less than a third of the longest axis. */
    public boolean isShort() {
        return chordM < SHORT * axisM;
    }

    /** Whether an outlet is where an inlet is, so that what leaves by it has not passed the lake. */
    public static boolean isSameMouth(Coordinate outlet, List<Coordinate> inlets, double toleranceM) {
        return inlets.stream().anyMatch(inlet -> inlet.distance(outlet) <= toleranceM);
    }
}
