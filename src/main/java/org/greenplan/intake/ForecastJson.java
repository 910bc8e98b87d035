package org.greenplan.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.greenplan.count.Areas;
import org.greenplan.findings.FindingJson;
import org.greenplan.json.JsonText;
import org.greenplan.plan.Forecast;
import org.greenplan.programme.TargetJson;
import org.greenplan.programme.TargetState;

/** What an import would do to the plan, as the page is told; SI units. */
final class ForecastJson {
    private ForecastJson() {}

    static void write(JsonGenerator json, Forecast forecast) throws IOException {
        json.writeStartObject();
        json.writeNumberField("plots", forecast.plots());
        json.writeNumberField("outside", forecast.outside());
        areas(json, "gross", forecast.gross());
        areas(json, "net", forecast.net());
        FindingJson.write(json, forecast.findings());
        json.writeObjectFieldStart("targets");
        targets(json, "before", forecast.before());
        targets(json, "after", forecast.after());
        json.writeEndObject();
        json.writeFieldName("sure");
        JsonText.value(json, forecast.sure());
        json.writeEndObject();
    }

    private static void areas(JsonGenerator json, String name, Areas areas) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("planeM2", areas.planeM2());
        json.writeNumberField("ellipsoidM2", areas.ellipsoidM2());
        json.writeEndObject();
    }

    private static void targets(JsonGenerator json, String name, List<TargetState> states) throws IOException {
        json.writeArrayFieldStart(name);
        for (TargetState state : states) {
            TargetJson.write(json, state);
        }
        json.writeEndArray();
    }
}
