package org.greenplan.geo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A boundary that many shapes are cut with, such as the district: its index is built once, and most shapes lie wholly inside or
 * outside, which costs no overlay. Safe for many threads.
 */
public final class Mask {
    private final Geometry shape;
    private final PreparedGeometry prepared;
    private volatile @Nullable Border border;

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

    /** The stretches of a line inside the boundary, that itself included to a millimetre. */
    public Intervals inside(LineString line) {
        return prepared.covers(line) ? Intervals.of(line) : border().inside(line);
    }

    /** Whether a whole box lies inside. */
    public boolean covers(Envelope box) {
        return shape.getEnvelopeInternal().covers(box)
                && prepared.covers(shape.getFactory().toGeometry(box));
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

    /** Made when a line asks for it first; made twice it is the same. */
    private Border border() {
        Border known = border;
        if (known == null) {
            known = new Border(shape);
            border = known;
        }
        return known;
    }

    private boolean misses(Geometry other) {
        return !shape.getEnvelopeInternal().intersects(other.getEnvelopeInternal()) || !prepared.intersects(other);
    }
}
