package org.greenplan.recognise;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.PlanCrs;
import org.greenplan.format.text.OpenOutline;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes shapes of the kind that a layer takes: of an area with its label point the area, of a closed line the area within. An outline
 * that is open by a slip of the hand is closed and told; a wider gap is named with its size and place, and closed by choice.
 *
 * @param kind of the layer's shapes
 * @param closeOpen true where the planner wants open outlines closed
 */
record Fitting(GeometryKind kind, PlanCrs crs, Placement placement, boolean closeOpen) {
    /** Under this field a refusal says that the outline is open. */
    static final String OPEN = "closeOpen";

    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** The fitting shape, or the shape itself where nothing of it fits; what was done is noted. */
    Geometry of(Geometry shape, List<GeometryNote> notes) {
        Geometry part = ofKind(shape, notes);
        return kind == GeometryKind.POLYGON && part.getDimension() == 1 ? filled(part, notes) : part;
    }

    private Geometry ofKind(Geometry shape, List<GeometryNote> notes) {
        boolean mixed = shape instanceof GeometryCollection
                && !(shape instanceof MultiPoint || shape instanceof MultiLineString || shape instanceof MultiPolygon);
        if (!mixed) {
            return shape;
        }
        List<List<Geometry>> byDimension = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        collect(shape, byDimension);
        int wanted =
                switch (kind) {
                    case POINT -> 0;
                    case LINE -> 1;
                    default -> byDimension.get(2).isEmpty() ? 1 : 2;
                };
        List<Geometry> kept = byDimension.get(wanted);
        if (kept.isEmpty()) {
            return shape;
        }
        left(byDimension, wanted, notes);
        return SHAPES.buildGeometry(kept);
    }

    private static void collect(Geometry shape, List<List<Geometry>> byDimension) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Geometry part = shape.getGeometryN(i);
            if (part instanceof GeometryCollection) {
                collect(part, byDimension);
            } else if (!part.isEmpty()) {
                byDimension.get(part.getDimension()).add(part);
            }
        }
    }

    private static void left(List<List<Geometry>> byDimension, int wanted, List<GeometryNote> notes) {
        String[] zh = {"个点", "条线", "个面"};
        String[] en = {"point", "line", "area"};
        for (int i = 0; i < 3; i++) {
            int count = i == wanted ? 0 : byDimension.get(i).size();
            if (count > 0) {
                String number = count == 1 ? "A " + en[i] + " was" : count + " " + en[i] + "s were";
                notes.add(new GeometryNote(
                        "part-left-out",
                        Words.of(
                                "同一记录中的 " + count + " " + zh[i] + "未取。",
                                (count == 1 && i == 2 ? "An area was" : number) + " left out of the record.")));
            }
        }
    }

    private Geometry filled(Geometry lines, List<GeometryNote> notes) {
        List<Polygon> polygons = new ArrayList<>();
        boolean closed = false;
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            if (!(lines.getGeometryN(i) instanceof LineString line)
                    || line.getNumPoints() < (line.isClosed() ? 4 : 3)) {
                return lines;
            }
            closed |= line.isClosed();
            polygons.add(SHAPES.createPolygon(line.isClosed() ? line.getCoordinates() : closed(line, notes)));
        }
        if (closed) {
            notes.add(new GeometryNote("ring-filled", Words.of("闭合线已转为面。", "A closed line became a polygon.")));
        }
        boolean one = polygons.size() == 1 && !(lines instanceof MultiLineString);
        return one ? polygons.get(0) : SHAPES.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    /** The corners of an open line with the first again; where the gap is wide and nobody chose to close it, a refusal. */
    private Coordinate[] closed(LineString line, List<GeometryNote> notes) {
        Coordinate[] corners = line.getCoordinates();
        LonLat begins = placement.way().place(corners[0].x, corners[0].y);
        LonLat ends = placement.way().place(corners[corners.length - 1].x, corners[corners.length - 1].y);
        var from = crs.projection().forward(begins.lonDeg(), begins.latDeg());
        var to = crs.projection().forward(ends.lonDeg(), ends.latDeg());
        double gapM = Math.hypot(from.eastM() - to.eastM(), from.northM() - to.northM());
        boolean slip = gapM <= OpenOutline.TOLERANCE_M;
        if (!slip && !closeOpen) {
            throw Problem.Invalid.at(
                    Words.of(
                            "轮廓未闭合，首尾相差 " + OpenOutline.zh(gapM) + "。如确为地块边界，请勾选“闭合未封口的线”，或在原文件中闭合。",
                            "The outline is open by " + OpenOutline.en(gapM)
                                    + ". If it is the boundary of a plot, choose to close open lines, or close it in the file."),
                    OPEN,
                    ends.lonDeg(),
                    ends.latDeg());
        }
        notes.add(OpenOutline.closed(gapM));
        int corner = slip && corners.length > 3 ? corners.length - 1 : corners.length;
        Coordinate[] ring = java.util.Arrays.copyOf(corners, corner + 1);
        ring[corner] = corners[0].copy();
        return ring;
    }
}
