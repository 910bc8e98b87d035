package org.greenplan.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.greenplan.geo.Crs;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A stored shape in a coordinate system, its numbers in the order of the system's axes: degrees with every digit, metres to the
 * nanometre and without exponents. Outer rings run counter-clockwise on the ground (RFC 7946).
 */
record ShapeJson(JsonGenerator json, Crs crs) {
    private static final int METRE_DECIMALS = 9;

    void write(Geometry lonLat) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", lonLat.getGeometryType());
        json.writeFieldName("coordinates");
        coordinates(lonLat);
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

    private void position(double lonDeg, double latDeg) throws IOException {
        json.writeStartArray();
        Crs.Pair pair = crs.pair(lonDeg, latDeg);
        number(crs.northFirst() ? pair.north() : pair.east());
        number(crs.northFirst() ? pair.east() : pair.north());
        json.writeEndArray();
    }

    private void number(double value) throws IOException {
        if (crs.geographic()) {
            json.writeNumber(value);
        } else {
            json.writeNumber(BigDecimal.valueOf(value)
                    .setScale(METRE_DECIMALS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString());
        }
    }
}
