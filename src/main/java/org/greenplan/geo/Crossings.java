package org.greenplan.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
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

    private final LineIntersector intersector = new RobustLineIntersector();
    private final boolean touchesCount;
    private int count;
    private long pairs;
    private @Nullable Coordinate first;

    private Crossings(boolean touchesCount) {
        this.touchesCount = touchesCount;
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
        var crossings = new Crossings(touchesCount);
        List<SegmentString> edges = new ArrayList<>(chains.size());
        chains.forEach(chain -> edges.add(new BasicSegmentString(chain, null)));
        new MCIndexNoder(crossings).computeNodes(edges);
        return crossings;
    }

    /** How many were found before the search stopped. */
    int count() {
        return count;
    }

    /** True where the search stopped before its end. */
    boolean tooMany() {
        return count > MOST || pairs > MOST_PAIRS;
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
        if (++pairs > MOST_PAIRS && first == null) {
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
