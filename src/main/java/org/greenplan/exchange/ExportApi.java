package org.greenplan.exchange;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.greenplan.format.FormatWriter;
import org.greenplan.json.JsonText;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.store.Spool;

/** Features for other programs, and what there is to choose from. */
public record ExportApi(PlanDesk desk) {
    private static final Set<String> WHICH = Set.of("layer", "ids", "bbox", "filter", "crs");

    /** GET /api/formats: every format that the plan leaves in, with its coordinate systems and options. */
    public void formats(Context ctx) {
        ctx.contentType("application/json")
                .result(JsonText.of(json -> FormatsJson.write(json, Formats.writers(), desk.profile())));
    }

    /** GET /api/export.{format}?layer=&ids=&bbox=&filter=&crs=, and the format's options by their names. */
    public void file(Context ctx) {
        try {
            send(ctx, order(ctx));
        } catch (Problem.Invalid e) {
            // What is wrong here is the question, a parameter of the address, and no feature.
            throw new Problem.BadRequest(e.words(), e.field());
        }
    }

    private void send(Context ctx, ExportOrder order) {
        // A failure half-way must not look like a whole file: it is made first, and its length is said before it is
        // sent.
        Spool made =
                desk.database().spooled((session, out) -> new Export(session, desk.profile(session)).write(order, out));
        ctx.disableCompression();
        ctx.contentType(order.format().mediaType(order.options()));
        ctx.header(
                "Content-Disposition", ExportName.today(desk.profile(), order).disposition());
        ctx.header("Cache-Control", "no-cache");
        ctx.header("Content-Length", String.valueOf(made.bytes()));
        ctx.result(made.open());
    }

    private ExportOrder order(Context ctx) {
        FormatWriter format = Formats.writer(ctx.pathParam("format"));
        Selection selection = Selection.of(
                        desk.catalogue(), ctx.queryParam("layer"), ctx.queryParam("ids"), ctx.queryParam("bbox"))
                .where(ctx.queryParam("filter"));
        Map<String, String> wishes = new LinkedHashMap<>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (!WHICH.contains(name)) {
                wishes.put(name, values.get(values.size() - 1));
            }
        });
        return ExportOrder.of(desk.profile(), selection, format, ctx.queryParam("crs"), wishes);
    }
}
