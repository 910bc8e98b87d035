package org.greenplan.openapi;

import static org.greenplan.html.Markup.el;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.html.Markup;
import org.greenplan.json.JsonText;
import org.greenplan.ogc.OgcPages;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;

/** The description of the API by itself: OpenAPI 3.0 for programs, the same operations as a page for people. */
public record OpenApiApi(PlanDesk desk) {
    /** GET /ogc/api */
    public void describe(Context ctx) {
        Asking asking = Asking.of(ctx, Asking.OPENAPI);
        Map<String, Object> document = new OpenApiDocument(
                        desk.catalogue(),
                        desk.water().layers().all(),
                        desk.profile(),
                        Systems.of(desk.profile().plane()),
                        asking.language())
                .of(asking.url(""));
        asking.answer(json -> JsonText.value(json, document), page(asking, document));
    }

    private static Markup page(Asking asking, Map<String, Object> document) {
        OgcPages pages = new OgcPages(asking);
        List<Markup> rows = new ArrayList<>();
        for (var path : OpenApiParts.object(document.get("paths")).entrySet()) {
            for (var operation : OpenApiParts.object(path.getValue()).entrySet()) {
                if (operation.getValue() instanceof Map<?, ?> about) {
                    rows.add(el(
                            "tr",
                            el("td", el("code", operation.getKey().toUpperCase(java.util.Locale.ROOT))),
                            el("td", el("code", path.getKey())),
                            el("td", String.valueOf(about.get("summary")))));
                }
            }
        }
        return pages.page(
                asking.say(Words.of("接口说明", "API description")),
                List.of(),
                el(
                        "p.lead",
                        pages.say(
                                "完整的 OpenAPI 3.0 文档见右上角 JSON。",
                                "The whole OpenAPI 3.0 document is behind JSON at the top right.")),
                el("div.wide", el("table", el("tbody", rows))));
    }
}
