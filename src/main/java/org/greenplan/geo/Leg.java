package org.greenplan.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;

/**
 * A straight piece of a line in the plane (metres), with its place in the whole.
 *
 * @param x east of its start
 * @param y north of its start
 * @param dx eastern part of its direction, which is a unit vector
 * @param dy northern part of its direction
 * @param startM distance of its start from the start of the line
 */
public record Leg(double x, double y, double dx, double dy, double startM, double lengthM) {
    /** The legs of a line, without those of no length. */
    public static List<Leg> of(LineString line) {
        List<Leg> legs = new ArrayList<>();
        Coordinate[] points = line.getCoordinates();
        double startM = 0;
        for (int i = 1; i < points.length; i++) {
            double lengthM = points[i - 1].distance(points[i]);
            if (lengthM > 0) {
                double dx = (points[i].x - points[i - 1].x) / lengthM;
                double dy = (points[i].y - points[i - 1].y) / lengthM;
                legs.add(new Leg(points[i - 1].x, points[i - 1].y, dx, dy, startM, lengthM));
                startM += lengthM;
            }
        }
        return legs;
    }

    public double endM() {
        return startM + lengthM;
    }

    public double xAt(double alongM) {
        return x + alongM * dx;
    }

    public double yAt(double alongM) {
        return y + alongM * dy;
    }

    /** How far along this leg the foot of a place lies, metres from the leg's start. */
    public double along(double px, double py) {
        return (px - x) * dx + (py - y) * dy;
    }

    /** How far to the left of this leg a place lies, metres. */
    public double left(double px, double py) {
        return dx * (py - y) - dy * (px - x);
    }

    /** How much of a step of one metre on another leg is a step along this one. */
    public double along(Leg other) {
        return dx * other.dx + dy * other.dy;
    }

    /** How much of a step of one metre on another leg is a step to the left of this one. */
    public double left(Leg other) {
        return dx * other.dy - dy * other.dx;
    }

    /** Its box, grown by so many metres. */
    public Envelope box(double byM) {
        Envelope box = new Envelope(x, xAt(lengthM), y, yAt(lengthM));
        box.expandBy(byM);
        return box;
    }
}
