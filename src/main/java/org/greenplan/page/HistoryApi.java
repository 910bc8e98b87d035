package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureJson;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.ToldStore;
import org.greenplan.json.JsonText;
import org.greenplan.plan.PlanDesk;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** Who changed what, when and why; and what can be taken back. */
public record HistoryApi(PlanDesk desk) {
    private static final int MOST = 200;

    /** So many features of a changeset are named, the rest is counted. */
    private static final int MOST_STEPS = 20;

    /** GET /api/history?limit= */
    public void latest(Context ctx) {
        String asked = ctx.queryParam("limit");
        int limit = asked == null ? 50 : (int) Math.max(1, Math.min(MOST, RequestValues.number("limit", asked)));
        record Line(HistoryEntry entry, long count, List<ToldStore.Line> told, long toldCount) {}
        List<Line> lines = desk.database().read(session -> {
            var history = new HistoryStore(session);
            var told = new ToldStore(session);
            return history.latest(limit, MOST_STEPS).stream()
                    .map(e -> new Line(
                            e, history.countSteps(e.number()), told.of(e.number(), MOST_STEPS), told.count(e.number())))
                    .toList();
        });
        ctx.contentType("application/json").result(JsonText.of(json -> {
            json.writeStartArray();
            for (Line line : lines) {
                json.writeStartObject();
                head(json, line.entry());
                json.writeNumberField("count", line.count());
                json.writeArrayFieldStart("changes");
                for (HistoryEntry.Step step : line.entry().steps()) {
                    step(json, step);
                }
                json.writeEndArray();
                if (line.toldCount() > 0) {
                    ToldApi.list(json, desk.catalogue(), line.told(), line.toldCount());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    /** GET /api/layers/{layer}/features/{id}/history */
    public void ofFeature(Context ctx) {
        FeatureRef ref = FeatureApi.ref(ctx);
        var entries = desk.database().read(session -> new HistoryStore(session).of(ref));
        ctx.contentType("application/json").result(JsonText.of(json -> {
            json.writeStartArray();
            for (HistoryEntry entry : entries) {
                for (HistoryEntry.Step step : entry.steps()) {
                    json.writeStartObject();
                    head(json, entry);
                    feature(json, "before", step.before());
                    feature(json, "after", step.after());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        }));
    }

    /** GET /api/undo?author= */
    public void undoState(Context ctx) {
        String author = Optional.ofNullable(ctx.queryParam("author")).orElse("");
        ctx.contentType("application/json").result(desk.database().<String>read(session -> {
            HistoryStore history = new HistoryStore(session);
            return JsonText.of(json -> {
                json.writeStartObject();
                takeBack(json, session, "undo", history.lastUndoable(author));
                takeBack(json, session, "redo", history.lastRedoable(author));
                json.writeEndObject();
            });
        }));
    }

    private static void takeBack(JsonGenerator json, Session session, String name, Optional<Long> number)
            throws IOException {
        var entry = number.flatMap(n -> new HistoryStore(session).head(n));
        if (entry.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeNumberField("changeset", entry.get().number());
        json.writeStringField("comment", entry.get().comment());
        json.writeEndObject();
    }

    private static void head(JsonGenerator json, HistoryEntry entry) throws IOException {
        json.writeNumberField("changeset", entry.number());
        json.writeStringField("author", entry.author());
        json.writeStringField("comment", entry.comment());
        json.writeStringField("at", entry.at().toString());
        json.writeFieldName("undoes");
        JsonText.value(json, entry.undoes());
    }

    private void step(JsonGenerator json, HistoryEntry.Step step) throws IOException {
        Feature shown = step.after() == null ? step.before() : step.after();
        json.writeStartObject();
        json.writeStringField("op", op(step));
        json.writeStringField("layer", step.ref().layer());
        json.writeNumberField("id", step.ref().id());
        json.writeStringField(
                "label",
                shown == null
                        ? step.ref().toString()
                        : shown.label(desk.catalogue().get(step.ref().layer())));
        json.writeEndObject();
    }

    static String op(HistoryEntry.Step step) {
        return step.before() == null ? "create" : step.after() == null ? "delete" : "replace";
    }

    private void feature(JsonGenerator json, String name, @Nullable Feature feature) throws IOException {
        if (feature != null) {
            json.writeFieldName(name);
            FeatureJson.write(json, desk.catalogue(), feature);
        }
    }
}
