package org.greenplan.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The abstract tests of Part 1 on OpenAPI 3.0, GeoJSON and HTML. */
class OgcFormsConformanceTest {
    private static final List<String> RESOURCES = List.of(
            "",
            "/conformance",
            "/api",
            "/collections",
            "/collections/parks",
            "/collections/parks/queryables",
            "/collections/parks/sortables",
            "/collections/parks/schema",
            "/collections/parks/items",
            "/collections/parks/items/1",
            "/collections/parks/tiles",
            "/collections/parks/tiles/WebMercatorQuad",
            "/tileMatrixSets",
            "/tileMatrixSets/WebMercatorQuad");

    @Test
    @DisplayName(
            "/conf/oas30/oas-definition-1, /conf/oas30/oas-definition-2: valid by swagger-parser and by redocly, nothing remote")
    void theDescriptionIsValid() throws IOException {
        for (String language : List.of("zh", "en")) {
            String text = OgcPlan.in(Kind.GEOPACKAGE)
                    .get("/api", "Accept-Language", language)
                    .text();
            assertThat(references(OgcPlan.parse(text))).isNotEmpty().allMatch(ref -> ref.startsWith("#/components/"));
            assertThat(new OpenAPIV3Parser().readContents(text).getMessages()).isEmpty();
            Path file = TestDatabases.folder().resolve("openapi.json");
            Files.writeString(file, text);
            TestDatabases.run(List.of("node", "src/test/web/openapi.js", file.toString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/oas30/oas-impl: every path that is described is there")
    void everyPathAnswers(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode paths = plan.json("/api").path("paths");
        paths.properties().forEach(path -> {
            String at = path.getKey()
                    .replace("{featureId}", "1")
                    .replace("{tileMatrix}/{tileRow}/{tileCol}", "12/1625/3336");
            if (path.getValue().has("get")) {
                assertThat(plan.get(at.equals("/") ? "" : at).status()).as(at).isIn(200, 204, 404);
                assertThat(plan.get(at.equals("/") ? "" : at).header("Content-Type"))
                        .as(at + " is known to the server")
                        .doesNotContain("http-404");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/oas30/completeness, /conf/oas30/exceptions-codes: each status that comes is described")
    void statusesAreDescribed(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode paths = plan.json("/api").path("paths");
        described(
                paths,
                "/collections/parks/items",
                "get",
                plan.get("/collections/parks/items?x=1").status());
        described(
                paths,
                "/collections/parks/items",
                "post",
                plan.send("POST", "/collections/parks/items", "{}", "Content-Type", OgcPlan.GEOJSON)
                        .status());
        described(
                paths,
                "/collections/parks/items/{featureId}",
                "get",
                plan.get("/collections/parks/items/0").status());
        String[] body = {"Content-Type", OgcPlan.GEOJSON};
        described(
                paths,
                "/collections/parks/items/{featureId}",
                "put",
                plan.send("PUT", "/collections/parks/items/1", "{}", body).status());
        described(
                paths,
                "/collections/parks/items/{featureId}",
                "delete",
                plan.send("DELETE", "/collections/parks/items/1", null, "If-Match", "\"0\"")
                        .status());
    }

    @Test
    @DisplayName("/conf/oas30/security: there are no accounts, and the description says so")
    void security() {
        JsonNode document = OgcPlan.in(Kind.GEOPACKAGE).json("/api");
        assertThat(document.path("security").isArray()).isTrue();
        assertThat(document.path("security")).isEmpty();
    }

    @Test
    @DisplayName("/conf/core/fc-bbox-definition, /conf/core/fc-limit-definition, /conf/core/fc-time-definition")
    void parametersAreDefinedAsTheStandardHasThem() {
        JsonNode parameters =
                OgcPlan.in(Kind.GEOPACKAGE).json("/api").path("components").path("parameters");
        for (String name : List.of("bbox", "limit", "datetime")) {
            JsonNode parameter = parameters.path(name);
            assertThat(parameter.path("in").asText()).isEqualTo("query");
            assertThat(parameter.path("required").asBoolean()).isFalse();
            assertThat(parameter.path("style").asText()).isEqualTo("form");
            assertThat(parameter.path("explode").asBoolean()).isFalse();
        }
        assertThat(parameters.path("limit").path("schema").path("type").asText())
                .isEqualTo("integer");
        assertThat(parameters.path("datetime").path("schema").path("type").asText())
                .isEqualTo("string");
        JsonNode bbox = parameters.path("bbox").path("schema");
        assertThat(bbox.path("type").asText()).isEqualTo("array");
        assertThat(bbox.path("items").path("type").asText()).isEqualTo("number");
        assertThat(bbox.path("oneOf"))
                .extracting(o -> o.path("minItems").asInt())
                .containsExactly(4, 6);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/geojson/definition")
    void mediaTypes(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (String resource : RESOURCES) {
            String type = plan.get(resource, "Accept", "application/json").header("Content-Type");
            String expected = resource.contains("/items")
                    ? "application/geo+json"
                    : resource.matches(".*(queryables|sortables|schema)")
                            ? "application/schema+json"
                            : resource.equals("/api")
                                    ? "application/vnd.oai.openapi+json;version=3.0"
                                    : "application/json";
            assertThat(type).as(resource).startsWith(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/geojson/content")
    void geoJson(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode feature = plan.json("/collections/corridors/items/1");
        assertThat(feature.path("type").asText()).isEqualTo("Feature");
        assertThat(feature.path("id").asInt()).isEqualTo(1);
        assertThat(feature.path("geometry").path("type").asText()).isEqualTo("MultiLineString");
        assertThat(feature.path("properties").isObject()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/html/definition, /conf/html/content")
    void html(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        for (String resource : RESOURCES) {
            for (var answer : List.of(plan.get(resource + "?f=html"), plan.get(resource, "Accept", browser))) {
                assertThat(answer.status()).as(resource).isEqualTo(200);
                assertThat(answer.header("Content-Type")).as(resource).startsWith("text/html");
                assertThat(answer.text())
                        .startsWith("<!doctype html>\n<html lang=\"zh\">")
                        .contains("<title>", "/assets/styles/ogc.css", "f=json")
                        .doesNotContainPattern(
                                "<script(?! (?:type=\"module\"|defer(?:=\"\")?) src=\"/assets/[^\"<>]+\"></script>)")
                        .doesNotContain("style=");
            }
        }
        var links = Pattern.compile("href=\"(/assets/[^\"]+)\"")
                .matcher(plan.get("?f=html").text());
        while (links.find()) {
            assertThat(plan.get(plan.url().replace("/ogc", links.group(1))).status())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("Numbers in addresses and extents have a point, whatever the machine's language")
    void numbersHaveAPoint() {
        OgcPlan plan = OgcPlan.in(Kind.GEOPACKAGE);
        assertThat(plan.get("/collections/parks/items/1?f=html").text())
                .containsPattern("href=\"/#16/34\\.\\d{5}/113\\.\\d{5}/parks:1\"");
        assertThat(plan.get("/collections/parks?f=html").text())
                .containsPattern("113\\.\\d{5}, 34\\.\\d{5} – 113\\.\\d{5}, 34\\.\\d{5}");
    }

    @Test
    @DisplayName("A typed name is never markup")
    void namesAreEscaped() {
        OgcPlan plan = OgcPlan.in(Kind.GEOPACKAGE);
        long id = plan.create("parks", OgcPlan.park("<b>园</b>", 113.225, 34.765));
        for (String path : List.of("/collections/parks/items/" + id, "/collections/parks/items")) {
            assertThat(plan.get(path + "?f=html").text()).contains("&lt;b&gt;园").doesNotContain("<b>园");
        }
        plan.send("DELETE", "/collections/parks/items/" + id, null);
    }

    private static void described(JsonNode paths, String path, String method, int status) {
        assertThat(status).isGreaterThanOrEqualTo(400);
        assertThat(paths.path(path).path(method).path("responses").has(Integer.toString(status)))
                .as(method + " " + path + " " + status)
                .isTrue();
    }

    private static List<String> references(JsonNode node) {
        List<String> found = new ArrayList<>();
        node.findValues("$ref").forEach(ref -> found.add(ref.asText()));
        return found;
    }
}
