package org.greenplan.sql;

import java.util.Arrays;
import net.postgis.jdbc.PGgeometryLW;
import net.postgis.jdbc.geometry.ComposedGeom;
import net.postgis.jdbc.geometry.LineString;
import net.postgis.jdbc.geometry.LinearRing;
import net.postgis.jdbc.geometry.MultiLineString;
import net.postgis.jdbc.geometry.MultiPoint;
import net.postgis.jdbc.geometry.MultiPolygon;
import net.postgis.jdbc.geometry.Point;
import net.postgis.jdbc.geometry.PointComposedGeom;
import net.postgis.jdbc.geometry.Polygon;
import org.greenplan.catalogue.GeometryKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Shapes as the PostGIS driver sends and receives them with single rows: longitude and latitude, no heights. */
public final class PostgisShapes {
    static final int SRID = 4490;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private PostgisShapes() {}

    /** The type of a column of geometries. */
    static String type(GeometryKind kind) {
        return switch (kind) {
            case POINT -> "Point";
            case LINE -> "MultiLineString";
            case POLYGON -> "MultiPolygon";
            case NONE -> throw new IllegalArgumentException("no shape, no column");
        };
    }

    /** A shape as a parameter of a statement. */
    public static PGgeometryLW parameter(Geometry lonLat) {
        net.postgis.jdbc.geometry.Geometry shape = sent(lonLat);
        shape.setSrid(SRID);
        return new PGgeometryLW(shape);
    }

    /** The shape that the driver read. */
    public static Geometry received(net.postgis.jdbc.geometry.Geometry shape) {
        if (shape instanceof Point point) {
            return SHAPES.createPoint(new CoordinateXY(point.getX(), point.getY()));
        }
        if (shape instanceof LineString line) {
            return SHAPES.createLineString(vertices(line));
        }
        if (shape instanceof Polygon polygon) {
            return polygon(polygon);
        }
        if (shape instanceof MultiPolygon several) {
            return SHAPES.createMultiPolygon(Arrays.stream(several.getPolygons())
                    .map(PostgisShapes::polygon)
                    .toArray(org.locationtech.jts.geom.Polygon[]::new));
        }
        if (shape instanceof MultiLineString several) {
            return SHAPES.createMultiLineString(Arrays.stream(several.getLines())
                    .map(line -> SHAPES.createLineString(vertices(line)))
                    .toArray(org.locationtech.jts.geom.LineString[]::new));
        }
        if (shape instanceof ComposedGeom several) {
            Geometry[] parts = new Geometry[several.numGeoms()];
            Arrays.setAll(parts, i -> received(several.getSubGeometry(i)));
            return shape instanceof MultiPoint
                    ? SHAPES.createMultiPoint(
                            Arrays.copyOf(parts, parts.length, org.locationtech.jts.geom.Point[].class))
                    : SHAPES.createGeometryCollection(parts);
        }
        throw new IllegalStateException("no shape of ours: " + shape.getTypeString());
    }

    private static net.postgis.jdbc.geometry.Geometry sent(Geometry shape) {
        if (shape instanceof org.locationtech.jts.geom.Point) {
            return points(shape)[0];
        }
        if (shape instanceof org.locationtech.jts.geom.LineString) {
            return new LineString(points(shape));
        }
        if (shape instanceof org.locationtech.jts.geom.Polygon polygon) {
            LinearRing[] rings = new LinearRing[polygon.getNumInteriorRing() + 1];
            Arrays.setAll(
                    rings,
                    i -> new LinearRing(points(i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1))));
            return new Polygon(rings);
        }
        var parts = new net.postgis.jdbc.geometry.Geometry[shape.getNumGeometries()];
        Arrays.setAll(parts, i -> sent(shape.getGeometryN(i)));
        if (shape instanceof org.locationtech.jts.geom.MultiPolygon) {
            return new MultiPolygon(Arrays.copyOf(parts, parts.length, Polygon[].class));
        }
        if (shape instanceof org.locationtech.jts.geom.MultiLineString) {
            return new MultiLineString(Arrays.copyOf(parts, parts.length, LineString[].class));
        }
        return shape instanceof org.locationtech.jts.geom.MultiPoint
                ? new MultiPoint(Arrays.copyOf(parts, parts.length, Point[].class))
                : new net.postgis.jdbc.geometry.GeometryCollection(parts);
    }

    private static Point[] points(Geometry line) {
        return Arrays.stream(line.getCoordinates())
                .map(c -> new Point(c.x, c.y))
                .toArray(Point[]::new);
    }

    private static org.locationtech.jts.geom.Polygon polygon(Polygon polygon) {
        var holes = new org.locationtech.jts.geom.LinearRing[Math.max(0, polygon.numRings() - 1)];
        Arrays.setAll(holes, i -> SHAPES.createLinearRing(vertices(polygon.getRing(i + 1))));
        return polygon.numRings() == 0
                ? SHAPES.createPolygon()
                : SHAPES.createPolygon(SHAPES.createLinearRing(vertices(polygon.getRing(0))), holes);
    }

    private static Coordinate[] vertices(PointComposedGeom line) {
        Coordinate[] vertices = new Coordinate[line.numPoints()];
        Arrays.setAll(
                vertices,
                i -> new CoordinateXY(line.getPoint(i).getX(), line.getPoint(i).getY()));
        return vertices;
    }
}
