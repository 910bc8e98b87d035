package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** The sample's cheapest works as the page asks for them, and writes them. */
class WorksOverHttpTest {
    @Test
    void worksAreSearchedForCalledOffAndWrittenWithOneChangeset() throws InterruptedException {
        try (HttpDesk desk = HttpDesk.open(Kind.GEOPACKAGE)) {
            PlanBeginning.sample(desk.desk());
            assertThat(desk.post("/api/water/works", "{\"verdicts\":[\"clear\"]}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(desk.post("/api/water/works", "{\"verdict\":[\"clear\"]}")
                            .body())
                    .contains("verdict");
            String search = HttpDesk.json(desk.post(
                            "/api/water/works",
                            "{\"from\":\"approved\",\"years\":[\"dry\"],\"verdicts\":[\"balanced\"],\"page\":\"p1\"}"))
                    .at("/id")
                    .asText();
            JsonNode answer = answer(desk, search);
            JsonNode point = answer.at("/points/0");
            assertThat(point.at("/standing").asText()).isEqualTo("cheapest");
            assertThat(point.at("/months").asInt()).isZero();
            assertThat(names(point.at("/works"))).contains("冯沟湖—开阳湖提水管").doesNotContain("西水东引出水口", "第三污水处理厂");
            assertThat(point.at("/failed/0/levels")).hasSize(4);
            assertThat(point.at("/replayed/dry/1/standing").asText()).isEqualTo("passes");
            assertThat(answer.at("/assumed").size()).isGreaterThan(20);
            assertThat(answer.at("/paid_year").asText()).isEqualTo("normal");
            calledOff(desk, search);
            engines(desk);
            written(desk, point);
        }
    }

    private static JsonNode answer(HttpDesk desk, String search) throws InterruptedException {
        while (true) {
            JsonNode state = desk.json("/api/water/works/" + search);
            assertThat(state.at("/problem").isMissingNode()).as("%s", state).isTrue();
            if (!state.at("/answer").isNull()) {
                return state.at("/answer");
            }
            assertThat(state.at("/step/phase").asText()).isIn("waiting", "searching", "replaying");
            Thread.sleep(20);
        }
    }

    /** What was found stays; a page's newer search ends its older one. */
    private static void calledOff(HttpDesk desk, String search) throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + desk.port() + "/api/water/works/" + search);
        assertThat(desk.send(HttpRequest.newBuilder(address).DELETE()).statusCode())
                .isEqualTo(204);
        JsonNode state = desk.json("/api/water/works/" + search);
        while (!state.at("/state").asText().equals("idle")) {
            Thread.sleep(20);
            state = desk.json("/api/water/works/" + search);
        }
        assertThat(state.at("/answer/points")).isNotEmpty();
        String newer = HttpDesk.json(
                        desk.post("/api/water/works", "{\"verdicts\":[\"balanced\",\"backed\"],\"page\":\"p1\"}"))
                .at("/id")
                .asText();
        assertThat(desk.get("/api/water/works/" + search).statusCode()).isEqualTo(404);
        desk.send(HttpRequest.newBuilder(address.resolve(newer)).DELETE());
    }

    private static void engines(HttpDesk desk) {
        assertThat(desk.get("/api/water/network.inp?format=epanet").body())
                .startsWith("[TITLE]")
                .contains("[PUMPS]");
        assertThat(desk.get("/api/water/network.inp?format=swmm&state=today&year=normal")
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"greenplan-swmm.inp\"");
        JsonNode refused = HttpDesk.json(desk.get("/api/water/network.inp?format=epanet&state=today"));
        assertThat(refused.at("/status").asInt()).isEqualTo(422);
        assertThat(refused.at("/findings/0/feature").asText()).isEqualTo("lakes/5");
        assertThat(refused.at("/findings/0/what/en").asText())
                .isEqualTo("No link touches 五云湖; join it or remove it, then export.");
        assertThat(desk.get("/api/water/network.inp?format=dwg").statusCode()).isEqualTo(422);
    }

    private static void written(HttpDesk desk, JsonNode point) {
        assertThat(sized(desk)).isEqualTo("40000 proposed");
        List<String> changes = new ArrayList<>();
        for (JsonNode write : point.at("/writes")) {
            changes.add("{\"op\":\"patch\",\"layer\":\"%s\",\"id\":%d,\"version\":%d,\"feature\":{\"properties\":%s}}"
                    .formatted(
                            write.at("/layer").asText(),
                            write.at("/id").asLong(),
                            write.at("/version").asInt(),
                            write.at("/attributes")));
        }
        long before = desk.newest();
        assertThat(desk.post(
                                "/api/changesets",
                                "{\"author\":\"li\",\"comment\":\"最省工程\",\"changes\":[" + String.join(",", changes)
                                        + "]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(desk.newest()).isEqualTo(before + 1);
        assertThat(sized(desk)).as("people approve works").isEqualTo("10000 proposed");
        assertThat(failed(desk)).isEqualTo("0 0 0 0");
        assertThat(desk.post("/api/undo", "{\"author\":\"li\"}").statusCode()).isEqualTo(200);
        assertThat(sized(desk)).isEqualTo("40000 proposed");
    }

    /** The pump of which one of the smaller sizes is enough. */
    private static String sized(HttpDesk desk) {
        JsonNode pump =
                desk.json("/ogc/collections/water_links/items/15?f=json").at("/properties");
        return pump.at("/capacity_m3d").asInt() + " " + pump.at("/status").asText();
    }

    private static String failed(HttpDesk desk) {
        JsonNode failed =
                desk.json("/api/water/verdict?state=all&year=dry&quick=true").at("/failed");
        List<String> levels = new ArrayList<>();
        failed.forEach(level -> levels.add(level.asText()));
        return levels.stream().limit(4).collect(Collectors.joining(" "));
    }

    private static List<String> names(JsonNode works) {
        List<String> names = new ArrayList<>();
        works.forEach(work -> names.add(work.at("/name").asText()));
        return names;
    }
}
