package org.greenplan.ogc;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryStore;
import org.greenplan.json.JsonText;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Form;
import org.greenplan.ogc.ask.Link;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.greenplan.water.Stage;

/** What there is: the way in, what the API keeps, the layers of the catalogue and what can be asked of each. */
public final class CollectionsApi {
    private final PlanDesk desk;
    private final Map<String, Known> extents = new ConcurrentHashMap<>();

    public CollectionsApi(PlanDesk desk) {
        this.desk = desk;
    }

    private record Known(long version, Extent extent) {}

    /** GET /ogc */
    public void landing(Context ctx) {
        Asking asking = Asking.of(ctx, Asking.JSON);
        Words about = Words.of(
                desk.profile().district().zh() + " " + desk.profile().year() + " 年绿化与水系计划：读取和编辑要素，矢量瓦片。",
                "Greening and water programme of " + desk.profile().district().en() + ", "
                        + desk.profile().year() + ": features to read and write, vector tiles.");
        List<Link> links = new ArrayList<>(asking.selfAndAlternate());
        links.addAll(ways(asking));
        asking.answer(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("title", asking.say(desk.profile().title()));
                    json.writeStringField("description", asking.say(about));
                    Link.write(json, links, asking.language());
                    json.writeEndObject();
                },
                new OgcPages(asking)
                        .landing(desk.profile().title(), about, links, counts(asking, all()), desk.catalogue()));
    }

    /** GET /ogc/conformance */
    public void conformance(Context ctx) {
        Asking asking = Asking.of(ctx, Asking.JSON);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("conformsTo", Conformance.classes());
        asking.answer(
                json -> JsonText.value(json, document),
                new OgcPages(asking).list(Words.of("符合的标准", "Conformance"), Conformance.classes()));
    }

    /** GET /ogc/collections */
    public void collections(Context ctx) {
        Asking asking = Asking.of(ctx, Asking.JSON);
        var item = new CollectionJson(asking, systems(), desk.water().layers().all());
        Map<LayerType, Extent> layers = extents(all());
        asking.answer(
                json -> {
                    json.writeStartObject();
                    Link.write(json, asking.selfAndAlternate(), asking.language());
                    json.writeArrayFieldStart("collections");
                    for (var layer : layers.entrySet()) {
                        json.writeStartObject();
                        item.members(json, layer.getKey(), layer.getValue(), List.of());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeFieldName("crs");
                    JsonText.value(json, systems().uris());
                    json.writeEndObject();
                },
                new OgcPages(asking).collections(counts(asking, all())));
    }

    /** GET /ogc/collections/{collection} */
    public void collection(Context ctx) {
        LayerType layer = layer(ctx);
        Asking asking = Asking.of(ctx, Asking.JSON);
        Extent extent = extents(List.of(layer))
                .getOrDefault(layer, new Extent(new org.locationtech.jts.geom.Envelope(), null, null));
        asking.answer(
                json -> {
                    json.writeStartObject();
                    new CollectionJson(asking, systems(), desk.water().layers().all())
                            .members(json, layer, extent, asking.selfAndAlternate());
                    json.writeEndObject();
                },
                new OgcPages(asking)
                        .collection(
                                layer,
                                counts(asking, List.of(layer)).getOrDefault(layer, 0L),
                                extent,
                                systems().offered(),
                                desk.catalogue()));
    }

    /** GET /ogc/collections/{collection}/queryables */
    public void queryables(Context ctx) {
        schema(ctx, Asking.of(ctx, Asking.SCHEMA), LayerSchema.Purpose.QUERY);
    }

    /** GET /ogc/collections/{collection}/sortables */
    public void sortables(Context ctx) {
        schema(ctx, Asking.of(ctx, Asking.SCHEMA), LayerSchema.Purpose.SORT);
    }

    /** GET /ogc/collections/{collection}/schema */
    public void schema(Context ctx) {
        Asking asking = Asking.of(ctx, Asking.SCHEMA, "type");
        schema(ctx, asking, LayerSchema.Purpose.FEATURE);
    }

    private void schema(Context ctx, Asking asking, LayerSchema.Purpose purpose) {
        LayerType layer = layer(ctx);
        LayerSchema schema =
                new LayerSchema(desk.catalogue(), layer, desk.profile().year(), asking.language());
        String id = asking.self(Map.of()).replaceFirst("\\?.*", "");
        asking.answer(
                json -> JsonText.value(
                        json,
                        asking.find("type").filter("feature"::equals).isPresent()
                                ? schema.geoJson(id + "?type=feature")
                                : schema.document(purpose, id)),
                new OgcPages(asking).attributes(layer, purpose.title(), desk.catalogue()));
    }

    private List<Link> ways(Asking asking) {
        Words api = Words.of("接口说明", "API description");
        return List.of(
                new Link("service-desc", asking.url("/api?f=json"), Asking.OPENAPI, api),
                new Link("service-doc", asking.url("/api?f=html"), Form.PAGE, api),
                new Link("conformance", asking.url("/conformance"), Asking.JSON, Words.of("符合的标准", "Conformance")),
                new Link(
                        "http://www.opengis.net/def/rel/ogc/1.0/conformance",
                        asking.url("/conformance"),
                        Asking.JSON,
                        Words.of("符合的标准", "Conformance")),
                new Link("data", asking.url("/collections"), Asking.JSON, Words.of("图层", "Layers")),
                new Link(
                        "http://www.opengis.net/def/rel/ogc/1.0/data",
                        asking.url("/collections"),
                        Asking.JSON,
                        Words.of("图层", "Layers")),
                new Link(
                        "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
                        asking.url("/tileMatrixSets"),
                        Asking.JSON,
                        Words.of("瓦片矩阵集", "Tile matrix sets")),
                new Link(
                        "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                        asking.url("/tiles"),
                        Asking.JSON,
                        Words.of("全部图层的矢量瓦片", "Vector tiles of all layers")));
    }

    /** Extents of layers, measured again only when a changeset has touched the layer. */
    private Map<LayerType, Extent> extents(List<LayerType> layers) {
        Map<LayerType, Extent> found = new LinkedHashMap<>();
        Extent computed = new Extent(desk.water().network().lonLat(), null, null);
        desk.database().<Boolean>read(session -> {
            Map<String, Long> versions = new HistoryStore(session).layerVersions();
            for (LayerType layer : layers) {
                if (ItemsApi.isComputed(desk, layer)) {
                    found.put(layer, computed);
                    continue;
                }
                long version = versions.getOrDefault(layer.id(), 0L);
                Known known = extents.get(layer.id());
                if (known == null || known.version() != version) {
                    known = new Known(version, Extent.of(new FeatureStore(session), layer));
                    extents.put(layer.id(), known);
                }
                found.put(layer, known.extent());
            }
            return true;
        });
        return found;
    }

    private List<LayerType> all() {
        List<LayerType> all = new ArrayList<>(desk.catalogue().layers());
        all.addAll(desk.water().layers().all());
        return all;
    }

    /** How many features layers have, in their order; only people are told. */
    private Map<LayerType, Long> counts(Asking asking, List<LayerType> layers) {
        Map<LayerType, Long> counts = new LinkedHashMap<>();
        if (asking.form() == Form.HTML) {
            desk.database().<Boolean>read(session -> {
                for (LayerType layer : layers) {
                    long count = ItemsApi.isComputed(desk, layer)
                            ? desk.water().layers().features(layer, Stage.TODAY).size()
                            : new FeatureStore(session).count(layer, FeatureQuery.all());
                    counts.put(layer, count);
                }
                return true;
            });
        }
        return counts;
    }

    private LayerType layer(Context ctx) {
        return ItemsApi.layer(desk, ctx);
    }

    /** The plane is the plan's, as it is now. */
    private Systems systems() {
        return Systems.of(desk.profile().plane());
    }
}
