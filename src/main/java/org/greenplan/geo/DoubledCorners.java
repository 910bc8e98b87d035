package org.greenplan.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Corners that were set twice, as a double click does to finish a ring. Of the two the one goes whose going adds no area; where
 * both would add some, both stay.
 */
final class DoubledCorners {
    /** Two corners so near to each other are one: files round no finer, hands and instruments do not tell them apart. */
    static final double SAME_M = 0.002;

    /** What rounding makes of nothing. */
    private static final double NO_AREA_M2 = 1e-6;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private DoubledCorners() {}

    /**
     * The same polygons with each corner once.
     *
     * @param lonLat polygons in degrees
     * @param plane the same in metres, corner by corner
     */
    static Geometry without(Geometry lonLat, Geometry plane) {
        var polygons = new Polygon[lonLat.getNumGeometries()];
        for (int i = 0; i < polygons.length; i++) {
            var from = (Polygon) lonLat.getGeometryN(i);
            var metres = (Polygon) plane.getGeometryN(i);
            var holes = new LinearRing[from.getNumInteriorRing()];
            for (int h = 0; h < holes.length; h++) {
                holes[h] = without(from.getInteriorRingN(h), metres.getInteriorRingN(h), -1);
            }
            polygons[i] = FACTORY.createPolygon(without(from.getExteriorRing(), metres.getExteriorRing(), 1), holes);
        }
        return FACTORY.createMultiPolygon(polygons);
    }

    private static LinearRing without(LinearRing lonLat, LinearRing plane, int green) {
        Coordinate[] corners = plane.getCoordinates();
        // Area to the ring's left counts as positive in what follows.
        double side = green * Math.signum(-Area.ofRingSigned(corners));
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i + 1 < corners.length; i++) {
            kept.add(i);
        }
        int at = 0;
        int steps = 2 * kept.size();
        while (steps-- > 0 && at < kept.size() && kept.size() > 3) {
            Coordinate before = corner(corners, kept, at - 1);
            Coordinate first = corner(corners, kept, at);
            Coordinate second = corner(corners, kept, at + 1);
            Coordinate after = corner(corners, kept, at + 2);
            if (first.distance(second) > SAME_M) {
                at++;
                continue;
            }
            double firstLoses = side * triangle(before, first, second);
            double secondLoses = side * triangle(first, second, after);
            if (Math.max(firstLoses, secondLoses) < -NO_AREA_M2) {
                at++;
            } else {
                int gone = firstLoses > secondLoses ? at : (at + 1) % kept.size();
                kept.remove(gone);
                at = gone < at ? at - 1 : at;
            }
        }
        return kept.size() == corners.length - 1 ? lonLat : ring(lonLat, kept);
    }

    private static LinearRing ring(LinearRing lonLat, List<Integer> kept) {
        var corners = new Coordinate[kept.size() + 1];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = lonLat.getCoordinateN(kept.get(i % kept.size()));
        }
        return FACTORY.createLinearRing(corners);
    }

    private static Coordinate corner(Coordinate[] corners, List<Integer> kept, int i) {
        return corners[kept.get(Math.floorMod(i, kept.size()))];
    }

    /** Positive where the way turns to the left. */
    private static double triangle(Coordinate a, Coordinate b, Coordinate c) {
        return ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
}
