package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.greenplan.format.dxf.DxfEntity;
import org.greenplan.format.text.OpenOutline;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** The shape of one entity in the plane, arcs as chords that stay within a centimetre of them. */
final class DxfShapes {
    static final Set<String> KNOWN = Set.of(
            "LINE", "LWPOLYLINE", "POLYLINE", "CIRCLE", "ARC", "ELLIPSE", "SPLINE", "HATCH", "POINT", "TEXT", "MTEXT");
    /** Their first group 10 is a place of the drawing. */
    static final Set<String> STARTS_AT_ITS_POINT = Set.of("LINE", "LWPOLYLINE", "CIRCLE", "ARC", "ELLIPSE", "POINT");

    /** They name nothing and join nothing. */
    static final Set<String> COMPLETE = Set.of("LWPOLYLINE", "POLYLINE", "CIRCLE", "ELLIPSE", "HATCH", "POINT");

    static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double SAGITTA_M = 0.01;
    /** Degrees are never closed over metres of ground. */
    private static final double MOST_DEGREES = 180;

    private static final Set<String> IN_WORLD_COORDINATES = Set.of("LINE", "POINT", "ELLIPSE", "SPLINE", "MTEXT");

    private final DxfEntity entity;
    private final AffineTransformation place;
    private final double tolerance;
    private final List<GeometryNote> notes = new ArrayList<>();

    /**
     * Shapes of an entity.
     *
     * @param place from the coordinates that the entity stands in to metres
     */
    DxfShapes(DxfEntity entity, AffineTransformation place) {
        this.entity = entity;
        this.place = IN_WORLD_COORDINATES.contains(entity.type())
                ? place
                : DxfPlane.of(entity).compose(place);
        double scale = DxfPlane.scale(this.place);
        this.tolerance = scale > 0 ? SAGITTA_M / scale : SAGITTA_M;
    }

    List<GeometryNote> notes() {
        return notes;
    }

    /** Null for what has no shape of its own: fewer than two different points, a mesh. */
    @Nullable
    Geometry shape() {
        return switch (entity.type()) {
            case "LINE" -> line();
            case "LWPOLYLINE" -> lightPolyline();
            case "POLYLINE" -> polyline();
            case "CIRCLE" -> circle();
            case "ARC" -> arc();
            case "ELLIPSE" -> ellipse();
            case "SPLINE" -> spline();
            case "HATCH" -> placed(new DxfHatch(entity, tolerance, this::curvesNoted).shape());
            case "POINT" -> placed(FACTORY.createPoint(new CoordinateXY(entity.real(10, 0), entity.real(20, 0))));
            default -> null;
        };
    }

    /** Height above zero: of a polyline its elevation, else of its first point. */
    double elevation() {
        double z = entity.real(entity.type().equals("LWPOLYLINE") ? 38 : 30, 0);
        return z == 0 ? Double.NaN : z;
    }

    private @Nullable Geometry placed(@Nullable Geometry geometry) {
        return geometry == null || geometry.isEmpty() ? null : place.transform(geometry);
    }

    private Coordinate point(int x, int y) {
        return new CoordinateXY(entity.real(x, 0), entity.real(y, 0));
    }

    private @Nullable Geometry line() {
        flattened(entity.real(30, 0) != entity.real(31, 0));
        return path(List.of(point(10, 20), point(11, 21)), false);
    }

    private @Nullable Geometry lightPolyline() {
        List<Coordinate> points = new ArrayList<>();
        List<Double> bulges = new ArrayList<>();
        for (int i = 0; i < entity.size() && entity.code(i) < 1000; i++) {
            int code = entity.code(i);
            if (code == 10) {
                points.add(new CoordinateXY(entity.real(i), 0));
                bulges.add(0.0);
            } else if (code == 20 && !points.isEmpty()) {
                points.get(points.size() - 1).y = entity.real(i);
            } else if (code == 42 && !points.isEmpty()) {
                bulges.set(bulges.size() - 1, entity.real(i));
            }
        }
        return bulged(points, bulges, entity.flag(70, 1));
    }

    private @Nullable Geometry polyline() {
        int flags = entity.integer(70, 0);
        if ((flags & (16 | 64)) != 0) {
            return null;
        }
        List<Coordinate> points = new ArrayList<>();
        List<Double> bulges = new ArrayList<>();
        double z = 0;
        boolean slanted = false;
        int i = 0;
        while (i < entity.size() && entity.code(i) != 0) {
            i++;
        }
        while (i < entity.size()) {
            var vertex = new CoordinateXY(0, 0);
            double bulge = 0;
            boolean frame = false;
            for (i++; i < entity.size() && entity.code(i) != 0; i++) {
                switch (entity.code(i)) {
                    case 10 -> vertex.x = entity.real(i);
                    case 20 -> vertex.y = entity.real(i);
                    case 30 -> {
                        slanted |= !points.isEmpty() && entity.real(i) != z;
                        z = entity.real(i);
                    }
                    case 42 -> bulge = entity.real(i);
                    case 70 -> frame = (entity.integer(i) & 16) != 0;
                    default -> {
                        // widths and tangents
                    }
                }
            }
            if (!frame) {
                points.add(vertex);
                bulges.add(bulge);
            }
        }
        flattened(slanted);
        return bulged(points, bulges, (flags & 1) != 0);
    }

    private @Nullable Geometry bulged(List<Coordinate> points, List<Double> bulges, boolean closed) {
        if (points.isEmpty()) {
            return null;
        }
        List<Coordinate> path = new ArrayList<>(points.size() + 1);
        path.add(points.get(0));
        boolean curved = false;
        int segments = closed ? points.size() : points.size() - 1;
        for (int i = 0; i < segments; i++) {
            curved |= bulges.get(i) != 0;
            DxfCurves.bulge(path, points.get((i + 1) % points.size()).copy(), bulges.get(i), tolerance);
        }
        if (curved) {
            curvesNoted();
        }
        return path(path, closed);
    }

    private @Nullable Geometry circle() {
        double radius = Math.abs(entity.real(40, 0));
        List<Coordinate> path = new ArrayList<>();
        DxfCurves.arc(path, point(10, 20), radius, 0, 2 * Math.PI, tolerance);
        curvesNoted();
        return radius > 0 ? path(path, true) : null;
    }

    private @Nullable Geometry arc() {
        double start = Math.toRadians(entity.real(50, 0));
        double sweep = DxfCurves.turn(start, Math.toRadians(entity.real(51, 360)));
        List<Coordinate> path = new ArrayList<>();
        DxfCurves.arc(path, point(10, 20), Math.abs(entity.real(40, 0)), start, sweep, tolerance);
        curvesNoted();
        return path(path, false);
    }

    private @Nullable Geometry ellipse() {
        double ratio = entity.real(40, 1) * (entity.real(230, 1) < 0 ? -1 : 1);
        double start = entity.real(41, 0);
        double sweep = DxfCurves.turn(start, entity.real(42, 2 * Math.PI));
        List<Coordinate> path = new ArrayList<>();
        DxfCurves.ellipse(path, point(10, 20), entity.real(11, 0), entity.real(21, 0), ratio, start, sweep, tolerance);
        curvesNoted();
        return path(path, false);
    }

    private @Nullable Geometry spline() {
        List<Coordinate> path = new ArrayList<>();
        DxfSplineReader.read(entity, 0, entity.size()).path(path, tolerance);
        curvesNoted();
        return path(path, entity.flag(70, 1));
    }

    /** A polygon where the path is closed, in the drawing or by ends that nearly meet; else a line. */
    private @Nullable Geometry path(List<Coordinate> points, boolean closed) {
        List<Coordinate> placed = new ArrayList<>(points.size() + 1);
        for (Coordinate point : points) {
            Coordinate at = place.transform(point, new CoordinateXY());
            if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
                throw entity.broken("坐标过大", "a coordinate is out of range");
            }
            if (placed.isEmpty() || !placed.get(placed.size() - 1).equals2D(at)) {
                placed.add(at);
            }
        }
        int size = placed.size();
        double gap = placed.get(0).distance(placed.get(size - 1));
        double tolerated =
                Math.abs(placed.get(0).x) <= MOST_DEGREES ? OpenOutline.TOLERANCE_DEG : OpenOutline.TOLERANCE_M;
        boolean meets = size > 2 && gap <= tolerated;
        if (meets && gap > 0 && size > 3) {
            placed.remove(size - 1);
            notes.addAll(OpenOutline.closed(gap, placed.get(0)));
        }
        if ((closed || (meets && size > 3)) && ring(placed)) {
            return FACTORY.createPolygon(placed.toArray(new Coordinate[0]));
        }
        return placed.size() < 2 ? null : FACTORY.createLineString(placed.toArray(new Coordinate[0]));
    }

    private static boolean ring(List<Coordinate> points) {
        if (!points.get(0).equals2D(points.get(points.size() - 1))) {
            points.add(points.get(0).copy());
        }
        if (points.size() >= 4) {
            return true;
        }
        points.remove(points.size() - 1);
        return false;
    }

    private void curvesNoted() {
        if (notes.stream().noneMatch(n -> n.kind().equals("curves-to-chords"))) {
            notes.add(new GeometryNote(
                    "curves-to-chords",
                    Words.of("弧线已换成弦线，偏差不超过 1 厘米。", "Curves became chords that stay within 1 cm of them.")));
        }
    }

    private void flattened(boolean slanted) {
        if (slanted) {
            notes.add(new GeometryNote(
                    "height-dropped",
                    Words.of("已去掉高程，只保留平面位置。", "Heights were dropped; only the place in the plane is kept.")));
        }
    }
}
