package org.greenplan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes polygons of rings that do not say what they are: a ring inside another is its hole, a ring inside that hole is land
 * again. Rings that cross each other are left for the repair.
 */
public final class RingNesting {
    /** So many rings are compared with each other in a second; more are no parcel. */
    public static final int MOST_RINGS = 5_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private RingNesting() {}

    /** A Polygon where there is one outer ring, otherwise a MultiPolygon; at most {@link #MOST_RINGS} rings. */
    public static Geometry polygons(List<LinearRing> rings) {
        if (rings.size() > MOST_RINGS) {
            throw new IllegalArgumentException("too many rings: " + rings.size());
        }
        List<Nested> bySize = new ArrayList<>();
        rings.stream()
                .sorted(Comparator.comparingDouble((LinearRing r) -> -Area.ofRing(r.getCoordinateSequence())))
                .forEach(ring -> bySize.add(nested(ring, bySize)));
        List<Polygon> polygons = new ArrayList<>();
        for (Nested outer : bySize) {
            if (outer.depth % 2 == 0) {
                polygons.add(FACTORY.createPolygon(outer.ring, outer.holes.toArray(new LinearRing[0])));
            }
        }
        return polygons.size() == 1 ? polygons.get(0) : FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    private static Nested nested(LinearRing ring, List<Nested> larger) {
        Nested parent = null;
        for (Nested candidate : larger) {
            boolean deeper = parent == null || candidate.depth > parent.depth;
            if (deeper && inside(ring, candidate.ring)) {
                parent = candidate;
            }
        }
        Nested nested = new Nested(ring, parent == null ? 0 : parent.depth + 1);
        if (parent != null && nested.depth % 2 == 1) {
            parent.holes.add(ring);
        }
        return nested;
    }

    /** The first vertex that does not lie on the other ring decides; identical rings are not inside each other. */
    static boolean inside(LinearRing ring, LinearRing outer) {
        if (!outer.getEnvelopeInternal().contains(ring.getEnvelopeInternal())) {
            return false;
        }
        Coordinate[] around = outer.getCoordinates();
        for (Coordinate vertex : ring.getCoordinates()) {
            int where = PointLocation.locateInRing(vertex, around);
            if (where != Location.BOUNDARY) {
                return where == Location.INTERIOR;
            }
        }
        return false;
    }

    private static final class Nested {
        private final LinearRing ring;
        private final int depth;
        private final List<LinearRing> holes = new ArrayList<>();

        Nested(LinearRing ring, int depth) {
            this.ring = ring;
            this.depth = depth;
        }
    }
}
