package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.http.HttpDesk.box;
import static org.greenplan.http.HttpDesk.change;
import static org.greenplan.http.HttpDesk.create;
import static org.greenplan.http.HttpDesk.json;
import static org.greenplan.http.HttpDesk.polygon;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Saving over HTTP: what is answered, what is mended, what is refused; refused means that nothing has changed. */
class ChangesetsOverHttpTest {
    private static final long HUNDRED_MB = 100L << 20;

    @ParameterizedTest
    @EnumSource
    void theAnswerCarriesVersionsTargetsAndNotices(Kind kind) {
        HttpDesk plan = HttpDesk.shared(kind);
        JsonNode made = plan.park("li", "一号", "[[[113.21,34.80],[113.211,34.80],[113.211,34.801],[113.21,34.801]]]");
        assertThat(made.at("/changeset").asLong()).isEqualTo(plan.newest());
        assertThat(made.at("/features/0/version").asInt()).isEqualTo(1);
        assertThat(made.at("/notices/0/kind").asText()).isEqualTo("ring-closed");
        assertThat(made.at("/notices/0/text/zh").asText()).contains("闭合");
        assertThat(made.at("/targets/after/0/planned").asDouble())
                .isGreaterThan(made.at("/targets/before/0/planned").asDouble());
        long id = made.at("/features/0/id").asLong();
        String replace =
                """
                {"author":"li","changes":[{"op":"replace","layer":"parks","id":%d,"version":1,
                 "feature":{"type":"Feature","properties":{"name":"改","class":"G14","status":"proposed","effect":"new"},"geometry":%s}}]}"""
                        .formatted(id, polygon(box(113.21, 34.80, 0.001)));
        assertThat(json(plan.post("/api/changesets", replace))
                        .at("/features/0/version")
                        .asInt())
                .isEqualTo(2);
        HttpResponse<String> late = plan.post("/api/changesets", replace);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).at("/current/version").asInt()).isEqualTo(2);
        assertThat(json(late).at("/current/properties/name").asText()).isEqualTo("改");
    }

    @ParameterizedTest
    @EnumSource
    void allOrNothing(Kind kind) {
        HttpDesk plan = HttpDesk.shared(kind);
        long before = plan.newest();
        String body = "{\"author\":\"li\",\"changes\":["
                + change("parks", "好", polygon(box(113.22, 34.80, 0.001))) + ","
                + "{\"op\":\"delete\",\"layer\":\"parks\",\"id\":999999,\"version\":1}]}";
        assertThat(plan.post("/api/changesets", body).statusCode()).isEqualTo(409);
        assertThat(plan.newest()).isEqualTo(before);
        assertThat(plan.get("/ogc/collections/parks/items?bbox=113.2199,34.79,113.2211,34.81")
                        .body())
                .doesNotContain("好");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ring-closed        | [[[113.23,34.8],[113.231,34.8],[113.231,34.801]]]",
                "duplicates-dropped | [[[113.23,34.8],[113.23,34.8],[113.231,34.8],[113.231,34.801],[113.23,34.8]]]",
                "spikes-dropped     | [[[113.23,34.8],[113.231,34.8],[113.233,34.8],[113.231,34.8],[113.231,34.801],[113.23,34.8]]]",
                "outline-mended     | [[[113.23,34.8],[113.231,34.801],[113.231,34.8],[113.23,34.801],[113.23,34.8]]]",
                "height-dropped     | [[[113.23,34.8,90],[113.231,34.8,91],[113.231,34.801,92],[113.23,34.8,90]]]",
            })
    void whatCanBeMendedIsMendedAndSaid(String kind, String coordinates) {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        JsonNode made = plan.park("li", "补", coordinates);
        assertThat(made.at("/notices")).extracting(n -> n.get("kind").asText()).contains(kind);
        assertThat(made.at("/notices/0/text/en").asText()).isNotBlank();
        assertThat(made.at("/features/0/geometry/type").asText()).isEqualTo("MultiPolygon");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | parks | {\"type\":\"Polygon\",\"coordinates\":[[[113.2,34.8],[113.3,34.8],[113.2,34.8]]]}        | place",
                "422 | parks | {\"type\":\"Polygon\",\"coordinates\":[[[113.2,34.8],[213.3,34.8],[113.2,34.9]]]}        | geometry",
                "422 | parks | {\"type\":\"Polygon\",\"coordinates\":[[[113.2,34.8],[1e999,34.8],[113.2,34.9]]]}        | geometry",
                "422 | parks | {\"type\":\"Polygon\",\"coordinates\":[]}                                              | geometry",
                "422 | parks | {\"type\":\"Point\",\"coordinates\":[113.2,34.8]}                                        | geometry",
                "422 | parks | {\"type\":\"Sphere\",\"coordinates\":[113.2,34.8]}                                       | geometry",
                "422 | parks | null                                                                              | geometry",
                "404 | sheds | {\"type\":\"Point\",\"coordinates\":[113.2,34.8]}                                        | sheds",
                "400 | parks | {\"type\":\"Polygon\",\"coordinates\":[[[NaN,34.8],[113.3,34.8],[113.2,34.9]]]}          | column",
            })
    void whatCannotBeMendedIsRefused(int status, String layer, String geometry, String said) {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        long before = plan.newest();
        HttpResponse<String> answer = plan.post("/api/changesets", create("li", layer, "坏", geometry));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json; charset=utf-8");
        assertThat(answer.body()).contains(said);
        assertThat(plan.newest()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void textThatADatabaseCannotKeepIsRefusedAndNotFound(Kind kind) {
        HttpDesk plan = HttpDesk.shared(kind);
        long before = plan.newest();
        String shape = polygon(box(113.24, 34.80, 0.001));
        for (String bad : List.of("a\\u0000b", "a\\ud800b")) {
            assertThat(plan.post("/api/changesets", create(bad, "parks", "好", shape))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(plan.post("/api/changesets", create("li", "parks", bad, shape))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(plan.post("/api/undo", "{\"author\":\"" + bad + "\"}").statusCode())
                    .isEqualTo(422);
        }
        assertThat(plan.json("/api/search?q=a%00b")).isEmpty();
        assertThat(plan.json("/api/undo?author=a%00b").get("undo").isNull()).isTrue();
        assertThat(plan.newest()).isEqualTo(before);
    }

    @Test
    void anUnknownAttributeIsNamed() {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        String body = create("li", "parks", "x\",\"colour\":\"red", polygon(box(113.25, 34.80, 0.001)));
        HttpResponse<String> answer = plan.post("/api/changesets", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("field").asText()).isEqualTo("changes[0].feature.properties.colour");
    }

    @Test
    void brokenJsonIsToldByLineAndColumnInTheReadersLanguage() {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        String body = "{\"author\":\"li\",\n \"changes\":[,]}";
        assertThat(json(plan.post("/api/changesets", body)).get("detail").asText())
                .contains("line 2, column 1");
        var chinese = plan.request("/api/check")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{"));
        HttpResponse<String> answer = plan.send(chinese);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").asText()).contains("第 1 行");
        assertThat(plan.post("/api/undo", "{\"author\":").statusCode()).isEqualTo(400);
        assertThat(plan.post("/api/changesets", "").statusCode()).isEqualTo(422);
    }

    @Test
    void ahundredMegabytesAreRefusedWithoutBeingKept() {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        long before = plan.newest();
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new Blanks(HUNDRED_MB));
        for (BodyPublisher body : List.of(chunked, BodyPublishers.fromPublisher(chunked, HUNDRED_MB))) {
            HttpResponse<String> answer = plan.send(plan.request("/api/changesets")
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", "en")
                    .POST(body));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(json(answer).get("detail").asText()).contains("20 MB");
        }
        assertThat(plan.newest()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void undoRedoRestoreAndHistory(Kind kind) {
        HttpDesk plan = HttpDesk.shared(kind);
        String author = "wang";
        JsonNode made = plan.park(author, "一时", box(113.26, 34.80, 0.001));
        long id = made.at("/features/0/id").asLong();
        String path = "/ogc/collections/parks/items/" + id;
        String me = "{\"author\":\"" + author + "\"}";
        assertThat(plan.json("/api/undo?author=" + author).at("/undo/changeset").asLong())
                .isEqualTo(made.at("/changeset").asLong());
        assertThat(json(plan.post("/api/undo", me)).at("/deleted/0/id").asLong())
                .isEqualTo(id);
        assertThat(plan.get(path).statusCode()).isEqualTo(404);
        assertThat(plan.post("/api/undo", me).statusCode()).isEqualTo(404);
        assertThat(json(plan.post("/api/redo", me)).at("/features/0/id").asLong())
                .isEqualTo(id);
        int version = plan.json(path).get("version").asInt();
        plan.post(
                "/api/changesets",
                "{\"author\":\"li\",\"changes\":[{\"op\":\"delete\",\"layer\":\"parks\",\"id\":" + id + ",\"version\":"
                        + version + "}]}");
        HttpResponse<String> builtUpon = plan.post("/api/undo", me);
        assertThat(builtUpon.statusCode()).as(builtUpon.body()).isEqualTo(409);
        String restore = "{\"author\":\"wang\",\"layer\":\"parks\",\"id\":" + id + "}";
        assertThat(json(plan.post("/api/restore", restore))
                        .at("/features/0/properties/name")
                        .asText())
                .isEqualTo("一时");
        HttpResponse<String> there = plan.post("/api/restore", restore);
        assertThat(there.statusCode()).isEqualTo(409);
        assertThat(there.body())
                .as("a feature is called by its name")
                .contains("Parks “一时” is not deleted")
                .doesNotContain("parks/");
        JsonNode history = plan.json("/api/layers/parks/features/" + id + "/history");
        assertThat(history).hasSize(5);
        assertThat(history.at("/0/author").asText()).isEqualTo("wang");
        assertThat(history.at("/0/comment").asText()).startsWith("恢复公园绿地“一时”");
        assertThat(history.at("/1/before/properties/name").asText()).isEqualTo("一时");
        assertThat(plan.json("/api/history?limit=2")).hasSize(2);
        assertThat(plan.desk().verify()).isEmpty();
    }

    /** So many blanks, made while they are read. */
    private static final class Blanks extends InputStream {
        private long left;

        Blanks(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, most);
            java.util.Arrays.fill(into, from, from + count, (byte) ' ');
            left -= count;
            return count;
        }
    }
}
