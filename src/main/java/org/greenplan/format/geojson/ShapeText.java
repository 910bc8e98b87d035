package org.greenplan.format.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.greenplan.format.PlainDecimal;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes a shape as a GeoJSON geometry: outer rings counter-clockwise, holes clockwise, plain decimals without exponents,
 * because drawing programs trip over {@code 3.8435E7}.
 */
record ShapeText(JsonGenerator json, int decimals) {
    void write(Geometry shape) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", shape.getGeometryType());
        json.writeFieldName("coordinates");
        coordinates(shape);
        json.writeEndObject();
    }

    private void coordinates(Geometry shape) throws IOException {
        if (shape instanceof Point point) {
            position(point.getX(), point.getY());
        } else if (shape instanceof LineString line) {
            positions(line.getCoordinateSequence(), false);
        } else if (shape instanceof Polygon polygon) {
            json.writeStartArray();
            ring(polygon.getExteriorRing(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(polygon.getInteriorRingN(i), false);
            }
            json.writeEndArray();
        } else {
            json.writeStartArray();
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                coordinates(shape.getGeometryN(i));
            }
            json.writeEndArray();
        }
    }

    private void ring(LineString ring, boolean counterClockwise) throws IOException {
        CoordinateSequence seq = ring.getCoordinateSequence();
        positions(seq, seq.size() > 3 && Orientation.isCCW(seq) != counterClockwise);
    }

    private void positions(CoordinateSequence seq, boolean backwards) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < seq.size(); i++) {
            int at = backwards ? seq.size() - 1 - i : i;
            position(seq.getX(at), seq.getY(at));
        }
        json.writeEndArray();
    }

    private void position(double east, double north) throws IOException {
        json.writeStartArray();
        json.writeNumber(PlainDecimal.of(east, decimals));
        json.writeNumber(PlainDecimal.of(north, decimals));
        json.writeEndArray();
    }
}
