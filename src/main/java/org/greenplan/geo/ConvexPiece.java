package org.greenplan.geo;

import org.greenplan.geo.Intervals.Interval;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A convex piece of a shape, such as a rectangle or a sector: all that lies on the inner side of each of its edges. */
final class ConvexPiece {
    private final Envelope box = new Envelope();
    private final Coordinate[] corners;
    /** Of each edge: the direction outwards, a unit vector, and how far out the edge lies. */
    private final double[] east;

    private final double[] north;
    private final double[] out;

    /** @param corners anticlockwise, the first not repeated, metres, each two that follow each other a millionth of one apart or more */
    ConvexPiece(Coordinate... corners) {
        this.corners = corners.clone();
        int count = corners.length;
        east = new double[count];
        north = new double[count];
        out = new double[count];
        for (int i = 0; i < count; i++) {
            Coordinate from = corners[i];
            Coordinate to = corners[(i + 1) % count];
            double lengthM = from.distance(to);
            east[i] = (to.y - from.y) / lengthM;
            north[i] = (from.x - to.x) / lengthM;
            out[i] = east[i] * from.x + north[i] * from.y;
            box.expandToInclude(from);
        }
    }

    Envelope box() {
        return box;
    }

    Polygon shape() {
        var ring = new CoordinateList(corners, false);
        ring.closeRing();
        return new GeometryFactory().createPolygon(ring.toCoordinateArray());
    }

    /** What of a leg lies in the piece or on its edge; null where nothing does. */
    @Nullable
    Interval of(Leg leg) {
        double fromM = 0;
        double toM = leg.lengthM();
        for (int i = 0; i < out.length; i++) {
            double start = east[i] * leg.x() + north[i] * leg.y() - out[i];
            double end = start + (east[i] * leg.dx() + north[i] * leg.dy()) * leg.lengthM();
            if (start > 0 && end > 0) {
                return null;
            }
            if (start > 0) {
                fromM = Math.max(fromM, leg.lengthM() * start / (start - end));
            } else if (end > 0) {
                toM = Math.min(toM, leg.lengthM() * start / (start - end));
            }
        }
        return fromM < toM ? new Interval(fromM, toM) : null;
    }
}
