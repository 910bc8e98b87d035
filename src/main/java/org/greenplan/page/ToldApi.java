package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.Told;
import org.greenplan.history.ToldStore;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** What was not taken of an edit in another program, as its author wrote it, to be opened as a draft. */
public record ToldApi(PlanDesk desk) {
    /** GET /api/told/{number}: a feature as it was written; its id and version only where it is in the plan now. */
    public void one(Context ctx) {
        long number = RequestValues.number("number", ctx.pathParam("number"));
        record Found(ToldStore.Line line, Optional<Feature> now) {}
        Found found = desk.database().read(session -> {
            ToldStore.Line line = new ToldStore(session).find(number).orElseThrow(() -> missing(number));
            boolean known = session.catalogue().find(line.told().ref().layer()).isPresent();
            return new Found(
                    line, known ? new FeatureStore(session).find(line.told().ref()) : Optional.empty());
        });
        Told told = found.line().told();
        LayerType layer = desk.catalogue().get(told.ref().layer());
        String wrote = told.wrote();
        if (wrote == null) {
            throw missing(number);
        }
        ctx.contentType("application/json").result(JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeStringField("layer", layer.id());
            json.writeFieldName("id");
            JsonText.value(json, found.now().map(f -> f.ref().id()).orElse(null));
            json.writeFieldName("version");
            JsonText.value(json, found.now().map(Feature::version).orElse(null));
            JsonText.words(json, "text", told.words());
            wrote(json, layer, JsonTree.map(wrote));
            json.writeEndObject();
        }));
    }

    /** The first lines of a changeset's, as members of its line in history. */
    static void list(JsonGenerator json, Catalogue catalogue, List<ToldStore.Line> lines, long count)
            throws IOException {
        json.writeNumberField("toldCount", count);
        json.writeArrayFieldStart("told");
        for (ToldStore.Line line : lines) {
            Told told = line.told();
            json.writeStartObject();
            json.writeNumberField("number", line.number());
            json.writeStringField("kind", told.kind().code());
            json.writeStringField("layer", told.ref().layer());
            json.writeNumberField("id", told.ref().id());
            JsonText.words(json, "text", told.words());
            // A record is no draft for the map.
            boolean drawn = catalogue.findLayer(told.ref().layer()).isPresent();
            json.writeBooleanField("draft", told.wrote() != null && drawn);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void wrote(JsonGenerator json, LayerType layer, Map<?, ?> wrote) throws IOException {
        json.writeObjectFieldStart("properties");
        if (wrote.get("attributes") instanceof Map<?, ?> attributes) {
            for (var value : attributes.entrySet()) {
                String name = String.valueOf(value.getKey());
                if (layer.find(name).isPresent()) {
                    json.writeFieldName(name);
                    JsonText.value(json, value.getValue());
                }
            }
        }
        json.writeEndObject();
        json.writeFieldName("geometry");
        Geometry shape = shape(wrote);
        if (shape == null) {
            json.writeNull();
        } else {
            GeoJsonText.write(json, shape, GeoJsonText.FULL_PRECISION);
        }
    }

    /** Null where there was none, or none that a map can show. */
    private static @Nullable Geometry shape(Map<?, ?> wrote) {
        if (!(wrote.get("wkb") instanceof String wkb)) {
            return null;
        }
        try {
            Geometry shape = new WKBReader().read(WKBReader.hexToBytes(wkb));
            for (Coordinate c : shape.getCoordinates()) {
                if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                    return null;
                }
            }
            return shape;
        } catch (ParseException e) {
            throw new IllegalStateException("what was written outside", e);
        }
    }

    private static Problem.Missing missing(long number) {
        return new Problem.Missing(
                Words.of("没有编号为 " + number + " 的外部编辑。", "There is no outside edit with the number " + number + "."));
    }
}
