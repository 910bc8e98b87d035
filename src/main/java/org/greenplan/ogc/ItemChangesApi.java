package org.greenplan.ogc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.Crs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureBody;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Systems;
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
    private static final JsonFactory JSON = new JsonFactory();

    private final PlanDesk desk;

    public ItemChangesApi(PlanDesk desk) {
        this.desk = desk;
    }

    /** POST /ogc/collections/{collection}/items */
    public void create(Context ctx) throws IOException {
        LayerType layer = layer(ctx);
        requireType(ctx, Asking.GEOJSON, Asking.JSON);
        FeatureBody body = body(ctx);
        var create = new Change.Create(layer.id(), null, 1, properties(body), geometry(body));
        Feature made = apply(ctx, create, Words.of("新增", "create"));
        Asking asking = Asking.of(ctx, Asking.GEOJSON);
        ctx.status(201);
        ctx.header(
                "Location",
                asking.url("/collections/" + layer.id() + "/items/" + made.ref().id()));
        answer(ctx, layer, made);
    }

    /** PUT /ogc/collections/{collection}/items/{feature} */
    public void replace(Context ctx) throws IOException {
        LayerType layer = layer(ctx);
        requireType(ctx, Asking.GEOJSON, Asking.JSON);
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
        FeatureBody body = body(ctx);
        var replace = new Change.Replace(current.ref(), current.version(), properties(body), geometry(body));
        Feature made = apply(ctx, replace, Words.of("替换", "replace"));
        ctx.status(204);
        answer(ctx, layer, made);
    }

    /** PATCH /ogc/collections/{collection}/items/{feature}: JSON Merge Patch (RFC 7396). */
    public void patch(Context ctx) throws IOException {
        LayerType layer = layer(ctx);
        requireType(ctx, MERGE_PATCH, Asking.GEOJSON, Asking.JSON);
        Feature current = current(ctx, layer);
        FeatureBody body = body(ctx);
        Map<String, @Nullable Object> properties = body.properties() == null ? Map.of() : body.properties();
        Change whole = new Change.Patch(current.ref(), current.version(), properties).onto(current, body.geometry());
        Feature made = apply(ctx, whole, Words.of("修改", "patch"));
        ctx.status(204);
        answer(ctx, layer, made);
    }

    /** DELETE /ogc/collections/{collection}/items/{feature} */
    public void delete(Context ctx) {
        Feature current = current(ctx, layer(ctx));
        desk.apply(changeset(ctx, new Change.Delete(current.ref(), current.version()), Words.of("删除", "delete")));
        ctx.status(204);
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

    /** OPTIONS of one feature. */
    public void optionsOfItem(Context ctx) {
        if (isReadOnly(ctx)) {
            return;
        }
        ItemsApi.ref(ctx, layer(ctx));
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
        if (ifMatch != null && !Etag.matches(ifMatch, etag)) {
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

    private Feature apply(Context ctx, Change change, Words what) {
        try {
            return desk.apply(changeset(ctx, change, what)).features().get(0);
        } catch (Problem.Conflict e) {
            // Between reading and writing somebody was faster: with a condition, the condition has failed.
            throw ctx.header("If-Match") == null
                    ? e
                    : failed(e.words().zh(), e.words().en(), "If-Match");
        }
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

    private void answer(Context ctx, LayerType layer, Feature made) {
        ctx.header(
                "ETag",
                desk.database().<Etag>read(session -> Etag.of(session, made)).text());
        String prefer = ctx.header("Prefer");
        if (prefer == null || !prefer.contains("return=representation")) {
            return;
        }
        if (ctx.statusCode() == 204) {
            ctx.status(200);
        }
        Crs crs = systems().ofBody(ctx);
        Systems.head(ctx, crs);
        ctx.header("Preference-Applied", "return=representation");
        List<String> all = layer.attributes().stream().map(a -> a.name()).toList();
        Asking.json(ctx, Asking.GEOJSON, json -> new ItemJson(layer, crs, all).write(json, made));
    }

    private FeatureBody body(Context ctx) throws IOException {
        try (JsonParser json = JSON.createParser(ctx.bodyAsBytes())) {
            return FeatureBody.read(json, "feature", systems().ofBody(ctx));
        }
    }

    private static Map<String, @Nullable Object> properties(FeatureBody body) {
        Map<String, @Nullable Object> properties = body.properties();
        return properties == null ? Map.of() : properties;
    }

    private static Geometry geometry(FeatureBody body) {
        Geometry geometry = body.geometry();
        if (geometry == null) {
            throw new Problem.Invalid(Words.of("缺少图形 geometry。", "The feature has no geometry."), "feature.geometry");
        }
        return geometry;
    }

    private static void requireType(Context ctx, String... taken) {
        String type = ctx.contentType() == null
                ? ""
                : ctx.contentType().split(";", 2)[0].strip();
        if (!List.of(taken).contains(type.toLowerCase(java.util.Locale.ROOT))) {
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
