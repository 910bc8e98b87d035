package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaves the desk over HTTP, in each form, from plans in which no other test has left anything. */
class HandOverOverHttpTest {
    @ParameterizedTest
    @EnumSource
    void aLayerASelectionABoxOrEverythingLeavesAsGeoJson(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            JsonNode made = plan.park("li", "交付", HttpDesk.box(113.33, 34.82, 0.001));
            String id = made.at("/features/0/id").asText();
            HttpResponse<String> one = plan.get("/api/export.geojson?layer=parks&ids=" + id);
            assertThat(one.headers().firstValue("Content-Type")).hasValue("application/geo+json; charset=utf-8");
            assertThat(one.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment; filename=\"greenplan-shangjie-parks-")
                    .contains("filename*=UTF-8''%E9%9D%92");
            JsonNode feature = HttpDesk.json(one).at("/features/0");
            assertThat(feature.at("/properties/name").asText()).isEqualTo("交付");
            assertThat(HttpDesk.json(one).get("features")).hasSize(1);
            assertThat(plan.json("/api/export.geojson?bbox=113.3299,34.8199,113.3311,34.8211")
                            .get("features"))
                    .hasSize(1);
            assertThat(plan.json("/api/export.geojson").get("features").size()).isPositive();
            JsonNode plane = plan.json("/api/export.geojson?crs=4547&layer=parks&ids=" + id);
            assertThat(plane.at("/features/0/geometry/coordinates/0/0/0/1").asDouble())
                    .isBetween(3_800_000.0, 3_900_000.0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "geojson?crs=1234 crs",
                "geojson?layer=sheds layer",
                "geojson?ids=7 ids",
                "geojson?ids=sheds.7 ids",
                "geojson?bbox=1,2,3 bbox",
                "geojson?filter=name%3D%3D filter",
                "dxf?layer=parks&hatch=maybe hatch"
            })
    void aBadParameterIsNamed(String address, String field) {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        HttpResponse<String> answer = plan.get("/api/export." + address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(HttpDesk.json(answer).path("field").asText()).isEqualTo(field);
        assertThat(answer.body()).containsPattern("\\p{IsHan}");
    }

    @Test
    void everyFormatLeavesWithItsNameAndType() {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE)) {
            plan.park("li", "各种格式", HttpDesk.box(113.335, 34.82, 0.001));
            JsonNode formats = plan.json("/api/formats");
            assertThat(formats.size()).isGreaterThanOrEqualTo(9);
            for (JsonNode format : formats) {
                String id = format.path("id").asText();
                var answer = plan.send(plan.request("/api/export." + id + "?layer=parks"), BodyHandlers.ofByteArray());
                assertThat(answer.statusCode()).as(id).isEqualTo(200);
                assertThat(answer.body().length).as(id).isGreaterThan(100);
                assertThat(answer.headers().firstValue("Content-Type")).as(id).isPresent();
                assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                        .as(id)
                        .startsWith("attachment; filename=\"greenplan-shangjie-parks-")
                        .contains("filename*=UTF-8''%E9%9D%92");
            }
        }
    }

    @Test
    void eachFormatSaysBeforehandWhatItCannotHold() {
        JsonNode formats = HttpDesk.shared(Kind.GEOPACKAGE).json("/api/formats");
        JsonNode shapefile = null;
        for (JsonNode format : formats) {
            assertThat(format.path("limits")).as(format.path("id").asText()).isNotEmpty();
            shapefile = format.path("id").asText().equals("shapefile") ? format : shapefile;
        }
        assertThat(shapefile).isNotNull();
        assertThat(shapefile.at("/limits/0/en").asText()).contains("ten bytes");
        assertThat(shapefile.at("/limits/1/zh").asText()).contains("254 字节");
    }

    @ParameterizedTest
    @CsvSource({
        "html,text/html;charset=utf-8,<!doctype html>",
        "json,application/json; charset=utf-8,{",
        "csv,text/csv; charset=utf-8,\ufeff",
        "xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,PK",
    })
    void theReportComesInEveryForm(String format, String type, String start) {
        HttpDesk plan = HttpDesk.shared(Kind.POSTGIS);
        var answer = plan.send(plan.request("/api/report." + format), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace("; ", ";"))
                .isEqualToIgnoringCase(type.replace("; ", ";"));
        String body = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(body.toLowerCase(java.util.Locale.ROOT)).startsWith(start.toLowerCase(java.util.Locale.ROOT));
        if (format.equals("csv") || format.equals("xlsx")) {
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("greenplan-shangjie-report-", "." + format);
        }
    }
}
