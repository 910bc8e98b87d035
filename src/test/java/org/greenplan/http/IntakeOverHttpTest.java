package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.greenplan.format.shapefile.ParksShapefile;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that come in over HTTP as the page sends them: seen before they are written, written as one changeset, taken back whole. */
class IntakeOverHttpTest {
    /** Names and fields as the preview suggests them. */
    private static String parks(String author) {
        return """
                {"author":"%s","comment":"来自宗地文件","layers":[{"source":0,"target":"parks","crs":"EPSG:4526",
                 "fields":{"DKMC":"name","ND":"year","BZ":"remark"},"fixed":{"status":"approved"}}]}"""
                .formatted(author);
    }

    @ParameterizedTest
    @EnumSource
    void ashapefileIsSeenThenWrittenThenTakenBack(Kind kind) {
        HttpDesk plan = HttpDesk.shared(kind);
        plan.post(
                "/api/changesets",
                HttpDesk.create("zhao", "district", "上街区", HttpDesk.polygon(HttpDesk.box(113.2, 34.7, 0.2))));
        var intake = new HttpIntake(plan);
        ParksShapefile.files()
                .forEach((name, bytes) ->
                        assertThat(intake.put(name, bytes).statusCode()).isEqualTo(204));
        JsonNode found = intake.done("survey", "{}").at("/found/layers/0");
        assertThat(found.path("target").asText()).isEqualTo("parks");
        assertThat(found.path("count").asInt()).isEqualTo(2);
        assertThat(found.at("/rows/0/values/DKMC").asText()).isEqualTo("宗地甲游园");
        assertThat(found.at("/candidates/0/crs").asText()).isEqualTo("EPSG:4526");
        assertThat(found.at("/candidates/0/insideShare").asDouble()).isEqualTo(1);

        long before = plan.newest();
        JsonNode seen = intake.done("preview", parks("wang"));
        assertThat(seen.at("/preview/0/counts/new").asInt()).isEqualTo(2);
        assertThat(plan.newest()).isEqualTo(before);

        JsonNode written = intake.done("apply", parks("wang"));
        assertThat(written.at("/applied/changeset").asLong())
                .as(written.toString())
                .isEqualTo(before + 1);
        JsonNode park = plan.json(
                "/api/search?q=" + java.net.URLEncoder.encode("宗地乙", java.nio.charset.StandardCharsets.UTF_8));
        assertThat(park.toString()).contains("宗地乙游园");
        assertThat(plan.post("/api/undo", "{\"author\":\"wang\"}").statusCode()).isEqualTo(200);
        JsonNode gone = plan.json(
                "/api/search?q=" + java.net.URLEncoder.encode("宗地乙", java.nio.charset.StandardCharsets.UTF_8));
        assertThat(gone.toString()).doesNotContain("宗地乙游园");

        assertThat(intake.delete("").statusCode()).isEqualTo(204);
        assertThat(intake.get().statusCode()).isEqualTo(404);
    }

    /** Somebody else is writing; when it is our turn, nobody wants it any more. */
    @ParameterizedTest
    @EnumSource
    void whatIsCalledOffBeforeItIsFinalLeavesThePlanAsItWas(Kind kind) throws Exception {
        HttpDesk plan = HttpDesk.shared(kind);
        String body = geoJson(600);
        var intake = new HttpIntake(plan);
        intake.put("plots.geojson", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        intake.done("survey", "{}");
        long before = plan.newest();
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var other = new Thread(() -> plan.desk().database().<Boolean>write(session -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }));
        other.start();
        try {
            begun.await();
            assertThat(intake.post("apply", layers("\"crs\":\"EPSG:4490\"")).statusCode())
                    .isEqualTo(202);
            JsonNode waiting =
                    intake.when(state -> state.at("/step/phase").asText().equals("writing"));
            assertThat(waiting.at("/step/total").asLong()).isEqualTo(600);
            assertThat(intake.post("preview", layers("\"crs\":\"EPSG:4490\"")).statusCode())
                    .isEqualTo(409);
            assertThat(intake.delete("/work").statusCode()).isEqualTo(204);
        } finally {
            end.countDown();
            other.join();
        }
        JsonNode ended = intake.when(state -> state.path("state").asText().equals("idle"));
        assertThat(ended.at("/problem/words/en").asText()).contains("nothing was changed");
        assertThat(plan.newest()).isEqualTo(before);
        assertThat(intake.done("apply", layers("\"crs\":\"EPSG:4490\""))
                        .at("/applied/changeset")
                        .asLong())
                .isEqualTo(before + 1);
        plan.post("/api/undo", "{\"author\":\"wang\"}");
    }

    static String layers(String more) {
        return "{\"author\":\"wang\",\"comment\":\"\",\"layers\":[{\"source\":0,\"target\":\"parks\",\"fields\":{\"name\":\"name\"},"
                + more + "}]}";
    }

    /** So many small plots in a row. */
    static String geoJson(int count) {
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        IntStream.range(0, count).forEach(i -> text.append(i == 0 ? "" : ",")
                .append("{\"type\":\"Feature\",\"properties\":{\"name\":\"")
                .append(i)
                .append("\"},\"geometry\":")
                .append(HttpDesk.polygon(HttpDesk.box(113.25 + i * 1e-4, 34.75, 5e-5)))
                .append('}'));
        return text.append("]}").toString();
    }
}
