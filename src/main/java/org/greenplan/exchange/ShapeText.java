package org.greenplan.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes a stored shape (lon/lat degrees) as a GeoJSON geometry in another coordinate system: outer rings counter-clockwise,
 * holes clockwise, plain decimals without exponents, because drawing programs trip over {@code 3.8435E7}.
 */
record ShapeText(JsonGenerator json, ExportCrs crs) {
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
        for (int i = 0; i < seq.size(); i++) {
            int at = backwards ? seq.size() - 1 - i : i;
            position(seq.getX(at), seq.getY(at));
        }
        json.writeEndArray();
    }

    private void position(double lonDeg, double latDeg) throws IOException {
        ExportCrs.Pair pair = crs.pair(lonDeg, latDeg);
        json.writeStartArray();
        json.writeNumber(plain(pair.east(), crs.decimals()));
        json.writeNumber(plain(pair.north(), crs.decimals()));
        json.writeEndArray();
    }

    /** Fixed decimals without an exponent; the value times 10^decimals must fit a long, as every coordinate on earth does. */
    static String plain(double value, int decimals) {
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long scaled = Math.round(value * scale);
        long whole = Math.abs(scaled) / scale;
        String fraction = Long.toString(scale + Math.abs(scaled) % scale).substring(1);
        return (scaled < 0 ? "-" : "") + whole + "." + fraction;
    }
}
