package org.greenplan.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.json.JsonText;
import org.greenplan.list.ListText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** A feature as history keeps it: a line of JSON with the version, the attributes and the geometry, where it has one, bit by bit (WKB). */
public final class Snapshot {
    private static final JsonFactory JSON = new JsonFactory();

    private Snapshot() {}

    public static @Nullable String text(@Nullable Feature feature) {
        if (feature == null) {
            return null;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("version", feature.version());
            if (!feature.isRecord()) {
                json.writeStringField("wkb", WKBWriter.toHex(new WKBWriter().write(feature.geometry())));
            }
            json.writeObjectFieldStart("attributes");
            for (var attribute : feature.attributes().entrySet()) {
                json.writeFieldName(attribute.getKey());
                JsonText.value(json, attribute.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static @Nullable Feature feature(LayerType layer, long id, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try (JsonParser json = JSON.createParser(text)) {
            int version = 0;
            Geometry geometry = layer.isRecord() ? Feature.NO_SHAPE : null;
            Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
            layer.attributes().forEach(a -> attributes.put(a.name(), null));
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "version" -> version = json.getIntValue();
                    case "wkb" -> geometry = new WKBReader().read(WKBReader.hexToBytes(json.getText()));
                    default -> readAttributes(json, layer, attributes);
                }
            }
            if (geometry == null) {
                throw new IllegalStateException("history without geometry: " + layer.id() + "/" + id);
            }
            return new Feature(new FeatureRef(layer.id(), id), version, attributes, geometry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("history of " + layer.id() + "/" + id, e);
        }
    }

    /** What the catalogue no longer names is left out; what it names since then stays null. */
    private static void readAttributes(JsonParser json, LayerType layer, Map<String, @Nullable Object> into)
            throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            var attribute = layer.find(name);
            if (attribute.isPresent() && token != JsonToken.VALUE_NULL) {
                into.put(name, value(json, attribute.get().type()));
            }
        }
    }

    private static @Nullable Object value(JsonParser json, AttributeType type) throws IOException {
        return switch (type) {
            case TEXT -> json.getText();
            case INTEGER -> json.getLongValue();
            case REAL -> json.getDoubleValue();
            case BOOLEAN -> json.getBooleanValue();
            case DATE -> LocalDate.parse(json.getText());
            case LIST -> ListText.value(json).orElse(null);
        };
    }
}
