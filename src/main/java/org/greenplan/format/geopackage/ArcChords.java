package org.greenplan.format.geopackage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/** Chords of a string of arcs, each given by its beginning, a point on it, and its end. */
final class ArcChords {
    private static final double STEP = Math.toRadians(4);

    private ArcChords() {}

    static Coordinate[] of(Coordinate[] given, Runnable whenBent) {
        if (given.length < 3 || given.length % 2 == 0) {
            return given;
        }
        List<Coordinate> chords = new ArrayList<>(List.of(given[0]));
        for (int i = 0; i + 2 < given.length; i += 2) {
            arc(given[i], given[i + 1], given[i + 2], chords, whenBent);
        }
        return chords.toArray(Coordinate[]::new);
    }

    private static void arc(Coordinate a, Coordinate b, Coordinate c, List<Coordinate> to, Runnable whenBent) {
        boolean circle = a.equals2D(c);
        // The same place twice with another between is a full circle, of which the other is the far side.
        double cross = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        double size = a.distance(b) * a.distance(c);
        if (!circle && Math.abs(cross) <= 1e-12 * size) {
            to.add(b);
            to.add(c);
            return;
        }
        whenBent.run();
        Coordinate centre = circle ? new CoordinateXY((a.x + b.x) / 2, (a.y + b.y) / 2) : centre(a, b, c, cross);
        double radius = centre.distance(a);
        double start = Math.atan2(a.y - centre.y, a.x - centre.x);
        double sweep = circle ? 2 * Math.PI : turned(Math.atan2(c.y - centre.y, c.x - centre.x) - start, cross > 0);
        int steps = (int) Math.ceil(Math.abs(sweep) / STEP);
        for (int i = 1; i < steps; i++) {
            double angle = start + sweep * i / steps;
            to.add(new CoordinateXY(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)));
        }
        to.add(c);
    }

    private static Coordinate centre(Coordinate a, Coordinate b, Coordinate c, double cross) {
        double bx = b.x - a.x;
        double by = b.y - a.y;
        double cx = c.x - a.x;
        double cy = c.y - a.y;
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        return new CoordinateXY(a.x + (cy * b2 - by * c2) / (2 * cross), a.y + (bx * c2 - cx * b2) / (2 * cross));
    }

    private static double turned(double angle, boolean counterClockwise) {
        double full = 2 * Math.PI;
        double positive = ((angle % full) + full) % full;
        return counterClockwise ? positive : positive - full;
    }
}
