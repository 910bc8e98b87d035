package org.greenplan.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.Crs;
import org.greenplan.format.FormatWriter;
import org.greenplan.json.JsonText;
import org.greenplan.problem.Words;

/** The formats as the page offers them: titles, what they cannot hold, coordinate systems, options, each with its words. */
final class FormatsJson {
    private FormatsJson() {}

    static void write(JsonGenerator json, List<FormatWriter> writers, PlanProfile profile) throws IOException {
        json.writeStartArray();
        for (FormatWriter writer : writers) {
            json.writeStartObject();
            json.writeStringField("id", writer.id());
            JsonText.words(json, "title", writer.title());
            json.writeArrayFieldStart("limits");
            for (Words limit : writer.limits()) {
                JsonText.words(json, limit);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("systems");
            for (Crs crs : ExportOrder.systems(writer, profile)) {
                json.writeStartObject();
                json.writeStringField("crs", crs.code());
                JsonText.words(json, "title", CrsNote.title(crs));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("options");
            for (FormatOption option : FormatOption.of(writer)) {
                option(json, option);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void option(JsonGenerator json, FormatOption option) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", option.name());
        JsonText.words(json, "title", option.title());
        json.writeStringField("kind", option.kind().name().toLowerCase(java.util.Locale.ROOT));
        json.writeArrayFieldStart("choices");
        for (FormatOption.Choice choice : option.choices()) {
            json.writeStartObject();
            json.writeStringField("value", choice.value());
            JsonText.words(json, "title", choice.title());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
