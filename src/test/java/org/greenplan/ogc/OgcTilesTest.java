package org.greenplan.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layers as OGC API Tiles (20-057). */
class OgcTilesTest {
    private static final String TILES = "/collections/parks/tiles";

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/tileset, /conf/tilesets-list: a layer names its tile set, the set its tiles and its grid")
    void tileSets(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode set = plan.json(TILES).path("tilesets").path(0);
        assertThat(set.path("dataType").asText()).isEqualTo("vector");
        JsonNode one = plan.json(OgcPlan.link(set, "self"));
        assertThat(one.path("tileMatrixSetURI").asText()).endsWith("WebMercatorQuad");
        assertThat(OgcPlan.link(one, "item")).endsWith(TILES + "/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}");
        JsonNode grid = plan.json(OgcPlan.link(one, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"));
        assertThat(grid.path("tileMatrices").path(0).path("scaleDenominator").asDouble())
                .isCloseTo(559082264.028717, within(1e-3));
        assertThat(grid.path("tileMatrices").path(10).path("matrixWidth").asInt())
                .isEqualTo(1024);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core, /conf/mvt: the tile of a row and a column is the map's own")
    void tile(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        var tile = plan.get(TILES + "/WebMercatorQuad/12/1625/3336");
        assertThat(tile.status()).isEqualTo(200);
        assertThat(tile.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
        var map = plan.get(plan.url().replace("/ogc", "/tiles/parks/12/3336/1625.mvt"));
        assertThat(tile.body()).isEqualTo(map.body());
        assertThat(plan.get(TILES + "/WebMercatorQuad/12/1625/3336", "If-None-Match", tile.header("ETag"))
                        .status())
                .isEqualTo(304);
        for (String beyond : new String[] {"12/4096/0", "99/0/0", "1/-1/0", "a/0/0"}) {
            assertThat(plan.get(TILES + "/WebMercatorQuad/" + beyond).status())
                    .as(beyond)
                    .isEqualTo(404);
        }
        assertThat(plan.get(TILES + "/WorldCRS84Quad/0/0/0").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "/conf/dataset-tilesets, /conf/oas30: the plan has a tile set of all layers, operations end as the standard names them")
    void dataset(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String rel = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
        JsonNode set =
                plan.json(OgcPlan.link(plan.json(""), rel)).path("tilesets").path(0);
        JsonNode one = plan.json(OgcPlan.link(set, "self"));
        assertThat(one.path("layers"))
                .extracting(layer -> layer.path("id").asText())
                .contains("parks", "roads", "district");
        assertThat(plan.json(OgcPlan.link(one, "describedby")).path("vector_layers"))
                .hasSameSizeAs(one.path("layers"));
        var tile = plan.get(OgcPlan.link(one, "item").replace("{tileMatrix}/{tileRow}/{tileCol}", "12/1625/3336"));
        assertThat(tile.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
        for (String layer : List.of("parks", "roads")) {
            byte[] alone = plan.get("/collections/" + layer + "/tiles/WebMercatorQuad/12/1625/3336")
                    .body();
            assertThat(tile.body()).as(layer).containsSequence(alone);
        }
        JsonNode paths = plan.json("/api").path("paths");
        ends(paths, "/tileMatrixSets", ".getTileMatrixSetsList");
        ends(paths, "/tileMatrixSets/WebMercatorQuad", ".getTileMatrixSet");
        for (String at : List.of("", "/collections/parks")) {
            String of = at.isEmpty() ? ".dataset.vector" : ".collection.vector";
            ends(paths, at + "/tiles", of + ".getTileSetsList");
            ends(paths, at + "/tiles/WebMercatorQuad", of + ".getTileSet");
            ends(paths, at + "/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}", of + ".getTile");
        }
    }

    private static void ends(JsonNode paths, String path, String suffix) {
        assertThat(paths.path(path).path("get").path("operationId").asText())
                .as(path)
                .endsWith(suffix);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("TileJSON names the tiles, the box and the attributes")
    void tileJson(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode document = plan.json(TILES + "/WebMercatorQuad?f=tilejson");
        assertThat(document.path("tilejson").asText()).isEqualTo("3.0.0");
        String template = document.path("tiles").path(0).asText();
        assertThat(plan.get(template.replace("{z}", "12").replace("{y}", "1625").replace("{x}", "3336"))
                        .status())
                .isEqualTo(200);
        assertThat(document.path("bounds")).hasSize(4);
        assertThat(document.path("vector_layers").path(0).path("fields").has("status"))
                .isTrue();
    }
}
