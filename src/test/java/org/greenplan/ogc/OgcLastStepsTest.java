package org.greenplan.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.greenplan.history.HistoryStore;
import org.greenplan.ogc.ask.Asking;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients tried that the standards' own suites do not ask: nothing written before it is judged, nothing claimed that is not whole. */
class OgcLastStepsTest {
    private static final String PARKS = "/collections/parks/items";
    private static final String[] BODY = {"Content-Type", OgcPlan.GEOJSON};
    private static final String[] MERGE = {"Content-Type", "application/merge-patch+json"};

    @ParameterizedTest
    @EnumSource
    @DisplayName("Judged first, written after: parameters, Accept and types are refused before anything is written")
    void judgedFirst(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String at = PARKS + "/" + plan.create("parks", OgcPlan.park("先判", 113.2340, 34.7700));
        long before = changesets(plan);
        String park = OgcPlan.park("不写", 113.2345, 34.7700);
        assertThat(plan.send("POST", PARKS + "?foo=1", park, BODY).status()).isEqualTo(400);
        assertThat(plan.send("POST", PARKS, park, "Content-Type", OgcPlan.GEOJSON, "Accept", "image/png")
                        .status())
                .isEqualTo(406);
        assertThat(plan.send("PATCH", at + "?foo=1", "{}", MERGE).status()).isEqualTo(400);
        assertThat(plan.send("PATCH", at + "?crs=x", "{}", MERGE).status()).isEqualTo(400);
        assertThat(plan.send("DELETE", at + "?foo=1", null).status()).isEqualTo(400);
        var put = plan.send("PUT", at + "?foo=1", park, "Content-Type", OgcPlan.GEOJSON, "If-Match", "*");
        assertThat(put.status()).isEqualTo(400);
        assertThat(put.json().path("field").asText()).isEqualTo("foo");
        assertThat(changesets(plan)).isEqualTo(before);
        assertThat(plan.send("DELETE", at, null).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("PATCH tells null, absent, unknown and empty members apart; what changes nothing writes nothing")
    void patch(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String at = PARKS + "/" + plan.create("parks", OgcPlan.park("补丁", 113.2350, 34.7700));
        var read = plan.get(at);
        String tag = read.header("ETag");
        long before = changesets(plan);
        String plane = OgcPlan.EPSG + "4547";
        JsonNode inPlane = plan.json(at + "?crs=" + plane);
        String[] inThePlane = {"Content-Type", "application/merge-patch+json", "Content-Crs", "<" + plane + ">"};
        for (String same : List.of("{}", "{\"properties\":{}}", "{\"properties\":{\"name\":\" 补丁\"}}", read.text())) {
            var patched = plan.send("PATCH", at, same, MERGE);
            assertThat(patched.status()).as(same + patched.text()).isEqualTo(204);
            assertThat(patched.header("ETag")).as(same).isEqualTo(tag);
        }
        var back = plan.send("PATCH", at, "{\"geometry\":" + inPlane.path("geometry") + "}", inThePlane);
        assertThat(back.header("ETag")).as(back.text()).isEqualTo(tag);
        refused(plan, at, "{\"geometry\":null}", 422, "geometry");
        refused(plan, at, "{\"properties\":null}", 422, "properties.name");
        refused(plan, at, "{\"properties\":{\"name\":null}}", 422, "properties.name");
        refused(plan, at, "{\"properties\":{\"nmae\":\"x\"}}", 422, "properties.nmae");
        refused(plan, at, "{\"nmae\":\"x\"}", 422, "nmae");
        assertThat(changesets(plan)).isEqualTo(before);
        assertThat(plan.send("PATCH", at, "{\"properties\":{\"year\":null}}", MERGE)
                        .header("ETag"))
                .isNotEqualTo(tag);
        assertThat(plan.send("DELETE", at, null).status()).isEqualTo(204);
    }

    private static void refused(OgcPlan plan, String at, String patch, int status, String field) {
        var answer = plan.send("PATCH", at, patch, MERGE);
        assertThat(answer.status()).as(patch + answer.text()).isEqualTo(status);
        assertThat(answer.json().path("field").asText()).as(patch).isEqualTo(field);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Patches of different members at one time all succeed")
    void patchesAtOneTime(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String at = PARKS + "/" + plan.create("parks", OgcPlan.park("同时", 113.2360, 34.7700));
        List<String> patches = List.of("\"name\":\"甲\"", "\"year\":2021", "\"remark\":\"乙\"", "\"toilets\":true");
        List<Integer> answers = IntStream.range(0, patches.size())
                .parallel()
                .mapToObj(i -> plan.send("PATCH", at, "{\"properties\":{" + patches.get(i) + "}}", MERGE)
                        .status())
                .toList();
        assertThat(answers).containsOnly(204);
        JsonNode after = plan.json(at).path("properties");
        assertThat(after.path("name").asText()).isEqualTo("甲");
        assertThat(after.path("year").asInt()).isEqualTo(2021);
        assertThat(after.path("remark").asText()).isEqualTo("乙");
        assertThat(after.path("toilets").asBoolean()).isTrue();
        assertThat(plan.send("DELETE", at, null, "If-Match", "W/" + plan.get(at).header("ETag"))
                        .status())
                .as("compared strongly")
                .isEqualTo(412);
        assertThat(plan.send("DELETE", at, null).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(names = "GEOPACKAGE")
    @DisplayName("What is wrong with a body is said as what it is, by the name it has in the request")
    void wrongBodies(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        long before = changesets(plan);
        String park = OgcPlan.park("错", 113.2370, 34.7700);
        String twice = park.replace("\"year\"", "\"name\":\"又\",\"year\"");
        assertThat(plan.send("POST", PARKS, park + "x", BODY).status()).isEqualTo(400);
        assertThat(plan.send("POST", PARKS, park + park, BODY).status()).isEqualTo(400);
        var repeated = plan.send("POST", PARKS, twice, BODY);
        assertThat(repeated.status()).isEqualTo(400);
        assertThat(repeated.json().path("field").asText()).isEqualTo("name");
        var many = plan.send("POST", PARKS, "{\"type\":\"FeatureCollection\",\"features\":[" + park + "]}", BODY);
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.json().path("field").asText()).isEqualTo("type");
        assertThat(many.json().path("detail").asText()).contains("FeatureCollection");
        var wrong = plan.send("POST", PARKS, park.replace("proposed", "dreamt"), BODY);
        assertThat(wrong.json().path("field").asText()).isEqualTo("properties.status");
        var shapeless = plan.send("POST", PARKS, "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}", BODY);
        assertThat(shapeless.json().path("field").asText()).isEqualTo("geometry");
        assertThat(plan.send("POST", PARKS, park, "Content-Type", "application/geo+json; charset=klingon")
                        .status())
                .isEqualTo(415);
        var type = plan.send("PATCH", PARKS + "/1", "<a/>", "Content-Type", "text/xml");
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.header("Accept-Patch")).contains("application/merge-patch+json");
        assertThat(changesets(plan)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = "GEOPACKAGE")
    @DisplayName("What was done to a shape reaches its writer")
    void notices(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String high = OgcPlan.park("高", 113.2380, 34.7700).replaceAll("\\[(113[.0-9]+),(34[.0-9]+)]", "[$1,$2,110]");
        var made = plan.send("POST", PARKS, high, "Content-Type", OgcPlan.GEOJSON, "Prefer", "return=representation");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("notices").path(0).path("detail").asText()).isNotBlank();
        assertThat(made.json().path("geometry").toString()).doesNotContain("110");
        assertThat(plan.send("DELETE", made.header("Location"), null).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(names = "GEOPACKAGE")
    @DisplayName("HEAD answers as GET would; 405 says what there is; OPTIONS answers for ids that are not there")
    void headAndAllow(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String root = plan.url().replaceFirst("/ogc$", "");
        for (String path : List.of(
                "/ogc",
                "/ogc/collections/parks/items/1",
                "/ogc/collections/parks/items/999999",
                "/ogc/collections/none",
                "/api/export.geojson?layer=parks",
                "/api/plan",
                "/nothing")) {
            var get = plan.get(root + path);
            var head = plan.send("HEAD", root + path, null);
            assertThat(head.status()).as(path).isEqualTo(get.status());
            assertThat(head.header("Content-Type")).as(path).isEqualTo(get.header("Content-Type"));
            assertThat(head.header("Content-Length")).as(path).isEqualTo(get.header("Content-Length"));
            assertThat(head.header("ETag")).as(path).isEqualTo(get.header("ETag"));
            assertThat(head.body()).as(path).isEmpty();
        }
        var wrong = plan.send("DELETE", "/collections/parks", null);
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(plan.send("PUT", PARKS, "{}", BODY).header("Allow"))
                .contains("GET", "HEAD", "POST", "OPTIONS")
                .doesNotContain("PUT");
        for (String id : List.of("/999999", "/unknown_id")) {
            var options = plan.send("OPTIONS", PARKS + id, null);
            assertThat(options.status()).isEqualTo(200);
            assertThat(options.header("Allow")).contains("PATCH", "DELETE");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Net areas are read with the items, by the names that filters know, and never written")
    void netAreas(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        double lon = 113.22;
        String at = PARKS + "/" + plan.create("parks", OgcPlan.park("净", lon, 34.79));
        while (plan.json(at).path("properties").path("net_plane_m2").asDouble() < 300 && lon < 113.34) {
            plan.send("DELETE", at, null);
            lon += 0.005;
            at = PARKS + "/" + plan.create("parks", OgcPlan.park("净", lon, 34.79));
        }
        var read = plan.get(at);
        JsonNode properties = read.json().path("properties");
        double net = properties.path("net_plane_m2").asDouble();
        assertThat(properties.path("gross_ellipsoid_m2").asDouble()).isBetween(300.0, 500.0);
        JsonNode schema = plan.json("/collections/parks/schema").path("properties");
        JsonNode queryables = plan.json("/collections/parks/queryables").path("properties");
        for (String name :
                List.of("net_plane_m2", "net_ellipsoid_m2", "gross_plane_m2", "gross_ellipsoid_m2", "length_m")) {
            assertThat(properties.path(name).isNumber()).as(name).isTrue();
            assertThat(schema.path(name).path("readOnly").asBoolean()).as(name).isTrue();
            assertThat(queryables.has(name)).as(name).isTrue();
        }
        JsonNode few = plan.json(PARKS + "?properties=name,net_plane_m2&limit=1000");
        for (JsonNode feature : few.path("features")) {
            assertThat(feature.path("properties").size()).isEqualTo(2);
            if (feature.path("id").equals(read.json().path("id"))) {
                assertThat(feature.path("properties").path("net_plane_m2").asDouble())
                        .isEqualTo(net);
            }
        }
        sortedByNet(plan);
        var back = plan.send("PUT", at, read.text(), "Content-Type", OgcPlan.GEOJSON, "If-Match", read.header("ETag"));
        assertThat(back.status()).as(back.text()).isEqualTo(204);
        String second = back.header("ETag");
        String figures = "{\"properties\":{\"net_plane_m2\":1,\"length_m\":null}}";
        assertThat(plan.send("PATCH", at, figures, MERGE).header("ETag"))
                .as("figures that come along write nothing")
                .isEqualTo(second);
        long over = plan.create("existing_green", OgcPlan.over(lon, 34.79));
        var after = plan.get(at, "If-None-Match", second);
        assertThat(net).isPositive();
        assertThat(after.status()).as("a neighbour has taken it").isEqualTo(200);
        assertThat(after.json().path("properties").path("net_plane_m2").asDouble())
                .isZero();
        assertThat(plan.send("DELETE", at, null, "If-Match", second).status())
                .as("the plot is as it was written")
                .isEqualTo(204);
        assertThat(plan.send("DELETE", "/collections/existing_green/items/" + over, null)
                        .status())
                .isEqualTo(204);
    }

    /** The greatest first, on pages that are read one after the other. */
    private static void sortedByNet(OgcPlan plan) {
        assertThat(plan.json("/collections/roads/schema").path("properties").has("net_plane_m2"))
                .isFalse();
        assertThat(plan.json("/collections/parks/sortables").path("properties").has("net_plane_m2"))
                .isTrue();
        List<Double> nets = new ArrayList<>();
        String next = PARKS + "?sortby=-net_plane_m2&limit=25&properties=net_plane_m2";
        while (!next.isEmpty()) {
            JsonNode page = plan.json(next);
            page.path("features")
                    .forEach(feature -> nets.add(
                            feature.path("properties").path("net_plane_m2").asDouble()));
            next = OgcPlan.link(page, "next");
        }
        assertThat(nets)
                .hasSize(plan.json(PARKS + "?limit=1").path("numberMatched").asInt())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @EnumSource(names = "GEOPACKAGE")
    @DisplayName("Identity and geometry have one name each in schema and queryables, which items have, too")
    void oneName(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (String layer : List.of("parks", "roads", "water_structures")) {
            String at = "/collections/" + layer;
            JsonNode schema = plan.json(at + "/schema").path("properties");
            JsonNode queryables = plan.json(at + "/queryables").path("properties");
            for (JsonNode document : List.of(schema, queryables)) {
                assertThat(document.path("id").path("x-ogc-role").asText()).isEqualTo("id");
                assertThat(document.path("geometry").path("x-ogc-role").asText())
                        .isEqualTo("primary-geometry");
                assertThat(document.has("fid") || document.has("geom")).isFalse();
            }
            assertThat(schema.path("geometry")).isEqualTo(queryables.path("geometry"));
            JsonNode feature =
                    plan.json(OgcPlan.link(plan.json(at), "describedBy")).path("properties");
            assertThat(feature.path("geometry").path("$ref").asText()).startsWith("https://geojson.org/schema/");
            assertThat(feature.path("properties").path("properties").path("name"))
                    .isEqualTo(schema.path("name"));
        }
        String box = "BBOX(113.2,34.7,113.4,34.9)";
        for (String names : List.of("id > 0 AND S_INTERSECTS(geometry,", "fid > 0 AND S_INTERSECTS(geom,")) {
            assertThat(plan.json(PARKS + "?limit=1&filter=" + Asking.encoded(names + box + ")"))
                            .path("numberMatched"))
                    .isEqualTo(plan.json(PARKS + "?limit=1").path("numberMatched"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "GEOPACKAGE")
    @DisplayName(
            "HTML for a person: maps, counts, systems by name, net areas with units, files, the way into QGIS, a language")
    void pages(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String landing = plan.get("?f=html", "Accept-Language", "zh").text();
        assertThat(landing)
                .contains("class=\"map\"", "公园绿地", "在 QGIS 中添加", "data-copy=\"" + plan.url() + "\"", "English");
        int parks = plan.json(PARKS + "?limit=1").path("numberMatched").asInt();
        assertThat(landing).contains("parks/items\">" + parks + "</a>");
        String layer =
                plan.get("/collections/parks?f=html", "Accept-Language", "zh").text();
        assertThat(layer).contains("class=\"map\"", "在 QGIS 中添加", "Web 墨卡托", "中央经线 114°");
        String root = plan.url().replaceFirst("/ogc$", "");
        Matcher files = Pattern.compile("href=\"(/api/export[^\"]+)\"").matcher(layer);
        while (files.find()) {
            assertThat(plan.get(root + files.group(1)).status())
                    .as(files.group(1))
                    .isEqualTo(200);
        }
        String items = plan.get(PARKS + "?f=html&sortby=-net_plane_m2&limit=2", "Accept-Language", "en")
                .text();
        assertThat(items).contains("class=\"map\"", "aria-sort=\"descending\"", "Net area on the plane", " m²</td>");
        assertThat(items).contains("sortby=net_plane_m2").doesNotContain("cursor=&amp;");
        String at = PARKS + "/1?f=html";
        var english = plan.get(at, "Accept-Language", "zh", "Cookie", "greenplan-language=en");
        assertThat(english.text()).contains("lang=\"en\"", "class=\"map\"", "Net area on the plane");
        assertThat(plan.get(at, "Accept-Language", "zh", "If-None-Match", english.header("ETag"))
                        .status())
                .as("another language is another page")
                .isEqualTo(200);
        assertThat(plan.get(PARKS + "/1", "Cookie", "greenplan-language=en", "Accept-Language", "zh")
                        .header("Content-Language"))
                .as("a program's language is in its head")
                .isEqualTo("zh");
    }

    private static long changesets(OgcPlan plan) {
        return plan.desk().database().read(session -> new HistoryStore(session).lastNumber());
    }
}
