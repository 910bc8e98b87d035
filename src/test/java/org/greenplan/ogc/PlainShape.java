package org.greenplan.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A GeoJSON multipolygon read as it stands, whatever its numbers mean. */
final class PlainShape {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private PlainShape() {}

    static Geometry of(JsonNode geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode polygon : geometry.path("coordinates")) {
            List<LinearRing> rings = new ArrayList<>();
            for (JsonNode ring : polygon) {
                List<Coordinate> coordinates = new ArrayList<>();
                ring.forEach(p -> coordinates.add(
                        new Coordinate(p.path(0).asDouble(), p.path(1).asDouble())));
                rings.add(SHAPES.createLinearRing(coordinates.toArray(new Coordinate[0])));
            }
            polygons.add(SHAPES.createPolygon(
                    rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0])));
        }
        return SHAPES.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }
}
