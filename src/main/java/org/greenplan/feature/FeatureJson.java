package org.greenplan.feature;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonText;
import org.greenplan.json.JsonTree;

/** A feature as GeoJSON with its layer, version and label; every digit of its shape, for it may come back edited. */
public final class FeatureJson {
    private FeatureJson() {}

    public static void write(JsonGenerator json, Catalogue catalogue, Feature feature) throws IOException {
        json.writeStartObject();
        members(json, catalogue, feature);
        json.writeEndObject();
    }

    /** The members without the braces, for those who have more to say. */
    public static void members(JsonGenerator json, Catalogue catalogue, Feature feature) throws IOException {
        json.writeStringField("type", "Feature");
        json.writeNumberField("id", feature.ref().id());
        json.writeStringField("layer", feature.ref().layer());
        json.writeNumberField("version", feature.version());
        json.writeStringField("label", feature.label(catalogue.get(feature.ref().layer())));
        json.writeObjectFieldStart("properties");
        for (var attribute : feature.attributes().entrySet()) {
            json.writeFieldName(attribute.getKey());
            JsonText.value(json, attribute.getValue());
        }
        json.writeEndObject();
        json.writeFieldName("geometry");
        if (feature.isRecord()) {
            json.writeNull();
        } else {
            GeoJsonText.write(json, feature.geometry(), GeoJsonText.FULL_PRECISION);
        }
    }

    /** The feature as maps and lists, for the details of a problem. */
    public static Map<?, ?> map(Catalogue catalogue, Feature feature) {
        try {
            return JsonTree.map(JsonText.of(json -> write(json, catalogue, feature)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
