package org.greenplan.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters over HTTP as OGC API Features Part 3 (19-079r2) has them; the language itself is tested where it is read. */
class OgcFilterTest {
    private static final String PARKS = "/collections/parks/items?limit=1000";

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/filter/filter-param, /conf/filter/filter-lang-param, /conf/filter/filter-crs-param")
    void oneFilterInBothLanguagesAndEverySystem(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        List<String> plain = ids(plan, "&status=approved");
        assertThat(plain).isNotEmpty();
        assertThat(ids(plan, "&filter=" + Asking.encoded("status = 'approved'")))
                .isEqualTo(plain);
        String json = "{\"op\":\"=\",\"args\":[{\"property\":\"status\"},\"approved\"]}";
        assertThat(ids(plan, "&filter-lang=cql2-json&filter=" + Asking.encoded(json)))
                .isEqualTo(plain);
        List<String> box = ids(plan, "&bbox=113.25,34.79,113.28,34.81");
        assertThat(box).isNotEmpty();
        assertThat(ids(plan, "&filter=" + Asking.encoded("S_INTERSECTS(geom, BBOX(113.25,34.79,113.28,34.81))")))
                .isEqualTo(box);
        String north = Asking.encoded("S_INTERSECTS(geom, BBOX(34.79,113.25,34.81,113.28))");
        assertThat(ids(plan, "&filter-crs=" + OgcPlan.EPSG + 4490 + "&filter=" + north))
                .isEqualTo(box);
    }

    @ParameterizedTest
    @EnumSource(names = "GEOPACKAGE")
    @DisplayName("Functions take shapes in every system that a layer is offered in")
    void shapesInEverySystem(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode systems = plan.json("/collections/parks").path("crs");
        assertThat(systems).hasSize(6);
        String one = plan.json(PARKS).path("features").path(0).path("id").asText();
        for (JsonNode crs : systems) {
            JsonNode shape = plan.json("/collections/parks/items/" + one + "?crs=" + crs.asText())
                    .path("geometry");
            String asked = "&filter-lang=cql2-json&filter-crs=" + crs.asText() + "&filter=";
            String place = "[{\"property\":\"geometry\"}," + shape;
            String meets = "{\"op\":\"s_intersects\",\"args\":" + place + "]}";
            assertThat(ids(plan, asked + Asking.encoded(meets)))
                    .as(crs.asText())
                    .contains(one);
            String near = "{\"op\":\"s_dwithin\",\"args\":" + place + ",1]}";
            assertThat(ids(plan, asked + Asking.encoded(near))).as(crs.asText()).contains(one);
            String apart = "{\"op\":\"s_disjoint\",\"args\":" + place + "]}";
            assertThat(ids(plan, asked + Asking.encoded(apart)))
                    .as(crs.asText())
                    .isNotEmpty()
                    .doesNotContain(one);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A filter, a box, a time and plain comparisons hold together, and the next page holds them too")
    void allTogether(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String query =
                "/collections/parks/items?limit=1&bbox=113.2,34.7,113.4,34.9&datetime=2019-06-01&effect=new&sortby=-name"
                        + "&filter=" + Asking.encoded("status IN ('approved', 'proposed')");
        JsonNode first = plan.json(query);
        assertThat(first.path("numberMatched").asInt()).isGreaterThan(1);
        JsonNode second = plan.json(OgcPlan.link(first, "next"));
        assertThat(second.path("numberMatched")).isEqualTo(first.path("numberMatched"));
        for (JsonNode page : List.of(first, second)) {
            JsonNode properties = page.path("features").path(0).path("properties");
            assertThat(properties.path("status").asText()).isIn("approved", "proposed");
            assertThat(properties.path("effect").asText()).isEqualTo("new");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "/conf/queryables/get-queryables-op, /conf/queryables-query-parameters: what is listed can be asked, nothing else")
    void queryables(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode queryables = plan.json("/collections/parks/queryables");
        assertThat(queryables.path("$id").asText()).endsWith("/collections/parks/queryables");
        assertThat(queryables.path("properties").path("status").path("enum")).hasSize(4);
        queryables.path("properties").properties().forEach(property -> {
            if (property.getValue().has("type")) {
                String value =
                        switch (property.getValue().path("type").asText()) {
                            case "boolean" -> "true";
                            case "string" ->
                                property.getValue().path("format").asText().equals("date")
                                        ? "2019-04-01"
                                        : property.getValue()
                                                .path("enum")
                                                .path(0)
                                                .asText("x");
                            default -> "1";
                        };
                assertThat(plan.get(PARKS + "&" + property.getKey() + "=" + Asking.encoded(value))
                                .status())
                        .as(property.getKey())
                        .isEqualTo(200);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("What cannot be asked is a 400 that says so")
    void refusals(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (String query : List.of(
                "filter=" + Asking.encoded("status = "),
                "filter=" + Asking.encoded("nothing = 1"),
                "filter=" + Asking.encoded("A_CONTAINS(name, ('x'))"),
                "filter=" + Asking.encoded("status = 'approved'; DROP TABLE parks"),
                "filter-lang=sql&filter=1",
                "filter-crs=EPSG:1&filter=" + Asking.encoded("year = 2019"),
                "filter-lang=cql2-json&filter=" + Asking.encoded("{\"op\":\"dream\",\"args\":[]}"))) {
            var answer = plan.get(PARKS + "&" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().path("detail").asText()).isNotBlank();
        }
    }

    private static List<String> ids(OgcPlan plan, String query) {
        return OgcPlan.ids(plan.json(PARKS + query));
    }
}
