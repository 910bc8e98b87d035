package org.greenplan.exchange;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.greenplan.format.FormatWriter;
import org.greenplan.geo.JsonText;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;

/** Features for other programs, and what there is to choose from. */
public record ExportApi(PlanDesk desk) {
    private static final Set<String> WHICH = Set.of("layer", "ids", "bbox", "filter", "crs");

    /** GET /api/formats: every format that the plan leaves in, with its coordinate systems and options. */
    public void formats(Context ctx) {
        ctx.contentType("application/json")
                .result(JsonText.of(json -> FormatsJson.write(json, Formats.writers(), desk.profile())));
    }

    /** GET /api/export.{format}?layer=&ids=&bbox=&filter=&crs=, and the format's options by their names. */
    public void file(Context ctx) throws IOException {
        try {
            send(ctx, order(ctx));
        } catch (Problem.Invalid e) {
            // What is wrong here is the question, a parameter of the address, and no feature.
            throw new Problem.BadRequest(e.words(), e.field());
        }
    }

    private void send(Context ctx, ExportOrder order) throws IOException {
        // Nobody's slow line may hold the plan's transaction open, nor may a failure half-way look like a whole file:
        // the file is
        // made first, and its length is said before it is sent.
        Path made =
                Files.createTempFile("greenplan-export", "." + order.format().id());
        try {
            desk.database().<Long>read(session -> write(new Export(session, desk.profile()), order, made));
            ctx.disableCompression();
            ctx.contentType(order.format().mediaType(order.options()));
            ctx.header(
                    "Content-Disposition",
                    ExportName.today(desk.profile(), order).disposition());
            ctx.header("Cache-Control", "no-cache");
            ctx.header("Content-Length", String.valueOf(Files.size(made)));
            Files.copy(made, ctx.outputStream());
        } finally {
            Files.delete(made);
        }
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

    private static long write(Export export, ExportOrder order, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            return export.write(order, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
