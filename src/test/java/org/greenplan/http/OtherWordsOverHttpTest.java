package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.greenplan.plan.OtherWords;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** A plan whose features are called by {@code mingcheng} and numbered by {@code bianhao} works as one with {@code name} and {@code code}. */
class OtherWordsOverHttpTest {
    @Test
    void titleNumberAndYearAreFoundByTheirRoles() {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE, OtherWords.CATALOGUE, OtherWords.PROFILE)) {
            String made = plan.post(
                            "/api/changesets",
                            """
                            {"author":"li","comment":"","changes":[{"op":"create","layer":"parks","feature":{"type":"Feature",
                             "properties":{"mingcheng":"月季园","bianhao":"A-7","stage":"idea","deed":"fresh","sort":"G14"},
                             "geometry":%s}}]}"""
                                    .formatted(HttpDesk.polygon(HttpDesk.box(113.30, 34.77, 0.004))))
                    .body();
            assertThat(made).contains("\"label\":\"月季园\"", "\"season\":2026");
            JsonNode row = plan.json("/api/plots").get(0).get("attributes");
            assertThat(row.get("name").asText()).isEqualTo("月季园");
            assertThat(row.get("code").asText()).isEqualTo("A-7");
            assertThat(row.get("year").asInt()).isEqualTo(2026);
            assertThat(plan.get("/api/search?q=" + encoded("月季")).body()).contains("\"label\":\"月季园\"");
            assertThat(tile(plan)).contains("月季园");
            assertThat(plan.get("/api/report.json").body()).contains("月季园");
            assertThat(plan.get("/api/export.kml").body()).contains("<name>月季园</name>");
            assertThat(plan.get("/api/export.dxf?encoding=escapes").body()).contains("\\U+6708\\U+5B63\\U+56ED", "A-7");
            assertThat(year(plan, "2026")).isOne();
            assertThat(year(plan, "2019")).isZero();
            String table = plan.send(
                            plan.request("/ogc/collections/parks/items").header("Accept", "text/html"))
                    .body();
            assertThat(table.split("月季园", -1)).as("told once").hasSize(2);
            JsonNode year = plan.json("/ogc/collections/parks/schema").at("/properties/season");
            assertThat(year.get("default").asInt()).isEqualTo(2026);
        }
    }

    @Test
    void filesThatHaveNamesOfTheirOwnGiveThem() {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE, OtherWords.CATALOGUE, OtherWords.PROFILE)) {
            String kml =
                    """
                    <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>丁香园</name><Polygon>
                    <outerBoundaryIs><LinearRing><coordinates>113.30,34.77 113.304,34.77 113.304,34.774 113.30,34.774
                    113.30,34.77</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>""";
            var intake = new HttpIntake(plan);
            intake.put("公园.kml", kml.getBytes(StandardCharsets.UTF_8));
            JsonNode found = intake.done("survey", "{}").at("/found/layers/0");
            JsonNode applied = intake.done(
                    "apply",
                    """
                    {"author":"wang","layers":[{"source":0,"target":"parks","crs":"EPSG:4490","fields":{"name":"mingcheng"},"mode":"new"}]}""");
            assertThat(found.toString()).as("offered").contains("mingcheng");
            assertThat(applied.at("/problem").isMissingNode())
                    .as(applied.toString())
                    .isTrue();
            JsonNode row = plan.json("/api/plots").get(0).get("attributes");
            assertThat(row.get("name").asText()).isEqualTo("丁香园");
            assertThat(row.get("year").asInt()).as("the plan's year").isEqualTo(2026);
        }
    }

    private static int year(HttpDesk plan, String year) {
        return plan.json("/ogc/collections/parks/items?f=json&datetime=" + year + "-06-01")
                .get("numberMatched")
                .asInt();
    }

    /** The tile in which the park lies, as text. */
    private static String tile(HttpDesk plan) {
        int z = 14;
        double lat = Math.toRadians(34.772);
        int x = (int) ((113.302 + 180) / 360 * (1 << z));
        int y = (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * (1 << z));
        var answer =
                plan.send(plan.request("/tiles/parks/" + z + "/" + x + "/" + y + ".mvt"), BodyHandlers.ofByteArray());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
