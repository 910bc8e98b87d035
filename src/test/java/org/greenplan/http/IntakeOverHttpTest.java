package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenplan.format.shapefile.ParksShapefile;
import org.greenplan.intake.Checkout;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;

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
        JsonNode park = plan.json("/api/search?q=" + java.net.URLEncoder.encode("宗地乙", StandardCharsets.UTF_8));
        assertThat(park.toString()).contains("宗地乙游园");
        assertThat(plan.post("/api/undo", "{\"author\":\"wang\"}").statusCode()).isEqualTo(200);
        JsonNode gone = plan.json("/api/search?q=" + java.net.URLEncoder.encode("宗地乙", StandardCharsets.UTF_8));
        assertThat(gone.toString()).doesNotContain("宗地乙游园");

        assertThat(intake.delete("").statusCode()).isEqualTo(204);
        assertThat(intake.get().statusCode()).isEqualTo(404);
    }

    @Test
    void afileThatCannotBeReadMakesWayForOthers() {
        var intake = new HttpIntake(HttpDesk.shared(Kind.GEOPACKAGE));
        intake.put("甲.geojson", places("甲"));
        assertThat(intake.done("survey", "{}").at("/found/layers")).hasSize(1);
        intake.put("断了.geojson", "{\"type\":".getBytes(StandardCharsets.UTF_8));
        JsonNode failed = intake.done("survey", "{}");
        assertThat(failed.path("problem").toString()).contains("断了.geojson");
        assertThat(failed.at("/found/layers")).hasSize(1);
        intake.put("乙.geojson", places("乙"));
        JsonNode both = intake.done("survey", "{}");
        assertThat(both.has("problem")).isFalse();
        assertThat(both.at("/found/layers")).hasSize(2);
    }

    /** Headings that say nothing: the planner says which column is which, once. */
    @Test
    void theColumnsOfATableAreChosenByHand() {
        var intake = new HttpIntake(HttpDesk.shared(Kind.GEOPACKAGE));
        String table = "甲,乙,丙,丁\r\n"
                + IntStream.range(0, 4)
                        .mapToObj(i -> "东园," + (i + 1) + "," + (113.28 + i / 2 * 0.001) + ","
                                + (34.8 + (i + 1) / 2 % 2 * 0.001) + "\r\n")
                        .collect(Collectors.joining());
        intake.put("表.csv", table.getBytes(StandardCharsets.UTF_8));
        JsonNode asked = intake.done("survey", "{}").at("/found/layers/0");
        assertThat(asked.at("/columns/names").toString()).isEqualTo("[\"甲\",\"乙\",\"丙\",\"丁\"]");
        assertThat(asked.at("/columns/roles").size()).isZero();
        String chosen =
                """
                {"columns":[{"file":"表.csv","layer":"%s","roles":{"plot":"甲","point":"乙","lon":"丙","lat":"丁","rows":"plots"}}]}"""
                        .formatted(asked.path("name").asText());
        JsonNode begun = intake.done("survey", chosen.replaceFirst(",\"point.*\"rows\"", ",\"rows\""))
                .at("/found/layers/0");
        assertThat(begun.at("/columns/roles").toString()).isEqualTo("{\"plot\":\"甲\"}");
        JsonNode found = intake.done("survey", chosen).at("/found/layers/0");
        assertThat(found.path("count").asInt()).isEqualTo(1);
        assertThat(found.at("/candidates/0/crs").asText()).isEqualTo("EPSG:4490");
        assertThat(intake.post("survey", chosen.replace("\"lon\"", "\"length\""))
                        .statusCode())
                .as("a role that is none")
                .isEqualTo(422);
    }

    private static byte[] places(String name) {
        return """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"%s"},
                 "geometry":{"type":"Point","coordinates":[113.28,34.8]}}]}"""
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Somebody else is writing; when it is our turn, nobody wants it any more. */
    @ParameterizedTest
    @EnumSource
    void whatIsCalledOffBeforeItIsFinalLeavesThePlanAsItWas(Kind kind) throws Exception {
        HttpDesk plan = HttpDesk.shared(kind);
        String body = geoJson(600);
        var intake = new HttpIntake(plan);
        intake.put("plots.geojson", body.getBytes(StandardCharsets.UTF_8));
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
            assertThat(waiting.has("found"))
                    .as("what is known is not told again and again")
                    .isFalse();
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

    @ParameterizedTest
    @EnumSource
    void whatThePlanHasAlreadyIsToldBeforeItIsDrawnTwice(Kind kind) {
        HttpDesk plan = HttpDesk.shared(kind);
        JsonNode made = plan.park("li", "原有", HttpDesk.box(113.2605, 34.751, 5e-5));
        String id = made.at("/features/0/id").asText();
        String file = "{\"type\":\"FeatureCollection\",\"features\":["
                + feature("形同名异", HttpDesk.box(113.2605, 34.751, 5e-5), "") + ","
                + feature("全新", HttpDesk.box(113.2615, 34.751, 5e-5), "") + "]}";
        var intake = new HttpIntake(plan);
        intake.put("plots.geojson", file.getBytes(StandardCharsets.UTF_8));
        intake.done("survey", "{}");
        JsonNode seen = intake.done("preview", layers("\"crs\":\"EPSG:4490\"")).at("/preview/0");
        assertThat(seen.at("/counts/new").asInt()).isEqualTo(2);
        assertThat(seen.at("/counts/already").asInt()).isEqualTo(1);
        assertThat(seen.at("/items/0/already").asBoolean()).isTrue();
        assertThat(seen.at("/items/1").has("already")).isFalse();
        JsonNode update = intake.done("preview", layers("\"crs\":\"EPSG:4490\",\"mode\":\"update\""))
                .at("/preview/0/counts");
        assertThat(update.path("changed").asInt()).isEqualTo(1);
        assertThat(update.path("new").asInt()).isEqualTo(1);
        assertThat(update.path("already").asInt()).isZero();

        var byId = new HttpIntake(plan);
        String moved = "{\"type\":\"FeatureCollection\",\"features\":["
                + feature("移走", HttpDesk.box(113.2705, 34.751, 5e-5), ",\"gp_plot\":\"parks." + id + "\"") + "]}";
        byId.put("plots.geojson", moved.getBytes(StandardCharsets.UTF_8));
        byId.done("survey", "{}");
        assertThat(byId.done("preview", layers("\"crs\":\"EPSG:4490\""))
                        .at("/preview/0/counts/already")
                        .asInt())
                .isEqualTo(1);
        byId.delete("");
        intake.delete("");
        plan.post("/api/undo", "{\"author\":\"li\"}");
    }

    private static String feature(String name, String ring, String more) {
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name + "\"" + more + "},\"geometry\":"
                + HttpDesk.polygon(ring) + "}";
    }

    /** All that was in it was deleted elsewhere: nothing but its name says whose it is. */
    @Test
    void anEmptiedLayerOfACheckoutGoesWhereItCameFrom(@TempDir Path folder) throws IOException {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        Path file = folder.resolve("out.gpkg");
        new Checkout(plan.desk())
                .write(file, List.of(plan.desk().catalogue().get("corridors")), new Envelope(0, 1, 0, 1));
        var intake = new HttpIntake(plan);
        intake.put("out.gpkg", Files.readAllBytes(file));
        JsonNode found = intake.done("survey", "{}").at("/found/layers/0");
        assertThat(found.path("checkout").asBoolean()).isTrue();
        assertThat(found.path("target").asText()).isEqualTo("corridors");
        assertThat(found.at("/targets")).hasSize(1);
        assertThat(found.at("/targets/0/fields").size()).isPositive();
        intake.delete("");
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
