package org.greenplan.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.problem.Problem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Makes the shapes of a filter from nested lists of positions, brings them to lon/lat degrees, and refuses what is no shape. */
record Shapes(FilterCrs crs) {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** A side of a box in another system is no straight line in degrees: so many pieces follow it to the centimetre. */
    private static final int PIECES = 32;

    /** The geometry types by their upper-case names. */
    static boolean isType(String upper) {
        return List.of("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON")
                .contains(upper);
    }

    /** A shape of that type from positions (Coordinate) in lists as deep as the type needs them. */
    Value.Shape shape(String type, Object nested) {
        return new Value.Shape(valid(build(type.toUpperCase(Locale.ROOT), nested)));
    }

    Value.Shape collection(List<Value.Shape> members) {
        if (members.isEmpty()) {
            throw wrong("GEOMETRYCOLLECTION 是空的", "GEOMETRYCOLLECTION is empty");
        }
        return new Value.Shape(FACTORY.createGeometryCollection(
                members.stream().map(Value.Shape::lonLat).toArray(Geometry[]::new)));
    }

    /**
     * A box: the lesser corner, the greater corner, each first axis first; heights, where there are some, say nothing. In degrees, one
     * that begins east of its end goes across 180°.
     */
    Value.Shape box(List<Double> numbers) {
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw wrong(
                    "BBOX 需要 4 个数（最小、最小、最大、最大）或 6 个数（带高程），给了 " + numbers.size() + " 个",
                    "BBOX takes 4 numbers, the lesser corner first, or 6 with heights; there are " + numbers.size());
        }
        int high = numbers.size() / 2;
        double[] n = {numbers.get(0), numbers.get(1), numbers.get(high), numbers.get(high + 1)};
        Coordinate low = crs.lonLat(n[0], n[1]);
        boolean lonFirst = low.equals2D(new Coordinate(n[0], n[1]));
        boolean latFirst = low.equals2D(new Coordinate(n[1], n[0]));
        if (lonFirst && n[0] > n[2] && n[1] <= n[3]) {
            return across(plain(n[0], n[1], 180, n[3]), plain(-180, n[1], n[2], n[3]));
        }
        if (latFirst && !lonFirst && n[1] > n[3] && n[0] <= n[2]) {
            return across(plain(n[0], n[1], n[2], 180), plain(n[0], -180, n[2], n[3]));
        }
        return new Value.Shape(plain(n));
    }

    private static Value.Shape across(Polygon east, Polygon west) {
        return new Value.Shape(FACTORY.createMultiPolygon(new Polygon[] {east, west}));
    }

    private Polygon plain(double... n) {
        if (n[0] > n[2] || n[1] > n[3]) {
            throw wrong("BBOX 的最小值大于最大值", "BBOX has its lesser corner above its greater one");
        }
        Coordinate[] corners = {
            new Coordinate(n[0], n[1]),
            new Coordinate(n[2], n[1]),
            new Coordinate(n[2], n[3]),
            new Coordinate(n[0], n[3]),
            new Coordinate(n[0], n[1])
        };
        int pieces = crs == FilterCrs.LON_LAT ? 1 : PIECES;
        List<Coordinate> ring = new ArrayList<>(List.of(corners[0]));
        for (int side = 0; side < 4; side++) {
            for (int i = 1; i <= pieces; i++) {
                double t = i / (double) pieces;
                ring.add(new Coordinate(
                        corners[side].x + t * (corners[side + 1].x - corners[side].x),
                        corners[side].y + t * (corners[side + 1].y - corners[side].y)));
            }
        }
        ring.set(ring.size() - 1, corners[0]);
        return (Polygon) valid(build("POLYGON", List.of(ring)));
    }

    private Geometry build(String type, Object nested) {
        return switch (type) {
            case "POINT" -> point(nested);
            case "LINESTRING" -> line(nested);
            case "POLYGON" -> polygon(nested);
            case "MULTIPOINT" ->
                FACTORY.createMultiPoint(list(nested).stream().map(this::point).toArray(Point[]::new));
            case "MULTILINESTRING" ->
                FACTORY.createMultiLineString(
                        list(nested).stream().map(this::line).toArray(LineString[]::new));
            case "MULTIPOLYGON" ->
                FACTORY.createMultiPolygon(
                        list(nested).stream().map(this::polygon).toArray(Polygon[]::new));
            default -> throw Calls.unknown(type);
        };
    }

    private Point point(Object nested) {
        // MULTIPOINT may have its positions in parentheses of their own.
        return FACTORY.createPoint(position(nested instanceof List<?> one && one.size() == 1 ? one.get(0) : nested));
    }

    private LineString line(Object nested) {
        Coordinate[] positions = positions(nested);
        if (positions.length < 2) {
            throw wrong("线至少需要两个点", "a line needs at least two points");
        }
        return FACTORY.createLineString(positions);
    }

    private Polygon polygon(Object nested) {
        List<LinearRing> rings = list(nested).stream().map(this::ring).toList();
        if (rings.isEmpty()) {
            throw wrong("面没有边界", "a polygon without a ring");
        }
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
    }

    private LinearRing ring(Object nested) {
        Coordinate[] ring = positions(nested);
        if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
            throw wrong(
                    "面的边界至少四个点，首尾相同", "the ring of a polygon has at least four points, the last equal to the first");
        }
        return FACTORY.createLinearRing(ring);
    }

    private Coordinate[] positions(Object nested) {
        return list(nested).stream().map(this::position).toArray(Coordinate[]::new);
    }

    private Coordinate position(Object nested) {
        if (!(nested instanceof Coordinate written)) {
            throw wrong("坐标层数与几何类型不符", "the nesting of the coordinates does not fit the type");
        }
        Coordinate place = crs.lonLat(written.x, written.y);
        if (!(Math.abs(place.x) <= 180 && Math.abs(place.y) <= 90)) {
            throw wrong(
                    "坐标 " + written.x + " " + written.y + " 不在所用坐标系的范围内，请检查坐标系（filter-crs）和坐标顺序",
                    "the position " + written.x + " " + written.y
                            + " is outside its coordinate system; check filter-crs and the order of the axes");
        }
        return new CoordinateXY(place.x, place.y);
    }

    private static List<?> list(Object nested) {
        if (nested instanceof List<?> list) {
            return list;
        }
        throw wrong("坐标层数与几何类型不符", "the nesting of the coordinates does not fit the type");
    }

    private static Geometry valid(Geometry shape) {
        if (shape.isEmpty()) {
            throw wrong("几何是空的", "the geometry is empty");
        }
        var fault = new IsValidOp(shape).getValidationError();
        if (fault != null) {
            String at = fault.getCoordinate().x + " " + fault.getCoordinate().y;
            throw wrong("几何在 " + at + " 处自相交或不成形", "the geometry crosses itself or is no shape at " + at);
        }
        return shape;
    }

    private static Problem.BadRequest wrong(String zh, String en) {
        return Refusal.of(zh + "。", en + ".");
    }
}
