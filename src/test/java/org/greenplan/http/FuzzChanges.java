package org.greenplan.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.greenplan.oracle.PlanFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Changes as the page writes them down. */
final class FuzzChanges {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FuzzChanges() {}

    static ObjectNode create(String layer, ObjectNode feature) {
        ObjectNode change = JSON.objectNode().put("op", "create").put("layer", layer);
        change.set("feature", feature);
        return change;
    }

    static ObjectNode change(String op, PlanFeature old, @Nullable ObjectNode feature) {
        ObjectNode change = JSON.objectNode()
                .put("op", op)
                .put("layer", old.layer())
                .put("id", old.id())
                .put("version", old.version());
        if (feature != null) {
            change.set("feature", feature);
        }
        return change;
    }

    static ObjectNode feature(Geometry shape, Map<String, ?> properties) {
        ObjectNode feature = JSON.objectNode().put("type", "Feature");
        feature.set("properties", properties(properties));
        feature.set("geometry", FuzzGeoJson.json(shape));
        return feature;
    }

    static ObjectNode properties(Map<String, ?> properties) {
        ObjectNode json = JSON.objectNode();
        properties.forEach((name, value) -> {
            if (value instanceof Double number) {
                json.put(name, number);
            } else if (value.toString().matches("-?[0-9.]+|true|false")
                    && !name.equals("name")
                    && !name.equals("tier")) {
                json.set(
                        name,
                        value.toString().matches("true|false")
                                ? JSON.booleanNode(Boolean.parseBoolean(value.toString()))
                                : JSON.numberNode(new BigDecimal(value.toString())));
            } else {
                json.put(name, value.toString());
            }
        });
        return json;
    }
}
