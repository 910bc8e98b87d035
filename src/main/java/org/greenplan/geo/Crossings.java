package org.greenplan.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.MCIndexSegmentSetMutualIntersector;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/**
 * Where edges cross or run over each other, found by a search that stops: a small request can hold millions of crossings, and
 * everything that nodes, cuts or unites shapes takes memory and time for each of them and cannot be interrupted. Whatever is
 * handed to such an operation has been looked through here before.
 */
final class Crossings implements SegmentIntersector {
    /** No outline that somebody drew or surveyed crosses itself so often. */
    static final int MOST = 1_000;

    /** So many pairs of edges with common boxes are looked at in about a second. */
    private static final long MOST_PAIRS = 30_000_000;

    /** Two shapes of a plan cross in some thousand places at most; with so many an overlay takes seconds and hundreds of megabytes. */
    private static final long MOST_BETWEEN = 100_000;

    private static final long MOST_PAIRS_BETWEEN = 100_000_000;

    private final LineIntersector intersector = new RobustLineIntersector();
    private final boolean touchesCount;
    private final long most;
    private final long mostPairs;
    private int count;
    private long pairs;
    private @Nullable Coordinate first;

    private Crossings(boolean touchesCount, long most, long mostPairs) {
        this.touchesCount = touchesCount;
        this.most = most;
        this.mostPairs = mostPairs;
    }

    /** Of rings: each place inside an edge where another edge crosses it, ends on it or begins to run along it. */
    static Crossings ofRings(List<Coordinate[]> rings) {
        return among(rings, true);
    }

    /** Of lines: each place where two edges cross or run along each other; that one ends on another is a junction. */
    static Crossings ofLines(List<Coordinate[]> lines) {
        return among(lines, false);
    }

    /** All rings of polygons. */
    static List<Coordinate[]> rings(Geometry polygons) {
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            var polygon = (Polygon) polygons.getGeometryN(i);
            rings.add(polygon.getExteriorRing().getCoordinates());
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                rings.add(polygon.getInteriorRingN(h).getCoordinates());
            }
        }
        return rings;
    }

    private static Crossings among(List<Coordinate[]> chains, boolean touchesCount) {
        var crossings = new Crossings(touchesCount, MOST, MOST_PAIRS);
        List<SegmentString> edges = new ArrayList<>(chains.size());
        chains.forEach(chain -> edges.add(new BasicSegmentString(chain, null)));
        new MCIndexNoder(crossings).computeNodes(edges);
        return crossings;
    }

    /** Of one shape with another, for an operation on both. */
    static Crossings between(Geometry a, Geometry b) {
        var crossings = new Crossings(false, MOST_BETWEEN, MOST_PAIRS_BETWEEN);
        if ((long) a.getNumPoints() * b.getNumPoints() <= MOST_BETWEEN) {
            return crossings;
        }
        var common = a.getEnvelopeInternal().intersection(b.getEnvelopeInternal());
        List<SegmentString> ofA = edges(a, common);
        List<SegmentString> ofB = edges(b, common);
        if ((long) ofA.size() * ofB.size() > MOST_BETWEEN) {
            new MCIndexSegmentSetMutualIntersector(ofA).process(ofB, crossings);
        }
        return crossings;
    }

    /** Edges one by one: a shape that is large elsewhere costs nothing here. */
    private static List<SegmentString> edges(Geometry shape, Envelope common) {
        List<SegmentString> edges = new ArrayList<>();
        for (Object found : LinearComponentExtracter.getLines(shape)) {
            Coordinate[] chain = ((LineString) found).getCoordinates();
            for (int i = 0; i + 1 < chain.length; i++) {
                if (common.intersects(chain[i], chain[i + 1])) {
                    edges.add(new BasicSegmentString(new Coordinate[] {chain[i], chain[i + 1]}, null));
                }
            }
        }
        return edges;
    }

    /** How many were found before the search stopped. */
    int count() {
        return count;
    }

    /** True where the search stopped before its end. */
    boolean tooMany() {
        return count > most || pairs > mostPairs;
    }

    /** The first that was found, or the place where the search stopped; null where there is none. */
    @Nullable
    Coordinate first() {
        return first;
    }

    @Override
    public void processIntersections(SegmentString e0, int i0, SegmentString e1, int i1) {
        if (e0 == e1 && i0 == i1) {
            return;
        }
        if (++pairs > mostPairs && first == null) {
            first = e0.getCoordinate(i0);
        }
        intersector.computeIntersection(
                e0.getCoordinate(i0), e0.getCoordinate(i0 + 1), e1.getCoordinate(i1), e1.getCoordinate(i1 + 1));
        if (!intersector.hasIntersection() || !intersector.isInteriorIntersection()) {
            return;
        }
        if (touchesCount || intersector.isProper() || intersector.getIntersectionNum() > 1) {
            count++;
            if (first == null) {
                first = intersector.getIntersection(0).copy();
            }
        }
    }

    @Override
    public boolean isDone() {
        return tooMany();
    }
}
