package org.greenplan.tile;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.Crs;
import org.greenplan.feature.FeatureStore;
import org.greenplan.json.JsonText;
import org.greenplan.ogc.OgcPages;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.ogc.ask.Link;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Envelope;

/** The layers as OGC API Tiles: the map's vector tiles by row and column, what they are, and TileJSON for other maps. */
public final class OgcTilesApi {
    private static final String MVT = "application/vnd.mapbox-vector-tile";
    private static final Words TITLE = Words.of("矢量瓦片", "Vector tiles");

    private final PlanDesk desk;
    private final TileApi tiles;

    public OgcTilesApi(PlanDesk desk, TileApi tiles) {
        this.desk = desk;
        this.tiles = tiles;
    }

    /** GET /ogc/tileMatrixSets */
    public void matrixSets(Context ctx) {
        Asking asking = Asking.of(ctx, Asking.JSON);
        Link self = new Link("self", asking.url("/tileMatrixSets/" + MatrixSet.ID), Asking.JSON, TITLE);
        asking.answer(
                json -> {
                    json.writeStartObject();
                    json.writeArrayFieldStart("tileMatrixSets");
                    json.writeStartObject();
                    json.writeStringField("id", MatrixSet.ID);
                    json.writeStringField("title", MatrixSet.ID);
                    json.writeStringField("uri", MatrixSet.URI);
                    json.writeStringField("crs", MatrixSet.CRS);
                    Link.write(json, List.of(self), asking.language());
                    json.writeEndObject();
                    json.writeEndArray();
                    json.writeEndObject();
                },
                new OgcPages(asking).list(Words.of("瓦片矩阵集", "Tile matrix sets"), List.of(MatrixSet.ID)));
    }

    /** GET /ogc/tileMatrixSets/WebMercatorQuad */
    public void matrixSet(Context ctx) {
        Asking asking = Asking.of(ctx, Asking.JSON);
        requireKnown(ctx);
        Map<String, Object> definition = MatrixSet.definition();
        asking.answer(
                json -> JsonText.value(json, definition),
                new OgcPages(asking).list(Words.of(MatrixSet.ID, MatrixSet.ID), List.of(MatrixSet.URI, MatrixSet.CRS)));
    }

    /** GET /ogc/collections/{collection}/tiles */
    public void tileSets(Context ctx) {
        LayerType layer = layer(ctx);
        Asking asking = Asking.of(ctx, Asking.JSON);
        asking.answer(
                json -> {
                    json.writeStartObject();
                    Link.write(json, asking.selfAndAlternate(), asking.language());
                    json.writeArrayFieldStart("tilesets");
                    json.writeStartObject();
                    members(asking, layer).forEach((name, value) -> put(json, name, value));
                    Link.write(json, links(asking, layer), asking.language());
                    json.writeEndObject();
                    json.writeEndArray();
                    json.writeEndObject();
                },
                page(asking, layer));
    }

    /** GET /ogc/collections/{collection}/tiles/WebMercatorQuad: what the set is, or with f=tilejson as TileJSON 3.0. */
    public void tileSet(Context ctx) {
        LayerType layer = layer(ctx);
        requireKnown(ctx);
        if ("tilejson".equals(ctx.queryParam("f"))) {
            ctx.header("Cache-Control", "no-cache");
            String root =
                    ctx.scheme() + "://" + ctx.host() + "/ogc/collections/" + layer.id() + "/tiles/" + MatrixSet.ID;
            Map<String, Object> document =
                    TileJson.of(layer, root + "/{z}/{y}/{x}", box(layer), ctx.header("Accept-Language"));
            Asking.json(ctx, Asking.JSON, json -> JsonText.value(json, document));
            return;
        }
        Asking asking = Asking.of(ctx, Asking.JSON);
        asking.answer(
                json -> {
                    json.writeStartObject();
                    members(asking, layer).forEach((name, value) -> put(json, name, value));
                    List<Link> links = new ArrayList<>(asking.selfAndAlternate());
                    links.addAll(links(asking, layer));
                    Link.write(json, links, asking.language());
                    json.writeEndObject();
                },
                page(asking, layer));
    }

    /** GET /ogc/collections/{collection}/tiles/WebMercatorQuad/{z}/{row}/{col} */
    public void tile(Context ctx) {
        LayerType layer = layer(ctx);
        requireKnown(ctx);
        String z = ctx.pathParam("z");
        String row = ctx.pathParam("row");
        String col = ctx.pathParam("col");
        TileAddress address = TileAddress.find(z, col, row)
                .orElseThrow(() -> new Problem.Missing(Words.of(
                        "没有瓦片 " + z + "/" + row + "/" + col + "。",
                        "There is no tile " + z + "/" + row + "/" + col + ".")));
        tiles.answer(ctx, layer.id(), address);
    }

    private Map<String, Object> members(Asking asking, LayerType layer) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("title", asking.say(layer.title()));
        set.put("dataType", "vector");
        set.put("crs", MatrixSet.CRS);
        set.put("tileMatrixSetURI", MatrixSet.URI);
        Envelope box = box(layer);
        if (!box.isNull()) {
            set.put(
                    "boundingBox",
                    Map.of(
                            "lowerLeft", List.of(box.getMinX(), box.getMinY()),
                            "upperRight", List.of(box.getMaxX(), box.getMaxY()),
                            "crs", Crs.CRS84.uri()));
        }
        set.put("layers", List.of(Map.of("id", layer.id(), "dataType", "vector", "title", asking.say(layer.title()))));
        return set;
    }

    private static List<Link> links(Asking asking, LayerType layer) {
        String at = asking.url("/collections/" + layer.id() + "/tiles/" + MatrixSet.ID);
        return List.of(
                new Link("self", at, Asking.JSON, TITLE),
                new Link("item", at + "/{tileMatrix}/{tileRow}/{tileCol}", MVT, TITLE, true),
                new Link(
                        "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme",
                        asking.url("/tileMatrixSets/" + MatrixSet.ID),
                        Asking.JSON,
                        Words.of(MatrixSet.ID, MatrixSet.ID)),
                new Link("describedby", at + "?f=tilejson", Asking.JSON, Words.of("TileJSON", "TileJSON")));
    }

    private org.greenplan.html.Markup page(Asking asking, LayerType layer) {
        OgcPages pages = new OgcPages(asking);
        String at = asking.url("/collections/" + layer.id() + "/tiles/" + MatrixSet.ID);
        return pages.list(
                Words.of(layer.title().zh() + " · " + TITLE.zh(), layer.title().en() + " · " + TITLE.en()),
                List.of(at + "/{tileMatrix}/{tileRow}/{tileCol}", at + "?f=tilejson"));
    }

    private Envelope box(LayerType layer) {
        return desk.database().read(session -> new FeatureStore(session).extent(layer));
    }

    private static void put(com.fasterxml.jackson.core.JsonGenerator json, String name, Object value) {
        try {
            json.writeFieldName(name);
            JsonText.value(json, value);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void requireKnown(Context ctx) {
        String set = ctx.pathParam("set");
        if (!set.equals(MatrixSet.ID)) {
            throw new Problem.Missing(Words.of(
                    "没有瓦片矩阵集“" + set + "”，只有 " + MatrixSet.ID + "。",
                    "There is no tile matrix set \"" + set + "\", only " + MatrixSet.ID + "."));
        }
    }

    private LayerType layer(Context ctx) {
        return desk.catalogue().layer(ctx.pathParam("collection"));
    }
}
