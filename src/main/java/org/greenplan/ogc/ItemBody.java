package org.greenplan.ogc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.Crs;
import org.greenplan.feature.FeatureBody;
import org.greenplan.geo.GeometryNote;
import org.greenplan.json.GeoJsonText;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature, or a patch of one, as a client sends it: what is there, what is there and null, and what is not there are three things. One
 * JSON object and nothing after it, no name twice.
 *
 * @param properties what is said of the attributes; null for all of them is null for each
 * @param geometry lon/lat degrees, or null where nothing is said of it
 * @param notes what was done to the shape while it was read
 */
record ItemBody(Map<String, @Nullable Object> properties, @Nullable Geometry geometry, List<GeometryNote> notes) {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'");

    /** What an answer says of a feature beside its attributes and its shape: it may come back, and changes nothing. */
    private static final Set<String> TOLD =
            Set.of("id", "bbox", "links", "layer", "version", "label", "crs", "timeStamp", "notices");

    ItemBody {
        notes = List.copyOf(notes);
    }

    /** Reads what a request brings. */
    static ItemBody read(byte[] text, LayerType layer, Crs crs) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            ItemBody body = new Reading(json, layer, crs).body();
            if (json.nextToken() != null) {
                throw new Problem.BadRequest(
                        Words.of(
                                "JSON 之后还有内容；一次只提交一个要素。",
                                "Something follows the JSON. Send one feature and nothing after it."),
                        null);
            }
            return body;
        } catch (JsonParseException e) {
            Matcher twice = TWICE.matcher(String.valueOf(e.getOriginalMessage()));
            if (twice.matches()) {
                String name = twice.group(1);
                throw new Problem.BadRequest(
                        Words.of("“" + name + "”出现了两次，只应有一次。", "\"" + name + "\" stands twice. Say it once."), name);
            }
            throw e;
        }
    }

    /** The shape of a whole feature. */
    Geometry shape() {
        return Optional.ofNullable(geometry).orElseThrow(ItemBody::shapeless);
    }

    private static Problem.Invalid shapeless() {
        return new Problem.Invalid(Words.of("缺少图形 geometry。", "The feature has no geometry."), "geometry");
    }

    /** Member by member. */
    private static final class Reading {
        private final JsonParser json;
        private final LayerType layer;
        private final Crs crs;
        private Map<String, @Nullable Object> properties = Map.of();
        private @Nullable Geometry geometry;
        private List<GeometryNote> notes = List.of();

        Reading(JsonParser json, LayerType layer, Crs crs) {
            this.json = json;
            this.layer = layer;
            this.crs = crs;
        }

        ItemBody body() throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Problem.Invalid(
                        Words.of("应为一个 GeoJSON Feature 对象。", "One GeoJSON Feature, an object, is expected."), null);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken token = json.nextToken();
                member(name, token);
            }
            return new ItemBody(properties, geometry, notes);
        }

        private void member(String name, JsonToken token) throws IOException {
            if (name.equals("geometry")) {
                if (token == JsonToken.VALUE_NULL) {
                    throw shapeless();
                }
                var parsed = GeoJsonText.parse(json, name, crs);
                geometry = parsed.geometry();
                notes = parsed.notes();
            } else if (name.equals("properties")) {
                properties = token == JsonToken.VALUE_NULL ? nothing() : written(FeatureBody.properties(json, name));
            } else if (name.equals("type")) {
                requireFeature(json.getText());
            } else if (TOLD.contains(name)) {
                json.skipChildren();
            } else {
                throw new Problem.Invalid(
                        Words.of(
                                "要素没有成员“" + name + "”；属性写在 properties 中。",
                                "A feature has no member \"" + name + "\"; attributes stand in properties."),
                        name);
            }
        }

        /** What the ledger counts comes back with the rest and is nothing to be written. */
        private Map<String, @Nullable Object> written(Map<String, @Nullable Object> given) {
            Map<String, @Nullable Object> written = new LinkedHashMap<>(given);
            NetFigures.names(layer).forEach(written::remove);
            return written;
        }

        private Map<String, @Nullable Object> nothing() {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            for (Attribute attribute : layer.attributes()) {
                all.put(attribute.name(), null);
            }
            return all;
        }

        private static void requireFeature(String type) {
            if (type.equals("FeatureCollection")) {
                throw new Problem.Invalid(
                        Words.of(
                                "一次只接收一个 Feature；FeatureCollection 请逐个提交，或在网页上导入文件。",
                                "One Feature is taken at a time: send those of a FeatureCollection one by one, or import the file on the page."),
                        "type");
            }
            if (!type.equals("Feature")) {
                throw new Problem.Invalid(
                        Words.of(
                                "type 应为 Feature，不是“" + type + "”；图形写在 geometry 中。",
                                "type is Feature, not \"" + type + "\"; a shape stands in geometry."),
                        "type");
            }
        }
    }
}
