package org.greenplan.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.greenplan.compare.Prepared;
import org.greenplan.format.FormatReader;
import org.greenplan.history.Tireless;
import org.greenplan.json.JsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.plan.Applied;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.Progress;
import org.jspecify.annotations.Nullable;

/** The import dialogue's side of the server: files in, what is in them, what would change, and then the changeset. */
public final class IntakeApi implements AutoCloseable {
    /** Open imports of one page; a page that begins another ends its oldest that rests. */
    private static final int MOST_OF_A_PAGE = 3;

    /** Open imports of all who name no page. */
    private static final int MOST_OF_NO_PAGE = 20;

    private static final double MIDDLE_OF_CHINA_DEG = 105;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(2);
    private static final long LOOKED_WHILE_CLOSING_MS = 100;
    private static final Duration LOOKED_AFTER = Duration.ofMinutes(1);

    private final PlanDesk desk;
    private final Intake intake;
    private final List<FormatReader> readers;
    private final Map<String, OpenIntake> open = new ConcurrentHashMap<>();
    private final Tireless clock;

    public IntakeApi(PlanDesk desk, List<FormatReader> readers) {
        this.desk = desk;
        this.intake = new Intake(desk, readers);
        this.readers = List.copyOf(readers);
        this.clock = new Tireless("greenplan-intakes", () -> {
            Thread.sleep(LOOKED_AFTER.toMillis());
            forgetUntouchedSince(Instant.now().minus(FORGOTTEN_AFTER));
        });
    }

    /**
     * POST /api/intakes {page?, blank?, lon?}: begins an import, which belongs to the page that names itself. A blank one is for a plan that
     * is not made yet: it takes nothing in, and lays files anywhere in China, first near a longitude in degrees.
     */
    public void begin(Context ctx) throws IOException {
        JsonNode body = ctx.contentLength() == 0 ? JsonTree.of(new byte[0]) : body(ctx);
        String page = body.path("page").asText("");
        makeRoom(page);
        String id = UUID.randomUUID().toString();
        if (body.path("blank").asBoolean()) {
            BlankDesk blank = BlankDesk.near(body.path("lon").asDouble(MIDDLE_OF_CHINA_DEG), desk.catalogue());
            open.put(id, new OpenIntake(new Intake(blank.desk(), readers), page, blank::close));
        } else {
            open.put(id, new OpenIntake(intake, page, () -> {}));
        }
        ctx.status(201).header("Location", "/api/intakes/" + id);
        answer(ctx, Map.of("id", id));
    }

    /** PUT /api/intakes/{id}/files?name=: one file, its bytes as the body. */
    public void file(Context ctx) throws IOException {
        String name = ctx.queryParam("name");
        if (name == null || name.isBlank() || name.length() > 300) {
            throw new Problem.Invalid(Words.of("缺少文件名。", "The file's name is missing."), "name");
        }
        get(ctx).add(name.replace('\\', '/'), ctx.bodyInputStream());
        ctx.status(204);
    }

    /** POST /api/intakes/{id}/survey {encoding?, columns?: [{file, layer, roles}]}: reads the files. */
    public void survey(Context ctx) throws IOException {
        get(ctx).survey(ChoiceReader.reading(body(ctx)));
        ctx.status(202);
    }

    /** POST /api/intakes/{id}/preview {layers}: what would change. */
    public void preview(Context ctx) throws IOException {
        get(ctx).prepare(ChoiceReader.layers(body(ctx)));
        ctx.status(202);
    }

    /** POST /api/intakes/{id}/apply {author, comment, layers}: writes it. */
    public void apply(Context ctx) throws IOException {
        JsonNode body = body(ctx);
        get(ctx).apply(body.path("author").asText(""), body.path("comment").asText(""), ChoiceReader.layers(body));
        ctx.status(202);
    }

    /** GET /api/intakes/{id}: how far it is, and what is known. */
    public void state(Context ctx) {
        OpenIntake intake = get(ctx);
        OpenIntake.State state = intake.state();
        Progress.Step step = intake.step();
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("state", state.work());
            json.writeObjectFieldStart("step");
            json.writeStringField("phase", step.phase());
            json.writeNumberField("done", step.done());
            json.writeNumberField("total", step.total());
            json.writeEndObject();
            // The page asks how far it is several times a second; what was found before it has already.
            if (state.work().equals("idle")) {
                results(json, intake, state);
            }
            json.writeEndObject();
        }));
    }

    /** GET /api/intakes/{id}/shapes: what the records of the last preview would write, whole, as a new plan takes it. */
    public void shapes(Context ctx) {
        Preview prepared = get(ctx).state().prepared();
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(JsonText.of(json -> {
            json.writeStartArray();
            for (Prepared layer : prepared == null ? List.<Prepared>of() : prepared.layers()) {
                PreparedJson.shapes(json, layer);
            }
            json.writeEndArray();
        }));
    }

    /** DELETE /api/intakes/{id}/work: calls the work off; what was found stays. */
    public void cancel(Context ctx) {
        get(ctx).cancel();
        ctx.status(204);
    }

    /** DELETE /api/intakes/{id} */
    public void end(Context ctx) {
        OpenIntake gone = open.remove(ctx.pathParam("id"));
        if (gone != null) {
            gone.close();
        }
        ctx.status(204);
    }

    /** Waits for what is at work, so that an import that is being written is written, and ends the rest. */
    public void closeWhenDone() {
        try {
            while (open.values().stream().anyMatch(OpenIntake::isWorking)) {
                Thread.sleep(LOOKED_WHILE_CLOSING_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        clock.close();
        open.values().forEach(OpenIntake::close);
        open.clear();
    }

    private void results(JsonGenerator json, OpenIntake intake, OpenIntake.State state) throws IOException {
        Intake.Found found = state.found();
        if (found != null) {
            json.writeFieldName("found");
            new FoundJson(desk.catalogue()).write(json, found);
        }
        Preview prepared = state.prepared();
        if (prepared != null) {
            json.writeFieldName("preview");
            PreparedJson.write(json, intake.intake(), prepared.layers());
            json.writeFieldName("forecast");
            ForecastJson.write(json, prepared.forecast());
        }
        Applied applied = state.applied();
        if (applied != null) {
            json.writeObjectFieldStart("applied");
            json.writeNumberField("changeset", applied.changeset());
            json.writeEndObject();
        }
        RuntimeException failure = state.failure();
        if (failure != null) {
            json.writeObjectFieldStart("problem");
            JsonText.words(json, "words", words(failure));
            json.writeStringField("field", failure instanceof Problem p ? p.field() : null);
            json.writeEndObject();
        }
    }

    private static Words words(RuntimeException failure) {
        return failure instanceof Problem problem
                ? problem.words()
                : Words.of("程序出错，数据未改动。", "The program failed; nothing was changed.");
    }

    private OpenIntake get(Context ctx) {
        OpenIntake found = open.get(ctx.pathParam("id"));
        if (found == null) {
            throw new Problem.Missing(Words.of("该导入已结束，请重新开始。", "This import has ended. Begin again."));
        }
        return found;
    }

    /** Ends imports that nobody has asked about since then; their pages are gone without a word. */
    void forgetUntouchedSince(Instant limit) {
        open.entrySet().removeIf(e -> {
            boolean old = !e.getValue().isWorking() && e.getValue().touched().isBefore(limit);
            if (old) {
                e.getValue().close();
            }
            return old;
        });
    }

    /** One planner's open imports are nobody else's matter. */
    private synchronized void makeRoom(String page) {
        List<Map.Entry<String, OpenIntake>> its = open.entrySet().stream()
                .filter(e -> e.getValue().page().equals(page))
                .toList();
        if (its.size() < (page.isEmpty() ? MOST_OF_NO_PAGE : MOST_OF_A_PAGE)) {
            return;
        }
        var oldest = its.stream()
                .filter(e -> !e.getValue().isWorking())
                .min(Comparator.comparing(e -> e.getValue().touched()))
                .orElseThrow(() -> new Problem.TooLarge(Words.of(
                        "本页有 " + its.size() + " 个导入正在进行，请等待其中一个完成或取消。",
                        "This page has " + its.size() + " imports at work. Wait for one of them or call it off.")));
        open.remove(oldest.getKey());
        oldest.getValue().close();
    }

    private static JsonNode body(Context ctx) throws IOException {
        return JsonTree.of(ctx.bodyAsBytes());
    }

    private static void answer(Context ctx, @Nullable Object value) {
        ctx.contentType("application/json").result(JsonText.of(json -> JsonText.value(json, value)));
    }
}
