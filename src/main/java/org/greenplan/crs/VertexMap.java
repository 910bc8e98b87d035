package org.greenplan.crs;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Moves every vertex of a shape into another coordinate system; straight edges between vertices stay straight. */
public record VertexMap(Move move) implements CoordinateSequenceFilter {
    /** Where a position goes. */
    public interface Move {
        Coordinate to(double x, double y);
    }

    /** A copy of the shape with every vertex moved. */
    public static Geometry moved(Geometry geometry, Move move) {
        Geometry copy = geometry.copy();
        copy.apply(new VertexMap(move));
        return copy;
    }

    @Override
    public void filter(CoordinateSequence seq, int i) {
        Coordinate to = move.to(seq.getX(i), seq.getY(i));
        seq.setOrdinate(i, 0, to.x);
        seq.setOrdinate(i, 1, to.y);
    }

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public boolean isGeometryChanged() {
        return true;
    }
}
