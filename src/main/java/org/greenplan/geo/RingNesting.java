package org.greenplan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Makes polygons of rings by what lies in what: a ring in no other is an outline, one inside it a hole, one inside the hole an
 * island. The direction in which a ring runs is a hint that many programs get wrong, so it decides nothing. Rings that cross each other
 * are left for the repair.
 */
public final class RingNesting {
    /** Tests of a ring against others; enough for any map, too few to keep a machine busy with a file made for that. */
    private static final long MOST_TESTS = 3_000_000;

    private final List<Ring> rings;
    private long left = MOST_TESTS;
    private int twice;

    private RingNesting(List<Ring> rings) {
        this.rings = rings;
    }

    /** What lies in what; empty where there are so many rings within rings that it would keep a machine busy. */
    public static Optional<RingNesting> of(List<LinearRing> lines) {
        List<Ring> rings = new ArrayList<>();
        lines.forEach(line -> rings.add(new Ring(line)));
        rings.sort(Comparator.comparingDouble((Ring r) -> r.area).reversed());
        RingNesting nesting = new RingNesting(rings);
        nesting.nest();
        return nesting.left < 0 ? Optional.empty() : Optional.of(nesting);
    }

    /** How many rings stood twice and are dropped. */
    public int twice() {
        return twice;
    }

    /** True where a hole runs in the direction of its outline. */
    public boolean holesRunAlong() {
        return rings.stream()
                .filter(ring -> ring.depth % 2 == 1)
                .anyMatch(hole -> isCcw(hole) == isCcw(rings.get(hole.parent)));
    }

    /** A Polygon where there is one outline, otherwise a MultiPolygon. */
    public Geometry polygons(GeometryFactory factory) {
        List<List<LinearRing>> holes = new ArrayList<>();
        for (Ring ring : rings) {
            holes.add(new ArrayList<>());
            if (ring.depth % 2 == 1) {
                holes.get(ring.parent).add(ring.line);
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            if (rings.get(i).depth >= 0 && rings.get(i).depth % 2 == 0) {
                polygons.add(
                        factory.createPolygon(rings.get(i).line, holes.get(i).toArray(LinearRing[]::new)));
            }
        }
        return polygons.size() == 1 ? polygons.get(0) : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /** Finds for each ring the smallest that holds it; rings come largest first, so that a parent's depth is known. */
    private void nest() {
        STRtree tree = new STRtree();
        for (int i = 0; i < rings.size(); i++) {
            tree.insert(rings.get(i).line.getEnvelopeInternal(), i);
        }
        for (int i = 0; i < rings.size() && left >= 0; i++) {
            Ring ring = rings.get(i);
            int self = i;
            tree.query(ring.line.getEnvelopeInternal(), item -> {
                int other = (Integer) item;
                if (--left >= 0 && other < self && other > ring.parent && rings.get(other).depth >= 0) {
                    consider(rings.get(other), other, ring);
                }
            });
            if (ring.twice) {
                ring.depth = -1;
                twice++;
            } else if (ring.parent >= 0) {
                ring.depth = rings.get(ring.parent).depth + 1;
            }
        }
    }

    private void consider(Ring outer, int number, Ring ring) {
        if (outer.line.getEnvelopeInternal().covers(ring.line.getEnvelopeInternal())) {
            int where = where(ring.line.getCoordinates(), outer);
            if (where != Location.EXTERIOR) {
                ring.parent = number;
                ring.twice |= where == Location.BOUNDARY;
            }
        }
    }

    /** The first corner of the inner ring that does not touch the outer one decides; on the boundary is a ring drawn twice. */
    private int where(Coordinate[] inner, Ring outer) {
        int where = Location.BOUNDARY;
        for (int i = 0; i < inner.length && where == Location.BOUNDARY && --left >= 0; i++) {
            where = outer.locate(inner[i]);
        }
        for (int i = 1; i < inner.length && where == Location.BOUNDARY && --left >= 0; i++) {
            where = outer.locate(
                    new CoordinateXY((inner[i - 1].x + inner[i].x) / 2, (inner[i - 1].y + inner[i].y) / 2));
        }
        return where;
    }

    private static boolean isCcw(Ring ring) {
        return Orientation.isCCW(ring.line.getCoordinateSequence());
    }

    /** True where the first corner that does not lie on the other ring lies in it; identical rings are not inside each other. */
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

    private static final class Ring {
        private final LinearRing line;
        private final double area;
        private int depth;
        private int parent = -1;
        private boolean twice;
        private @Nullable IndexedPointInAreaLocator locator;

        private Ring(LinearRing line) {
            this.line = line;
            this.area = Area.ofRing(line.getCoordinateSequence());
        }

        private int locate(Coordinate place) {
            if (locator == null) {
                locator = new IndexedPointInAreaLocator(line);
            }
            return locator.locate(place);
        }
    }
}
