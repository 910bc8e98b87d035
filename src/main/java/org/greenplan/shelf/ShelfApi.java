package org.greenplan.shelf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.greenplan.crs.Plane;
import org.greenplan.crs.PlaneProposal;
import org.greenplan.crs.Planes;
import org.greenplan.json.JsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.page.PlanKey;
import org.greenplan.page.RequestValues;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.PlanRecords;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The plans beside the open one: which they are, opening another in its place, and making a new one. */
public final class ShelfApi {
    private static final JsonFactory JSON = new JsonFactory();

    private final Shelf shelf;
    private final Predicate<PlanDesk> isOpen;
    private final Consumer<PlanDesk> opener;

    /**
     * The plans of a shelf.
     *
     * @param isOpen whether a plan is the open one at this moment
     * @param opener puts another in its place
     */
    public ShelfApi(Shelf shelf, Predicate<PlanDesk> isOpen, Consumer<PlanDesk> opener) {
        this.shelf = shelf;
        this.isOpen = isOpen;
        this.opener = opener;
    }

    /** GET /api/plans */
    public void list(Context ctx, PlanDesk open) {
        String name = open.database().name();
        ctx.header("Cache-Control", "no-store");
        answer(ctx, json -> {
            json.writeStartArray();
            for (Shelf.Entry entry : shelf.list(open)) {
                json.writeStartObject();
                json.writeStringField("name", entry.name());
                json.writeBooleanField("open", entry.name().equals(name));
                Shelf.Said said = entry.said();
                if (said != null) {
                    JsonText.words(json, "title", said.title());
                    JsonText.words(json, "district", said.district());
                    json.writeNumberField("year", said.year());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** POST /api/plans/open {name}: the plan of that name takes the place of the open one. */
    public synchronized void open(Context ctx, PlanDesk open) throws IOException {
        String name = JsonTree.of(ctx.bodyAsBytes()).path("name").asText("");
        requireOpen(open);
        if (!name.equals(open.database().name())) {
            opener.accept(shelf.open(name, open));
        }
        ctx.status(204);
    }

    /**
     * POST /api/plans {id, identity, targets, features}: makes a plan, whole or not at all, and opens it. The id becomes the plan's number:
     * what arrives a second time, for its answer was lost, is answered by the plan that it made.
     */
    public synchronized void make(Context ctx, PlanDesk open, PlanKey key) throws IOException {
        String made = made(JsonTree.of(ctx.bodyAsBytes()).path("id").asText(""), open);
        if (made != null) {
            if (isOpen.test(open) && !made.equals(open.database().name())) {
                opener.accept(shelf.open(made, open));
            }
            answerMade(ctx, made);
            return;
        }
        key.requireMeant(ctx.header(PlanKey.HEADER));
        requireOpen(open);
        Words why = open.database().readOnly().orElse(null);
        if (why != null) {
            throw new Problem.Invalid(why, null);
        }
        NewPlan plan;
        try (JsonParser json = JSON.createParser(ctx.bodyAsBytes())) {
            plan = new NewPlanReader(open.catalogue()).read(json);
        }
        String name = shelf.make(plan, open);
        opener.accept(shelf.open(name, open));
        answerMade(ctx, name);
    }

    private static void answerMade(Context ctx, String name) {
        ctx.status(201);
        answer(ctx, json -> JsonText.value(json, Map.of("name", name)));
    }

    /** The plan of the list that was made for a request of that id; null where there is none. */
    private @Nullable String made(String id, PlanDesk open) {
        return id.isEmpty()
                ? null
                : shelf.list(open).stream()
                        .filter(entry -> entry.number().equals(id))
                        .map(Shelf.Entry::name)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * GET /api/planes?bbox=: the planes that would do for a district, the best first. With ?plane= the text of one, or ?meridian= with
     * east, north and height in metres, that one alone.
     */
    public void planes(Context ctx) {
        Envelope box = RequestValues.box(ctx.queryParam("bbox"));
        if (box == null) {
            throw new Problem.Invalid(
                    Words.of("缺少 bbox:西,南,东,北(度)。", "bbox is missing: west,south,east,north in degrees."), "bbox");
        }
        Plane named = named(ctx);
        List<PlaneProposal> proposals =
                named == null ? PlaneProposal.of(box) : List.of(PlaneProposal.chosen(named, box));
        answer(ctx, json -> {
            json.writeStartArray();
            for (PlaneProposal proposal : proposals) {
                json.writeStartObject();
                json.writeStringField("text", proposal.plane().text());
                JsonText.words(json, "title", proposal.plane().title());
                json.writeNumberField("edgeCmPerKm", proposal.edgeCmPerKm());
                JsonText.words(json, "why", proposal.why());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** GET /api/templates: lines of programmes to begin with, as their records have them. */
    public void templates(Context ctx, PlanDesk open) {
        var templates = TargetTemplates.bundled(open.catalogue());
        answer(ctx, json -> {
            json.writeStartArray();
            for (var template : templates.all()) {
                json.writeStartObject();
                json.writeStringField("id", template.id());
                JsonText.words(json, "title", template.title());
                json.writeFieldName("targets");
                JsonText.value(
                        json,
                        template.targets().stream().map(PlanRecords::attributes).toList());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Who waited for somebody else to open another plan has not seen that one. */
    private void requireOpen(PlanDesk open) {
        if (!isOpen.test(open)) {
            throw PlanKey.replaced();
        }
    }

    private static @Nullable Plane named(Context ctx) {
        String text = ctx.queryParam("plane");
        if (text != null) {
            return Planes.of(text);
        }
        return ctx.queryParam("meridian") == null
                ? null
                : Planes.of(number(ctx, "meridian"), number(ctx, "east"), number(ctx, "north"), number(ctx, "height"));
    }

    private static double number(Context ctx, String name) {
        String text = ctx.queryParam(name);
        try {
            double number = text == null || text.isBlank() ? 0 : Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like every other bad number.
        }
        throw new Problem.Invalid(Words.of("参数 " + name + " 应为数字。", "The parameter " + name + " is a number."), name);
    }

    private interface Telling {
        void to(JsonGenerator json) throws IOException;
    }

    private static void answer(Context ctx, Telling telling) {
        ctx.contentType("application/json").result(JsonText.of(telling::to));
    }
}
