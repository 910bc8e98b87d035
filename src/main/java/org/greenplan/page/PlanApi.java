package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryStore;
import org.greenplan.json.JsonText;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.programme.TargetJson;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Session;
import org.greenplan.store.Spool;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What the page asks for first: the plan with its layers, the targets, the plots with their figures.
 *
 * @param shelved whether others lie beside it that can be opened
 */
public record PlanApi(PlanDesk desk, PlanKey key, Backdrop behind, boolean shelved) {
    /** What the page reads under the name of its role, whatever the catalogue calls it. */
    private static final List<AttributeRole> MEANT = List.of(
            AttributeRole.NAME, AttributeRole.CODE, AttributeRole.CLASS, AttributeRole.STATUS, AttributeRole.YEAR);

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

    /** GET /api/plots: every plot with its line of the ledger. */
    public void plots(Context ctx) {
        Spool told = desk.database().spooled((session, out) -> {
            TargetSums sums = TargetSums.of(desk.profile(session), desk.catalogue(), List.of());
            plots(out, new LedgerStore(session).lines(true), sums, desk.catalogue());
        });
        ctx.contentType("application/json").result(told.open());
    }

    private static void plots(OutputStream out, Iterable<LedgerStore.Row> rows, TargetSums sums, Catalogue catalogue) {
        JsonText.write(out, json -> {
            json.writeStartArray();
            for (var row : rows) {
                row(json, row, catalogue.get(row.ref().layer()), sums.targetsOf(row));
            }
            json.writeEndArray();
        });
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
        json.writeArrayFieldStart("basemaps");
        for (Basemap map : behind.basemaps()) {
            JsonText.value(
                    json,
                    Map.of(
                            "id", map.id(),
                            "title", map.title(),
                            "url", map.url(),
                            "attribution", map.attribution(),
                            "maxZoom", map.maxZoom()));
        }
        json.writeEndArray();
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

    /** What the table of plots shows; a plan of a hundred thousand would else be told in full with every look. */
    private static Map<String, @Nullable Object> shown(LayerType layer, Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        for (AttributeRole role : MEANT) {
            Object value = layer.value(role, attributes);
            if (value != null) {
                shown.put(role.spelled(), value);
            }
        }
        return shown;
    }

    private static void row(JsonGenerator json, LedgerStore.Row row, LayerType layer, List<String> targets)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", row.ref().layer());
        json.writeNumberField("id", row.ref().id());
        json.writeNumberField("version", row.version());
        json.writeFieldName("attributes");
        JsonText.value(json, shown(layer, row.attributes()));
        PlanJson.areas(json, "gross", row.gross());
        PlanJson.areas(json, "net", row.net());
        json.writeNumberField("grossLengthM", row.grossLengthM());
        json.writeNumberField("lengthM", row.lengthM());
        json.writeArrayFieldStart("zones");
        for (var share : row.shares()) {
            json.writeString(share.zone().code());
        }
        json.writeEndArray();
        json.writeFieldName("targets");
        JsonText.value(json, targets);
        json.writeEndObject();
    }
}
