package org.greenplan.ogc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.Crs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.KnownFeatures;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Form;
import org.greenplan.ogc.ask.ItemsParameter;
import org.greenplan.ogc.ask.Link;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.store.Spool;
import org.greenplan.supply.Stages;
import org.greenplan.water.Stage;
import org.jspecify.annotations.Nullable;

/** Features of a layer page by page, and one by its number. */
public final class ItemsApi {
    private static final JsonFactory FAST = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final PlanDesk desk;

    public ItemsApi(PlanDesk desk) {
        this.desk = desk;
    }

    /** GET /ogc/collections/{collection}/items */
    public void items(Context ctx) {
        LayerType layer = layer(ctx);
        Asking asking = Asking.of(ctx, Asking.GEOJSON, ItemsQuery.known(layer));
        ItemsQuery query = ItemsQuery.of(asking, layer, systems());
        Systems.head(ctx, query.crs());
        ctx.header("Cache-Control", "no-cache");
        if (isComputed(desk, layer)) {
            computed(ctx, asking, query);
            return;
        }
        if (asking.form() == Form.HTML) {
            Page page = desk.database().read(session -> page(session, query));
            ctx.contentType("text/html; charset=utf-8")
                    .result(new ItemPages(asking, desk.catalogue(), page.figures())
                            .items(query, page, links(asking, query, page.next()))
                            .html());
            return;
        }
        Spool page = desk.database().spooled((session, out) -> {
            var store = new FeatureStore(session);
            long matched = store.count(query.layer(), query.matched(session, desk.crs(session)));
            List<Feature> found = new ArrayList<>();
            Features features =
                    to -> store.stream(query.layer(), query.page(session, desk.crs(session)), query.order(), to);
            if (query.layer().addsGreen()) {
                features.to(found::add);
                features = found::forEach;
            }
            write(asking, query, matched, features, NetFigures.of(session, query.layer(), found), out);
        });
        ctx.contentType(Asking.GEOJSON).result(page.open());
    }

    /** GET /ogc/collections/{collection}/items/{feature} */
    public void item(Context ctx) {
        LayerType layer = layer(ctx);
        Asking asking = Asking.of(ctx, Asking.GEOJSON, ItemsParameter.CRS.name(), ItemsParameter.PROPERTIES.name());
        Crs crs = systems().of(asking, ItemsParameter.CRS);
        List<String> properties = ItemsQuery.properties(asking, layer);
        Systems.head(ctx, crs);
        ctx.header("Cache-Control", "no-cache");
        Feature feature;
        NetFigures figures = NetFigures.NONE;
        if (isComputed(desk, layer)) {
            feature = computed(ref(ctx, layer), layer);
        } else {
            Etag found = get(ctx, layer);
            feature = found.feature();
            figures = found.figures();
            String etag = found.in(asking);
            ctx.header("ETag", etag);
            if (Etag.matches(ctx.header("If-None-Match"), etag)) {
                ctx.status(304);
                return;
            }
        }
        List<Link> links = new ArrayList<>(asking.selfAndAlternate());
        String collection = asking.url("/collections/" + layer.id());
        links.add(new Link("collection", collection, Asking.JSON, layer.title()));
        ItemJson item = new ItemJson(layer, crs, properties, figures);
        asking.answer(
                json -> {
                    json.writeStartObject();
                    item.members(json, feature);
                    Link.write(json, links, asking.language());
                    json.writeEndObject();
                },
                asking.form() == Form.HTML
                        ? new ItemPages(asking, desk.catalogue(), figures).item(layer, feature, properties)
                        : org.greenplan.html.Markup.NOTHING);
    }

    /** A page of features in memory, for people. */
    record Page(List<Feature> features, NetFigures figures, long matched, @Nullable String next) {
        Page {
            features = List.copyOf(features);
        }
    }

    private Page page(Session session, ItemsQuery query) {
        FeatureStore store = new FeatureStore(session);
        List<Feature> found = new ArrayList<>();
        store.stream(query.layer(), query.page(session, desk.crs(session)), query.order(), found::add);
        boolean more = found.size() > query.limit();
        List<Feature> features = more ? found.subList(0, query.limit()) : found;
        NetFigures figures = NetFigures.of(session, query.layer(), features);
        return new Page(
                features,
                figures,
                store.count(query.layer(), query.matched(session, desk.crs(session))),
                more ? Cursor.after(features.get(features.size() - 1), query.order(), figures) : null);
    }

    /** What is computed is in memory anyhow. */
    private void computed(Context ctx, Asking asking, ItemsQuery query) {
        Stage state = asking.find("state").flatMap(Stages::find).orElse(Stage.TODAY);
        List<Feature> matched =
                query.among(desk.water().layers().features(query.layer(), state), desk.catalogue(), desk.crs());
        List<Feature> rest = query.beyond(matched);
        if (asking.form() == Form.HTML) {
            boolean more = rest.size() > query.limit();
            List<Feature> features = more ? rest.subList(0, query.limit()) : rest;
            String next = more ? Cursor.after(features.get(features.size() - 1), query.order(), NetFigures.NONE) : null;
            var page = new Page(features, NetFigures.NONE, matched.size(), next);
            ctx.contentType("text/html; charset=utf-8")
                    .result(new ItemPages(asking, desk.catalogue(), NetFigures.NONE)
                            .items(query, page, links(asking, query, next))
                            .html());
            return;
        }
        var out = new ByteArrayOutputStream();
        try {
            write(asking, query, matched.size(), rest::forEach, NetFigures.NONE, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ctx.contentType(Asking.GEOJSON).result(out.toByteArray());
    }

    /** Hands features on one by one, in the order asked for. */
    private interface Features {
        void to(Consumer<Feature> each);
    }

    private static void write(
            Asking asking, ItemsQuery query, long matched, Features features, NetFigures figures, OutputStream out)
            throws IOException {
        ItemJson item = new ItemJson(query.layer(), query.crs(), query.properties(), figures);
        try (JsonGenerator json = FAST.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField(
                    "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberField("numberMatched", matched);
            json.writeArrayFieldStart("features");
            Written written = new Written(query.limit());
            features.to(feature -> {
                if (written.takes(feature)) {
                    try {
                        item.write(json, feature);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
            json.writeEndArray();
            json.writeNumberField("numberReturned", written.count);
            Feature last = written.last;
            String next = written.more && last != null ? Cursor.after(last, query.order(), figures) : null;
            Link.write(json, links(asking, query, next), asking.language());
            json.writeEndObject();
        }
    }

    /** What has been written of a page, and whether there is more. */
    private static final class Written {
        private final int limit;
        private int count;
        private boolean more;
        private @Nullable Feature last;

        Written(int limit) {
            this.limit = limit;
        }

        boolean takes(Feature feature) {
            more = count == limit;
            if (!more) {
                count++;
                last = feature;
            }
            return !more;
        }
    }

    private static List<Link> links(Asking asking, ItemsQuery query, @Nullable String next) {
        List<Link> links = new ArrayList<>(asking.selfAndAlternate());
        String collection = asking.url("/collections/" + query.layer().id());
        links.add(new Link("collection", collection, Asking.JSON, query.layer().title()));
        if (next != null) {
            String type = asking.form() == Form.HTML ? Form.PAGE : Asking.GEOJSON;
            String form = asking.form().parameter();
            links.add(new Link(
                    "next", asking.self(Map.of("f", form, "cursor", next)), type, Words.of("下一页", "Next page")));
        }
        return links;
    }

    private Feature computed(FeatureRef ref, LayerType layer) {
        return desk.water().layers().features(layer, Stage.TODAY).stream()
                .filter(feature -> feature.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> missing(layer, String.valueOf(ref.id())));
    }

    private LayerType layer(Context ctx) {
        return layer(desk, ctx);
    }

    /** The layer of the address: one of the catalogue, or one that is computed. */
    static LayerType layer(PlanDesk desk, Context ctx) {
        String id = ctx.pathParam("collection");
        return desk.water().layers().find(id).orElseGet(() -> desk.catalogue().layer(id));
    }

    /** Whether nobody writes the layer's features. */
    static boolean isComputed(PlanDesk desk, LayerType layer) {
        return desk.water().layers().find(layer.id()).isPresent();
    }

    /** What waits to be taken in is not shown yet: it has no tag of its own. */
    private Etag get(Context ctx, LayerType layer) {
        FeatureRef ref = ref(ctx, layer);
        return desk.database()
                .read(s -> new KnownFeatures(s).find(ref).map(feature -> Etag.of(s, feature)))
                .orElseThrow(() -> missing(layer, String.valueOf(ref.id())));
    }

    /** The feature of the address; a text that is no number names no feature. */
    static FeatureRef ref(Context ctx, LayerType layer) {
        String id = ctx.pathParam("feature");
        if (!id.matches("\\d{1,18}")) {
            throw missing(layer, id);
        }
        return new FeatureRef(layer.id(), Long.parseLong(id));
    }

    static Problem.Missing missing(LayerType layer, String id) {
        return new Problem.Missing(Words.of(
                "没有" + layer.title().zh() + " #" + id + "，它可能已被删除。",
                "There is no " + layer.title().en() + " #" + id + "; it may have been deleted."));
    }

    /** The plane is the plan's, as it is now. */
    private Systems systems() {
        return Systems.of(desk.profile().plane());
    }
}
