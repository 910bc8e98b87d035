package org.greenplan.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.greenplan.count.Areas;
import org.greenplan.feature.FeatureRef;
import org.greenplan.json.JsonText;
import org.greenplan.problem.Words;
import org.greenplan.programme.NoPiece;
import org.greenplan.programme.TargetJson;
import org.greenplan.programme.TargetState;
import org.jspecify.annotations.Nullable;

/** The report for programs: SI units, unrounded, titles in both languages. */
public record ReportJson(Report report) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes the report and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("plan", report.profile().id());
        JsonText.words(json, "title", report.profile().title());
        JsonText.words(json, "district", report.profile().district());
        json.writeNumberField("year", report.profile().year());
        json.writeBooleanField("illustrative", report.profile().illustrative());
        json.writeStringField("plane", report.profile().plane().text());
        json.writeNumberField("lineToleranceM", report.profile().lineToleranceM());
        text(json, "at", report.asOf().at());
        json.writeNumberField("lastChangeset", report.asOf().changeset());
        json.writeStringField("stamp", report.asOf().stamp());
        method(json);
        json.writeArrayFieldStart("targets");
        for (TargetState target : report.targets()) {
            TargetJson.write(json, target);
        }
        json.writeEndArray();
        json.writeFieldName("total");
        line(json, report.total());
        sections(json);
        json.writeArrayFieldStart("zoneOverlaps");
        for (Words overlap : report.zoneOverlaps()) {
            JsonText.words(json, overlap);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("plots");
        for (Report.Plot plot : report.plots()) {
            plot(json, plot);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private void method(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("method");
        var zh = ReportWords.of(report.profile(), java.util.Locale.CHINESE).method(report.profile());
        var en = ReportWords.of(report.profile(), java.util.Locale.ENGLISH).method(report.profile());
        for (int i = 0; i < zh.size(); i++) {
            JsonText.words(json, Words.of(zh.get(i), en.get(i)));
        }
        json.writeEndArray();
    }

    private void sections(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("sections");
        for (Report.Section section : report.sections()) {
            json.writeStartObject();
            json.writeStringField("key", section.key());
            JsonText.words(json, "title", section.title());
            json.writeArrayFieldStart("lines");
            for (Report.Line line : section.lines()) {
                line(json, line);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void line(JsonGenerator json, Report.Line line) throws IOException {
        json.writeStartObject();
        json.writeStringField("value", line.value());
        JsonText.words(json, "title", line.title());
        json.writeNumberField("plots", line.plots());
        Areas gross = line.gross();
        if (gross != null) {
            areas(json, "gross", gross);
        }
        areas(json, "net", line.net());
        json.writeNumberField("lengthM", line.lengthM());
        json.writeObjectFieldStart("netByStatus");
        for (String status : report.statuses().keySet()) {
            areas(json, status, line.netByStatus().getOrDefault(status, Areas.ZERO));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void plot(JsonGenerator json, Report.Plot plot) throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", plot.ref().layer());
        json.writeNumberField("id", plot.ref().id());
        json.writeStringField("label", plot.label());
        Words kind = plot.kind();
        if (kind != null) {
            JsonText.words(json, "class", kind);
        }
        json.writeStringField("status", plot.status());
        json.writeBooleanField("upgrade", plot.upgrade());
        Long year = plot.year();
        if (year != null) {
            json.writeNumberField("year", year);
        }
        json.writeBooleanField("illustrative", plot.illustrative());
        areas(json, "gross", plot.gross());
        areas(json, "net", plot.net());
        json.writeNumberField("grossLengthM", plot.grossLengthM());
        json.writeNumberField("lengthM", plot.lengthM());
        losses(json, plot.losses());
        json.writeArrayFieldStart("noPieces");
        for (NoPiece noPiece : plot.noPieces()) {
            json.writeStartObject();
            json.writeStringField("target", noPiece.line().id());
            JsonText.words(json, "text", noPiece.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Null, not an empty list, where nobody has looked. */
    private static void losses(JsonGenerator json, @Nullable List<Report.Loss> losses) throws IOException {
        if (losses == null) {
            json.writeNullField("losses");
            return;
        }
        json.writeArrayFieldStart("losses");
        for (Report.Loss loss : losses) {
            loss(json, loss);
        }
        json.writeEndArray();
    }

    private static void loss(JsonGenerator json, Report.Loss loss) throws IOException {
        json.writeStartObject();
        JsonText.words(json, "why", loss.why());
        FeatureRef other = loss.other();
        if (other != null) {
            json.writeStringField("layer", other.layer());
            json.writeNumberField("id", other.id());
        }
        text(json, "label", loss.otherLabel());
        areas(json, "area", loss.area());
        json.writeEndObject();
    }

    private static void areas(JsonGenerator json, String name, Areas areas) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("planeM2", areas.planeM2());
        json.writeNumberField("ellipsoidM2", areas.ellipsoidM2());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }
}
