package org.greenplan.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.Crs;
import org.greenplan.feature.Feature;
import org.greenplan.json.JsonText;

/** Features as GeoJSON in a coordinate system, every digit of their shapes, for they may come back edited. */
record ItemJson(LayerType layer, Crs crs, List<String> properties, NetFigures figures) {
    void write(JsonGenerator json, Feature feature) throws IOException {
        json.writeStartObject();
        members(json, feature);
        json.writeEndObject();
    }

    /** The members without the braces, for those who have more to say. */
    void members(JsonGenerator json, Feature feature) throws IOException {
        json.writeStringField("type", "Feature");
        json.writeNumberField("id", feature.ref().id());
        json.writeFieldName("geometry");
        new ShapeJson(json, crs).write(feature.geometry());
        json.writeObjectFieldStart("properties");
        for (String name : properties) {
            json.writeFieldName(name);
            JsonText.value(json, figures.told(feature, name));
        }
        json.writeEndObject();
        json.writeStringField("layer", layer.id());
        json.writeNumberField("version", feature.version());
        json.writeStringField("label", feature.label(layer));
    }
}
