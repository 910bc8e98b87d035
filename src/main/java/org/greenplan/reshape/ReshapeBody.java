package org.greenplan.reshape;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.feature.FeatureRef;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What a verb is asked with: a JSON object, whose members are refused by name where they are none. */
record ReshapeBody(JsonNode tree) {
    /** Of more features nobody waits for a verb. */
    static final int MOST = 2_000;

    static ReshapeBody read(byte[] body) throws IOException {
        JsonNode tree = JsonTree.of(body);
        if (!tree.isObject()) {
            throw new Problem.Invalid(Words.of("请求应为 JSON 对象。", "The request is a JSON object."), null);
        }
        return new ReshapeBody(tree);
    }

    boolean has(String name) {
        return tree.hasNonNull(name);
    }

    double number(String name) {
        JsonNode value = tree.path(name);
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw invalid(name, "“" + name + "”应为数。", "\"" + name + "\" is a number.");
        }
        return value.asDouble();
    }

    String text(String name) {
        JsonNode value = tree.path(name);
        if (!value.isTextual()) {
            throw invalid(name, "“" + name + "”应为文字。", "\"" + name + "\" is a text.");
        }
        return value.asText();
    }

    /** A shape in degrees. */
    Geometry shape(String name) {
        if (!tree.path(name).isObject()) {
            throw invalid(name, "“" + name + "”应为 GeoJSON 图形。", "\"" + name + "\" is a GeoJSON geometry.");
        }
        return GeoJsonText.parse(tree.path(name).toString()).geometry();
    }

    /** A polygon or several, in degrees. */
    Geometry polygons(String name) {
        Geometry shape = shape(name);
        if (shape.getDimension() != 2 || shape.isEmpty()) {
            throw invalid(name, "只有面状图形可以这样修改。", "Only areas can be changed like this.");
        }
        return shape;
    }

    /** A place in degrees: {@code [longitude, latitude]}. */
    Coordinate place(String name) {
        JsonNode pair = tree.path(name);
        if (!pair.isArray()
                || pair.size() != 2
                || !pair.path(0).isNumber()
                || !pair.path(1).isNumber()) {
            throw invalid(name, "“" + name + "”应为 [经度, 纬度]。", "\"" + name + "\" is [longitude, latitude].");
        }
        return GeoJsonText.parse("{\"type\":\"Point\",\"coordinates\":" + pair + "}")
                .geometry()
                .getCoordinate();
    }

    FeatureRef ref() {
        return new FeatureRef(text("layer"), (long) number("id"));
    }

    /** Features, each as {@code "layer:id"}. */
    List<FeatureRef> refs(String name) {
        List<FeatureRef> refs = new ArrayList<>();
        for (JsonNode one : tree.path(name)) {
            String[] parts = one.asText().split(":", 2);
            if (parts.length < 2 || !parts[1].matches("\\d{1,18}") || refs.size() == MOST) {
                throw invalid(
                        name,
                        "地块应为“图层：编号”的列表，最多 " + MOST + " 个。",
                        "The plots are a list of \"layer:id\", " + MOST + " at most.");
            }
            refs.add(new FeatureRef(parts[0], Long.parseLong(parts[1])));
        }
        return refs;
    }

    private static Problem.Invalid invalid(String name, String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), name);
    }
}
