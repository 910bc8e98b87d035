package org.greenplan.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The water's nodes, edges and verdicts as collections that nobody writes. */
class OgcWaterTest {
    @ParameterizedTest
    @EnumSource
    void nodesAndEdgesAreReadPageByPage(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode about = plan.json("/collections/water_nodes");
        assertThat(about.path("title").asText()).isEqualTo("水系节点");
        assertThat(about.path("links"))
                .noneMatch(link -> link.path("href").asText().contains("/tiles"));
        assertThat(plan.json("/collections/water_edges/schema").path("required"))
                .extracting(JsonNode::asText)
                .containsExactly("edge", "feature", "from_node", "to_node");

        List<String> ids = new ArrayList<>();
        JsonNode page = plan.json("/collections/water_nodes/items?limit=20");
        int matched = page.path("numberMatched").asInt();
        String next = "";
        while (next != null) {
            ids.addAll(OgcPlan.ids(page));
            next = next(page);
            page = next == null ? page : plan.json(next);
        }
        assertThat(matched).isGreaterThan(20);
        assertThat(ids).hasSize(matched).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void theyAreAskedForLikeAnyLayer(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode lakes = plan.json("/collections/water_nodes/items?kind=lake&sortby=-name&properties=name,level_m");
        assertThat(lakes.path("features"))
                .extracting(lake -> lake.path("properties").path("name").asText())
                .hasSize(6)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        JsonNode high = plan.json("/collections/water_nodes/items?filter=level_m%3E140");
        assertThat(high.path("features"))
                .hasSize(4)
                .allMatch(lake -> lake.path("properties").path("level_m").asDouble() > 140);
        JsonNode lake = lakes.path("features").path(0);
        double lon = lake.path("geometry").path("coordinates").path(0).asDouble();
        double lat = lake.path("geometry").path("coordinates").path(1).asDouble();
        String box = (lon - 1e-6) + "," + (lat - 1e-6) + "," + (lon + 1e-6) + "," + (lat + 1e-6);
        assertThat(OgcPlan.ids(plan.json("/collections/water_nodes/items?bbox=" + box)))
                .containsExactly(lake.path("id").asText());
        assertThat(plan.json("/collections/water_nodes/items/" + lake.path("id").asText())
                        .path("geometry"))
                .isEqualTo(lake.path("geometry"));
        assertThat(plan.get("/collections/water_nodes/items/99999").status()).isEqualTo(404);
        assertThat(plan.json("/collections/water_edges/items?name=" + UPHILL)
                        .path("features")
                        .path(0)
                        .path("properties")
                        .path("findings")
                        .asText())
                .contains("uphill");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWritesThem(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String items = "/collections/water_edges/items";
        for (String method :
                List.of("POST " + items, "PUT " + items + "/1", "PATCH " + items + "/1", "DELETE " + items + "/1")) {
            String[] is = method.split(" ");
            var answer = plan.send(is[0], is[1], is[0].equals("DELETE") ? null : "{}", "Content-Type", OgcPlan.GEOJSON);
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        }
        assertThat(plan.send("OPTIONS", items, null).header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    private static final String UPHILL = URLEncoder.encode("太溪湖—方顶湖引水渠", StandardCharsets.UTF_8);

    @Test
    void ogr2ogrReadsAllThree() throws IOException {
        OgcPlan plan = OgcPlan.in(Kind.GEOPACKAGE);
        for (String layer : List.of("water_nodes", "water_edges", "water_verdicts")) {
            Path file = TestDatabases.folder().resolve(layer + ".geojson");
            TestDatabases.gdal(List.of(
                    "ogr2ogr", "-f", "GeoJSON", "-oo", "PAGE_SIZE=10", file.toString(), "OAPIF:" + plan.url(), layer));
            JsonNode got = OgcPlan.parse(Files.readString(file));
            JsonNode served = plan.json("/collections/" + layer + "/items?limit=1000");
            assertThat(got.path("features"))
                    .hasSize(served.path("numberMatched").asInt());
            assertThat(got.path("features").path(0).path("properties").path("name"))
                    .isEqualTo(
                            served.path("features").path(0).path("properties").path("name"));
        }
        JsonNode verdicts = plan.json("/collections/water_verdicts/items");
        assertThat(verdicts.path("features"))
                .extracting(one -> one.path("properties").path("verdict").asText())
                .containsExactly("circulating", "balanced", "backed", "clear");
        assertThat(verdicts.path("features")
                        .path(0)
                        .path("properties")
                        .path("standing")
                        .asText())
                .as("this plan has no tables")
                .isEqualTo("cannot_say");
        assertThat(verdicts.path("features").path(0).path("geometry").path("coordinates"))
                .as("the lakes")
                .hasSize(6);
    }

    private static String next(JsonNode page) {
        return OgcPlan.link(page, "next").isEmpty() ? null : OgcPlan.link(page, "next");
    }
}
