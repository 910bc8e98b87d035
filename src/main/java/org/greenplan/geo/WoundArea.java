package org.greenplan.geo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.edgegraph.EdgeGraph;
import org.locationtech.jts.edgegraph.HalfEdge;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.IntersectionAdder;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * The area that closed curves wind around anticlockwise, at least once: the union of pieces whose edges the curves are.
 *
 * <p>Corners lie on a grid so fine that it is the grid of doubles at a northing of 4,000 to 8,000 km, and so every crossing is a corner of
 * all that cross there. Where many edges run upon each other rounding may still part what belongs together; that is seen, and there is no
 * answer.
 */
final class WoundArea {
    private static final PrecisionModel GRID = new PrecisionModel(Math.scalb(1.0, 30));
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Graph graph = new Graph();

    private WoundArea(Collection<SegmentString> noded) {
        for (SegmentString string : noded) {
            Coordinate[] corners = string.getCoordinates();
            for (int i = 1; i < corners.length; i++) {
                graph.add(corners[i - 1], corners[i]);
            }
        }
    }

    /**
     * The area as polygons.
     *
     * @param curves closed, hanging together, near the origin (within 100 km), metres
     * @return null where rounding parted what belongs together
     */
    static @Nullable MultiPolygon of(List<Coordinate[]> curves) {
        var crossings = new RobustLineIntersector();
        crossings.setPrecisionModel(GRID);
        MultiPolygon quick = of(curves, new MCIndexNoder(new IntersectionAdder(crossings)));
        // Rounding moves an edge at each crossing by up to 1e-9 m, now and then over a corner beside it.
        return quick != null && quick.isValid() ? quick : of(curves, new SnapRoundingNoder(GRID));
    }

    /** Null where an edge lies between two faces whose numbers do not fit: some crossing is no corner. */
    private static @Nullable MultiPolygon of(List<Coordinate[]> curves, Noder noder) {
        List<SegmentString> strings = new ArrayList<>();
        curves.forEach(c -> strings.add(new NodedSegmentString(onGrid(c), null)));
        noder.computeNodes(strings);
        @SuppressWarnings("unchecked")
        Collection<SegmentString> noded = noder.getNodedSubstrings();
        List<LinearRing> rings = new WoundArea(noded).rings();
        return rings == null ? null : polygons(rings);
    }

    private static Coordinate[] onGrid(Coordinate[] curve) {
        var corners = new CoordinateList();
        for (Coordinate corner : curve) {
            corners.add(onGrid(corner), false);
        }
        return corners.toCoordinateArray();
    }

    static Coordinate onGrid(Coordinate corner) {
        return new CoordinateXY(GRID.makePrecise(corner.x), GRID.makePrecise(corner.y));
    }

    /** Outlines run anticlockwise, holes clockwise. */
    private static MultiPolygon polygons(List<LinearRing> rings) {
        Map<LinearRing, List<LinearRing>> holes = new LinkedHashMap<>();
        rings.stream().filter(r -> area(r) > 0).forEach(r -> holes.put(r, new ArrayList<>()));
        for (LinearRing hole : rings) {
            if (area(hole) < 0) {
                holes.entrySet().stream()
                        .filter(outline -> holes.size() == 1 || RingNesting.inside(hole, outline.getKey()))
                        .min(Comparator.comparingDouble(outline -> area(outline.getKey())))
                        .ifPresent(outline -> outline.getValue().add(hole));
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        holes.forEach((outline, in) -> polygons.add(SHAPES.createPolygon(outline, in.toArray(LinearRing[]::new))));
        return SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /** Positive where the ring runs anticlockwise. */
    private static double area(LinearRing ring) {
        return -Area.ofRingSigned(ring.getCoordinateSequence());
    }

    private @Nullable List<LinearRing> rings() {
        Edge outermost = graph.outermost();
        if (outermost == null) {
            return List.of();
        }
        wind(outermost);
        List<Edge> edges = graph.all();
        if (!edges.stream().allMatch(Edge::fits)) {
            return null;
        }
        List<LinearRing> rings = new ArrayList<>();
        for (Edge edge : edges) {
            if (edge.bounds() && !edge.walked) {
                simple(walk(edge), rings);
            }
        }
        return rings;
    }

    /** Spreads the winding numbers from the face that lies outside all. */
    private static void wind(Edge outermost) {
        Deque<Edge> open = new ArrayDeque<>();
        outermost.face(0, open);
        while (!open.isEmpty()) {
            Edge edge = open.pop();
            if (!edge.wound) {
                edge.face(edge.twin().right + edge.twin().delta, open);
            }
        }
    }

    /** Once around the inner side of a part of the edge; at a corner where parts touch, the nearest on the inner side goes on. */
    private static List<Coordinate> walk(Edge first) {
        List<Coordinate> corners = new ArrayList<>();
        Edge edge = first;
        do {
            edge.walked = true;
            corners.add(edge.orig());
            Edge next = edge.twin().before();
            while (!next.bounds()) {
                next = next.before();
            }
            edge = next;
        } while (edge != first);
        return corners;
    }

    /** A walk that comes by a corner twice is two rings that touch there. */
    private static void simple(List<Coordinate> walk, List<LinearRing> rings) {
        Map<Coordinate, Integer> place = new HashMap<>();
        List<Coordinate> open = new ArrayList<>();
        for (int i = 0; i <= walk.size(); i++) {
            Coordinate corner = walk.get(i % walk.size());
            Integer seen = place.get(corner);
            if (seen != null) {
                List<Coordinate> ring = open.subList(seen, open.size());
                ring.subList(1, ring.size()).forEach(place::remove);
                List<Coordinate> closed = new ArrayList<>(ring);
                closed.add(corner);
                rings.add(SHAPES.createLinearRing(closed.toArray(Coordinate[]::new)));
                ring.subList(1, ring.size()).clear();
            } else {
                place.put(corner, open.size());
                open.add(corner);
            }
        }
    }

    private static final class Graph extends EdgeGraph {
        @Override
        protected HalfEdge createEdge(Coordinate from) {
            return new Edge(from);
        }

        void add(Coordinate from, Coordinate to) {
            if (addEdge(from, to) instanceof Edge edge) {
                edge.delta++;
                edge.twin().delta--;
            }
        }

        List<Edge> all() {
            List<Edge> all = new ArrayList<>();
            for (Object vertex : getVertexEdges()) {
                Edge first = (Edge) vertex;
                Edge edge = first;
                do {
                    all.add(edge);
                    edge = edge.after();
                } while (edge != first);
            }
            return all;
        }

        /** An edge with nothing but the outer face to its right; null where there is none. */
        @Nullable
        Edge outermost() {
            Edge west = null;
            for (Object vertex : getVertexEdges()) {
                Edge edge = (Edge) vertex;
                if (west == null || edge.orig().compareTo(west.orig()) < 0) {
                    west = edge;
                }
            }
            return west == null ? null : west.southernmost();
        }
    }

    private static final class Edge extends HalfEdge {
        /** How often more the curves run along it than against it. */
        private int delta;
        /** How often they wind around the face to the right. */
        private int right;

        private boolean wound;
        private boolean walked;

        Edge(Coordinate from) {
            super(from);
        }

        Edge twin() {
            return (Edge) sym();
        }

        /** The next edge anticlockwise around the corner where this one begins. */
        Edge after() {
            return (Edge) oNext();
        }

        /** The next edge clockwise around the corner where this one begins. */
        Edge before() {
            Edge edge = this;
            while (edge.after() != this) {
                edge = edge.after();
            }
            return edge;
        }

        /** Whether the area lies to the left and not to the right. */
        boolean bounds() {
            return right <= 0 && right + delta > 0;
        }

        /** Whether the faces on both sides have numbers that differ by what runs along it. */
        boolean fits() {
            return wound && twin().right == right + delta;
        }

        /** Gives the face to the right its number and opens the faces beyond its edges. */
        void face(int number, Deque<Edge> open) {
            Edge edge = this;
            do {
                edge.right = number;
                edge.wound = true;
                if (!edge.twin().wound) {
                    open.push(edge.twin());
                }
                edge = edge.twin().after();
            } while (edge != this);
        }

        /** At the westernmost corner: the edge with nothing to its right. */
        Edge southernmost() {
            Edge south = this;
            for (Edge edge = after(); edge != this; edge = edge.after()) {
                if (Orientation.index(orig(), south.dest(), edge.dest()) == Orientation.CLOCKWISE) {
                    south = edge;
                }
            }
            return south;
        }
    }
}
