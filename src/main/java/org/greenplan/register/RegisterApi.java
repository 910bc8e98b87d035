package org.greenplan.register;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.greenplan.count.ZoneKey;
import org.greenplan.cql2.Cql2Text;
import org.greenplan.cql2.FilterCrs;
import org.greenplan.feature.FeatureRef;
import org.greenplan.json.JsonText;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.page.RequestValues;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Session;
import org.greenplan.store.Spool;
import org.locationtech.jts.geom.Envelope;

/**
 * The table of plots over HTTP. Which plots, and in which order, is said by the same parameters everywhere: {@code text}, {@code filter}
 * (CQL2), {@code sort} (a column, with a minus for falling), and the words of {@link PlotQuestion#WORDS}, such as {@code status=approved}.
 */
public record RegisterApi(PlanDesk desk) {
    /** So many plots are selected or shown alone at once. */
    static final int MOST = 5000;

    private static final int MOST_ROWS = 500;
    private static final int MOST_SHOWN = 200_000;

    /** GET /api/plots: every plot with its line of the ledger, for programs; the page never asks for it. */
    public void all(Context ctx) {
        Spool told = desk.database().spooled((session, out) -> {
            TargetSums sums = TargetSums.of(desk.profile(session), desk.catalogue(), List.of());
            JsonText.write(out, json -> {
                json.writeStartArray();
                for (var row : new LedgerStore(session).lines(true)) {
                    List<String> zones =
                            row.shares().stream().map(s -> s.zone().code()).toList();
                    row(json, row, zones, sums.targetsOf(row));
                }
                json.writeEndArray();
            });
        });
        ctx.contentType("application/json").result(told.open());
    }

    /** GET /api/plots/page?offset=&limit=: a window of the plots, and what all plots of the question are together. */
    public void page(Context ctx) {
        PlotQuestion question = question(ctx);
        long offset = Math.max(0, number(ctx, "offset", 0));
        int limit = (int) Math.max(0, Math.min(MOST_ROWS, number(ctx, "limit", 100)));
        answer(
                ctx,
                session -> JsonText.of(json -> {
                    RegisterStore register = register(session);
                    json.writeStartObject();
                    PlotJson.sums(json, register.sums(question));
                    json.writeNumberField("unknown", register.unknownStatuses());
                    entries(json, limit == 0 ? List.of() : register.entries(register.refs(question, offset, limit)));
                    json.writeObjectFieldStart("zones");
                    for (var zone : register.zoneNames().entrySet()) {
                        json.writeStringField(zone.getKey().code(), zone.getValue());
                    }
                    json.writeEndObject();
                    json.writeEndObject();
                }));
    }

    /** GET /api/plots/place?of=layer:id: how many plots stand before one; null where the question lets it through no more. */
    public void place(Context ctx) {
        PlotQuestion question = question(ctx);
        FeatureRef of = RequestValues.ref("of", ctx.queryParam("of"));
        answer(
                ctx,
                session -> JsonText.of(json -> {
                    json.writeStartObject();
                    json.writeFieldName("place");
                    JsonText.value(json, register(session).place(question, of).orElse(null));
                    json.writeEndObject();
                }));
    }

    /** GET /api/plots/range?from=layer:id&to=layer:id: the plots from one to the other, the first 5,000 of them. */
    public void range(Context ctx) {
        PlotQuestion question = question(ctx);
        FeatureRef from = RequestValues.ref("from", ctx.queryParam("from"));
        FeatureRef to = RequestValues.ref("to", ctx.queryParam("to"));
        answer(
                ctx,
                session -> JsonText.of(json -> {
                    List<FeatureRef> refs = register(session).between(question, from, to, MOST + 1);
                    json.writeStartObject();
                    json.writeBooleanField("whole", refs.size() <= MOST);
                    PlotJson.refs(json, refs.subList(0, Math.min(MOST, refs.size())));
                    json.writeEndObject();
                }));
    }

    /**
     * GET /api/plots/refs?limit=: which plots these are, what they are together, and the box around them in degrees; of very many only the
     * first, and no box.
     */
    public void refs(Context ctx) {
        PlotQuestion question = question(ctx);
        int most = (int) Math.max(1, Math.min(MOST_SHOWN, number(ctx, "limit", MOST_SHOWN)));
        Spool told = desk.database().spooled((session, out) -> {
            RegisterStore register = register(session);
            PlotSums sums = register.sums(question);
            JsonText.write(out, json -> {
                json.writeStartObject();
                PlotJson.sums(json, sums);
                json.writeBooleanField("whole", sums.plots() <= most);
                List<FeatureRef> refs = register.refs(question, 0, most);
                PlotJson.refs(json, refs);
                Envelope box = refs.size() > MOST ? new Envelope() : register.box(refs);
                json.writeFieldName("bbox");
                JsonText.value(
                        json,
                        box.isNull() ? null : List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
                json.writeEndObject();
            });
        });
        ctx.contentType("application/json").result(told.open());
    }

    /** POST /api/plots/some: plots that are named, a JSON array of {@code "layer:id"}: their lines, and what they are together. */
    public void some(Context ctx) throws IOException {
        List<FeatureRef> refs = RequestValues.refs(ctx.bodyAsBytes(), MOST);
        answer(
                ctx,
                session -> JsonText.of(json -> {
                    RegisterStore register = register(session);
                    json.writeStartObject();
                    PlotJson.sums(json, register.sums(refs));
                    entries(json, register.entries(refs));
                    json.writeEndObject();
                }));
    }

    /** GET /api/plots/table.{format}?columns=name,net: what the table shows, as csv or xlsx: these plots, these columns, this order. */
    public void file(Context ctx) {
        PlotQuestion question = question(ctx);
        List<PlotColumn> columns = Arrays.stream(Objects.requireNonNullElse(ctx.queryParam("columns"), "")
                        .split(",", -1))
                .filter(word -> !word.isBlank())
                .map(word -> PlotColumn.of("columns", word.strip()))
                .distinct()
                .toList();
        Locale language =
                Words.language(ctx.queryParam("lang") == null ? ctx.header("Accept-Language") : ctx.queryParam("lang"));
        var file = new PlotFile(columns.isEmpty() ? List.of(PlotColumn.values()) : columns, language);
        PlotFile.Kind kind = PlotFile.Kind.of(ctx.pathParam("format"));
        Spool made = desk.database().spooled((session, out) -> file.write(kind, register(session), question, out));
        String name = "greenplan-" + desk.profile().id() + "-plots-"
                + LocalDate.now(desk.profile().timeZone()) + "." + kind.ending();
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        ctx.header("Cache-Control", "no-cache");
        ctx.contentType(kind.mediaType()).result(made.open());
    }

    private void entries(JsonGenerator json, List<PlotEntry> entries) throws IOException {
        json.writeArrayFieldStart("rows");
        for (PlotEntry entry : entries) {
            row(json, entry.row(), entry.zones().stream().map(ZoneKey::code).toList(), List.of());
        }
        json.writeEndArray();
    }

    private void row(JsonGenerator json, LedgerStore.Row row, List<String> zones, List<String> targets)
            throws IOException {
        PlotJson.row(json, row, desk.catalogue().get(row.ref().layer()), zones, targets);
    }

    private RegisterStore register(Session session) {
        return new RegisterStore(session, desk.profile(session));
    }

    private interface Asking {
        String of(Session session);
    }

    private void answer(Context ctx, Asking asking) {
        ctx.contentType("application/json").result(desk.database().<String>read(asking::of));
    }

    private static PlotQuestion question(Context ctx) {
        PlotQuestion question = PlotQuestion.ALL.with(
                Optional.ofNullable(ctx.queryParam("text")).orElse(""));
        String sort = ctx.queryParam("sort");
        if (sort != null && !sort.isBlank()) {
            boolean falling = sort.startsWith("-");
            question = question.sorted(PlotColumn.of("sort", falling ? sort.substring(1) : sort), falling);
        }
        String filter = ctx.queryParam("filter");
        if (filter != null && !filter.isBlank()) {
            question = question.with(Cql2Text.read(filter, FilterCrs.LON_LAT));
        }
        for (String word : PlotQuestion.WORDS) {
            String value = ctx.queryParam(word);
            if (value != null && !value.isBlank()) {
                question = question.with(word, value);
            }
        }
        return question;
    }

    private static long number(Context ctx, String name, long usual) {
        String text = ctx.queryParam(name);
        return text == null ? usual : RequestValues.number(name, text);
    }
}
