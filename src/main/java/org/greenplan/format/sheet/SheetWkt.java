package org.greenplan.format.sheet;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A shape written as WKT in a cell. */
record SheetWkt(@Nullable Geometry shape, List<GeometryNote> notes) {
    private static final int MOST_NESTED = 12;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    SheetWkt {
        notes = List.copyOf(notes);
    }

    /** The shape in two dimensions; none, and a note, where the text is no WKT. */
    static SheetWkt of(String cell) {
        String text = cell.strip();
        int srid = text.regionMatches(true, 0, "SRID=", 0, 5) ? text.indexOf(';') + 1 : 0;
        try {
            if (depth(text) > MOST_NESTED) {
                throw new ParseException("nested too deeply");
            }
            Geometry read = new WKTReader().read(text.substring(srid));
            return flat(read);
        } catch (ParseException | IllegalArgumentException e) {
            return new SheetWkt(
                    null,
                    List.of(new GeometryNote(
                            "no-shape",
                            Words.of("WKT 无法读取，该行没有图形。", "The WKT cannot be read; the row has no shape."))));
        }
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static SheetWkt flat(Geometry read) throws ParseException {
        boolean[] heights = {false};
        for (Coordinate c : read.getCoordinates()) {
            if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                throw new ParseException("not finite");
            }
            heights[0] |= !Double.isNaN(c.getZ()) || !Double.isNaN(c.getM());
        }
        List<GeometryNote> notes = new ArrayList<>();
        if (heights[0]) {
            notes.add(new GeometryNote("height-dropped", Words.of("已去掉高程或 M 值。", "Heights or M values were dropped.")));
        }
        return new SheetWkt(TwoDimensions.EDITOR.edit(read, TwoDimensions.INSTANCE), notes);
    }

    private static final class TwoDimensions
            extends org.locationtech.jts.geom.util.GeometryEditor.CoordinateSequenceOperation {
        private static final TwoDimensions INSTANCE = new TwoDimensions();
        private static final org.locationtech.jts.geom.util.GeometryEditor EDITOR =
                new org.locationtech.jts.geom.util.GeometryEditor(FACTORY);

        @Override
        public CoordinateSequence edit(CoordinateSequence from, Geometry geometry) {
            CoordinateSequence to = CoordinateArraySequenceFactory.instance().create(from.size(), 2, 0);
            for (int i = 0; i < from.size(); i++) {
                to.setOrdinate(i, 0, from.getX(i));
                to.setOrdinate(i, 1, from.getY(i));
            }
            return to;
        }
    }
}
