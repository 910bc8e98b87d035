package org.greenplan.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceRow;
import org.greenplan.format.TableColumns;
import org.greenplan.json.JsonText;
import org.greenplan.problem.Words;
import org.greenplan.recognise.Candidate;
import org.greenplan.recognise.CrsGuess;
import org.greenplan.recognise.Matching;
import org.greenplan.recognise.Survey;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** What was found in the files, as the page shows it: rows, fields, where each coordinate system would lay them. */
record FoundJson(Catalogue catalogue) {
    /** Dots that show where a layer would lie. */
    private static final int DOTS = 150;

    private static final int CANDIDATES = 8;
    /** Corners of the sketch. */
    private static final int OUTLINE = 1500;

    void write(JsonGenerator json, Intake.Found found) throws IOException {
        json.writeStartObject();
        words(json, "findings", found.findings());
        json.writeArrayFieldStart("layers");
        for (int i = 0; i < found.layers().size(); i++) {
            layer(json, found.layers().get(i), found.candidates().get(i), i);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void layer(JsonGenerator json, Survey survey, List<Candidate> candidates, int source) throws IOException {
        json.writeStartObject();
        json.writeNumberField("source", source);
        json.writeStringField("name", survey.layer().name());
        json.writeStringField("file", survey.layer().file());
        json.writeStringField("format", survey.layer().format());
        json.writeNumberField("count", survey.count());
        json.writeNumberField("withoutShape", survey.withoutShape());
        json.writeObjectFieldStart("kinds");
        for (var kind : survey.kinds().entrySet()) {
            json.writeNumberField(kind.getKey().name().toLowerCase(java.util.Locale.ROOT), kind.getValue());
        }
        json.writeEndObject();
        json.writeBooleanField("checkout", survey.layer().checkedOut().isPresent());
        words(json, "findings", survey.layer().findings());
        survey.layer().crs().ifPresent(crs -> write(json, "declared", crs.source()));
        CrsGuess.question(survey, candidates).ifPresent(words -> write(json, "question", words));
        survey.layer().tableColumns().ifPresent(columns -> columns(json, columns));
        suggestion(json, survey);
        rows(json, survey);
        json.writeArrayFieldStart("sample");
        for (Coordinate number : survey.sample()) {
            pair(json, number.x, number.y);
        }
        json.writeEndArray();
        outline(json, survey);
        json.writeBooleanField("returned", returned(survey));
        json.writeArrayFieldStart("candidates");
        for (Candidate candidate : candidates.stream().limit(CANDIDATES).toList()) {
            candidate(json, candidate, survey.sample());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void columns(JsonGenerator json, TableColumns columns) {
        try {
            json.writeFieldName("columns");
            JsonText.value(json, Map.of("names", columns.names(), "roles", columns.roles(), "plots", columns.plots()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The first shapes as lines in the file's own numbers, so that corners can be told from each other. */
    private static void outline(JsonGenerator json, Survey survey) throws IOException {
        json.writeArrayFieldStart("outline");
        int left = OUTLINE;
        for (SourceRow row : survey.first()) {
            Geometry shape = row.shape();
            for (Geometry line : shape == null ? List.<Geometry>of() : lines(shape)) {
                left -= line.getNumPoints();
                if (left >= 0) {
                    json.writeStartArray();
                    for (Coordinate corner : line.getCoordinates()) {
                        pair(json, corner.x, corner.y);
                    }
                    json.writeEndArray();
                }
            }
        }
        json.writeEndArray();
    }

    private static List<Geometry> lines(Geometry shape) {
        List<Geometry> lines = new ArrayList<>();
        shape.apply(new LinearComponentExtracter(lines));
        return lines;
    }

    /** Whether records name features of the plan: then the file is one that was handed out before. */
    private boolean returned(Survey survey) {
        return survey.first().stream()
                .map(SourceRow::id)
                .filter(Objects::nonNull)
                .anyMatch(this::isOurs);
    }

    private boolean isOurs(String id) {
        int dot = id.indexOf('.');
        return dot > 0 && catalogue.findLayer(id.substring(0, dot)).isPresent();
    }

    /** Where it goes: a checked-out layer where it came from, even when nothing is left in it. */
    private void suggestion(JsonGenerator json, Survey survey) throws IOException {
        var matching = new Matching(catalogue);
        LayerType home = survey.layer().checkedOut().isPresent()
                ? catalogue.findLayer(survey.layer().name()).orElse(null)
                : null;
        LayerType target = home != null ? home : matching.layer(survey).orElse(null);
        json.writeStringField("target", target == null ? null : target.id());
        json.writeArrayFieldStart("targets");
        for (LayerType layer : catalogue.layers()) {
            if (home != null ? layer.equals(home) : Matching.fits(layer, survey)) {
                json.writeStartObject();
                json.writeStringField("layer", layer.id());
                json.writeFieldName("fields");
                JsonText.value(json, matching.fields(layer, survey.layer().fields()));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void rows(JsonGenerator json, Survey survey) throws IOException {
        json.writeArrayFieldStart("fields");
        for (SourceField field : survey.layer().fields()) {
            JsonText.value(
                    json,
                    Map.of("name", field.name(), "type", field.type().name().toLowerCase(java.util.Locale.ROOT)));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (SourceRow row : survey.first()) {
            json.writeStartObject();
            json.writeNumberField("number", row.number());
            json.writeFieldName("values");
            JsonText.value(json, row.values());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void candidate(JsonGenerator json, Candidate candidate, List<Coordinate> sample) throws IOException {
        json.writeStartObject();
        json.writeStringField("crs", candidate.placement().code());
        JsonText.words(json, "title", candidate.placement().title());
        json.writeNumberField("insideShare", candidate.insideShare());
        json.writeBooleanField("declared", candidate.declared());
        JsonText.words(json, "reason", candidate.reason());
        json.writeArrayFieldStart("dots");
        for (Coordinate number : sample.stream().limit(DOTS).toList()) {
            LonLat place = candidate.placement().way().place(number.x, number.y);
            if (Double.isFinite(place.lonDeg()) && Double.isFinite(place.latDeg())) {
                pair(json, place.lonDeg(), place.latDeg());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void pair(JsonGenerator json, double x, double y) throws IOException {
        json.writeStartArray();
        json.writeNumber(x);
        json.writeNumber(y);
        json.writeEndArray();
    }

    static void words(JsonGenerator json, String name, List<Words> list) throws IOException {
        json.writeArrayFieldStart(name);
        for (Words words : list) {
            JsonText.words(json, words);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String name, Words words) {
        try {
            JsonText.words(json, name, words);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
