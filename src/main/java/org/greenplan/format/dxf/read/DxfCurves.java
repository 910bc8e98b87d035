package org.greenplan.format.dxf.read;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/** Curves as chords that stay within a tolerance of them. */
final class DxfCurves {
    private static final int MOST_CHORDS = 4_000;
    private static final int FEWEST_PER_CIRCLE = 8;

    private DxfCurves() {}

    /** Number of chords of an arc whose sagitta is at most the tolerance. */
    private static int chords(double radius, double sweep, double tolerance) {
        double widest = radius > tolerance ? 2 * Math.acos(1 - tolerance / radius) : Math.PI;
        double step = Math.min(widest, 2 * Math.PI / FEWEST_PER_CIRCLE);
        double number = Math.ceil(Math.abs(sweep) / step - 1e-9);
        return (int) Math.max(1, Math.min(MOST_CHORDS, number));
    }

    /** From the last point of the list along a bulge to the next point, which is added. */
    static void bulge(List<Coordinate> to, Coordinate next, double bulge, double tolerance) {
        Coordinate from = to.get(to.size() - 1);
        double length = from.distance(next);
        if (Math.abs(bulge) > 1e-9 && length > 0) {
            double h = (1 - bulge * bulge) / (4 * bulge);
            double x = (from.x + next.x) / 2 - (next.y - from.y) * h;
            double y = (from.y + next.y) / 2 + (next.x - from.x) * h;
            double radius = Math.hypot(from.x - x, from.y - y);
            double start = Math.atan2(from.y - y, from.x - x);
            double sweep = 4 * Math.atan(bulge);
            int n = chords(radius, sweep, tolerance);
            for (int i = 1; i < n; i++) {
                double angle = start + sweep * i / n;
                to.add(new CoordinateXY(x + radius * Math.cos(angle), y + radius * Math.sin(angle)));
            }
        }
        to.add(next);
    }

    /**
     * Points of an elliptic arc, both ends included.
     *
     * @param majorX end of the major axis from the centre
     * @param ratio minor axis by major axis
     * @param start parameter in radians
     * @param sweep signed, radians; a whole turn ends where it began
     */
    static void ellipse(
            List<Coordinate> to,
            Coordinate centre,
            double majorX,
            double majorY,
            double ratio,
            double start,
            double sweep,
            double tolerance) {
        int n = chords(Math.hypot(majorX, majorY) * Math.max(1, Math.abs(ratio)), sweep, tolerance);
        boolean whole = Math.abs(Math.abs(sweep) - 2 * Math.PI) < 1e-9;
        for (int i = 0; i <= n; i++) {
            double t = whole && i == n ? start : start + sweep * i / n;
            double cos = Math.cos(t);
            double sin = Math.sin(t) * ratio;
            to.add(new CoordinateXY(centre.x + majorX * cos - majorY * sin, centre.y + majorY * cos + majorX * sin));
        }
    }

    /** A circular arc, both ends included. */
    static void arc(
            List<Coordinate> to, Coordinate centre, double radius, double start, double sweep, double tolerance) {
        ellipse(to, centre, radius, 0, 1, start, sweep, tolerance);
    }

    /** From start to end against the clock, more than nothing and at most a turn. */
    static double turn(double start, double end) {
        double sweep = (end - start) % (2 * Math.PI);
        return sweep <= 1e-12 ? sweep + 2 * Math.PI : sweep;
    }
}
