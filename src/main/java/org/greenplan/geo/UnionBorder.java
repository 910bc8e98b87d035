package org.greenplan.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.greenplan.geo.Intervals.Interval;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The union of convex pieces that hang together, found by what is seen of their edges from outside: of each edge the stretches that no
 * other piece covers are put together to rings. Nothing is noded, and an edge deep inside costs one look, however many cross it.
 *
 * <p>Where edges run upon each other or meet three at a time the stretches may not fit together; then there is no answer.
 */
final class UnionBorder {
    /** From so near outside an edge is looked at. */
    private static final double OUTSIDE_M = 4e-9;

    /** Stretches that are shorter are not looked for. */
    private static final double LEAST_M = 1e-7;

    /** Stretches that meet end at the same place to so much; two edges at a small angle cross at a place that is hard to tell. */
    private static final double SAME_M = 1e-5;

    /** An edge that is shorter is its end. */
    private static final double NO_EDGE_M = 1e-9;

    /** A ring around less is rounding. */
    private static final double LEAST_M2 = 1e-6;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final List<Leg> edges = new ArrayList<>();
    /** The edge that goes on where an edge ends. */
    private final List<Integer> next = new ArrayList<>();

    private final List<Seen> seen = new ArrayList<>();

    private UnionBorder(List<Coordinate[]> curves, ConvexPiece.Tree pieces) {
        curves.forEach(this::add);
        for (int e = 0; e < edges.size(); e++) {
            for (Interval stretch : pieces.open(fromOutside(edges.get(e)), LEAST_M)) {
                seen.add(new Seen(e, stretch.fromM(), stretch.toM()));
            }
        }
    }

    /** A stretch of an edge. */
    private record Seen(int edge, double fromM, double toM) {}

    /**
     * The union of pieces, one polygon.
     *
     * @param curves closed, the pieces to the left of their edges; every edge of the union lies upon one of these
     * @return null where the stretches that are seen do not fit together
     */
    static @Nullable MultiPolygon of(List<Coordinate[]> curves, List<ConvexPiece> pieces) {
        var border = new UnionBorder(curves, new ConvexPiece.Tree(pieces));
        int[] after = border.after();
        if (after == null) {
            return null;
        }
        List<LinearRing> rings = border.rings(after);
        List<LinearRing> outlines = rings.stream().filter(r -> area(r) > 0).toList();
        if (outlines.size() != 1) {
            return null;
        }
        LinearRing[] holes = rings.stream().filter(r -> area(r) < 0).toArray(LinearRing[]::new);
        MultiPolygon union = SHAPES.createMultiPolygon(new Polygon[] {SHAPES.createPolygon(outlines.get(0), holes)});
        return union.isValid() ? union : null;
    }

    private void add(Coordinate[] curve) {
        int first = edges.size();
        Coordinate from = curve[0];
        for (int i = 1; i < curve.length; i++) {
            double lengthM = from.distance(curve[i]);
            if (lengthM > NO_EDGE_M) {
                edges.add(new Leg(
                        from.x, from.y, (curve[i].x - from.x) / lengthM, (curve[i].y - from.y) / lengthM, 0, lengthM));
                next.add(edges.size());
                from = curve[i];
            }
        }
        if (edges.size() > first) {
            next.set(edges.size() - 1, first);
        }
    }

    /** The pieces of an edge lie to its left. */
    private static Leg fromOutside(Leg edge) {
        return new Leg(
                edge.x() + OUTSIDE_M * edge.dy(),
                edge.y() - OUTSIDE_M * edge.dx(),
                edge.dx(),
                edge.dy(),
                0,
                edge.lengthM());
    }

    /** For each stretch the one that begins where it ends; null where that is not told. */
    private int @Nullable [] after() {
        int count = seen.size();
        int[] after = new int[count];
        boolean[] begun = new boolean[count];
        int[] firstOf = firstOfEdges();
        List<Integer> loose = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            Seen stretch = seen.get(s);
            int follows = firstOf[next.get(stretch.edge())];
            boolean toItsEnd = stretch.toM() >= edges.get(stretch.edge()).lengthM() - LEAST_M;
            if (toItsEnd && follows >= 0 && seen.get(follows).fromM() <= LEAST_M) {
                after[s] = follows;
                begun[follows] = true;
            } else {
                loose.add(s);
            }
        }
        return joined(loose, begun, after) ? after : null;
    }

    private int[] firstOfEdges() {
        int[] first = new int[edges.size()];
        Arrays.fill(first, -1);
        for (int s = seen.size() - 1; s >= 0; s--) {
            first[seen.get(s).edge()] = s;
        }
        return first;
    }

    /** Joins what ends on an edge of another piece with what begins there. */
    private boolean joined(List<Integer> loose, boolean[] begun, int[] after) {
        List<Integer> starts = new ArrayList<>();
        for (int s = 0; s < begun.length; s++) {
            if (!begun[s]) {
                starts.add(s);
            }
        }
        starts.sort(Comparator.comparingDouble(s -> start(s).x));
        double[] east = starts.stream().mapToDouble(s -> start(s).x).toArray();
        for (int s : loose) {
            Coordinate end = end(s);
            int from = Arrays.binarySearch(east, end.x - SAME_M);
            int best = -1;
            double bestM = SAME_M;
            for (int i = from < 0 ? -1 - from : from; i < east.length && east[i] <= end.x + SAME_M; i++) {
                double awayM = start(starts.get(i)).distance(end);
                if (!begun[starts.get(i)] && awayM <= bestM) {
                    best = starts.get(i);
                    bestM = awayM;
                }
            }
            if (best < 0) {
                return false;
            }
            after[s] = best;
            begun[best] = true;
        }
        return true;
    }

    private Coordinate start(int stretch) {
        return at(seen.get(stretch).edge(), seen.get(stretch).fromM());
    }

    private Coordinate end(int stretch) {
        return at(seen.get(stretch).edge(), seen.get(stretch).toM());
    }

    private Coordinate at(int edge, double alongM) {
        return place(edges.get(edge), alongM);
    }

    private static Coordinate place(Leg edge, double alongM) {
        return new CoordinateXY(edge.xAt(alongM), edge.yAt(alongM));
    }

    private List<LinearRing> rings(int[] after) {
        List<LinearRing> rings = new ArrayList<>();
        boolean[] walked = new boolean[after.length];
        for (int first = 0; first < after.length; first++) {
            var corners = new CoordinateList();
            for (int s = first; !walked[s]; s = after[s]) {
                walked[s] = true;
                corners.add(WoundArea.onGrid(corner(s, after[s])), false);
            }
            corners.closeRing();
            if (corners.size() > 3) {
                LinearRing ring = SHAPES.createLinearRing(corners.toCoordinateArray());
                if (Math.abs(area(ring)) > LEAST_M2) {
                    rings.add(ring);
                }
            }
        }
        return rings;
    }

    /** Where a stretch ends and the next one begins: a corner of their curve, or where two edges cross. */
    private Coordinate corner(int stretch, int following) {
        Leg ends = edges.get(seen.get(stretch).edge());
        Leg begins = edges.get(seen.get(following).edge());
        Coordinate start = start(following);
        if (seen.get(following).fromM() <= LEAST_M
                && next.get(seen.get(stretch).edge()) == seen.get(following).edge()) {
            return at(seen.get(following).edge(), 0);
        }
        Coordinate crossing = CGAlgorithmsDD.intersection(
                place(ends, 0), place(ends, ends.lengthM()), place(begins, 0), place(begins, begins.lengthM()));
        return crossing != null && crossing.distance(start) <= SAME_M ? crossing : start;
    }

    /** Positive where the ring runs anticlockwise. */
    private static double area(LinearRing ring) {
        return -Area.ofRingSigned(ring.getCoordinateSequence());
    }
}
