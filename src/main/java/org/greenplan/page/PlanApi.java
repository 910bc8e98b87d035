package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.greenplan.backdrop.BackdropApi;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.findings.SureMemory;
import org.greenplan.history.HistoryStore;
import org.greenplan.json.JsonText;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.programme.TargetJson;
import org.greenplan.sql.Session;
import org.locationtech.jts.geom.Envelope;

/**
 * What the page asks for first: the plan with its layers, and the targets.
 *
 * @param shelved whether others lie beside it that can be opened
 * @param sure what of the targets lies on no constraint
 */
public record PlanApi(PlanDesk desk, PlanKey key, Backdrop behind, boolean shelved, SureMemory sure) {
    public PlanApi(PlanDesk desk, PlanKey key, Backdrop behind, boolean shelved) {
        this(desk, key, behind, shelved, new SureMemory());
    }

    /** GET /api/plan */
    public void plan(Context ctx) {
        ctx.contentType("application/json")
                .result(desk.database().<String>read(session -> JsonText.of(json -> plan(json, session))));
    }

    /** GET /api/targets */
    public void targets(Context ctx) {
        var states = desk.targets();
        ctx.contentType("application/json").result(JsonText.of(json -> {
            json.writeStartArray();
            for (var state : states) {
                TargetJson.write(json, state);
            }
            json.writeEndArray();
        }));
    }

    /** GET /api/targets/sure: what of each target lies on no constraint, by its id, in square metres, metres or pieces. */
    public void sure(Context ctx) {
        Map<String, Double> counted = desk.database().read(session -> sure.of(desk.ground(session)));
        ctx.contentType("application/json").result(JsonText.of(json -> JsonText.value(json, counted)));
    }

    private void plan(JsonGenerator json, Session session) throws IOException {
        PlanProfile profile = desk.profile(session);
        Catalogue catalogue = desk.catalogue();
        json.writeStartObject();
        json.writeStringField("id", profile.id());
        json.writeStringField("key", key.text());
        json.writeBooleanField("shelved", shelved);
        JsonText.words(json, "title", profile.title());
        JsonText.words(json, "district", profile.district());
        json.writeNumberField("year", profile.year());
        json.writeBooleanField("illustrative", profile.illustrative());
        PlanJson.plane(json, "plane", profile.plane());
        json.writeStringField("timeZone", profile.timeZone().getId());
        json.writeStringField("store", desk.database().describe());
        readOnly(json);
        json.writeArrayFieldStart("news");
        for (Words words : desk.database().news()) {
            json.writeStartObject();
            JsonText.words(json, "text", words);
            json.writeEndObject();
        }
        json.writeEndArray();
        Envelope bounds = bounds(session, catalogue);
        json.writeFieldName("bounds");
        JsonText.value(json, List.of(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()));
        json.writeNumberField("lastChangeset", new HistoryStore(session).lastNumber());
        json.writeStringField("lastStamp", new HistoryStore(session).lastStamp());
        Map<String, Long> versions = new HistoryStore(session).layerVersions();
        json.writeArrayFieldStart("layers");
        for (LayerType layer : catalogue.layers()) {
            long count = new FeatureStore(session).count(layer);
            PlanJson.layer(json, layer, profile.year(), count, versions.getOrDefault(layer.id(), 0L));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("records");
        for (LayerType kind : catalogue.records()) {
            PlanJson.kind(json, kind);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("codes");
        for (var list : catalogue.codeLists().values()) {
            json.writeFieldName(list.id());
            PlanJson.codes(json, list);
        }
        json.writeEndObject();
        PlanJson.roles(json, catalogue);
        PlanJson.units(json);
        behind(json);
        json.writeEndObject();
    }

    /** Why nothing can be written, null where it can: the page switches off by it what would only be refused. */
    private void readOnly(JsonGenerator json) throws IOException {
        Words why = desk.database().readOnly().orElse(null);
        if (why == null) {
            json.writeNullField("readOnly");
        } else {
            JsonText.words(json, "readOnly", why);
        }
    }

    private void behind(JsonGenerator json) throws IOException {
        json.writeBooleanField("relief", behind.relief() != null);
        json.writeFieldName("basemaps");
        BackdropApi.write(json, behind.basemaps().list());
    }

    /** The district's box, or all China where a plan has no district yet. */
    private static Envelope bounds(Session session, Catalogue catalogue) {
        Envelope bounds = new Envelope();
        for (LayerType layer : catalogue.borders()) {
            new FeatureStore(session)
                    .stream(
                            layer,
                            FeatureQuery.all(),
                            f -> bounds.expandToInclude(f.geometry().getEnvelopeInternal()));
        }
        return bounds.isNull() ? new Envelope(73, 135, 18, 54) : bounds;
    }
}
