package org.greenplan.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes a shape as a GeoJSON geometry for other programs: outer rings counter-clockwise, holes clockwise as seen in the shape's own
 * coordinates (RFC 7946, 3.1.6); how a position is written is the caller's.
 */
public record ShapeText(JsonGenerator json, Position position) {
    /** Writes the numbers of one position, without the brackets. */
    public interface Position {
        void write(JsonGenerator json, double x, double y) throws IOException;
    }

    public void write(Geometry shape) throws IOException {
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
        int last = seq.size() - 1;
        for (int i = 0; i <= last; i++) {
            int at = backwards ? last - i : i;
            position(seq.getX(at), seq.getY(at));
        }
        json.writeEndArray();
    }

    private void position(double x, double y) throws IOException {
        json.writeStartArray();
        position.write(json, x, y);
        json.writeEndArray();
    }
}
