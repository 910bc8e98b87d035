package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greenplan.format.shapefile.ParksShapefile;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken, hostile or something else than they say: the file and the remedy are named, and the plan stays as it was. */
class HostileIntakeTest {
    private final HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
    private long before;

    @BeforeEach
    void remember() {
        before = plan.newest();
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(plan.newest()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey", "preview", "apply"})
    void anImportThatIsNotOpenIsMissing(String step) {
        var gone = new HttpIntake(plan);
        gone.delete("");
        assertThat(gone.post(step, "{}").statusCode()).isEqualTo(404);
        assertThat(gone.put("a.shp", new byte[1]).statusCode()).isEqualTo(404);
        assertThat(gone.delete("/work").statusCode()).isEqualTo(404);
        assertThat(plan.get("/api/intakes/..%2f..%2fetc").statusCode()).isBetween(400, 404);
    }

    @Test
    void afileWithoutANameOrOfAnotherKindIsRefused() {
        var intake = new HttpIntake(plan);
        assertThat(intake.put("", new byte[1]).statusCode()).isEqualTo(422);
        assertThat(intake.put("x".repeat(301), new byte[1]).statusCode()).isEqualTo(422);
        var text = plan.request(intake.address() + "/files?name=a.csv")
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString("a"));
        assertThat(plan.send(text).statusCode()).isEqualTo(415);
        intake.delete("");
    }

    @Test
    void whoNamesNoPageHasTwentyOpenImportsAtMost() {
        List<HttpIntake> open = new ArrayList<>();
        try {
            for (int i = 0; i < 25; i++) {
                open.add(new HttpIntake(plan));
            }
            assertThat(open.get(0).get().statusCode()).isEqualTo(404);
            assertThat(open.get(0).get().body()).contains("Begin again");
            assertThat(open.get(24).get().statusCode()).isEqualTo(200);
            assertThat(open.stream().filter(i -> i.get().statusCode() == 200).count())
                    .isEqualTo(20);
        } finally {
            open.forEach(intake -> intake.delete(""));
        }
    }

    @Test
    void theTwoHundredAndFirstFileIsTooMany() {
        var intake = new HttpIntake(plan);
        for (int i = 0; i < 200; i++) {
            assertThat(intake.put(i + ".txt", new byte[1]).statusCode()).isEqualTo(204);
        }
        var refused = intake.put("200.txt", new byte[1]);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("Import in parts");
        intake.delete("");
    }

    @Test
    void alargeFileArrivesThoughARequestMayNotBeSoLarge() {
        var intake = new HttpIntake(plan);
        assertThat(intake.put("large.bin", new byte[25 << 20]).statusCode()).isEqualTo(204);
        intake.delete("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../greenplan-evil.shp", "/tmp/greenplan-evil.shp", "C:\\greenplan-evil.shp", "a\u0000.shp"})
    void aNameThatLeadsElsewhereLeadsNowhere(String name) {
        var intake = new HttpIntake(plan);
        assertThat(intake.put(name, ParksShapefile.shp()).statusCode()).isEqualTo(204);
        assertThat(intake.done("survey", "{}").at("/found/layers/0/count").asInt())
                .isEqualTo(2);
        assertThat(Files.exists(Path.of("/tmp/greenplan-evil.shp"))).isFalse();
        assertThat(Files.exists(Path.of("greenplan-evil.shp"))).isFalse();
        intake.delete("");
    }

    @Test
    void ashapefileThatBreaksOffIsNamedWithTheRecord() {
        byte[] whole = ParksShapefile.shp();
        String said = surveyed("园区.shp", Arrays.copyOf(whole, whole.length - 40));
        assertThat(said).contains("园区.shp").contains("2");
    }

    @Test
    void abombIsNamed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros.shp"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                zip.write(zeros);
            }
        }
        assertThat(surveyed("成果.zip", bytes.toByteArray())).contains("成果.zip", "zip bomb", "Unpack it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "图.jpg     | not a picture",
                "plots.shp  | this is no shapefile at all",
                "a.dxf      | %PDF-1.4",
                "a.geojson  | {\"type\":\"FeatureCollection\",\"features\":[{]}",
                "a.zip      | PK",
                "empty.shp  | ''"
            })
    void whatIsNotWhatItsNameSaysIsNamed(String name, String content) {
        assertThat(surveyed(name, content.getBytes(StandardCharsets.UTF_8))).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                    | layers",
                "{\"layers\":[{}]}                                                     | layers[0].source",
                "{\"layers\":[{\"source\":0,\"target\":\"parks\"}]}                    | layers[0].crs",
                "{\"layers\":[{\"source\":0,\"crs\":\"GCJ02\"}]}                       | layers[0].target",
                "{\"layers\":[{\"source\":0,\"target\":\"parks\",\"crs\":\"GCJ02\",\"mode\":\"all\"}]} | layers[0].mode",
                "{\"layers\":[{\"source\":0,\"target\":\"parks\",\"crs\":\"GCJ02\",\"points\":[{\"x\":1}]}]} | layers[0].points[0].y"
            })
    void aChoiceThatSaysTooLittleIsRefusedAtItsField(String body, String field) {
        var intake = surveyed();
        var answer = intake.post("preview", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(HttpDesk.json(answer).path("field").asText()).isEqualTo(field);
        assertThat(intake.post("preview", "{\"layers\":").statusCode()).isEqualTo(400);
        intake.delete("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"source\":0,\"target\":\"sheds\",\"crs\":\"GCJ02\"        | sheds",
                "\"source\":7,\"target\":\"parks\",\"crs\":\"GCJ02\"        | no layer 7",
                "\"source\":0,\"target\":\"parks\",\"crs\":\"EPSG:1\"       | EPSG:1",
                "\"source\":0,\"target\":\"parks\",\"crs\":\"EPSG:2362\"    | seven parameters",
            })
    void aChoiceThatCannotBeIsSaidInASentence(String layer, String words) {
        var intake = surveyed();
        JsonNode state = intake.done("apply", "{\"author\":\"li\",\"comment\":\"\",\"layers\":[{" + layer + "}]}");
        assertThat(state.at("/problem/words/en").asText()).contains(words);
        assertThat(state.at("/found/layers/0/count").asInt()).isEqualTo(2);
        intake.delete("");
    }

    @Test
    void anEncodingThatIsNoneIsRefused() {
        var intake = surveyed();
        assertThat(intake.post("survey", "{\"encoding\":\"klingon\"}").statusCode())
                .isEqualTo(422);
        assertThat(new HttpIntake(plan)
                        .post("preview", "{\"layers\":[{\"source\":0,\"target\":\"parks\",\"crs\":\"GCJ02\"}]}")
                        .statusCode())
                .isEqualTo(422);
        intake.delete("");
    }

    private HttpIntake surveyed() {
        var intake = new HttpIntake(plan);
        ParksShapefile.files().forEach(intake::put);
        intake.done("survey", "{}");
        return intake;
    }

    /** What is said of one file, in English. */
    private String surveyed(String name, byte[] bytes) {
        var intake = new HttpIntake(plan);
        intake.put(name, bytes);
        JsonNode state = intake.done("survey", "{}");
        intake.delete("");
        assertThat(state.at("/problem/words/zh").asText()).contains(name);
        return state.at("/problem/words/en").asText();
    }
}
