package org.greenplan.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import org.greenplan.catalogue.LayerType;
import org.greenplan.geo.GeoJsonText;
import org.greenplan.geo.JsonText;
import org.greenplan.ledger.NetPlot;
import org.greenplan.ledger.PlotKey;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Session;
import org.locationtech.jts.geom.Envelope;

/** One feature for editing, its net polygons, and the features of a box for snapping. */
public record FeatureApi(PlanDesk desk) {
    private static final int MOST = 2000;

    /** GET /api/layers/{layer}/features/{id} */
    public void feature(Context ctx) {
        FeatureRef ref = ref(ctx);
        ctx.contentType("application/json").result(desk.database().<String>read(session -> {
            Feature feature = get(session, ref);
            NetPlot line = new LedgerStore(session)
                    .find(new PlotKey(ref.layer(), ref.id()))
                    .orElse(null);
            return JsonText.of(json -> {
                json.writeStartObject();
                FeatureJson.members(json, desk.catalogue(), feature);
                if (line != null) {
                    ledger(json, line);
                }
                json.writeEndObject();
            });
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

    /** GET /api/layers/{layer}/features?bbox=w,s,e,n&amp;limit= */
    public void list(Context ctx) {
        LayerType layer = desk.catalogue().get(ctx.pathParam("layer"));
        Envelope box = RequestValues.box(ctx.queryParam("bbox"));
        String asked = ctx.queryParam("limit");
        int limit = asked == null ? MOST : (int) Math.max(1, Math.min(MOST, RequestValues.number("limit", asked)));
        var query = new FeatureQuery(box, java.util.List.of(), limit, 0);
        ctx.contentType("application/geo+json")
                .result(desk.database()
                        .<String>read(session -> JsonText.of(json -> {
                            json.writeStartObject();
                            json.writeStringField("type", "FeatureCollection");
                            json.writeArrayFieldStart("features");
                            java.util.List<Feature> found = new java.util.ArrayList<>();
                            new FeatureStore(session).stream(layer, query, found::add);
                            for (Feature feature : found) {
                                FeatureJson.write(json, desk.catalogue(), feature);
                            }
                            json.writeEndArray();
                            json.writeEndObject();
                        })));
    }

    private static void ledger(JsonGenerator json, NetPlot line) throws IOException {
        json.writeObjectFieldStart("ledger");
        PlanJson.areas(json, "gross", line.gross());
        PlanJson.areas(json, "net", line.net());
        json.writeNumberField("grossLengthM", line.grossLengthM());
        json.writeNumberField("lengthM", line.lengthM());
        json.writeEndObject();
    }

    static FeatureRef ref(Context ctx) {
        return new FeatureRef(ctx.pathParam("layer"), RequestValues.number("id", ctx.pathParam("id")));
    }

    private static Feature get(Session session, FeatureRef ref) {
        return new FeatureStore(session).find(ref).orElseThrow(() -> missing(ref));
    }

    private static Problem.Missing missing(FeatureRef ref) {
        return new Problem.Missing(
                Words.of("没有要素 " + ref + ",它可能已被删除。", "There is no feature " + ref + "; it may have been deleted."));
    }
}
