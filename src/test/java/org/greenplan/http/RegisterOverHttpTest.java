package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** The table of plots as the page asks for it: a window, a place, a range, sums, and a file of what is shown. */
class RegisterOverHttpTest {
    @Test
    void thePageAsksForWhatItShowsAndNothingElse() {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE)) {
            for (int i = 0; i < 3; i++) {
                plan.post(
                        "/api/changesets", park("月季园" + (9 + i), 113.30 + 0.01 * i, i == 1 ? "approved" : "proposed"));
            }
            JsonNode page = plan.json("/api/plots/page?sort=name&offset=1&limit=1");
            assertThat(page.get("plots").asInt()).isEqualTo(3);
            assertThat(page.get("unknown").asInt()).isZero();
            assertThat(page.get("rows")).hasSize(1);
            JsonNode row = page.at("/rows/0");
            assertThat(row.at("/attributes/name").asText()).as("9, 10, 11").isEqualTo("月季园10");
            assertThat(row.at("/attributes/office").asText()).isEqualTo("园林局");
            assertThat(row.at("/attributes/start").asText()).isEqualTo("2026-03-01");
            double net = row.at("/net/planeM2").asDouble();

            JsonNode approved = plan.json("/api/plots/page?status=approved&limit=0");
            assertThat(approved.at("/net/planeM2").asDouble()).isEqualTo(net);
            assertThat(approved.get("rows")).isEmpty();
            assertThat(plan.json("/api/plots/page?text=yjy1").get("plots").asInt())
                    .isEqualTo(2);
            assertThat(plan.json("/api/plots/page?box=113.3075,34.7,113.33,34.9&limit=0")
                            .get("plots")
                            .asInt())
                    .as("those in sight")
                    .isEqualTo(2);
            assertThat(plan.get("/api/plots/page?box=1,2,3").body()).contains("\"field\":\"box\"");
            assertThat(plan.json("/api/plots/place?sort=-name&of=parks:1")
                            .get("place")
                            .asInt())
                    .isEqualTo(2);
            assertThat(plan.json("/api/plots/place?text=none&of=parks:1")
                            .get("place")
                            .isNull())
                    .isTrue();
            assertThat(plan.json("/api/plots/range?sort=name&from=parks:3&to=parks:2")
                            .toString())
                    .isEqualTo("{\"whole\":true,\"refs\":{\"parks\":[2,3]}}");
            JsonNode refs = plan.json("/api/plots/refs?limit=2&sort=name");
            assertThat(refs.get("whole").asBoolean()).isFalse();
            assertThat(refs.get("refs").toString()).isEqualTo("{\"parks\":[1,2]}");
            assertThat(refs.at("/bbox/0").asDouble()).isEqualTo(113.298, org.assertj.core.data.Offset.offset(0.003));
            assertThat(refs.at("/bbox/2").asDouble()).isEqualTo(113.312, org.assertj.core.data.Offset.offset(0.003));
            assertThat(plan.post("/api/plots/some", "[\"parks:2\",\"parks:77\"]")
                            .body())
                    .contains("\"plots\":1", "\"version\":1");
        }
    }

    @Test
    void whatIsShownIsTakenAwayInItsColumnsAndOrder() {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE)) {
            plan.post("/api/changesets", park("甲", 113.30, "proposed"));
            plan.post("/api/changesets", park("乙", 113.31, "approved"));
            plan.post("/api/changesets", park("=丙", 113.32, "approved"));
            String asked = "?status=approved&sort=-name&columns=status,name,start,layer";
            String csv = plan.get("/api/plots/table.csv" + asked + "&lang=zh").body();
            assertThat(csv).isEqualTo("\uFEFF状态,名称,计划开工,图层\r\n已批准,乙,2026-03-01,公园绿地\r\n已批准,'=丙,2026-03-01,公园绿地\r\n");
            assertThat(plan.get("/api/plots/table.csv?columns=name,layer&lang=en")
                            .body())
                    .startsWith("\uFEFFName,Layer\r\n");
            byte[] book = plan.send(plan.request("/api/plots/table.xlsx" + asked), BodyHandlers.ofByteArray())
                    .body();
            assertThat(new String(book, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
            assertThat(plan.get("/api/plots/table.csv?columns=nothing").body()).contains("nothing", "name, code");
            assertThat(plan.get("/api/plots/table.pdf").statusCode()).isEqualTo(404);
            assertThat(plan.get("/api/plots/page?filter=" + encoded("wrong = 1"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(plan.get("/api/plots/place?of=parks").statusCode()).isEqualTo(400);
        }
    }

    private static String park(String name, double lon, String status) {
        return """
               {"author":"li","comment":"","changes":[{"op":"create","layer":"parks","feature":{"type":"Feature",
                "properties":{"name":"%s","status":"%s","office":"园林局","planned_start":"2026-03-01"},
                "geometry":%s}}]}"""
                .formatted(name, status, HttpDesk.polygon(HttpDesk.box(lon, 34.77, 0.004)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
