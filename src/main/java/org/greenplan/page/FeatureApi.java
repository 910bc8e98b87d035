package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.crs.PlanCrs;
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
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.programme.Contribution;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Session;

/** What the ledger says of one plot: its line, and the polygons that count. */
public record FeatureApi(PlanDesk desk) {
    /** GET /api/layers/{layer}/features/{id}/ledger: a plot's line, null where a feature is no plot. */
    public void ledger(Context ctx) {
        FeatureRef ref = ref(ctx);
        LayerType layer = desk.catalogue().get(ref.layer());
        Account account = layer.addsGreen()
                ? desk.database()
                        .read(session -> account(session, layer, ref.id()))
                        .orElse(null)
                : null;
        ctx.contentType("application/json").result(JsonText.of(json -> {
            if (account == null) {
                json.writeNull();
            } else {
                ledger(json, account);
            }
        }));
    }

    /** A plot's line, who has what of it does not count, and what it is to each target. */
    private record Account(
            LedgerStore.Row line, List<Overlap> overlaps, List<Contribution> contributions, List<Finding> findings) {}

    private Optional<Account> account(Session session, LayerType layer, long id) {
        var sums = TargetSums.of(desk.profile(session), desk.catalogue(), List.of());
        PlanCrs crs = desk.crs(session);
        return new LedgerStore(session)
                .rows(layer, List.of(id)).stream()
                        .findFirst()
                        .map(row -> new Account(
                                row,
                                new WhoTook(session, crs).told(List.of(row)),
                                sums.contributions(row),
                                findings(session, row.ref())));
    }

    private List<Finding> findings(Session session, FeatureRef ref) {
        Ground ground = desk.ground(session);
        return new FeatureStore(session)
                .find(ref)
                .map(feature -> new PlanRules(ground, Neighbourhood.of(session, ground.crs())).of(List.of(feature)))
                .map(outcomes -> Finding.of(outcomes, ground.crs()))
                .orElse(List.of());
    }

    /** GET /api/layers/{layer}/features/{id}/net: the polygons that count. */
    public void net(Context ctx) {
        FeatureRef ref = ref(ctx);
        NetPlot line = desk.database()
                .read(session -> new LedgerStore(session).find(new PlotKey(ref.layer(), ref.id())))
                .orElseThrow(() -> missing(ref));
        ctx.contentType("application/geo+json").result(JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeNumberField("id", ref.id());
            json.writeStringField("layer", ref.layer());
            json.writeFieldName("properties");
            JsonText.value(
                    json,
                    Map.of(
                            "planeM2",
                            line.net().planeM2(),
                            "ellipsoidM2",
                            line.net().ellipsoidM2()));
            json.writeFieldName("geometry");
            GeoJsonText.write(json, line.netShape(), GeoJsonText.FULL_PRECISION);
            json.writeEndObject();
        }));
    }

    private static void ledger(JsonGenerator json, Account account) throws IOException {
        LedgerStore.Row line = account.line();
        json.writeStartObject();
        PlanJson.areas(json, "gross", line.gross());
        PlanJson.areas(json, "net", line.net());
        json.writeNumberField("grossLengthM", line.grossLengthM());
        json.writeNumberField("lengthM", line.lengthM());
        ChangesetJson.account(json, account.overlaps(), account.contributions());
        FindingJson.write(json, account.findings());
        json.writeEndObject();
    }

    static FeatureRef ref(Context ctx) {
        return new FeatureRef(ctx.pathParam("layer"), RequestValues.number("id", ctx.pathParam("id")));
    }

    private Problem.Missing missing(FeatureRef ref) {
        Words called = ref.called(desk.catalogue(), null);
        return new Problem.Missing(Words.of(
                "没有" + called.zh() + "，它可能已被删除。", "There is no " + called.en() + "; it may have been deleted."));
    }
}
