package org.greenplan.openapi;

import static org.greenplan.openapi.OpenApiParts.map;
import static org.greenplan.openapi.OpenApiParts.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.filter.Queryable;
import org.greenplan.ogc.ItemsQuery;
import org.greenplan.ogc.LayerSchema;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.ItemsParameter;
import org.greenplan.ogc.ask.Systems;
import org.greenplan.problem.Words;
import org.greenplan.tile.MatrixSet;

/**
 * The API in OpenAPI 3.0, complete in itself: nothing in it points outside. Every layer has its own paths, because every layer has its
 * own attributes to ask for and to write.
 */
record OpenApiDocument(
        Catalogue catalogue, List<LayerType> computed, PlanProfile profile, Systems systems, Locale language) {
    private static final String FEATURES = "Features";
    private static final String TILES = "Tiles";

    Map<String, Object> of(String server) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put(
                "info",
                map(
                        "title", profile.title().in(language),
                        "version", "1.0.0",
                        "description",
                                say(
                                        "本规划的要素与瓦片。写入须遵守图层目录；整体替换（PUT）须带 If-Match。",
                                        "Features and tiles of this plan. What is written is held to the catalogue; a replacement (PUT) needs If-Match."),
                        "license",
                                map("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0.html")));
        document.put("servers", List.of(map("url", server)));
        document.put("security", List.of());
        document.put(
                "tags",
                List.of(
                        map("name", "Capabilities", "description", say("有哪些资源", "What there is")),
                        map("name", FEATURES, "description", say("要素", "Features")),
                        map("name", TILES, "description", say("矢量瓦片", "Vector tiles"))));
        document.put("paths", paths());
        List<LayerType> all = new ArrayList<>(catalogue.layers());
        all.addAll(computed);
        document.put(
                "components",
                new OpenApiParts(catalogue.withLayers(all), profile.year(), systems, language).components());
        return document;
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/", small("landing", Words.of("入口", "Landing page"), "landingPage"));
        paths.put("/conformance", small("conformance", Words.of("符合的标准", "Conformance classes"), "confClasses"));
        paths.put("/api", small("api", Words.of("接口说明", "This description"), "anyObject", Asking.OPENAPI));
        paths.put("/collections", small("collections", Words.of("图层", "Layers"), "collections"));
        catalogue.layers().forEach(layer -> layer(paths, layer));
        computed.forEach(layer -> readOnly(paths, layer));
        tiles(paths, "", "plan.dataset", Words.of("全部图层：矢量瓦片", "All layers: vector tiles"));
        paths.put(
                "/tileMatrixSets",
                small("plan.getTileMatrixSetsList", Words.of("瓦片矩阵集", "Tile matrix sets"), "anyObject"));
        paths.put(
                "/tileMatrixSets/" + MatrixSet.ID,
                small("plan.getTileMatrixSet", Words.of(MatrixSet.ID, MatrixSet.ID), "anyObject"));
        return paths;
    }

    private void layer(Map<String, Object> paths, LayerType layer) {
        described(paths, layer);
        String at = "/collections/" + layer.id();
        paths.put(at + "/items", items(layer));
        paths.put(at + "/items/{featureId}", new OpenApiItem(layer, language).path());
        Words tiles = Words.of(layer.title().zh() + "：矢量瓦片", layer.title().en() + ": vector tiles");
        tiles(paths, at, layer.id() + ".collection", tiles);
    }

    /** Tiles of a layer or of the whole plan; their operations end as OGC API Tiles (20-057, table 20) names them. */
    private void tiles(Map<String, Object> paths, String at, String id, Words summary) {
        String set = at + "/tiles/" + MatrixSet.ID;
        paths.put(at + "/tiles", small(id + ".vector.getTileSetsList", summary, "anyObject"));
        paths.put(set, tileSet(id + ".vector.getTileSet", summary));
        paths.put(set + "/{tileMatrix}/{tileRow}/{tileCol}", tile(id + ".vector.getTile", summary));
    }

    /** What is computed is read and not written, and has no tiles. */
    private void readOnly(Map<String, Object> paths, LayerType layer) {
        described(paths, layer);
        String at = "/collections/" + layer.id();
        Map<String, Object> items = items(layer);
        items.keySet().retainAll(List.of("get"));
        paths.put(at + "/items", items);
        Map<String, Object> item = new OpenApiItem(layer, language).path();
        item.keySet().retainAll(List.of("parameters", "get"));
        paths.put(at + "/items/{featureId}", item);
    }

    private void described(Map<String, Object> paths, LayerType layer) {
        String at = "/collections/" + layer.id();
        Words title = layer.title();
        paths.put(at, small("collection_" + layer.id(), title, "collection"));
        for (LayerSchema.Purpose purpose : LayerSchema.Purpose.values()) {
            String name =
                    switch (purpose) {
                        case QUERY -> "queryables";
                        case SORT -> "sortables";
                        case FEATURE -> "schema";
                    };
            Words words = Words.of(
                    title.zh() + ":" + purpose.title().zh(),
                    title.en() + ": " + purpose.title().en());
            Map<String, Object> path = small(name + "_" + layer.id(), words, "anyObject", Asking.SCHEMA);
            if (purpose == LayerSchema.Purpose.FEATURE) {
                OpenApiParts.list(OpenApiParts.object(path.get("get")).get("parameters"))
                        .add(parameter(
                                "type",
                                "query",
                                map("type", "string"),
                                say("用途，可省略", "What it is for; may be left out")));
            }
            paths.put(at + "/" + name, path);
        }
    }

    private Map<String, Object> small(String id, Words summary, String schema) {
        return small(id, summary, schema, Asking.JSON);
    }

    private Map<String, Object> small(String id, Words summary, String schema, String type) {
        boolean tiles = id.contains(".getTile");
        Map<String, Object> get = map(
                "tags", List.of(tiles ? TILES : "Capabilities"),
                "operationId", id,
                "summary", summary.in(language),
                "parameters", new ArrayList<>(List.of(OpenApiParts.ref("parameters", "f"))),
                "responses", OpenApiParts.responses(OpenApiParts.ok(schema, type), 400, 404, 406, 500));
        return map("get", get);
    }

    private Map<String, Object> items(LayerType layer) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(OpenApiParts.ref("parameters", OpenApiParts.FORM));
        ItemsParameter.names().forEach(name -> parameters.add(OpenApiParts.ref("parameters", name)));
        LayerSchema schema = new LayerSchema(catalogue, layer, profile.year(), language);
        for (Queryable queryable : ItemsQuery.scalars(layer)) {
            Map<String, Object> type = OpenApiParts.plain(schema.queryable(queryable));
            type.remove("default");
            parameters.add(
                    parameter(queryable.name(), "query", type, queryable.title().in(language)));
        }
        Map<String, Object> get = map(
                "tags", List.of(FEATURES),
                "operationId", "items_" + layer.id(),
                "summary", say(layer.title().zh() + "：要素", layer.title().en() + ": features"),
                "parameters", parameters,
                "responses",
                        OpenApiParts.responses(
                                OpenApiParts.withCrs(OpenApiParts.ok("collection_of_" + layer.id(), Asking.GEOJSON)),
                                400,
                                404,
                                406,
                                500));
        return map(
                "get",
                get,
                "post",
                new OpenApiItem(layer, language).create(),
                "options",
                new OpenApiItem(layer, language).options("items"));
    }

    private Map<String, Object> tileSet(String id, Words summary) {
        Map<String, Object> get = map(
                "tags", List.of(TILES),
                "operationId", id,
                "summary", summary.in(language),
                "parameters",
                        List.of(parameter(
                                "f",
                                "query",
                                map("type", "string", "enum", List.of("json", "html", "tilejson")),
                                say("形式", "Form"))),
                "responses", OpenApiParts.responses(OpenApiParts.ok("anyObject", Asking.JSON), 400, 404, 406, 500));
        return map("get", get);
    }

    private Map<String, Object> tile(String id, Words summary) {
        List<Object> parameters = new ArrayList<>();
        for (String name : List.of("tileMatrix", "tileRow", "tileCol")) {
            Map<String, Object> one = parameter(name, "path", map("type", "integer", "minimum", 0), name);
            one.put("required", true);
            parameters.add(one);
        }
        Map<String, Object> tile = map(
                "description", say("瓦片", "A tile"),
                "content",
                        map(
                                "application/vnd.mapbox-vector-tile",
                                map("schema", map("type", "string", "format", "binary"))));
        Map<String, Object> responses = OpenApiParts.responses(tile, 404, 500);
        responses.put("204", map("description", say("空瓦片", "Nothing there")));
        responses.put("304", map("description", say("未改变", "Not changed")));
        return map(
                "get",
                map(
                        "tags",
                        List.of(TILES),
                        "operationId",
                        id,
                        "summary",
                        summary.in(language),
                        "parameters",
                        parameters,
                        "responses",
                        responses));
    }

    private String say(String zh, String en) {
        return Words.of(zh, en).in(language);
    }
}
