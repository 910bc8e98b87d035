package org.greenplan.programme;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.json.JsonText;
import org.greenplan.problem.Words;

/** Where a target stands, for page and programs alike; SI units, unrounded. What is left open is null, and so is what would be missing of it. */
public final class TargetJson {
    private TargetJson() {}

    /** Writes one target. */
    public static void write(JsonGenerator json, TargetState state) throws IOException {
        TargetLine line = state.line();
        json.writeStartObject();
        json.writeStringField("id", line.id());
        JsonText.words(json, "title", line.title());
        json.writeStringField("measure", spelled(line.measure()));
        json.writeStringField("method", spelled(line.method()));
        json.writeStringField("unit", line.unit());
        json.writeFieldName("value");
        JsonText.value(json, line.isOpen() ? null : Double.valueOf(line.value()));
        json.writeNumberField("planned", state.planned());
        json.writeFieldName("missing");
        JsonText.value(json, line.isOpen() ? null : Double.valueOf(state.missing()));
        json.writeObjectFieldStart("byStatus");
        for (Map.Entry<String, Double> status : state.byStatus().entrySet()) {
            json.writeNumberField(status.getKey(), status.getValue());
        }
        json.writeEndObject();
        json.writeFieldName("due");
        JsonText.value(json, line.due());
        json.writeFieldName("source");
        JsonText.value(json, line.source());
        Words fault = state.fault();
        if (fault != null) {
            JsonText.words(json, "fault", fault);
        }
        json.writeEndObject();
    }

    private static String spelled(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
