package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.Areas;
import org.greenplan.count.Taken;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.findings.Finding;
import org.greenplan.findings.FindingJson;
import org.greenplan.findings.PlanRules;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonText;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.Overlap;
import org.greenplan.ledger.WhoTook;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.programme.Contribution;
import org.greenplan.programme.TargetSums;
import org.greenplan.rule.Outcome;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What several plots count together. The body names them: a JSON array of {@code "layer:id"}. */
public record AccountApi(PlanDesk desk) {
    /** Who took the rest is measured plot by plot: of more nobody waits for it. */
    private static final int MOST = 500;

    private static final Words APART =
            Words.of("各地块原因不同，请逐个查看", "each for a reason of its own: look at them one by one");

    /** Sums over plots; features that are no plots and plots that are gone add nothing. */
    private record Together(
            List<LedgerStore.Row> rows,
            List<Overlap> overlaps,
            Map<String, Contribution> contributions,
            List<Finding> findings,
            Envelope lonLat) {}

    /** POST /api/accounts: sums, who has what of them does not count, what they are to each target. */
    public void together(Context ctx) throws IOException {
        List<FeatureRef> refs = RequestValues.refs(ctx.bodyAsBytes(), MOST);
        Together together = desk.database().read(session -> together(session, refs));
        ctx.contentType("application/json").result(JsonText.of(json -> write(json, together)));
    }

    /** POST /api/accounts/taken?reason=…: where the parts lie that are told as one; layer and id name the plot that has them; or {@code ?rule=}, where they offend. */
    public void taken(Context ctx) throws IOException {
        List<FeatureRef> refs = RequestValues.refs(ctx.bodyAsBytes(), MOST);
        String rule = ctx.queryParam("rule");
        Taken.Why reason =
                rule != null ? null : RequestValues.choice("reason", ctx.queryParam("reason"), Taken.Why.class);
        FeatureRef by = by(ctx);
        Geometry shape = desk.database().read(session -> {
            var crs = desk.crs(session);
            return crs.toLonLat(
                    reason == null
                            ? PlanRules.shape(outcomes(session, features(session, refs)), rule)
                            : new WhoTook(session, crs).shape(refs, reason, by));
        });
        ctx.contentType("application/geo+json")
                .result(JsonText.of(json -> GeoJsonText.write(json, shape, GeoJsonText.FOR_VIEWING)));
    }

    /** The plot that the question names, null where it names none. */
    static @Nullable FeatureRef by(Context ctx) {
        String layer = ctx.queryParam("layer");
        String id = ctx.queryParam("id");
        return layer == null || id == null ? null : new FeatureRef(layer, RequestValues.number("id", id));
    }

    private List<Outcome> outcomes(Session session, List<Feature> features) {
        Ground ground = desk.ground(session);
        return new PlanRules(ground, Neighbourhood.of(session, ground.crs())).of(features);
    }

    private Together together(Session session, List<FeatureRef> refs) {
        List<LedgerStore.Row> rows = new ArrayList<>();
        byLayer(refs).forEach((id, ids) -> {
            LayerType layer = session.catalogue().get(id);
            if (layer.addsGreen()) {
                rows.addAll(new LedgerStore(session).rows(layer, ids));
            }
        });
        List<Feature> features = features(session, refs);
        var lonLat = new Envelope();
        features.forEach(f -> lonLat.expandToInclude(f.geometry().getEnvelopeInternal()));
        var sums = TargetSums.of(desk.profile(session), session.catalogue(), List.of());
        Map<String, Contribution> contributions = new LinkedHashMap<>();
        rows.forEach(row -> sums.contributions(row)
                .forEach(one -> contributions.merge(one.line().id(), one, AccountApi::added)));
        var crs = desk.crs(session);
        List<Overlap> overlaps = new WhoTook(session, crs).told(rows);
        List<Finding> findings = Finding.of(outcomes(session, features), crs);
        return new Together(rows, overlaps, contributions, findings, lonLat);
    }

    private static Map<String, List<Long>> byLayer(List<FeatureRef> refs) {
        Map<String, List<Long>> byLayer = new LinkedHashMap<>();
        refs.forEach(ref ->
                byLayer.computeIfAbsent(ref.layer(), l -> new ArrayList<>()).add(ref.id()));
        return byLayer;
    }

    private static List<Feature> features(Session session, List<FeatureRef> refs) {
        List<Feature> features = new ArrayList<>();
        byLayer(refs)
                .forEach((layer, ids) -> features.addAll(
                        new FeatureStore(session).findAll(session.catalogue().get(layer), ids)));
        return features;
    }

    /** Why nothing is added is said only where no plot adds anything. */
    private static Contribution added(Contribution one, Contribution more) {
        double amount = one.amount() + more.amount();
        Words why = Objects.equals(one.why(), more.why()) ? one.why() : APART;
        return new Contribution(one.line(), amount, amount > 0 ? null : why);
    }

    private static void write(JsonGenerator json, Together together) throws IOException {
        List<LedgerStore.Row> rows = together.rows();
        json.writeStartObject();
        json.writeNumberField("plots", rows.size());
        ChangesetJson.areas(json, "gross", sum(rows, LedgerStore.Row::gross));
        ChangesetJson.areas(json, "net", sum(rows, LedgerStore.Row::net));
        json.writeNumberField(
                "grossLengthM",
                rows.stream().mapToDouble(LedgerStore.Row::grossLengthM).sum());
        json.writeNumberField(
                "lengthM", rows.stream().mapToDouble(LedgerStore.Row::lengthM).sum());
        Envelope box = together.lonLat();
        json.writeFieldName("bbox");
        JsonText.value(json, box.isNull() ? null : List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        ChangesetJson.account(
                json, together.overlaps(), List.copyOf(together.contributions().values()));
        FindingJson.write(json, together.findings());
        json.writeEndObject();
    }

    private static Areas sum(List<LedgerStore.Row> rows, Function<LedgerStore.Row, Areas> of) {
        return rows.stream().map(of).reduce(Areas.ZERO, Areas::plus);
    }
}
