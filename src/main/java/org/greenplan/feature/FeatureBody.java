package org.greenplan.feature;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.crs.Crs;
import org.greenplan.geo.GeometryNote;
import org.greenplan.json.GeoJsonText;
import org.greenplan.list.ListText;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What a GeoJSON Feature says, as far as it says it. Its foreign members are passed over, for the map sends back what it was given.
 *
 * @param properties as they came, or null where there are none
 * @param geometry lon/lat degrees, or null where there is none
 * @param notes what was done to the shape while it was read
 */
public record FeatureBody(
        @Nullable Map<String, @Nullable Object> properties, @Nullable Geometry geometry, List<GeometryNote> notes) {
    public FeatureBody {
        properties = properties == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        notes = List.copyOf(notes);
    }

    /** Reads a Feature whose coordinates stand in the axes of a coordinate system; the parser stands on its first token. */
    public static FeatureBody read(JsonParser json, String at, Crs crs) throws IOException {
        start(json, at);
        Map<String, @Nullable Object> properties = null;
        Geometry geometry = null;
        List<GeometryNote> notes = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (name.equals("geometry") && token != JsonToken.VALUE_NULL) {
                var parsed = GeoJsonText.parse(json, at + ".geometry", crs);
                geometry = parsed.geometry();
                notes = parsed.notes();
            } else if (name.equals("properties") && token != JsonToken.VALUE_NULL) {
                properties = properties(json, at + ".properties");
            } else {
                json.skipChildren();
            }
        }
        return new FeatureBody(properties, geometry, notes);
    }

    /** Attributes alone; the parser stands on the beginning of their object. */
    public static Map<String, @Nullable Object> properties(JsonParser json, String at) throws IOException {
        start(json, at);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            Object value =
                    switch (json.nextToken()) {
                        case VALUE_STRING -> json.getText();
                        case VALUE_NUMBER_INT -> wholeNumber(json);
                        case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
                        case VALUE_TRUE -> true;
                        case VALUE_FALSE -> false;
                        case VALUE_NULL -> null;
                        case START_ARRAY -> ListText.raw(json, at + "." + name);
                        default -> throw invalid(at + "." + name, "属性值不能是对象。", "An attribute is no object.");
                    };
            properties.put(name, value);
        }
        return properties;
    }

    private static Object wholeNumber(JsonParser json) throws IOException {
        return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Object) json.getDoubleValue()
                : (Object) json.getLongValue();
    }

    private static void start(JsonParser json, String at) throws IOException {
        if (json.currentToken() == null) {
            json.nextToken();
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw invalid(at, "应为 JSON 对象。", "A JSON object is expected here.");
        }
    }

    private static Problem.Invalid invalid(String field, String zh, String en) {
        return new Problem.Invalid(Words.of(zh, en), field);
    }
}
