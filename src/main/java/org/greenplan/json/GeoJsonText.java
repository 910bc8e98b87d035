package org.greenplan.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.greenplan.crs.Crs;
import org.greenplan.crs.LonLatRange;
import org.greenplan.geo.GeometryNote;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Shapes as GeoJSON geometry objects (RFC 7946), written and read as a stream; longitude and latitude in degrees. */
public final class GeoJsonText {
    /** Every digit of the coordinates: what is read back is bit for bit what was written. */
    public static final int FULL_PRECISION = -1;

    /** Seven decimals of a degree are a centimetre: enough for looking at. */
    public static final int FOR_VIEWING = 7;

    private static final JsonFactory JSON = new JsonFactory();

    private GeoJsonText() {}

    /**
     * A geometry that was read, and what was done to it.
     *
     * @param notes such as a dropped height or a closed ring
     */
    public record Parsed(Geometry geometry, List<GeometryNote> notes) {
        public Parsed {
            notes = List.copyOf(notes);
        }
    }

    /** The geometry as text, every digit kept. */
    public static String text(Geometry geometry) {
        return text(geometry, FULL_PRECISION);
    }

    /** The geometry as text with so many decimals of a degree, or {@link #FULL_PRECISION}. */
    public static String text(Geometry geometry, int decimals) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, geometry, decimals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Writes a geometry object with so many decimals of a degree, or {@link #FULL_PRECISION}. */
    public static void write(JsonGenerator json, Geometry geometry, int decimals) throws IOException {
        double scale = decimals < 0 ? 0 : Math.pow(10, decimals);
        json.writeStartObject();
        json.writeStringField("type", geometry.getGeometryType());
        if (geometry instanceof GeometryCollection
                && !(geometry instanceof MultiPoint
                        || geometry instanceof MultiLineString
                        || geometry instanceof MultiPolygon)) {
            json.writeArrayFieldStart("geometries");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                write(json, geometry.getGeometryN(i), decimals);
            }
            json.writeEndArray();
        } else {
            json.writeFieldName("coordinates");
            coordinates(json, geometry, scale);
        }
        json.writeEndObject();
    }

    /**
     * Reads a geometry; the parser stands on the value's first token and is left on its last.
     *
     * @param field name of the field for problems, such as {@code changes[0].feature.geometry}
     */
    public static Parsed parse(JsonParser json, String field) throws IOException {
        return new GeometryJson(field, GeometryJson.Positions.LON_LAT).read(json);
    }

    /** The same for coordinates in the axes of another system; what is read is in longitude and latitude. */
    public static Parsed parse(JsonParser json, String field, Crs crs) throws IOException {
        if (crs.equals(Crs.CRS84)) {
            return parse(json, field);
        }
        Parsed parsed = new GeometryJson(field, GeometryJson.Positions.ANY).read(json);
        Geometry lonLat = crs.toLonLat(parsed.geometry());
        for (Coordinate c : lonLat.getCoordinates()) {
            LonLatRange.require(c.x, c.y, field);
        }
        return new Parsed(lonLat, parsed.notes());
    }

    /** Reads a geometry from text. */
    public static Parsed parse(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            return parse(json, "geometry");
        } catch (IOException e) {
            throw GeometryJson.notJson("geometry", e);
        }
    }

    private static void coordinates(JsonGenerator json, Geometry geometry, double scale) throws IOException {
        if (geometry instanceof Point point) {
            point(json, point, scale);
        } else if (geometry instanceof LineString line) {
            positions(json, line.getCoordinateSequence(), scale);
        } else if (geometry instanceof Polygon polygon) {
            polygon(json, polygon, scale);
        } else {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                coordinates(json, geometry.getGeometryN(i), scale);
            }
            json.writeEndArray();
        }
    }

    private static void point(JsonGenerator json, Point point, double scale) throws IOException {
        if (point.isEmpty()) {
            json.writeStartArray();
            json.writeEndArray();
        } else {
            position(json, point.getX(), point.getY(), scale);
        }
    }

    private static void polygon(JsonGenerator json, Polygon polygon, double scale) throws IOException {
        json.writeStartArray();
        if (!polygon.isEmpty()) {
            positions(json, polygon.getExteriorRing().getCoordinateSequence(), scale);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                positions(json, polygon.getInteriorRingN(i).getCoordinateSequence(), scale);
            }
        }
        json.writeEndArray();
    }

    private static void positions(JsonGenerator json, CoordinateSequence seq, double scale) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < seq.size(); i++) {
            position(json, seq.getX(i), seq.getY(i), scale);
        }
        json.writeEndArray();
    }

    private static void position(JsonGenerator json, double lon, double lat, double scale) throws IOException {
        json.writeStartArray();
        json.writeNumber(scale == 0 ? lon : Math.rint(lon * scale) / scale);
        json.writeNumber(scale == 0 ? lat : Math.rint(lat * scale) / scale);
        json.writeEndArray();
    }
}
