package org.greenplan.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The abstract tests of OGC API Features Part 1 (17-069r4), class Core, each under its own name. */
class OgcCoreConformanceTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/root-op, /conf/core/root-success")
    void landingPage(Kind kind) {
        JsonNode landing = OgcPlan.in(kind).json("");
        for (String rel : List.of("self", "alternate", "service-desc", "service-doc", "conformance", "data")) {
            assertThat(OgcPlan.link(landing, rel)).as(rel).isNotEmpty();
        }
        linksNameRelAndType(landing);
        assertThat(OgcPlan.in(kind).get("/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/api-definition-op, /conf/core/api-definition-success")
    void apiDefinition(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode landing = plan.json("");
        var document = plan.get(OgcPlan.link(landing, "service-desc"));
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Content-Type")).startsWith("application/vnd.oai.openapi+json;version=3.0");
        assertThat(document.json().path("openapi").asText()).startsWith("3.0");
        assertThat(plan.get(OgcPlan.link(landing, "service-doc")).header("Content-Type"))
                .startsWith("text/html");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "/req/core/query-param-unknown: what the description names is what an address knows, in the same order")
    void describedParameters(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        List<String> described = new ArrayList<>();
        plan.json("/api?f=json")
                .at("/paths/~1collections~1parks~1items/get/parameters")
                .forEach(one -> described.add(
                        one.has("name")
                                ? one.path("name").asText()
                                : one.path("$ref").asText().replaceFirst(".*/", "")));
        String refusal = plan.get("/collections/parks/items?unknown=1", "Accept-Language", "en")
                .json()
                .path("detail")
                .asText();
        assertThat(refusal).endsWith("Known are: " + String.join(", ", described) + ".");
        assertThat(described).startsWith("f", "limit", "bbox").contains("filter-crs", "cursor", "status");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/conformance-op, /conf/core/conformance-success")
    void conformance(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode classes = plan.json(OgcPlan.link(plan.json(""), "conformance")).path("conformsTo");
        assertThat(classes)
                .extracting(JsonNode::asText)
                .contains(
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
                        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/http")
    void http(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        assertThat(plan.get("/nothing").status()).isEqualTo(404);
        assertThat(plan.get("/collections/nothing").status()).isEqualTo(404);
        assertThat(plan.get("/collections/parks/items/999999999").status()).isEqualTo(404);
        assertThat(plan.get("/collections/parks/items/x").status()).isEqualTo(404);
        assertThat(plan.send("DELETE", "/collections/parks", null).status()).isEqualTo(405);
        assertThat(plan.get("/collections", "Accept", "image/png").status()).isEqualTo(406);
        var gzip = plan.get("/collections/parks/items", "Accept-Encoding", "gzip");
        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzip.headers().allValues("Vary").toString()).contains("Accept,", "Accept-Encoding");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/crs84")
    void crs84(Kind kind) {
        JsonNode parks = OgcPlan.in(kind).json("/collections/parks/items");
        for (JsonNode feature : parks.path("features")) {
            JsonNode first =
                    feature.path("geometry").path("coordinates").path(0).path(0).path(0);
            assertThat(first.path(0).asDouble()).isBetween(113.2, 113.4);
            assertThat(first.path(1).asDouble()).isBetween(34.7, 34.9);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "/conf/core/fc-md-op, /conf/core/fc-md-success, /conf/core/fc-md-links, /conf/core/fc-md-items, /conf/core/fc-md-items-links")
    void collections(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode document = plan.json("/collections");
        assertThat(OgcPlan.link(document, "self")).isNotEmpty();
        assertThat(OgcPlan.link(document, "alternate")).isNotEmpty();
        assertThat(document.path("crs").path(0).asText()).isEqualTo(OgcPlan.CRS84);
        assertThat(document.path("collections"))
                .hasSize(plan.desk().catalogue().layers().size()
                        + plan.desk().water().layers().all().size());
        for (JsonNode collection : document.path("collections")) {
            assertThat(collection.path("id").asText()).isNotEmpty();
            assertThat(collection.path("itemType").asText()).isEqualTo("feature");
            assertThat(collection.path("links"))
                    .filteredOn(l -> l.path("rel").asText().equals("items"))
                    .extracting(l -> l.path("type").asText())
                    .contains("application/geo+json", "text/html");
            linksNameRelAndType(collection);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/fc-md-extent, /conf/core/fc-md-extent-multi")
    void extents(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (JsonNode collection : plan.json("/collections").path("collections")) {
            JsonNode box =
                    collection.path("extent").path("spatial").path("bbox").path(0);
            String id = collection.path("id").asText();
            JsonNode all = plan.json("/collections/" + id + "/items?limit=10000");
            if (box.isMissingNode()) {
                assertThat(all.path("numberMatched").asInt()).isZero();
                continue;
            }
            String bbox = box.path(0) + "," + box.path(1) + "," + box.path(2) + "," + box.path(3);
            JsonNode inside = plan.json("/collections/" + id + "/items?limit=10000&bbox=" + bbox);
            assertThat(inside.path("numberMatched")).isEqualTo(all.path("numberMatched"));
        }
        JsonNode parks = plan.json("/collections/parks")
                .path("extent")
                .path("temporal")
                .path("interval")
                .path(0);
        assertThat(parks.path(0).asText()).endsWith("-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/sfc-md-op, /conf/core/sfc-md-success")
    void oneCollection(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (JsonNode listed : plan.json("/collections").path("collections")) {
            JsonNode one = plan.json("/collections/" + listed.path("id").asText());
            for (String member : List.of("id", "title", "description", "extent", "itemType", "crs", "storageCrs")) {
                assertThat(one.path(member)).as(member).isEqualTo(listed.path(member));
            }
            assertThat(one.path("links")).containsAll(listed.path("links"));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Collections speak the reader's language")
    void titles(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        assertThat(plan.get("/collections/parks").json().path("title").asText()).isEqualTo("公园绿地");
        var english = plan.get("/collections/parks", "Accept-Language", "en-GB,en;q=0.8");
        assertThat(english.json().path("title").asText()).isEqualTo("Parks");
        assertThat(english.header("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/fc-op, /conf/core/fc-response, /conf/core/fc-links, /conf/core/fc-timeStamp")
    void items(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (var layer : plan.desk().catalogue().layers()) {
            JsonNode items = plan.json("/collections/" + layer.id() + "/items");
            assertThat(items.path("type").asText()).isEqualTo("FeatureCollection");
            assertThat(items.path("features").isArray()).isTrue();
            assertThat(OgcPlan.link(items, "self")).isNotEmpty();
            assertThat(OgcPlan.link(items, "alternate")).isNotEmpty();
            linksNameRelAndType(items);
            Instant time = Instant.parse(items.path("timeStamp").asText());
            assertThat(Duration.between(time, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/fc-bbox-response")
    void bbox(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        long id = plan.create("parks", OgcPlan.park("框", 113.2210, 34.7610));
        String[] four = {"113.2209,34.7609,113.2213,34.7613", "113.2211,34.7611,113.22115,34.76115"};
        for (String box : four) {
            assertThat(OgcPlan.ids(plan.json("/collections/parks/items?bbox=" + box)))
                    .containsExactly(Long.toString(id));
        }
        assertThat(OgcPlan.ids(plan.json("/collections/parks/items?bbox=113.2209,34.7609,-50,113.2213,34.7613,50")))
                .containsExactly(Long.toString(id));
        assertThat(OgcPlan.ids(plan.json("/collections/parks/items?bbox=113.2206,34.7606,113.2209,34.7609")))
                .isEmpty();
        plan.send("DELETE", "/collections/parks/items/" + id, null);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/fc-limit-response")
    void limit(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        assertThat(plan.json("/collections/parks/items?limit=3").path("features"))
                .hasSize(3);
        JsonNode beyond = plan.json("/collections/parks/items?limit=999999");
        assertThat(beyond.path("features")).hasSize(beyond.path("numberMatched").asInt());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/fc-time-response")
    void time(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        int all = matched(plan, "");
        assertThat(all).isPositive();
        for (String time : List.of(
                "2019-06-30",
                "2019-06-30T12:00:00Z",
                "2019-01-01/2019-12-31",
                "2018-01-01T00:00:00Z/..",
                "../2020-01-01",
                "/2020-01-01",
                "2018-05-05/")) {
            assertThat(matched(plan, "&datetime=" + time)).as(time).isEqualTo(all);
        }
        int never = matched(plan, "&datetime=1995-01-01/1996-01-01");
        int undated = all - matched(plan, "&datetime=2019-06-30") + never;
        assertThat(never).isEqualTo(undated).isLessThan(all);
        assertThat(plan.json("/collections/roads/items?datetime=1995-01-01").path("numberMatched"))
                .as("features without a time are there at any time")
                .isEqualTo(plan.json("/collections/roads/items").path("numberMatched"));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/query-param-invalid")
    void invalid(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (String query : List.of(
                "limit=0",
                "limit=-1",
                "limit=ten",
                "bbox=1,2,3",
                "bbox=1,2,3,x",
                "bbox=1,5,3,2",
                "datetime=yesterday",
                "datetime=2020-01-01/2019-01-01",
                "datetime=../..",
                "f=xml",
                "sortby=nothing",
                "properties=nothing",
                "cursor=abc",
                "year=soon",
                "toilets=perhaps",
                "limit=1&limit=2")) {
            var answer = plan.get("/collections/parks/items?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().path("detail").asText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/query-param-unknown")
    void unknown(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (String path : List.of(
                "",
                "/conformance",
                "/api",
                "/collections",
                "/collections/parks",
                "/collections/parks/queryables",
                "/collections/parks/items",
                "/collections/parks/items/1",
                "/tileMatrixSets",
                "/collections/parks/tiles")) {
            assertThat(plan.get(path + "?unknown=1").status()).as(path).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/fc-numberMatched, /conf/core/fc-numberReturned")
    void numbers(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode page = plan.json("/collections/parks/items?status=approved&limit=2");
        JsonNode whole = plan.json("/collections/parks/items?status=approved");
        assertThat(page.path("numberReturned").asInt())
                .isEqualTo(page.path("features").size());
        assertThat(page.path("numberMatched").asInt())
                .isEqualTo(whole.path("features").size());
        assertThat(whole.path("features"))
                .allSatisfy(f ->
                        assertThat(f.path("properties").path("status").asText()).isEqualTo("approved"));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/core/f-op, /conf/core/f-success, /conf/core/f-links")
    void oneFeature(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (JsonNode listed : plan.json("/collections/parks/items?limit=5").path("features")) {
            JsonNode feature = plan.json("/collections/parks/items/" + listed.path("id"));
            assertThat(feature.path("geometry")).isEqualTo(listed.path("geometry"));
            assertThat(feature.path("properties")).isEqualTo(listed.path("properties"));
            for (String rel : List.of("self", "alternate", "collection")) {
                assertThat(OgcPlan.link(feature, rel)).as(rel).isNotEmpty();
            }
            linksNameRelAndType(feature);
        }
    }

    private static int matched(OgcPlan plan, String query) {
        return plan.json("/collections/afforestation/items?limit=1" + query)
                .path("numberMatched")
                .asInt();
    }

    private static void linksNameRelAndType(JsonNode document) {
        assertThat(document.path("links")).isNotEmpty().allSatisfy(link -> {
            assertThat(link.path("rel").asText()).isNotEmpty();
            assertThat(link.path("type").asText()).isNotEmpty();
            assertThat(link.path("href").asText()).startsWith("http://");
        });
    }
}
