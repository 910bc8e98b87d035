package org.greenplan.walk;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** An area that somebody on foot asks whether a step lies in it, its border included to a millimetre. */
final class WalkArea {
    private static final double BORDER_M = 1e-3;

    private final PreparedGeometry prepared;
    private final IndexedPointInAreaLocator locator;
    private final STRtree edges = new STRtree();

    WalkArea(Geometry polygonal) {
        prepared = PreparedGeometryFactory.prepare(polygonal);
        locator = new IndexedPointInAreaLocator(polygonal);
        Geometry border = polygonal.getBoundary();
        for (int g = 0; g < border.getNumGeometries(); g++) {
            Coordinate[] ring = border.getGeometryN(g).getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                edges.insert(new Envelope(ring[i - 1], ring[i]), new LineSegment(ring[i - 1], ring[i]));
            }
        }
        edges.build();
    }

    boolean covers(Envelope box) {
        Geometry area = prepared.getGeometry();
        return area.getEnvelopeInternal().covers(box)
                && prepared.covers(area.getFactory().toGeometry(box));
    }

    boolean holds(double[] place) {
        Coordinate at = new Coordinate(place[0], place[1]);
        if (locator.locate(at) != Location.EXTERIOR) {
            return true;
        }
        Envelope box = new Envelope(at);
        box.expandBy(BORDER_M);
        List<LineSegment> near = new ArrayList<>();
        edges.query(box, item -> near.add((LineSegment) item));
        return near.stream().anyMatch(edge -> edge.distance(at) <= BORDER_M);
    }

    /** Tells which steps of a chunk lie in this area, the first of all in the states. */
    void mark(double[][] places, Envelope box, int from, int area, WalkStates states) {
        Envelope grown = new Envelope(box);
        grown.expandBy(BORDER_M);
        if (!prepared.getGeometry().getEnvelopeInternal().intersects(grown)) {
            return;
        }
        boolean all = covers(box);
        for (int i = 0; i < places.length; i++) {
            if (all || holds(places[i])) {
                states.in(from + i, area);
            }
        }
    }
}
