package org.greenplan.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.greenplan.crs.Crs;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.FeatureBody;
import org.greenplan.feature.FeatureRef;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonText;
import org.greenplan.network.Edge;
import org.greenplan.network.Finding;
import org.greenplan.network.Network;
import org.greenplan.network.Node;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.supply.Stages;
import org.greenplan.verdicts.InfluenceMap;
import org.greenplan.verdicts.JudgementMap;
import org.greenplan.water.Stage;
import org.greenplan.waters.NetworkNow;
import org.greenplan.waters.PlanWater;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The water network as the plan draws it, and what is to be said of it. */
public record WaterApi(PlanDesk desk) {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** GET /api/water/network: nodes and edges as GeoJSON (lon/lat degrees), and what keeps water from running, with its place. */
    public void network(Context ctx) {
        NetworkNow now = desk.water().surveyed();
        ctx.contentType("application/json").result(JsonText.of(json -> write(json, now)));
    }

    /**
     * GET /api/water/verdict?state=today|approved|all&year=: the four verdicts with all that they rest on, true for a changeset. With
     * {@code quick=true} what takes long is left out: sources backing each other, and what foresight would give.
     */
    public void verdict(Context ctx) {
        Stage state = state(ctx.queryParam("state"));
        boolean quick = "true".equals(ctx.queryParam("quick"));
        answer(ctx, quick ? desk.water().quick(state, year(ctx)) : desk.water().judgement(state, year(ctx)));
    }

    /** POST /api/water/try: the verdicts if some works were closed, out or larger; nothing is written. */
    public void tried(Context ctx) throws IOException {
        var question = WhatIfReader.read(ctx.bodyAsBytes());
        answer(ctx, desk.water().tried(question.state(), question.year(), question.what()));
    }

    /**
     * GET /api/water/why?state=&year=&feature=&month=: why what is wanted at a lake or river is not served in a month, 1 to 12; where none
     * is named, in the one that lacks most.
     */
    public void why(Context ctx) {
        String feature = Objects.requireNonNullElse(ctx.queryParam("feature"), "");
        PlanWater.Why why =
                desk.water().why(state(ctx.queryParam("state")), year(ctx), feature, month(ctx.queryParam("month")));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("changeset", why.told().changeset());
        answer.put("feature", feature);
        answer.put("name", why.told().judgement().supply().name(feature));
        answer.put("short", why.reasons().stream().map(JudgementMap::of).toList());
        json(ctx, answer);
    }

    /**
     * GET /api/water/removals?state=&year=: the year without each link or pump, the heaviest loss first, with what binds then, and in how many
     * ways that share no link water comes to each lake.
     */
    public void removals(Context ctx) {
        PlanWater.Removed found = desk.water().removals(state(ctx.queryParam("state")), year(ctx));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("changeset", found.changeset());
        answer.putAll(found.removals().map());
        json(ctx, answer);
    }

    /**
     * GET /api/water/influence?state=&year=: what becomes of the verdicts if a value that was assumed is a fifth less or more, as far as that is
     * known; the rest is computed behind, and who asks again sees more.
     */
    public void influence(Context ctx) {
        PlanWater.Assumed seen = desk.water().influence(state(ctx.queryParam("state")), year(ctx));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("changeset", seen.changeset());
        answer.put("done", seen.values().size());
        answer.put("total", seen.total());
        answer.put("running", seen.running());
        answer.put("as_given", seen.asGiven().map(InfluenceMap::effect).orElse(null));
        answer.put(
                "values",
                seen.asGiven()
                        .map(given -> InfluenceMap.of(seen.values(), given))
                        .orElse(List.of()));
        ctx.header("Cache-Control", "no-store");
        json(ctx, answer);
    }

    /** DELETE /api/water/influence: ends what is computed behind. */
    public void callOffInfluence(Context ctx) {
        desk.water().callOffInfluence();
        ctx.status(204);
    }

    /**
     * POST /api/water/joins?layer=&id=: what a line would join if it were drawn as the GeoJSON feature of the body (lon/lat degrees), how
     * long it is, and whether it needs a pump; nothing is written.
     */
    public void joins(Context ctx) throws IOException {
        String layer = Objects.requireNonNullElse(ctx.queryParam("layer"), "");
        String id = Objects.requireNonNullElse(ctx.queryParam("id"), "0");
        if (!id.matches("\\d{1,18}")) {
            throw new Problem.Invalid(Words.of("参数 id 应为要素编号。", "The parameter id is the number of a feature."), "id");
        }
        try (JsonParser body = new JsonFactory().createParser(ctx.bodyAsBytes())) {
            FeatureBody line = FeatureBody.read(body, "feature", Crs.CRS84);
            Geometry shape = line.geometry();
            if (shape == null) {
                throw new Problem.Invalid(Words.of("缺少图形。", "There is no shape."), "geometry");
            }
            var ref = new FeatureRef(layer, Long.parseLong(id));
            json(
                    ctx,
                    desk.water()
                            .joins(ref, Objects.requireNonNullElse(line.properties(), Map.of()), shape)
                            .map());
        }
    }

    /** A state of the works; today's where none is named. */
    static Stage state(@Nullable String code) {
        return code == null || code.isEmpty()
                ? Stage.TODAY
                : Stages.find(code)
                        .orElseThrow(() -> new Problem.Invalid(
                                Words.of(
                                        "参数 state 应为 today、approved 或 all。",
                                        "The parameter state is today, approved or all."),
                                "state"));
    }

    private static int month(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return 0;
        } else if (asked.matches("[1-9]|1[0-2]")) {
            return Integer.parseInt(asked);
        }
        throw new Problem.Invalid(Words.of("参数 month 应为 1 至 12。", "The parameter month is 1 to 12."), "month");
    }

    private static String year(Context ctx) {
        return Objects.requireNonNullElse(ctx.queryParam("year"), "");
    }

    private static void answer(Context ctx, PlanWater.Told told) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("changeset", told.changeset());
        answer.putAll(JudgementMap.of(told.judgement()));
        json(ctx, answer);
    }

    private static void json(Context ctx, Map<String, @Nullable Object> answer) {
        ctx.contentType("application/json").result(JsonText.of(json -> JsonText.value(json, answer)));
    }

    private static void write(JsonGenerator json, NetworkNow now) throws IOException {
        Network network = now.network();
        json.writeStartObject();
        json.writeNumberField("changeset", now.changeset());
        json.writeNumberField("tolerance_m", network.drawing().toleranceM());
        collection(json, "nodes");
        for (Node node : network.topology().nodes()) {
            node(json, node, now.crs());
        }
        end(json);
        collection(json, "edges");
        for (Edge edge : network.topology().edges()) {
            edge(json, edge, network, now.crs());
        }
        end(json);
        json.writeArrayFieldStart("findings");
        for (Finding finding : network.findings()) {
            finding(json, finding, now.crs());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void collection(JsonGenerator json, String name) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void feature(JsonGenerator json, String id, Geometry lonLat, Map<String, Object> properties)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", id);
        json.writeFieldName("geometry");
        GeoJsonText.write(json, lonLat, GeoJsonText.FOR_VIEWING);
        json.writeFieldName("properties");
        JsonText.value(json, properties);
        json.writeEndObject();
    }

    private static void node(JsonGenerator json, Node node, PlanCrs crs) throws IOException {
        Geometry place = SHAPES.createPoint(new Coordinate(node.x(), node.y()));
        feature(
                json,
                node.id(),
                crs.toLonLat(place),
                Map.of(
                        "type",
                        node.type().name().toLowerCase(Locale.ROOT),
                        "features",
                        node.features(),
                        "snapped_m",
                        node.snappedM()));
    }

    private static void edge(JsonGenerator json, Edge edge, Network network, PlanCrs crs) throws IOException {
        Geometry line = Objects.requireNonNull(network.drawing().things().get(edge.feature()))
                .shape()
                .getGeometryN(edge.part());
        Geometry stretch = new LengthIndexedLine(line).extractLine(edge.fromM(), edge.toM());
        feature(
                json,
                edge.id(),
                crs.toLonLat(stretch),
                Map.of("feature", edge.feature(), "from", edge.from(), "to", edge.to(), "length_m", edge.lengthM()));
    }

    private static void finding(JsonGenerator json, Finding finding, PlanCrs crs) throws IOException {
        var place = crs.projection().inverse(finding.x(), finding.y());
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeStringField("type", finding.type().name().toLowerCase(Locale.ROOT));
        json.writeStringField("feature", finding.feature());
        json.writeStringField("attribute", finding.attribute());
        json.writeFieldName("others");
        JsonText.value(json, finding.others());
        json.writeFieldName("place");
        JsonText.value(json, List.of(place.lonDeg(), place.latDeg()));
        JsonText.words(json, "what", finding.what());
        JsonText.words(json, "remedy", finding.remedy());
        json.writeEndObject();
    }
}
