package org.greenplan.geo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A boundary that many shapes are cut with, such as the district: its index is built once, and most shapes lie wholly inside or
 * outside, which costs no overlay. Safe for many threads.
 */
public final class Mask {
    private final Geometry shape;
    private final PreparedGeometry prepared;

    public Mask(Geometry polygonal) {
        shape = polygonal;
        prepared = PreparedGeometryFactory.prepare(polygonal);
    }

    /** The polygons of a polygonal shape inside the boundary. */
    public Geometry polygonsOf(Geometry polygonal) {
        if (misses(polygonal)) {
            return polygonal.getFactory().createMultiPolygon();
        }
        return prepared.covers(polygonal) ? Overlay.polygons(polygonal) : Overlay.cut(polygonal, shape);
    }

    /** The lines of a lineal shape inside the boundary. */
    public Geometry linesOf(Geometry lineal) {
        if (misses(lineal)) {
            return lineal.getFactory().createMultiLineString();
        }
        return prepared.covers(lineal) ? Overlay.lines(lineal) : Overlay.lineIntersection(lineal, shape);
    }

    /** The lines of a lineal shape beyond the boundary; what runs on it is inside. */
    public Geometry linesBeyond(Geometry lineal) {
        if (misses(lineal)) {
            return Overlay.lines(lineal);
        }
        return prepared.covers(lineal)
                ? lineal.getFactory().createMultiLineString()
                : Overlay.lineDifference(lineal, List.of(shape));
    }

    /** The polygons of a polygonal shape beyond the boundary. */
    public Geometry polygonsBeyond(Geometry polygonal) {
        if (misses(polygonal)) {
            return Overlay.polygons(polygonal);
        }
        return prepared.covers(polygonal)
                ? polygonal.getFactory().createMultiPolygon()
                : Overlay.difference(polygonal, List.of(shape));
    }

    private boolean misses(Geometry other) {
        return !shape.getEnvelopeInternal().intersects(other.getEnvelopeInternal()) || !prepared.intersects(other);
    }
}
