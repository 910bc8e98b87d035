package org.greenplan.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The definition of a belt word by word: each rectangle and each sector a polygon of its own, all united by JTS. */
final class BeltOracle {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private BeltOracle() {}

    static Geometry of(Geometry line, double leftM, double rightM, int stepsAQuarter) {
        List<Geometry> pieces = new ArrayList<>();
        for (int part = 0; part < line.getNumGeometries(); part++) {
            Coordinate[] points = distinct(line.getGeometryN(part).getCoordinates());
            for (int i = 1; i < points.length; i++) {
                rectangle(points[i - 1], points[i], leftM, pieces);
                rectangle(points[i - 1], points[i], -rightM, pieces);
                boolean closes = points[0].equals2D(points[points.length - 1]);
                Coordinate next = i + 1 < points.length ? points[i + 1] : closes ? points[1] : null;
                if (next != null) {
                    bend(points[i - 1], points[i], next, leftM, rightM, stepsAQuarter, pieces);
                }
            }
        }
        return pieces.isEmpty() ? SHAPES.createPolygon() : OverlayNGRobust.union(SHAPES.buildGeometry(pieces));
    }

    private static void rectangle(Coordinate a, Coordinate b, double leftM, List<Geometry> to) {
        double length = a.distance(b);
        double x = -(b.y - a.y) / length * leftM;
        double y = (b.x - a.x) / length * leftM;
        polygon(to, a, b, new Coordinate(b.x + x, b.y + y), new Coordinate(a.x + x, a.y + y));
    }

    private static void bend(
            Coordinate a, Coordinate b, Coordinate c, double leftM, double rightM, int steps, List<Geometry> to) {
        double before = Math.atan2(b.y - a.y, b.x - a.x);
        double turn = Math.IEEEremainder(Math.atan2(c.y - b.y, c.x - b.x) - before, 2 * Math.PI);
        boolean back = Math.abs(turn) > Math.PI - 1e-12;
        if (turn > 0 || back) {
            sector(b, rightM, before - Math.PI / 2, Math.abs(turn), steps, to);
        }
        if (turn < 0 || back) {
            sector(b, leftM, before + Math.PI / 2, -Math.abs(turn), steps, to);
        }
    }

    private static void sector(Coordinate b, double r, double from, double turn, int quarter, List<Geometry> to) {
        int steps = Math.max(1, (int) Math.ceil(Math.abs(turn) / (Math.PI / 2) * quarter - 1e-9));
        double step = turn / steps;
        double radius = Math.abs(step) < 1e-6 ? r : r * Math.sqrt(step / Math.sin(step));
        List<Coordinate> corners = new ArrayList<>(List.of(b));
        for (int k = 0; k <= steps; k++) {
            corners.add(
                    new Coordinate(b.x + radius * Math.cos(from + k * step), b.y + radius * Math.sin(from + k * step)));
        }
        polygon(to, corners.toArray(Coordinate[]::new));
    }

    private static void polygon(List<Geometry> to, Coordinate... corners) {
        List<Coordinate> ring = new ArrayList<>(List.of(corners));
        ring.add(corners[0]);
        Geometry polygon = SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
        if (polygon.getArea() > 0) {
            to.add(polygon);
        }
    }

    private static Coordinate[] distinct(Coordinate[] line) {
        List<Coordinate> points = new ArrayList<>();
        for (Coordinate point : line) {
            if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
                points.add(point);
            }
        }
        return points.toArray(Coordinate[]::new);
    }
}
