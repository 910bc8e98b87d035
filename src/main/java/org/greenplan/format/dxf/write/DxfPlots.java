package org.greenplan.format.dxf.write;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Belt;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.format.TargetRow;
import org.greenplan.format.dxf.DxfMark;
import org.greenplan.geo.BeltShape;
import org.greenplan.geo.Unit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Draws the features of the plan on the sheet: rings, centre lines with their belts, points, and what is written on them. */
final class DxfPlots {
    private static final double LINE_SPACING = 1.6;
    private static final double POINT_TEXT_M = 2;

    private final DxfSheet sheet;
    private final Catalogue catalogue;
    private final boolean hatched;
    private final @Nullable DxfVertexTable vertices;

    /**
     * Draws on a sheet.
     *
     * @param hatched true where polygons are filled
     * @param vertices takes the boundary points of plots, or null where nobody asked for them
     */
    DxfPlots(DxfSheet sheet, Catalogue catalogue, boolean hatched, @Nullable DxfVertexTable vertices) {
        this.sheet = sheet;
        this.catalogue = catalogue;
        this.hatched = hatched;
        this.vertices = vertices;
    }

    void row(LayerType type, TargetRow row) throws IOException {
        Geometry shape = row.shape();
        if (shape.isEmpty()) {
            return;
        }
        DxfPen pen = DxfPen.of(type, catalogue, row);
        switch (shape.getDimension()) {
            case 2 -> polygons(type, row, pen);
            case 1 -> lines(type, row, pen);
            default -> {
                sheet.point(pen, shape.getCoordinate(), new DxfMark(row.plotId(), "point", 0, 0, 1));
                var beside = new CoordinateXY(shape.getCoordinate().x + POINT_TEXT_M, shape.getCoordinate().y);
                label(type, row, beside, POINT_TEXT_M, false);
            }
        }
    }

    private void polygons(LayerType type, TargetRow row, DxfPen pen) throws IOException {
        Geometry shape = row.shape();
        int rings = 0;
        Polygon largest = (Polygon) shape.getGeometryN(0);
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            var polygon = (Polygon) shape.getGeometryN(i);
            rings += 1 + polygon.getNumInteriorRing();
            largest = polygon.getArea() > largest.getArea() ? polygon : largest;
        }
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            var polygon = (Polygon) shape.getGeometryN(i);
            if (hatched) {
                sheet.hatch(pen.fill(), polygon, DxfMark.note(row.plotId()));
            }
            for (int ring = 0; ring <= polygon.getNumInteriorRing(); ring++) {
                LineString outline = ring == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(ring - 1);
                sheet.ring(pen, outline, new DxfMark(row.plotId(), "ring", i, ring, rings));
            }
        }
        double height = height(row, Math.sqrt(largest.getArea()));
        label(type, row, largest.getInteriorPoint().getCoordinate(), height, true);
        if (vertices != null && type.addsGreen()) {
            vertices.take(row, Math.max(0.3, Math.min(2, height / 2)));
        }
    }

    private void lines(LayerType type, TargetRow row, DxfPen pen) throws IOException {
        Geometry shape = row.shape();
        var longest = (LineString) shape.getGeometryN(0);
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            var line = (LineString) shape.getGeometryN(i);
            sheet.line(pen, line, new DxfMark(row.plotId(), "line", i, 0, shape.getNumGeometries()));
            longest = line.getLength() > longest.getLength() ? line : longest;
        }
        MultiPolygon belt = belt(type, row);
        for (int i = 0; belt != null && i < belt.getNumGeometries(); i++) {
            var polygon = (Polygon) belt.getGeometryN(i);
            sheet.ring(pen.belt(), polygon.getExteriorRing(), DxfMark.note(row.plotId()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                sheet.ring(pen.belt(), polygon.getInteriorRingN(hole), DxfMark.note(row.plotId()));
            }
        }
        Coordinate middle = longest.getCoordinateN(longest.getNumPoints() / 2);
        label(type, row, middle, height(row, longest.getLength() / 4), true);
    }

    private static @Nullable MultiPolygon belt(LayerType type, TargetRow row) {
        Belt belt = type.belt();
        return belt == null
                ? null
                : BeltShape.of(
                        row.shape(),
                        width(row.values().get(belt.leftWidth())),
                        width(row.values().get(belt.rightWidth())));
    }

    private static double width(@Nullable Object value) {
        return value instanceof Number number ? Math.max(0, number.doubleValue()) : 0;
    }

    /** Letters that leave the label inside the plot, but never so small or so large that nobody reads them. */
    private static double height(TargetRow row, double width) {
        return Math.max(0.5, Math.min(20, 0.6 * width / Math.max(6, row.label().length())));
    }

    /** Number, name and net area of a plot; of everything else the name. */
    private void label(LayerType type, TargetRow row, Coordinate at, double height, boolean centred)
            throws IOException {
        DxfPen pen = type.addsGreen() ? DxfPen.LABELS : DxfPen.CONTEXT_LABELS;
        if (type.addsGreen()) {
            line(pen, at, height, 1, centred, number(type, row), DxfMark.note(row.plotId()));
        }
        Object name = type.value(AttributeRole.NAME, row.values());
        if (name != null && !name.toString().isBlank()) {
            line(pen, at, height, 0, centred, name.toString(), new DxfMark(row.plotId(), DxfMark.NAME, 0, 0, 1));
        } else if (type.addsGreen()) {
            line(pen, at, height, 0, centred, row.label(), DxfMark.note(row.plotId()));
        }
        if (type.addsGreen() && row.netM2() != null) {
            line(pen, at, height, -1, centred, area(row.netM2()), DxfMark.note(row.plotId()));
        }
    }

    private void line(DxfPen pen, Coordinate at, double height, int up, boolean centred, String words, DxfMark mark)
            throws IOException {
        sheet.text(pen, new CoordinateXY(at.x, at.y + up * LINE_SPACING * height), height, centred, words, mark);
    }

    private static String number(LayerType type, TargetRow row) {
        Object code = type.value(AttributeRole.CODE, row.values());
        return code == null || code.toString().isBlank() ? String.valueOf(row.id()) : code.toString();
    }

    static String area(double netM2) {
        return rounded(netM2) + " ㎡ " + rounded(Unit.MU.amount(netM2)) + " 亩";
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
