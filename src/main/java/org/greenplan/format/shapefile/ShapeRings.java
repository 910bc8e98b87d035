package org.greenplan.format.shapefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.greenplan.geo.GeometryNote;
import org.greenplan.geo.RingNesting;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Polygons of a record's rings, closed and nested, and what had to be done for that. */
final class ShapeRings {
    private ShapeRings() {}

    static @Nullable Geometry polygons(
            List<Coordinate[]> parts, GeometryFactory factory, List<GeometryNote> notes, String file, long number) {
        List<LinearRing> rings = rings(parts, factory, notes);
        if (rings.isEmpty()) {
            return null;
        }
        RingNesting nesting = RingNesting.of(rings)
                .orElseThrow(() -> ShapefileFault.record(
                        file,
                        number,
                        "的环太多且层层嵌套，无法分清内外。请在 GIS 软件中拆分为单部件后再上传。",
                        "has too many rings within rings. Split it into single parts and upload that."));
        for (int i = 0; i < nesting.twice(); i++) {
            notes.add(new GeometryNote("part-dropped", Words.of("已去掉重复的环。", "A ring that stood twice was dropped.")));
        }
        if (nesting.holesRunAlong()) {
            notes.add(new GeometryNote(
                    "hole-by-containment",
                    Words.of(
                            "内环与外环方向相同，按包含关系作为洞。",
                            "A ring inside another runs the same way; it was taken as a hole.")));
        }
        return nesting.polygons(factory);
    }

    private static List<LinearRing> rings(List<Coordinate[]> parts, GeometryFactory factory, List<GeometryNote> notes) {
        List<LinearRing> rings = new ArrayList<>();
        boolean closed = false;
        boolean dropped = false;
        for (Coordinate[] part : parts) {
            Coordinate[] ring = part;
            if (!part[0].equals2D(part[part.length - 1])) {
                ring = Arrays.copyOf(part, part.length + 1);
                ring[part.length] = new CoordinateXY(part[0].x, part[0].y);
                closed = true;
            }
            if (ring.length < 4) {
                dropped = true;
            } else {
                rings.add(factory.createLinearRing(ring));
            }
        }
        if (closed) {
            notes.add(
                    new GeometryNote("ring-closed", Words.of("图形未闭合，已自动闭合。", "A ring was open and has been closed.")));
        }
        if (dropped) {
            notes.add(new GeometryNote("part-dropped", Words.of("已去掉没有面积的部分。", "A part of no area was dropped.")));
        }
        return rings;
    }
}
