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

/** The plan and each of its layers as OGC API Tiles: the map's vector tiles by row and column, what they are, and TileJSON for other maps. */
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

    /** GET /ogc/tiles, /ogc/collections/{collection}/tiles */
    public void tileSets(Context ctx) {
        TileSubject subject = subject(ctx);
        Asking asking = Asking.of(ctx, Asking.JSON);
        asking.answer(
                json -> {
                    json.writeStartObject();
                    Link.write(json, asking.selfAndAlternate(), asking.language());
                    json.writeArrayFieldStart("tilesets");
                    json.writeStartObject();
                    members(asking, subject).forEach((name, value) -> put(json, name, value));
                    Link.write(json, links(asking, subject), asking.language());
                    json.writeEndObject();
                    json.writeEndArray();
                    json.writeEndObject();
                },
                page(asking, subject));
    }

    /** GET …/tiles/WebMercatorQuad: what the set is, or with f=tilejson as TileJSON 3.0. */
    public void tileSet(Context ctx) {
        TileSubject subject = subject(ctx);
        requireKnown(ctx);
        if ("tilejson".equals(ctx.queryParam("f"))) {
            ctx.header("Cache-Control", "no-cache");
            String root = ctx.scheme() + "://" + ctx.host() + "/ogc" + subject.set();
            Map<String, Object> document =
                    TileJson.of(subject, root + "/{z}/{y}/{x}", box(subject), ctx.header("Accept-Language"));
            Asking.json(ctx, Asking.JSON, json -> JsonText.value(json, document));
            return;
        }
        Asking asking = Asking.of(ctx, Asking.JSON);
        asking.answer(
                json -> {
                    json.writeStartObject();
                    members(asking, subject).forEach((name, value) -> put(json, name, value));
                    List<Link> links = new ArrayList<>(asking.selfAndAlternate());
                    links.addAll(links(asking, subject));
                    Link.write(json, links, asking.language());
                    json.writeEndObject();
                },
                page(asking, subject));
    }

    /** GET …/tiles/WebMercatorQuad/{z}/{row}/{col}; a tile of the plan has all layers. */
    public void tile(Context ctx) {
        TileSubject subject = subject(ctx);
        requireKnown(ctx);
        String z = ctx.pathParam("z");
        String row = ctx.pathParam("row");
        String col = ctx.pathParam("col");
        TileAddress address = TileAddress.find(z, col, row)
                .orElseThrow(() -> new Problem.Missing(Words.of(
                        "没有瓦片 " + z + "/" + row + "/" + col + "。",
                        "There is no tile " + z + "/" + row + "/" + col + ".")));
        tiles.answer(ctx, subject.layers().stream().map(LayerType::id).toList(), () -> address);
    }

    private Map<String, Object> members(Asking asking, TileSubject subject) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("title", asking.say(subject.title()));
        set.put("dataType", "vector");
        set.put("crs", MatrixSet.CRS);
        set.put("tileMatrixSetURI", MatrixSet.URI);
        Envelope box = box(subject);
        if (!box.isNull()) {
            set.put(
                    "boundingBox",
                    Map.of(
                            "lowerLeft", List.of(box.getMinX(), box.getMinY()),
                            "upperRight", List.of(box.getMaxX(), box.getMaxY()),
                            "crs", Crs.CRS84.uri()));
        }
        set.put(
                "layers",
                subject.layers().stream()
                        .map(layer ->
                                Map.of("id", layer.id(), "dataType", "vector", "title", asking.say(layer.title())))
                        .toList());
        return set;
    }

    private static List<Link> links(Asking asking, TileSubject subject) {
        String at = asking.url(subject.set());
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

    private org.greenplan.html.Markup page(Asking asking, TileSubject subject) {
        OgcPages pages = new OgcPages(asking);
        String at = asking.url(subject.set());
        return pages.list(
                Words.of(
                        subject.title().zh() + " · " + TITLE.zh(),
                        subject.title().en() + " · " + TITLE.en()),
                List.of(at + "/{tileMatrix}/{tileRow}/{tileCol}", at + "?f=tilejson"));
    }

    private Envelope box(TileSubject subject) {
        return desk.database().read(session -> {
            Envelope box = new Envelope();
            for (LayerType layer : subject.layers()) {
                box.expandToInclude(new FeatureStore(session).extent(layer));
            }
            return box;
        });
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

    private TileSubject subject(Context ctx) {
        String layer = ctx.pathParamMap().get("collection");
        return layer == null
                ? new TileSubject("", desk.profile().title(), desk.catalogue().layers())
                : TileSubject.of(desk.catalogue().layer(layer));
    }
}
