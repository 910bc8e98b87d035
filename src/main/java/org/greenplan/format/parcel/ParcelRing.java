package org.greenplan.format.parcel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * A ring as it is written: on the grid of the precision, from the north-west corner, closed.
 *
 * @param prefixM added to every easting
 */
record ParcelRing(double prefixM, int decimals) {
    /** The points with the first one repeated; none where fewer than three differ. */
    List<Coordinate> points(Coordinate[] ring, boolean clockwise) {
        double scale = Math.pow(10, decimals);
        List<Coordinate> points = new ArrayList<>();
        for (Coordinate c : ring) {
            var at = new CoordinateXY(Math.rint((c.x + prefixM) * scale) / scale, Math.rint(c.y * scale) / scale);
            if (points.isEmpty() || !at.equals2D(points.get(points.size() - 1))) {
                points.add(at);
            }
        }
        if (points.size() > 1 && points.get(0).equals2D(points.get(points.size() - 1))) {
            points.remove(points.size() - 1);
        }
        if (points.size() < 3) {
            return List.of();
        }
        if (Orientation.isCCW(closed(points).toArray(new Coordinate[0])) == clockwise) {
            Collections.reverse(points);
        }
        Collections.rotate(points, -northWest(points));
        return closed(points);
    }

    private static List<Coordinate> closed(List<Coordinate> points) {
        List<Coordinate> closed = new ArrayList<>(points);
        closed.add(points.get(0));
        return closed;
    }

    /** The point nearest to the north-west corner of the ring's box; of several the most northern. */
    private static int northWest(List<Coordinate> points) {
        double west = points.stream().mapToDouble(c -> c.x).min().orElse(0);
        double north = points.stream().mapToDouble(c -> c.y).max().orElse(0);
        int best = 0;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < points.size(); i++) {
            Coordinate c = points.get(i);
            double distance = Math.hypot(c.x - west, c.y - north);
            if (distance < nearest || (distance == nearest && c.y > points.get(best).y)) {
                nearest = distance;
                best = i;
            }
        }
        return best;
    }
}
