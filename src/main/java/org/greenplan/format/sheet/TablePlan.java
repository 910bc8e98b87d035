package org.greenplan.format.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.greenplan.format.PlotId;
import org.greenplan.format.TargetField;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRow;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The two tables of a layer: its features with attributes, areas and either WKT or a point inside, and the boundary points of
 * its areas.
 *
 * @param wkt true for WKT, false for a point inside
 */
record TablePlan(TargetPlan plan, boolean wkt) {
    static final Set<String> OPTIONS = Set.of("geometry");

    /** Takes one line of a table. */
    interface Line {
        void cells(List<? extends @Nullable Object> cells) throws IOException;
    }

    static TablePlan of(TargetPlan plan, WriteOptions options) {
        options.requireKnown(OPTIONS);
        String geometry = options.find("geometry");
        if (geometry != null && !Set.of("wkt", "centre").contains(geometry)) {
            throw new Problem.Invalid(
                    Words.of("geometry 只能是 wkt 或 centre。", "The option geometry is wkt, or centre for a point inside."),
                    "geometry");
        }
        return new TablePlan(plan, !"centre".equals(geometry));
    }

    List<String> headings(TargetLayer layer) {
        List<String> headings = new ArrayList<>(List.of(PlotId.FIELD));
        for (TargetField field : attributes(layer)) {
            String title = field.title().zh();
            headings.add(headings.contains(title) ? field.name() : title);
        }
        headings.addAll(wkt ? List.of("WKT") : positions());
        return headings;
    }

    /** The plot id stands first in every table and is not written twice. */
    static List<TargetField> attributes(TargetLayer layer) {
        return layer.fields().stream()
                .filter(f -> !f.name().equals(PlotId.FIELD))
                .toList();
    }

    List<@Nullable Object> cells(TargetLayer layer, TargetRow row) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(row.plotId()));
        attributes(layer).forEach(f -> cells.add(row.values().get(f.name())));
        if (wkt) {
            cells.add(WktText.of(row.shape(), plan.decimals()));
        } else {
            Coordinate inside = row.shape().isEmpty()
                    ? null
                    : row.shape().getInteriorPoint().getCoordinate();
            cells.add(inside == null ? null : rounded(plan.isLonLat() ? inside.x : inside.y));
            cells.add(inside == null ? null : rounded(plan.isLonLat() ? inside.y : inside.x));
        }
        return cells;
    }

    List<String> pointHeadings() {
        List<String> headings = new ArrayList<>(List.of(PlotId.FIELD, "地块名称", "圈号", "点号"));
        headings.addAll(positions());
        return headings;
    }

    /** X is north and Y is east, as surveyors write them; degrees say which they are. */
    private List<String> positions() {
        return plan.isLonLat() ? List.of("经度", "纬度") : List.of("X坐标", "Y坐标");
    }

    /** The boundary points of a feature: rings numbered from 1, points numbered through, the first of a ring repeated. */
    void points(TargetRow row, Line to) throws IOException {
        int ring = 0;
        int number = 1;
        Geometry shape = row.shape();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                for (int r = 0; r <= polygon.getNumInteriorRing(); r++) {
                    LineString line = r == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(r - 1);
                    number = ring(row, line.getCoordinates(), ++ring, number, to);
                }
            }
        }
    }

    private int ring(TargetRow row, Coordinate[] points, int ring, int first, Line to) throws IOException {
        for (int i = 0; i < points.length; i++) {
            int number = i == points.length - 1 ? first : first + i;
            double east = rounded(points[i].x);
            double north = rounded(points[i].y);
            to.cells(List.of(
                    row.plotId(),
                    row.label(),
                    (long) ring,
                    "J" + number,
                    plan.isLonLat() ? east : north,
                    plan.isLonLat() ? north : east));
        }
        return first + points.length - 1;
    }

    private double rounded(double value) {
        double scale = Math.pow(10, plan.decimals());
        return Math.rint(value * scale) / scale;
    }

    /** A number as spreadsheets in every language read it, with every digit it has. */
    static String number(Number number) {
        return number instanceof Double real
                ? BigDecimal.valueOf(real).stripTrailingZeros().toPlainString()
                : number.toString();
    }
}
