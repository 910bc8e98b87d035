package org.greenplan.cql2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Reads the shapes inside a JSON filter: GeoJSON geometries, whose positions are in the filter's system, and boxes. */
record ShapeJson(Shapes shapes) {
    private static final int NESTING = 4;

    /** The shape of an object, where it is one. */
    Optional<Value.Shape> shape(JsonNode node, String path) {
        if (node.has("bbox") && !node.has("type")) {
            List<Double> numbers = new ArrayList<>();
            for (JsonNode number : node.get("bbox")) {
                numbers.add(number(number, path + ".bbox"));
            }
            return Optional.of(shapes.box(numbers));
        }
        String type = node.path("type").asText().toUpperCase(Locale.ROOT);
        if (type.equals("GEOMETRYCOLLECTION")) {
            return Optional.of(shapes.collection(members(node.path("geometries"), path + ".geometries")));
        }
        return Shapes.isType(type)
                ? Optional.of(shapes.shape(type, nested(node.path("coordinates"), path + ".coordinates", 0)))
                : Optional.empty();
    }

    private List<Value.Shape> members(JsonNode array, String path) {
        List<Value.Shape> members = new ArrayList<>();
        for (JsonNode member : array) {
            String at = path + "[" + members.size() + "]";
            if (!Shapes.isType(member.path("type").asText().toUpperCase(Locale.ROOT))) {
                throw Cql2Json.wrong(at, member, "简单几何", "a simple geometry");
            }
            members.add(shape(member, at).orElseThrow());
        }
        return members;
    }

    /** A position, or a list of what is nested one level deeper. */
    private static Object nested(JsonNode node, String path, int depth) {
        if (!node.isArray() || depth == NESTING) {
            throw Cql2Json.wrong(path, node, "坐标数组", "an array of positions");
        }
        if (node.path(0).isNumber()) {
            return new Coordinate(number(node.path(0), path), number(node.path(1), path));
        }
        List<Object> items = new ArrayList<>();
        node.forEach(item -> items.add(nested(item, path + "[" + items.size() + "]", depth + 1)));
        return items;
    }

    private static double number(JsonNode node, String path) {
        if (!node.isNumber()) {
            throw Cql2Json.wrong(path, node, "数字", "a number");
        }
        return Literals.number(node.doubleValue(), node.asText()).number();
    }
}
