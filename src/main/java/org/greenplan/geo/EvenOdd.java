package org.greenplan.geo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.crs.VertexMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.intervalrtree.SortedPackedIntervalRTree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * What rings that may cross, overlap or miss each other cover: the places inside an odd number of shells and an even number of
 * holes, and never more, so that mending adds no green. The rings are cut where they meet, on a grid finer than any survey; of the
 * faces between them those are kept that lie so.
 *
 * <p>Rings are closed, in metres of the plane; they have been looked through by {@link Crossings}.
 */
final class EvenOdd {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Sides shells = new Sides();
    private final Sides holes = new Sides();
    private final List<SegmentString> strings = new ArrayList<>();
    private final List<Coordinate[]> rounded = new ArrayList<>();
    private final Map<Coordinate, Coordinate> given = new HashMap<>();
    private final PrecisionModel grid;
    private final double east;
    private final double north;

    /**
     * What the rings cover.
     *
     * @param polygons valid, with their corners on the grid
     * @param twiceM2 ground inside shells that they cover an even number of times and that is left out for it, square metres
     * @param holeOutside true where a hole reaches beyond the shells
     * @param given the corner of the rings that a corner of the grid stands for
     */
    record Covered(MultiPolygon polygons, double twiceM2, boolean holeOutside, Map<Coordinate, Coordinate> given) {}

    /** Faces, and what the rings say of each. */
    private enum Face {
        KEPT,
        TWICE,
        HOLE_OUTSIDE,
        OTHER
    }

    private EvenOdd(Geometry rings, double gridM) {
        grid = new PrecisionModel(Math.rint(1 / gridM));
        east = Math.floor(rings.getEnvelopeInternal().getMinX());
        north = Math.floor(rings.getEnvelopeInternal().getMinY());
    }

    /**
     * Mends polygons.
     *
     * @param polygonal whose rings are taken as they are, valid or not
     * @param gridM the corners of the result are whole multiples of it from a whole metre
     */
    static Covered of(Geometry polygonal, double gridM) {
        var work = new EvenOdd(polygonal, gridM);
        for (int i = 0; i < polygonal.getNumGeometries(); i++) {
            var polygon = (Polygon) polygonal.getGeometryN(i);
            work.add(polygon.getExteriorRing().getCoordinates(), work.shells);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                work.add(polygon.getInteriorRingN(h).getCoordinates(), work.holes);
            }
        }
        return work.covered();
    }

    /** Corners first go to the grid: what is nearer to each other than its step would be cut again and again. */
    private void add(Coordinate[] ring, Sides sides) {
        List<Coordinate> corners = new ArrayList<>(ring.length);
        for (Coordinate corner : ring) {
            Coordinate near = near(corner);
            given.putIfAbsent(back(near), corner);
            if (corners.isEmpty() || !corners.get(corners.size() - 1).equals2D(near)) {
                corners.add(near);
            }
        }
        if (corners.size() > 3) {
            Coordinate[] closed = corners.toArray(new Coordinate[0]);
            strings.add(new NodedSegmentString(closed, null));
            rounded.add(closed);
            sides.add(closed);
        }
    }

    private Covered covered() {
        Map<Face, List<Polygon>> faces = new EnumMap<>(Face.class);
        // Rounding can make crossings of what only came near.
        if (!strings.isEmpty() && !Crossings.ofRings(rounded).tooMany()) {
            for (Polygon face : faces(cut())) {
                faces.computeIfAbsent(kind(face), k -> new ArrayList<>()).add(face);
            }
        }
        List<Polygon> kept = faces(border(faces.getOrDefault(Face.KEPT, List.of()))).stream()
                .filter(face -> kind(face) == Face.KEPT)
                .toList();
        Geometry whole = FACTORY.createMultiPolygon(kept.toArray(new Polygon[0]));
        return new Covered(
                Overlay.polygons(VertexMap.moved(whole, (x, y) -> back(new CoordinateXY(x, y)))),
                faces.getOrDefault(Face.TWICE, List.of()).stream()
                        .mapToDouble(Geometry::getArea)
                        .sum(),
                faces.containsKey(Face.HOLE_OUTSIDE),
                given);
    }

    /** All edges of the rings, cut where they meet. */
    private Set<LineSegment> cut() {
        var noder = new SnapRoundingNoder(grid);
        noder.computeNodes(strings);
        Set<LineSegment> edges = new LinkedHashSet<>();
        for (Object found : noder.getNodedSubstrings()) {
            edges.addAll(edges(((SegmentString) found).getCoordinates()));
        }
        return edges;
    }

    /** The edges that only one of the faces has: what lies between two of them is no border. */
    private static Set<LineSegment> border(List<Polygon> faces) {
        Set<LineSegment> border = new LinkedHashSet<>();
        for (Polygon face : faces) {
            for (Coordinate[] ring : Crossings.rings(face)) {
                for (LineSegment edge : edges(ring)) {
                    if (!border.remove(edge)) {
                        border.add(edge);
                    }
                }
            }
        }
        return border;
    }

    private static List<LineSegment> edges(Coordinate[] chain) {
        List<LineSegment> edges = new ArrayList<>(chain.length);
        for (int i = 0; i + 1 < chain.length; i++) {
            var edge = new LineSegment(chain[i], chain[i + 1]);
            edge.normalize();
            edges.add(edge);
        }
        return edges;
    }

    /** The faces between edges; what encloses nothing makes none. */
    private static List<Polygon> faces(Set<LineSegment> edges) {
        var polygonizer = new Polygonizer();
        edges.forEach(edge -> polygonizer.add(FACTORY.createLineString(new Coordinate[] {edge.p0, edge.p1})));
        List<Polygon> faces = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            faces.add((Polygon) face);
        }
        return faces;
    }

    private Face kind(Polygon face) {
        Coordinate inside = face.getInteriorPoint().getCoordinate();
        Map<Integer, Integer> around = shells.around(inside);
        boolean inShell = odd(around);
        boolean inHole = odd(holes.around(inside));
        if (inHole) {
            return inShell ? Face.OTHER : Face.HOLE_OUTSIDE;
        }
        if (inShell) {
            return Face.KEPT;
        }
        return around.values().stream().anyMatch(turns -> turns != 0) ? Face.TWICE : Face.OTHER;
    }

    private static boolean odd(Map<Integer, Integer> turns) {
        int sum = turns.values().stream().mapToInt(Integer::intValue).sum();
        return Math.floorMod(sum, 2) == 1;
    }

    private Coordinate near(Coordinate corner) {
        return new CoordinateXY(grid.makePrecise(corner.x - east), grid.makePrecise(corner.y - north));
    }

    private Coordinate back(Coordinate local) {
        return new CoordinateXY(local.x + east, local.y + north);
    }

    /** The sides of rings, by their heights. */
    private static final class Sides {
        private final SortedPackedIntervalRTree byHeight = new SortedPackedIntervalRTree();
        private int rings;

        private record Side(Coordinate from, Coordinate to, int ring) {}

        void add(Coordinate[] ring) {
            rings++;
            for (int i = 0; i + 1 < ring.length; i++) {
                byHeight.insert(
                        Math.min(ring[i].y, ring[i + 1].y),
                        Math.max(ring[i].y, ring[i + 1].y),
                        new Side(ring[i], ring[i + 1], rings));
            }
        }

        /** How often each ring, by its number, goes round a place that lies on no side. */
        Map<Integer, Integer> around(Coordinate place) {
            Map<Integer, Integer> turns = new HashMap<>();
            byHeight.query(place.y, place.y, found -> {
                var side = (Side) found;
                boolean up = side.from.y <= place.y && side.to.y > place.y;
                boolean down = side.to.y <= place.y && side.from.y > place.y;
                int turn = Orientation.index(side.from, side.to, place);
                if (up && turn == Orientation.COUNTERCLOCKWISE) {
                    turns.merge(side.ring, 1, Integer::sum);
                } else if (down && turn == Orientation.CLOCKWISE) {
                    turns.merge(side.ring, -1, Integer::sum);
                }
            });
            return turns;
        }
    }
}
