package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greenplan.format.Scratch;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** Imports belong to the page that began them, and leave nothing behind. */
class ImportsOfAPageTest {
    private static final byte[] OUTSIDE_CHINA = ("{\"type\":\"FeatureCollection\",\"features\":["
                    + "{\"type\":\"Feature\",\"properties\":{\"name\":\"a\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[113.28,34.79],[113.28,34.79],[113.28,34.79],[113.28,34.79]]]}},"
                    + "{\"type\":\"Feature\",\"properties\":{\"name\":\"b\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[113.29,34.79],[113.29,34.79],[113.29,34.79],[113.29,34.79]]]}}]}")
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void onePagesOpenImportsAreNobodyElsesMatter() {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        List<HttpIntake> greedy = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            greedy.add(begun(plan, "greedy-page"));
        }
        HttpIntake other = begun(plan, "other-page");
        assertThat(other.get().statusCode()).isEqualTo(200);
        assertThat(greedy.stream().filter(i -> i.get().statusCode() == 200).count())
                .as("of one page's imports the newest stay")
                .isEqualTo(3);
        assertThat(greedy.get(29).get().statusCode()).isEqualTo(200);
        assertThat(greedy.get(0).get().statusCode()).isEqualTo(404);
        greedy.forEach(i -> i.delete(""));
        other.delete("");
    }

    @Test
    void whatIsCalledOffOrEndedLeavesNothing() throws IOException {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        Set<String> before = left();
        HttpIntake intake = begun(plan, "page-of-this-test");
        intake.put("many.zip", zip());
        intake.post("survey", "{}");
        intake.delete("/work");
        intake.when(state -> state.path("state").asText().equals("idle"));
        HttpIntake second = begun(plan, "page-of-this-test");
        second.put("many.zip", zip());
        second.post("survey", "{}");
        second.delete("");
        intake.delete("");
        for (int i = 0; !left().equals(before) && i < 400; i++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void whereAllRecordsWereRefusedThatIsSaid() {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        HttpIntake intake = begun(plan, "page-of-this-test");
        intake.put("leer.geojson", OUTSIDE_CHINA);
        intake.done("survey", "{}");
        String layers =
                "\"layers\":[{\"source\":0,\"target\":\"parks\",\"crs\":\"EPSG:4490\",\"mode\":\"new\",\"fields\":{\"name\":\"name\"},\"skipRefused\":true}]";
        JsonNode preview = intake.done("preview", "{" + layers + "}");
        assertThat(preview.at("/preview/0/counts/refused").asInt())
                .as(preview.toString())
                .isEqualTo(2);
        JsonNode applied = intake.done("apply", "{\"author\":\"li\",\"comment\":\"\"," + layers + "}");
        assertThat(applied.at("/problem/words/en").asText()).startsWith("All 2 records were refused");
        assertThat(applied.at("/problem/words/zh").asText()).startsWith("全部 2 条记录都无法导入");
        intake.delete("");
    }

    private static HttpIntake begun(HttpDesk plan, String page) {
        return new HttpIntake(plan, plan.post("/api/intakes", "{\"page\":\"" + page + "\"}"));
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 200; i++) {
                zip.putNextEntry(new ZipEntry("part" + i + ".geojson"));
                zip.write(OUTSIDE_CHINA);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** What lies in the folder of imports, by the names of their own folders. */
    private static Set<String> left() {
        try {
            Path probe = Scratch.newFile("probe", ".bin");
            Scratch.delete(probe);
            try (Stream<Path> all = Files.walk(probe.getParent())) {
                Set<String> names = new TreeSet<>();
                all.filter(path -> path.toString().contains("intake")).forEach(path -> names.add(path.toString()));
                return names;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
