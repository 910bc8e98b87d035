package org.greenplan.format.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.greenplan.format.PlainDecimal;
import org.greenplan.format.TargetField;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetRow;
import org.greenplan.json.ShapeText;
import org.jspecify.annotations.Nullable;

/**
 * Writes features of a layer with number, version and label beside their attributes, so that the same plot is known again in
 * every file.
 *
 * @param alone true where the file holds one layer only, in which a feature's number is id enough
 * @param marked true where each feature says that its plan is illustrative, for the file has no head to say so
 */
record FeatureText(JsonGenerator json, TargetLayer layer, int decimals, boolean alone, boolean marked) {
    /** Prefix of the fields that the plan adds; they are left out where they hold nothing. */
    private static final String ADDED = "gp_";

    /** Figures are whole millionths. */
    private static final int AREA_DECIMALS = 6;

    void write(TargetRow row) throws IOException {
        String of = layer.type().id();
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        if (alone) {
            json.writeNumberField("id", row.id());
        } else {
            json.writeStringField("id", row.plotId());
        }
        json.writeStringField("layer", of);
        json.writeNumberField("version", row.version());
        json.writeStringField("label", row.label());
        if (marked) {
            json.writeBooleanField("illustrative", true);
        }
        json.writeObjectFieldStart("properties");
        for (TargetField field : layer.fields()) {
            if (!field.name().startsWith(ADDED)) {
                json.writeFieldName(field.name());
                value(row.values().get(field.name()));
            }
        }
        json.writeStringField("gp_layer", of);
        json.writeNumberField("gp_id", row.id());
        json.writeNumberField("gp_version", row.version());
        json.writeStringField("gp_label", row.label());
        added(row);
        json.writeEndObject();
        json.writeFieldName("geometry");
        new ShapeText(json, this::position).write(row.shape());
        json.writeEndObject();
    }

    /** Plain decimals: drawing programs trip over {@code 3.8435E7}. */
    private void position(JsonGenerator to, double east, double north) throws IOException {
        to.writeNumber(PlainDecimal.of(east, decimals));
        to.writeNumber(PlainDecimal.of(north, decimals));
    }

    private void added(TargetRow row) throws IOException {
        for (TargetField field : layer.fields()) {
            String name = field.name();
            Object value = row.values().get(name);
            boolean written = name.equals("gp_layer")
                    || name.equals("gp_id")
                    || name.equals("gp_version")
                    || name.equals("gp_label");
            if (name.startsWith(ADDED) && !written && value != null) {
                json.writeFieldName(name);
                if (value instanceof Double number) {
                    json.writeNumber(PlainDecimal.of(number, AREA_DECIMALS));
                } else {
                    value(value);
                }
            }
        }
    }

    private void value(@Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }
}
