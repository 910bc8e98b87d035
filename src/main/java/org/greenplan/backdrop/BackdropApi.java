package org.greenplan.backdrop;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.greenplan.json.JsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.scan.ScanJson;
import org.greenplan.scan.ScanPoints;
import org.greenplan.tile.TileAddress;
import org.locationtech.jts.geom.Envelope;

/** What lies under the plan, over HTTP: the list of maps, their tiles, and laying and taking away. */
public record BackdropApi(Basemaps maps) {
    /** A pixel of nothing, for where a map shows nothing. */
    private static final byte[] NOTHING = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=");

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_ADDRESS = 2000;

    /** GET /basemaps/{id}/{z}/{x}/{y}: a tile of the web map grid, fetched, read or drawn by this program. */
    public void tile(Context ctx) {
        TileAddress at = address(ctx);
        answer(ctx, maps.get(ctx.pathParam("id")).source().tile(at));
    }

    /** GET /basemaps/{id}/picture/{z}/{x}/{y}: a tile of a scan itself, pixels right and down, to point in. */
    public void picture(Context ctx) {
        TileAddress at = address(ctx);
        answer(ctx, maps.scan(ctx.pathParam("id")).piece(at));
    }

    private static TileAddress address(Context ctx) {
        return TileAddress.find(ctx.pathParam("z"), ctx.pathParam("x"), ctx.pathParam("y"))
                .orElseThrow(() -> new Problem.Missing(Words.of("没有这样的瓦片。", "There is no such tile.")));
    }

    private static void answer(Context ctx, Optional<Picture> tile) {
        ctx.header("Cache-Control", "private, max-age=3600");
        ctx.contentType(tile.map(Picture::type).orElse("image/png"))
                .result(tile.map(Picture::bytes).orElse(NOTHING));
    }

    /** GET /api/basemaps */
    public void list(Context ctx) {
        answer(ctx);
    }

    /** GET /api/basemaps/{id}: looks at a map whose file was not opened yet, so that its box is known. Answers the list. */
    public void look(Context ctx) {
        maps.get(ctx.pathParam("id")).source().look();
        answer(ctx);
    }

    /**
     * PUT /api/basemaps/{id}/points: {plane, method: similarity|affine, points: [{x, y, lon, lat}]} by which a scan lies, all of them.
     * Answers the list.
     */
    public void points(Context ctx) throws IOException {
        ScanPoints points = ScanJson.read(JsonTree.of(ctx.bodyAsBytes()));
        maps.scan(ctx.pathParam("id")).lay(points);
        answer(ctx);
    }

    /**
     * POST /api/basemaps: a map of a service: {title, url, attribution, gcj02} or {key, layer: vec|img|ter, matrixSet: w|c, names} of the
     * national map service. Answers the list.
     */
    public void add(Context ctx) throws IOException {
        JsonNode body = JsonTree.of(ctx.bodyAsBytes());
        if (body.hasNonNull("key")) {
            maps.add(OnlineMap.tianditu(
                    body.path("layer").asText("vec"),
                    body.path("matrixSet").asText("w"),
                    body.path("names").asBoolean(true),
                    body.path("key").asText().strip()));
        } else {
            maps.add(OnlineMap.of(
                    text(body, "title", LONGEST_TITLE),
                    text(body, "attribution", LONGEST_TITLE),
                    text(body, "url", LONGEST_ADDRESS),
                    body.path("gcj02").asBoolean(false)));
        }
        answer(ctx.status(201));
    }

    /** PUT /api/basemaps/files?name=…: a file of tiles or a picture that knows its place. Answers the list. */
    public void file(Context ctx) throws IOException {
        String name = ctx.queryParam("name");
        if (name == null || name.isBlank() || name.length() > 300) {
            throw new Problem.Invalid(Words.of("缺少文件名。", "The file's name is missing."), "name");
        }
        maps.receive(name, ctx.bodyInputStream());
        answer(ctx.status(201));
    }

    /** DELETE /api/basemaps/{id}: answers the list that is left. */
    public void remove(Context ctx) {
        maps.remove(ctx.pathParam("id"));
        answer(ctx);
    }

    /** Writes the maps as the page knows them. */
    public static void write(JsonGenerator json, List<Basemap> maps) throws IOException {
        json.writeStartArray();
        for (Basemap map : maps) {
            json.writeStartObject();
            json.writeStringField("id", map.id());
            json.writeStringField("title", map.title());
            json.writeStringField("url", map.url());
            json.writeStringField("attribution", map.attribution());
            json.writeNumberField("maxZoom", map.source().maxZoom());
            json.writeStringField("kind", map.kind());
            json.writeBooleanField("shifted", map.shifted());
            json.writeBooleanField("removable", map.removable());
            Envelope box = map.source().lonLat();
            json.writeFieldName("bounds");
            JsonText.value(
                    json, box == null ? null : List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
            if (map.source() instanceof ScanTiles scan) {
                write(json, scan);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ScanTiles scan) throws IOException {
        json.writeObjectFieldStart("scan");
        json.writeNumberField("width", scan.width());
        json.writeNumberField("height", scan.height());
        json.writeNumberField("levels", scan.levels());
        ScanJson.write(json, scan.points());
        json.writeEndObject();
    }

    private void answer(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(JsonText.of(json -> write(json, maps.list())));
    }

    private static String text(JsonNode body, String field, int longest) {
        String text = body.path(field).asText("");
        if (text.length() > longest) {
            throw new Problem.Invalid(
                    Words.of(field + " 最多 " + longest + " 个字符。", field + " has at most " + longest + " characters."),
                    field);
        }
        return text;
    }
}
