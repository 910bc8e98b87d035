package org.greenplan.format.dxf.read;

import java.util.List;
import org.greenplan.format.dxf.DxfMark;
import org.greenplan.geo.GeometryNote;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Something that the drawing shows, at its true place: an entity, or what is left of one when blocks are taken apart.
 *
 * @param number place of the entity among the drawing's entities, from 1
 * @param colour AutoCAD colour number, {@code #rrggbb}, or empty for the layer's
 * @param block name of the block it was part of, or null
 * @param elevation height above zero, NaN where there is none
 * @param words what a text says; null for shapes
 * @param start where a text begins, a little inside; null for shapes
 * @param textHeight height of its letters
 * @param chain true for lines and arcs whose ends may join others
 */
record DxfPiece(
        long number,
        String entity,
        String layer,
        String colour,
        @Nullable String handle,
        @Nullable String block,
        double elevation,
        @Nullable DxfMark mark,
        Geometry shape,
        @Nullable String words,
        @Nullable Coordinate start,
        double textHeight,
        boolean chain,
        List<GeometryNote> notes) {
    DxfPiece {
        notes = List.copyOf(notes);
    }

    /** The same with another shape. */
    DxfPiece shaped(Geometry other, List<GeometryNote> otherNotes) {
        return new DxfPiece(
                number,
                entity,
                layer,
                colour,
                handle,
                block,
                elevation,
                mark,
                other,
                words,
                start,
                textHeight,
                false,
                otherNotes);
    }

    /** The same with a note more. */
    DxfPiece noted(GeometryNote note) {
        List<GeometryNote> more = new java.util.ArrayList<>(notes);
        more.add(note);
        return shaped(shape, more);
    }

    /** 0 for points, 1 for lines, 2 for polygons. */
    int dimension() {
        return shape.getDimension();
    }
}
