package org.greenplan.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.greenplan.json.JsonText;
import org.greenplan.problem.Words;
import org.greenplan.rule.Outcome;
import org.greenplan.rule.Rule;

/** Findings as the page is told of them; SI units. */
public final class FindingJson {
    private FindingJson() {}

    /** Writes the member {@code findings}. */
    public static void write(JsonGenerator json, List<Finding> findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            members(json, finding);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * Writes what a rule has against one plot, as an object.
     *
     * @param label what the plot is called
     */
    public static void hit(JsonGenerator json, Outcome hit, String label) throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", hit.plot().layer());
        json.writeNumberField("id", hit.plot().id());
        json.writeStringField("label", label);
        members(json, Finding.of(hit));
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, Finding finding) throws IOException {
        rule(json, finding.rule());
        json.writeStringField("state", lower(finding.state()));
        json.writeFieldName("names");
        JsonText.value(json, finding.names());
        json.writeNumberField("planeM2", finding.area().planeM2());
        json.writeNumberField("ellipsoidM2", finding.area().ellipsoidM2());
        json.writeNumberField("lengthM", finding.lengthM());
        json.writeNumberField("plots", finding.plots());
        Words note = finding.note();
        if (note != null) {
            JsonText.words(json, "note", note);
        }
    }

    /** Writes what a rule says and where it stands, as members of an object that is open. */
    private static void rule(JsonGenerator json, Rule rule) throws IOException {
        json.writeStringField("rule", rule.code());
        json.writeStringField("edition", rule.edition());
        json.writeStringField("severity", lower(rule.severity()));
        json.writeStringField("mark", lower(rule.mark()));
        json.writeStringField("from", rule.from().toString());
        json.writeBooleanField("canBeCutOut", rule.canBeCutOut());
        JsonText.words(json, "title", rule.title());
        JsonText.words(json, "text", rule.text());
        JsonText.words(json, "source", rule.source());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
