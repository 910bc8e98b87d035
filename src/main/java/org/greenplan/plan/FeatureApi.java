package org.greenplan.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import org.greenplan.geo.GeoJsonText;
import org.greenplan.geo.JsonText;
import org.greenplan.ledger.NetPlot;
import org.greenplan.ledger.PlotKey;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** What the ledger says of one plot: its line, and the polygons that count. */
public record FeatureApi(PlanDesk desk) {
    /** GET /api/layers/{layer}/features/{id}/ledger: a plot's line, null where a feature is no plot. */
    public void ledger(Context ctx) {
        FeatureRef ref = ref(ctx);
        desk.catalogue().get(ref.layer());
        NetPlot line = desk.database()
                .read(session -> new LedgerStore(session).find(new PlotKey(ref.layer(), ref.id())))
                .orElse(null);
        ctx.contentType("application/json").result(JsonText.of(json -> {
            if (line == null) {
                json.writeNull();
            } else {
                ledger(json, line);
            }
        }));
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

    private static void ledger(JsonGenerator json, NetPlot line) throws IOException {
        json.writeStartObject();
        PlanJson.areas(json, "gross", line.gross());
        PlanJson.areas(json, "net", line.net());
        json.writeNumberField("grossLengthM", line.grossLengthM());
        json.writeNumberField("lengthM", line.lengthM());
        json.writeEndObject();
    }

    static FeatureRef ref(Context ctx) {
        return new FeatureRef(ctx.pathParam("layer"), RequestValues.number("id", ctx.pathParam("id")));
    }

    private static Problem.Missing missing(FeatureRef ref) {
        return new Problem.Missing(
                Words.of("没有要素 " + ref + ",它可能已被删除。", "There is no feature " + ref + "; it may have been deleted."));
    }
}
