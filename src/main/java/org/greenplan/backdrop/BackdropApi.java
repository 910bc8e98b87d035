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
        TileAddress at = TileAddress.find(ctx.pathParam("z"), ctx.pathParam("x"), ctx.pathParam("y"))
                .orElseThrow(() -> new Problem.Missing(Words.of("没有这样的瓦片。", "There is no such tile.")));
        Optional<Picture> tile = maps.get(ctx.pathParam("id")).source().tile(at);
        ctx.header("Cache-Control", "private, max-age=3600");
        ctx.contentType(tile.map(Picture::type).orElse("image/png"))
                .result(tile.map(Picture::bytes).orElse(NOTHING));
    }

    /** GET /api/basemaps */
    public void list(Context ctx) {
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
            json.writeEndObject();
        }
        json.writeEndArray();
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
