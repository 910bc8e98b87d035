package org.greenplan.page;

import io.javalin.http.Context;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.FeatureJson;
import org.greenplan.feature.FeatureStore;
import org.greenplan.json.JsonText;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** What a plan keeps without a shape: its identity, its targets. They are written as changesets, like features. */
public record RecordsApi(PlanDesk desk) {
    /** GET /api/records/{kind}: the records of a kind, in the order of their numbers. */
    public void list(Context ctx) {
        String id = ctx.pathParam("kind");
        LayerType kind = desk.catalogue().find(id).filter(LayerType::isRecord).orElseThrow(() -> missing(id));
        ctx.contentType("application/json")
                .result(desk.database()
                        .<String>read(session -> JsonText.of(json -> {
                            json.writeStartArray();
                            for (var record : new FeatureStore(session).all(kind)) {
                                FeatureJson.write(json, desk.catalogue(), record);
                            }
                            json.writeEndArray();
                        })));
    }

    private static Problem.Missing missing(String kind) {
        return new Problem.Missing(
                Words.of("没有名为“" + kind + "”的记录。", "There are no records of the kind \"" + kind + "\"."));
    }
}
