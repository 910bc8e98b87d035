package org.greenplan.ogc;

import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.feature.Notice;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.plan.Applied;
import org.greenplan.plan.AttributeCheck;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Writing single features (OGC API Features Part 4). Each request is a changeset of one change through the plan's one door, so it is
 * checked, counted, kept in history and told to every open page like a stroke of the mouse.
 *
 * <p>A replacement must name the version it replaces (If-Match), or it is answered 428: it would throw away what others wrote without
 * having seen it. A patch and a removal may name it; without it they count for the feature as it stands.
 */
public final class ItemChangesApi {
    /** The media type of a patch (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    static final String ON_COLLECTION = "GET, HEAD, POST, OPTIONS";
    static final String ON_ITEM = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS";
    private static final String READ_ONLY = "GET, HEAD, OPTIONS";
    /** So often is a patch laid anew over what others wrote meanwhile. */
    private static final int MOST_MERGES = 8;

    /** About a thousandth of a millimetre. */
    private static final double SAME_PLACE_DEG = 1e-11;

    private final PlanDesk desk;

    public ItemChangesApi(PlanDesk desk) {
        this.desk = desk;
    }

    /** POST /ogc/collections/{collection}/items */
    public void create(Context ctx) throws IOException {
        LayerType layer = layer(ctx);
        Asking asking = judged(ctx, Asking.GEOJSON, Asking.JSON);
        ItemBody body = body(ctx, layer);
        var create = new Change.Create(layer.id(), null, 1, body.properties(), body.shape());
        WrittenItem written = written(ctx, create, body, Words.of("新增", "create"));
        ctx.status(201);
        ctx.header(
                "Location",
                asking.url("/collections/" + layer.id() + "/items/"
                        + written.feature().ref().id()));
        answer(ctx, layer, written);
    }

    /** PUT /ogc/collections/{collection}/items/{feature} */
    public void replace(Context ctx) throws IOException {
        LayerType layer = layer(ctx);
        judged(ctx, Asking.GEOJSON, Asking.JSON);
        Feature current = current(ctx, layer);
        if (ctx.header("If-Match") == null) {
            throw new Problem.Terms(
                    Problem.Terms.Kind.PRECONDITION_REQUIRED,
                    Words.of(
                            "整体替换须带 If-Match（读取时的 ETag），以免覆盖他人的修改。只改部分属性请用 PATCH。",
                            "A replacement needs If-Match with the ETag that was read, so that nobody's work is overwritten unseen."
                                    + " To change some members only, use PATCH."),
                    "If-Match");
        }
        ItemBody body = body(ctx, layer);
        var replace = new Change.Replace(current.ref(), current.version(), body.properties(), body.shape());
        ctx.status(204);
        answer(ctx, layer, written(ctx, replace, body, Words.of("替换", "replace")));
    }

    /**
     * PATCH /ogc/collections/{collection}/items/{feature}: JSON Merge Patch (RFC 7396). What changes nothing writes nothing. Whoever names
     * no version and meets another writer is merged into what that one wrote.
     */
    public void patch(Context ctx) throws IOException {
        LayerType layer = layer(ctx);
        judged(ctx, MERGE_PATCH, Asking.GEOJSON, Asking.JSON);
        ItemBody body = body(ctx, layer);
        ctx.status(204);
        for (int attempt = 1; ; attempt++) {
            Feature current = current(ctx, layer);
            Change.Replace whole = new Change.Patch(current.ref(), current.version(), body.properties())
                    .onto(current, body.geometry());
            if (isAsItStands(layer, current, whole)) {
                answer(ctx, layer, new WrittenItem(current, List.of()));
                return;
            }
            try {
                answer(ctx, layer, written(ctx, whole, body, Words.of("修改", "patch")));
                return;
            } catch (Problem.Conflict e) {
                if (attempt == MOST_MERGES) {
                    throw e;
                }
            }
        }
    }

    /** DELETE /ogc/collections/{collection}/items/{feature} */
    public void delete(Context ctx) {
        LayerType layer = layer(ctx);
        Asking.parameters(ctx, Set.of());
        Feature current = current(ctx, layer);
        applied(ctx, new Change.Delete(current.ref(), current.version()), Words.of("删除", "delete"));
        ctx.status(204);
    }

    /** Parameters, the kind of answer and of body: whatever can be refused is refused before anything is written. */
    private static Asking judged(Context ctx, String... taken) {
        Asking asking = Asking.of(ctx, Asking.GEOJSON);
        requireType(ctx, taken);
        return asking;
    }

    private boolean isAsItStands(LayerType layer, Feature current, Change.Replace whole) {
        Map<String, @Nullable Object> checked = new AttributeCheck(
                        desk.catalogue(), layer, desk.profile().year())
                .of(whole.attributes(), AttributeCheck.Need.WHOLE, "properties");
        return checked.equals(current.attributes()) && isSame(current.geometry(), whole.geometry());
    }

    /** A shape that came back from another coordinate system is off by the last digits. */
    private static boolean isSame(Geometry standing, Geometry given) {
        Geometry one = standing.getNumGeometries() == 1 ? standing.getGeometryN(0) : standing;
        Geometry other = given.getNumGeometries() == 1 ? given.getGeometryN(0) : given;
        return one.equalsExact(other, SAME_PLACE_DEG);
    }

    /** OPTIONS of the items of a layer. */
    public void optionsOfCollection(Context ctx) {
        if (isReadOnly(ctx)) {
            return;
        }
        layer(ctx);
        ctx.header("Allow", ON_COLLECTION);
        ctx.header("Accept-Post", Asking.GEOJSON);
        ctx.status(200);
    }

    /** OPTIONS of one feature, whether it is there or not: clients ask with a number of their own before they have read any. */
    public void optionsOfItem(Context ctx) {
        if (isReadOnly(ctx)) {
            return;
        }
        layer(ctx);
        ctx.header("Allow", ON_ITEM);
        ctx.header("Accept-Patch", MERGE_PATCH);
        ctx.status(200);
    }

    /** Of a layer that is computed, tells so and is done. */
    private boolean isReadOnly(Context ctx) {
        if (!ItemsApi.isComputed(desk, ItemsApi.layer(desk, ctx))) {
            return false;
        }
        ctx.header("Allow", READ_ONLY);
        ctx.status(200);
        return true;
    }

    /** The feature as it stands, if the conditions of the request hold for it. */
    private Feature current(Context ctx, LayerType layer) {
        FeatureRef ref = ItemsApi.ref(ctx, layer);
        Optional<Etag> found = desk.database()
                .read(session -> new FeatureStore(session).find(ref).map(feature -> Etag.of(session, feature)));
        String ifMatch = ctx.header("If-Match");
        Words called = ref.called(desk.catalogue(), found.map(Etag::feature).orElse(null));
        if (found.isEmpty()) {
            throw ifMatch == null
                    ? ItemsApi.missing(layer, String.valueOf(ref.id()))
                    : failed(called.zh() + "已不存在。", called.en() + " is not there any more.", "If-Match");
        }
        Feature feature = found.get().feature();
        String etag = found.get().text();
        if (ifMatch != null && !Etag.matchesStrongly(ifMatch, etag)) {
            throw failed(
                    called.zh() + "已被修改，现为第 " + feature.version() + " 版。请重新读取后再保存。",
                    called.en() + " was changed: it is now version " + feature.version()
                            + ". Read it again and save again.",
                    "If-Match");
        }
        if (Etag.matches(ctx.header("If-None-Match"), etag)) {
            throw failed(called.zh() + "已存在。", called.en() + " is there already.", "If-None-Match");
        }
        return feature;
    }

    private WrittenItem written(Context ctx, Change change, ItemBody body, Words what) {
        Applied applied = applied(ctx, change, what);
        List<Notice> notices = new ArrayList<>();
        body.notes().forEach(note -> notices.add(Notice.of(note, 0)));
        notices.addAll(applied.notices());
        return new WrittenItem(applied.features().get(0), notices);
    }

    private Applied applied(Context ctx, Change change, Words what) {
        try {
            return desk.apply(changeset(ctx, change, what));
        } catch (Problem.Conflict e) {
            // Between reading and writing somebody was faster: with a condition, the condition has failed.
            throw ctx.header("If-Match") == null
                    ? e
                    : failed(e.words().zh(), e.words().en(), "If-Match");
        } catch (Problem.Invalid e) {
            throw new Problem.Invalid(e.words(), ownName(e.field()), e.details());
        }
    }

    /** The field by its place in what the client sent, which knows no changeset. */
    private static @Nullable String ownName(@Nullable String field) {
        return field == null ? null : field.replaceFirst("^changes\\[0]\\.(feature\\.)?", "");
    }

    private static Changeset changeset(Context ctx, Change change, Words what) {
        String comment = "OGC API: " + what.zh() + " / " + what.en() + " " + change.layer();
        return new Changeset(author(ctx), comment, List.of(change));
    }

    /** Who writes: the From header, or else the program that asks. */
    private static String author(Context ctx) {
        String from = ctx.header("From");
        String agent = ctx.header("User-Agent");
        String name = from != null ? from : agent == null ? "" : program(agent);
        String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.isEmpty() ? "OGC API" : plain.substring(0, Math.min(100, plain.length()));
    }

    /** QGIS says that it is a browser, then who it is: {@code Mozilla/5.0 QGIS/33400/Linux}. */
    private static String program(String agent) {
        return agent.contains("QGIS/") ? "QGIS" : agent.split("[/ (]", 2)[0];
    }

    private void answer(Context ctx, LayerType layer, WrittenItem written) {
        Etag tag = desk.database().read(session -> Etag.of(session, written.feature()));
        ctx.header("ETag", tag.text());
        written.answer(ctx, layer, systems().ofBody(ctx), tag.figures());
    }

    private ItemBody body(Context ctx, LayerType layer) throws IOException {
        return ItemBody.read(ctx.bodyAsBytes(), layer, systems().ofBody(ctx));
    }

    private static void requireType(Context ctx, String... taken) {
        String given = ctx.header("Content-Type");
        String type = given == null ? "" : given.split(";", 2)[0].strip();
        if (!List.of(taken).contains(type.toLowerCase(Locale.ROOT))) {
            ctx.header(taken[0].equals(MERGE_PATCH) ? "Accept-Patch" : "Accept", String.join(", ", taken));
            throw new Problem.Terms(
                    Problem.Terms.Kind.UNSUPPORTED_MEDIA_TYPE,
                    Words.of("请以 Content-Type: " + taken[0] + " 提交。", "Send it as Content-Type: " + taken[0] + "."),
                    "Content-Type");
        }
    }

    private static Problem.Terms failed(String zh, String en, String header) {
        return new Problem.Terms(Problem.Terms.Kind.PRECONDITION_FAILED, Words.of(zh, en), header);
    }

    private LayerType layer(Context ctx) {
        LayerType layer = ItemsApi.layer(desk, ctx);
        if (ItemsApi.isComputed(desk, layer)) {
            ctx.header("Allow", READ_ONLY);
            throw new MethodNotAllowedResponse();
        }
        return layer;
    }

    /** The plane is the plan's, as it is now. */
    private Systems systems() {
        return Systems.of(desk.profile().plane());
    }
}
