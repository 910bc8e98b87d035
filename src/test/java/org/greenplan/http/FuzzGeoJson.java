package org.greenplan.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.greenplan.oracle.PlanFeature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Features as a stranger reads and writes them: GeoJSON by hand, every digit kept. */
final class FuzzGeoJson {
    /** The layers on which the ledger depends. */
    static final List<String> LAYERS =
            List.of("parks", "corridors", "afforestation", "existing_green", "district", "sub_districts");

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Pattern FIGURE = Pattern.compile("(net|gross)_(plane|ellipsoid)_m2|length_m");

    private FuzzGeoJson() {}

    /** Every feature of the plan that figures depend on. */
    static List<PlanFeature> features(HttpDesk plan) {
        List<PlanFeature> features = new ArrayList<>();
        for (String layer : LAYERS) {
            JsonNode page = plan.json("/ogc/collections/" + layer + "/items?limit=10000");
            page.get("features").forEach(f -> features.add(feature(f)));
        }
        return features;
    }

    static PlanFeature feature(JsonNode json) {
        Map<String, String> properties = new LinkedHashMap<>();
        attributes(json).properties().forEach(p -> {
            if (!p.getValue().isNull()) {
                properties.put(p.getKey(), p.getValue().asText());
            }
        });
        return new PlanFeature(
                json.get("layer").asText(),
                json.get("id").asLong(),
                json.get("version").asInt(),
                properties,
                shape(json.get("geometry")));
    }

    /** What a changeset takes: the figures of a plot are told only. */
    static JsonNode attributes(JsonNode feature) {
        ObjectNode attributes = feature.get("properties").deepCopy();
        attributes.properties().removeIf(p -> FIGURE.matcher(p.getKey()).matches());
        return attributes;
    }

    static Geometry shape(JsonNode json) {
        JsonNode at = json.get("coordinates");
        return switch (json.get("type").asText()) {
            case "LineString" -> SHAPES.createLineString(positions(at));
            case "MultiLineString" -> SHAPES.createMultiLineString(each(at, LineString[]::new, FuzzGeoJson::line));
            case "Polygon" -> polygon(at);
            case "MultiPolygon" -> SHAPES.createMultiPolygon(each(at, Polygon[]::new, FuzzGeoJson::polygon));
            default -> throw new IllegalArgumentException(json.toString());
        };
    }

    static ObjectNode json(Geometry shape) {
        ObjectNode json = JSON.objectNode();
        json.put("type", shape.getGeometryType());
        json.set("coordinates", coordinates(shape));
        return json;
    }

    private static ArrayNode coordinates(Geometry shape) {
        ArrayNode all = JSON.arrayNode();
        if (shape instanceof LineString line) {
            for (Coordinate c : line.getCoordinates()) {
                all.add(JSON.arrayNode().add(c.x).add(c.y));
            }
        } else if (shape instanceof Polygon polygon) {
            all.add(coordinates(polygon.getExteriorRing()));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                all.add(coordinates(polygon.getInteriorRingN(h)));
            }
        } else {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                all.add(coordinates(shape.getGeometryN(i)));
            }
        }
        return all;
    }

    private interface Reader<T> {
        T read(JsonNode json);
    }

    private static <T> T[] each(JsonNode list, java.util.function.IntFunction<T[]> array, Reader<T> reader) {
        T[] all = array.apply(list.size());
        for (int i = 0; i < all.length; i++) {
            all[i] = reader.read(list.get(i));
        }
        return all;
    }

    private static LineString line(JsonNode at) {
        return SHAPES.createLineString(positions(at));
    }

    private static Polygon polygon(JsonNode at) {
        LinearRing[] rings = each(at, LinearRing[]::new, ring -> SHAPES.createLinearRing(positions(ring)));
        return SHAPES.createPolygon(rings[0], java.util.Arrays.copyOfRange(rings, 1, rings.length));
    }

    private static Coordinate[] positions(JsonNode list) {
        return each(
                list,
                Coordinate[]::new,
                c -> new Coordinate(c.get(0).asDouble(), c.get(1).asDouble()));
    }
}
