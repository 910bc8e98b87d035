package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.backdrop.Basemaps;
import org.greenplan.page.Backdrop;
import org.greenplan.relief.Relief;
import org.greenplan.shelf.FolderShelf;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The water network as a page reads it. */
class WaterOverHttpTest {
    @ParameterizedTest
    @EnumSource
    void aLinkIsServedWithItsNodesAndWithWhatIsWrongWithIt(Kind kind) {
        try (HttpDesk desk = HttpDesk.open(kind)) {
            desk.post(
                    "/api/changesets",
                    HttpDesk.create("li", "lakes", "湖", HttpDesk.polygon(HttpDesk.box(113.2, 34.8, 0.001))));
            JsonNode network = desk.json("/api/water/network");
            assertThat(network.at("/tolerance_m").asDouble()).isEqualTo(5);
            assertThat(network.at("/nodes/features/0/properties/type").asText()).isEqualTo("lake");
            assertThat(network.at("/edges/features")).isEmpty();
            List<String> findings = new ArrayList<>();
            network.at("/findings")
                    .forEach(f -> findings.add(
                            f.at("/type").asText() + " " + f.at("/attribute").asText()));
            assertThat(findings).contains("no_outlet null", "missing normal_level_m");
            JsonNode outlet = network.at("/findings/6");
            assertThat(outlet.at("/what/zh").asText()).isEqualTo("“湖”没有出口：水不能流出，也无处溢流。");
            assertThat(outlet.at("/remedy/en").asText()).isEqualTo("Draw a link or a spillway from its shore.");
            assertThat(outlet.at("/place/0").asDouble()).isBetween(113.2, 113.201);
            assertThat(outlet.at("/place/1").asDouble()).isBetween(34.8, 34.801);
            whatALineWouldJoinIsToldAndNothingIsWritten(desk);
            missingValuesAreNamedInsteadOfAVerdict(desk);
        }
    }

    /** A slope of 1 in 1,000 to the north over all of the plan, so a line to the south runs by gravity and one to the north needs a pump. */
    @Test
    void theGroundAlongALineIsToldWhereThereIsAModel(@TempDir Path folder) throws IOException {
        Path model = folder.resolve("slope.tif");
        Path rows = Files.writeString(
                folder.resolve("slope.asc"),
                "ncols 2\nnrows 2\nxllcorner 400000\nyllcorner 3800000\ncellsize 50000\n150 150\n100 100\n");
        TestDatabases.gdal(List.of(
                "gdal_translate", "-q", "-ot", "Float32", "-a_srs", "EPSG:4547", rows.toString(), model.toString()));
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE);
                Relief relief = Relief.open(model);
                Server server = new Server(
                                plan.desk(),
                                new Backdrop(Basemaps.none(), relief),
                                new FolderShelf(folder, plan.desk().catalogue()))
                        .start("127.0.0.1", 0)) {
            plan.post("/api/changesets", HttpDesk.create("li", "water_links", "北送", line(34.80, 34.82)));
            plan.post("/api/changesets", HttpDesk.create("li", "water_links", "南下", line(34.82, 34.80)));
            JsonNode north = at(server, "water_links/1");
            assertThat(north.at("/way").asText()).isEqualTo("pump");
            assertThat(north.at("/lift_m").asDouble()).isEqualTo(2.22, within(0.01));
            assertThat(north.at("/stations").size()).isEqualTo(223);
            assertThat(at(server, "water_links/2").at("/way").asText()).isEqualTo("gravity");
            assertThat(plan.get("/api/water/profile?line=water_links/1").body()).contains("--dem 文件.tif");
        }
    }

    private static JsonNode at(Server server, String line) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/water/profile?line=" + line);
        try (InputStream answer = address.toURL().openStream()) {
            return new ObjectMapper().readTree(answer);
        }
    }

    private static String line(double from, double to) {
        return "{\"type\":\"MultiLineString\",\"coordinates\":[[[113.25," + from + "],[113.25," + to + "]]]}";
    }

    private static void whatALineWouldJoinIsToldAndNothingIsWritten(HttpDesk desk) {
        long before = desk.json("/api/water/network").at("/changeset").asLong();
        String line = "{\"type\":\"Feature\",\"properties\":{\"kind\":\"pipe\"},\"geometry\":{\"type\":\"LineString\","
                + "\"coordinates\":[[113.2,34.8],[113.25,34.8]]}}";
        JsonNode joins = HttpDesk.json(desk.post("/api/water/joins?layer=water_links", line));
        assertThat(joins.at("/from/name").asText()).isEqualTo("湖");
        assertThat(joins.at("/to").isNull()).isTrue();
        assertThat(joins.at("/length_m").asDouble()).isEqualTo(4575, within(20.0));
        assertThat(joins.at("/findings/0/remedy/zh").asText()).isNotEmpty();
        assertThat(desk.json("/api/water/network").at("/changeset").asLong()).isEqualTo(before);
        assertThat(desk.post("/api/water/joins?layer=parks", line).statusCode()).isEqualTo(422);
        assertThat(desk.post("/api/water/joins?layer=water_links&id=x", line).statusCode())
                .isEqualTo(422);
    }

    private static void missingValuesAreNamedInsteadOfAVerdict(HttpDesk desk) {
        JsonNode verdict = desk.json("/api/water/verdict?state=all&year=dry");
        assertThat(verdict.at("/changeset").asLong()).isPositive();
        assertThat(verdict.at("/verdicts/0/standing").asText()).isEqualTo("cannot_say");
        assertThat(verdict.at("/verdicts/3/standing").asText()).isEqualTo("not_checked");
        List<String> gaps = new ArrayList<>();
        verdict.at("/cannot_say")
                .forEach(gap -> gaps.add(
                        gap.at("/id").asText() + " " + gap.at("/attribute").asText()));
        assertThat(gaps).contains("lakes/1 volume_m3", "climate_year rain_mm");
        assertThat(desk.json("/api/water/why?feature=lakes/1").at("/short")).isEmpty();
        JsonNode removals = desk.json("/api/water/removals?state=all");
        assertThat(removals.at("/links")).isEmpty();
        assertThat(removals.at("/cannot_say")).isNotEmpty();
        assertThat(removals.at("/lakes/0/disjoint_paths").isInt()).isTrue();
        assertThat(desk.get("/api/water/why?feature=lakes/1&month=13").statusCode())
                .isEqualTo(422);
        assertThat(desk.json("/api/water/influence?state=all").at("/as_given").isNull())
                .isTrue();
        assertThat(desk.get("/report/water?lang=en").body())
                .contains("four verdicts", "cannot say", "Any one source group out");
        assertThat(desk.get("/report/water/chief?lang=zh").body()).contains("水系连通一页结论", "无法判断", "待建工程 0 项");
        assertThat(desk.get("/report?lang=zh").body())
                .containsSubsequence("指标完成情况", "正在推演水系", "水系连通：四项结论", "无法判断", "地块一览", "</html>");
        assertThat(desk.get("/api/water.xlsx").statusCode()).isEqualTo(200);
        assertThat(desk.json("/api/water/verdict?quick=true")
                        .at("/verdicts/0/standing")
                        .asText())
                .isEqualTo("cannot_say");
        assertThat(desk.get("/api/water/verdict?state=soon").statusCode()).isEqualTo(422);
        assertThat(desk.post("/api/water/try", "{\"close\":[\"water_links/9\"]}")
                        .statusCode())
                .isEqualTo(422);
    }
}
