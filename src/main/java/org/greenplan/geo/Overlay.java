package org.greenplan.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.greenplan.problem.Problem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;

/**
 * Overlay that does not fail: OverlayNG with its snapping fallbacks, and of every result only the dimension that was asked for,
 * because the next overlay refuses mixed dimensions.
 */
public final class Overlay {
    /** From so many shapes on their union is shared out. */
    private static final int MANY = 48;

    private static final int GROUPS = 4;

    private static final double FINE_M = 1e-6;

    private Overlay() {}

    /** The polygons of a ∩ b. */
    public static Geometry intersection(Geometry a, Geometry b) {
        return new Mask(b).polygonsOf(a);
    }

    /** The polygons of a ∩ b without looking first whether they meet. */
    static Geometry cut(Geometry a, Geometry b) {
        return polygons(overlay(a, b, OverlayNG.INTERSECTION));
    }

    /** The polygons of a − ⋃ others; others that do not touch a cost one prepared test each. */
    public static Geometry difference(Geometry a, Collection<Geometry> others) {
        if (!a.isEmpty() && Remainder.isDeep(a, others)) {
            return new Remainder(a, others).rest();
        }
        List<Geometry> near = touching(a, others);
        return near.isEmpty() ? polygons(a) : minus(a, union(near));
    }

    /** The polygons of a − b without looking first whether they meet. */
    static Geometry minus(Geometry a, Geometry b) {
        return polygons(overlay(a, b, OverlayNG.DIFFERENCE));
    }

    /** The union of polygonal shapes; of none, the empty polygon. */
    public static Geometry union(Collection<Geometry> shapes) {
        if (shapes.isEmpty()) {
            return new GeometryFactory().createPolygon();
        }
        Geometry first = shapes.iterator().next();
        if (shapes.size() == 1) {
            return polygons(first);
        }
        return shapes.size() < MANY ? cascaded(shapes) : cascaded(groups(shapes));
    }

    /** Unions of neighbours. Always so many groups: what comes out must not depend on the number of processors. */
    private static List<Geometry> groups(Collection<Geometry> shapes) {
        List<Geometry> fromWest = shapes.stream()
                .sorted(Comparator.comparingDouble(g -> g.getEnvelopeInternal().getMinX()))
                .toList();
        int count = fromWest.size();
        return IntStream.range(0, GROUPS)
                .parallel()
                .mapToObj(i -> (Geometry) cascaded(fromWest.subList(i * count / GROUPS, (i + 1) * count / GROUPS)))
                .toList();
    }

    private static MultiPolygon cascaded(Collection<Geometry> shapes) {
        Geometry union = CascadedPolygonUnion.union(shapes, new org.locationtech.jts.operation.union.UnionStrategy() {
            @Override
            public Geometry union(Geometry g0, Geometry g1) {
                return overlay(g0, g1, OverlayNG.UNION);
            }

            @Override
            public boolean isFloatingPrecision() {
                return true;
            }
        });
        // Where all of them are empty there is none.
        return union == null ? new GeometryFactory().createMultiPolygon() : polygons(union);
    }

    /** Every polygon of a geometry, as one multi-polygon; points and lines are dropped. */
    public static MultiPolygon polygons(Geometry geometry) {
        List<Polygon> parts = new ArrayList<>();
        collect(geometry, Polygon.class, parts);
        return geometry.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        Crossings crossings = Crossings.between(a, b);
        Coordinate first = crossings.first();
        if (crossings.tooMany() && first != null) {
            throw new Problem.Invalid(OutlineWords.tooIntricate(first), null);
        }
        try {
            return OverlayNGRobust.overlay(a, b, operation);
        } catch (RuntimeException e) {
            // Only invalid input can bring OverlayNGRobust down; a mended copy cannot.
            return OverlayNGRobust.overlay(mended(a), mended(b), operation);
        }
    }

    private static Geometry mended(Geometry geometry) {
        return geometry.getDimension() == 2
                ? EvenOdd.of(polygons(geometry), FINE_M).polygons()
                : geometry;
    }

    /** Those of others that meet a shape: one prepared test each. */
    static List<Geometry> touching(Geometry a, Collection<Geometry> others) {
        List<Geometry> near = new ArrayList<>();
        var prepared = PreparedGeometryFactory.prepare(a);
        for (Geometry other : others) {
            if (a.getEnvelopeInternal().intersects(other.getEnvelopeInternal()) && prepared.intersects(other)) {
                near.add(other);
            }
        }
        return near;
    }

    private static <T extends Geometry> void collect(Geometry geometry, Class<T> kind, List<T> into) {
        if (kind.isInstance(geometry)) {
            if (!geometry.isEmpty()) {
                into.add(kind.cast(geometry));
            }
            return;
        }
        if (geometry instanceof GeometryCollection collection) {
            for (int i = 0; i < collection.getNumGeometries(); i++) {
                collect(collection.getGeometryN(i), kind, into);
            }
        }
    }
}
