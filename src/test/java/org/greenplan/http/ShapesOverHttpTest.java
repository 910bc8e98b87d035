package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.Overlay;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonTree;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** Shapes that are no plots yet: mended without adding area, or refused with their place, whichever door they come to. */
class ShapesOverHttpTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    /** The page gets places to a centimetre. */
    private static final double A_CENTIMETRE_ALL_ROUND_M2 = 2;

    private final HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);

    @ParameterizedTest
    @CsvSource({"hole-outside.geojson, hole-left-out", "double-click.geojson, duplicates-dropped"})
    void mendingAddsNoArea(String file, String notice) throws IOException {
        byte[] bytes = Files.readAllBytes(CASES.resolve(file));
        String shape = JsonTree.of(bytes).at("/features/0/geometry").toString();
        JsonNode saved = HttpDesk.json(plan.post("/api/changesets", HttpDesk.create("li", "parks", "东园", shape)));
        assertThat(saved.path("notices")).hasSize(1);
        assertThat(saved.at("/notices/0/kind").asText()).isEqualTo(notice);
        Geometry kept =
                GeoJsonText.parse(saved.at("/features/0/geometry").toString()).geometry();
        isOnePlot(kept);

        var intake = new HttpIntake(plan);
        intake.put(file, bytes);
        intake.done("survey", "{}");
        JsonNode preview = intake.done("preview", toParks("")).at("/preview/0");
        assertThat(preview.path("mended")).hasSize(1);
        isOnePlot(GeoJsonText.parse(preview.at("/items/0/geometry").toString()).geometry());
        intake.delete("");
    }

    private static void isOnePlot(Geometry lonLat) {
        assertThat(lonLat.getNumGeometries()).isEqualTo(1);
        assertThat(lonLat.getNumPoints()).isEqualTo(5);
        assertThat(PlanCrs.of("EPSG:4547").toPlane(lonLat).getArea())
                .isCloseTo(3000, within(A_CENTIMETRE_ALL_ROUND_M2));
    }

    @Test
    void aParkThatStandsThreeTimesInAFileIsToldAndLeftOutTwiceOnRequest() throws IOException {
        var intake = new HttpIntake(plan);
        intake.put("three.geojson", Files.readAllBytes(CASES.resolve("same-park-three-times.geojson")));
        intake.done("survey", "{}");
        JsonNode preview = intake.done("preview", toParks("")).at("/preview/0");
        assertThat(preview.at("/counts/new").asInt()).isEqualTo(3);
        assertThat(preview.at("/counts/repeated").asInt()).isEqualTo(2);
        assertThat(preview.at("/repeated/0/times").asInt()).isEqualTo(3);
        assertThat(preview.findValues("repeats")).hasSize(2);
        long before = parks();
        intake.done("apply", toParks(",\"skipRepeated\":true"));
        assertThat(parks()).isEqualTo(before + 1);
        intake.delete("");
        plan.post("/api/undo", "{\"author\":\"wang\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parks     | Polygon    | [[[110,34],[112,34],[112,35],[110,35],[110,34]]] | larger than 9,000 km²",
                "parks     | Polygon    | [[[24,0],[24.01,0],[24,0.01],[24,0]]]            | too far from the plan's plane",
                "corridors | LineString | [[100,34],[113.29,34.78]]                        | longer than 1,000 km",
                "corridors | LineString | [[24,0],[24,0.001]]                              | too far from the plan's plane",
            })
    void whatNoSumCanHoldIsRefused(String layer, String type, String positions, String why) {
        String shape = "{\"type\":\"" + type + "\",\"coordinates\":" + positions + "}";
        HttpResponse<String> answer = plan.post("/api/changesets", HttpDesk.create("li", layer, "远", shape));
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = HttpDesk.json(answer);
        assertThat(problem.path("detail").asText()).contains(why);
        assertThat(problem.at("/place/type").asText()).isEqualTo("Point");
        assertThat(problem.path("field").asText()).endsWith("geometry");
    }

    @Test
    void aRingOfMillionsOfCrossingsIsRefusedAtOneOfThemAndTheDeskGoesOn() {
        String ring = randomRing(3000);
        String shape = "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
        String line = "{\"type\":\"LineString\",\"coordinates\":" + ring + "}";
        refused(plan.post(
                "/api/check",
                "{\"op\":\"create\",\"layer\":\"parks\",\"feature\":{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                        + shape + "}}"));
        refused(plan.post("/api/changesets", HttpDesk.create("li", "parks", "乱线", shape)));
        refused(plan.post("/api/changesets", HttpDesk.create("li", "corridors", "乱线", line)));
        var intake = new HttpIntake(plan);
        intake.put(
                "a.geojson",
                ("{\"type\":\"Feature\",\"properties\":{\"name\":\"乱线\"},\"geometry\":" + shape + "}")
                        .getBytes(StandardCharsets.UTF_8));
        intake.done("survey", "{}");
        JsonNode told = intake.done("preview", toParks("")).at("/preview/0/refused/0");
        assertThat(told.at("/reason/en").asText()).contains("more than 1000 places");
        assertThat(told.at("/place/type").asText()).isEqualTo("Point");
        intake.delete("");
        assertThat(plan.get("/api/plan").statusCode()).isEqualTo(200);
        assertThat(plan.park("li", "之后", HttpDesk.box(113.26, 34.81, 0.0005)).has("changeset"))
                .isTrue();
    }

    /** Each is valid by itself; together they hold millions of crossings, or so many that one check takes half a minute. */
    @ParameterizedTest
    @ValueSource(ints = {200, 3000})
    void twoCombsThatCrossTooOftenEndNothing(int teeth) {
        plan.post("/api/changesets", HttpDesk.create("li", "parks", "横梳", comb(teeth, true)));
        HttpResponse<String> answer = plan.post(
                "/api/check",
                "{\"op\":\"create\",\"layer\":\"parks\",\"feature\":{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                        + comb(teeth, false) + "}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("too often");
        assertThat(plan.post("/api/undo", "{\"author\":\"li\"}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void aShapeOfAnotherProgramThatCrossesItsNeighbourTooOftenIsPutBackAlone(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            plan.post("/api/changesets", HttpDesk.create("li", "parks", "横梳", comb(3000, true)));
            long park = plan.park("li", "甲", HttpDesk.box(113.33, 34.80, 0.001))
                    .at("/features/0/id")
                    .asLong();
            var crossing = Overlay.polygons(GeoJsonText.parse(comb(3000, false)).geometry());
            OutsideProgram.commit(
                    plan.address(),
                    "UPDATE parks SET name = '乙', geom = " + OutsideProgram.shape(plan.address(), crossing)
                            + " WHERE fid = " + park);
            OutsideOverHttpTest.until(() -> plan.json("/api/history?limit=1").path(0), line -> line.has("told"));
            assertThat(OutsideProgram.count(plan.address(), "SELECT count(*) FROM greenplan_outside"))
                    .isZero();
            assertThat(plan.park("li", "丙", HttpDesk.box(113.33, 34.80, 0.001)).has("changeset"))
                    .isTrue();
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    private static String comb(int teeth, boolean lying) {
        var ring = new StringBuilder("{\"type\":\"Polygon\",\"coordinates\":[[");
        double step = 0.01 / teeth;
        for (int i = 0; i < teeth; i++) {
            for (double[] corner : new double[][] {
                {i * step, 0.001}, {i * step, 0.01}, {(i + 0.5) * step, 0.01}, {(i + 0.5) * step, 0.001}
            }) {
                ring.append(at(corner[0], corner[1], lying)).append(',');
            }
        }
        return ring.append(at(0.01, 0, lying))
                .append(',')
                .append(at(0, 0, lying))
                .append(',')
                .append(at(0, 0.001, lying))
                .append("]]}")
                .toString();
    }

    private static String at(double along, double across, boolean lying) {
        return String.format(
                Locale.ROOT, "[%.9f,%.9f]", 113.26 + (lying ? across : along), 34.82 + (lying ? along : across));
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = HttpDesk.json(answer);
        assertThat(problem.path("detail").asText()).contains("more than 1000 places");
        assertThat(problem.at("/place/coordinates/0").asDouble()).isBetween(113.2, 113.3);
        assertThat(problem.at("/place/coordinates/1").asDouble()).isBetween(34.8, 34.9);
    }

    private static String randomRing(int corners) {
        var random = new Random(7);
        var ring = new StringBuilder("[");
        String first = "";
        for (int i = 0; i < corners; i++) {
            String corner = String.format(
                    Locale.ROOT,
                    "[%.15f,%.15f]",
                    113.28 + random.nextDouble() * 0.01,
                    34.8 + random.nextDouble() * 0.01);
            first = i == 0 ? corner : first;
            ring.append(corner).append(',');
        }
        return ring.append(first).append(']').toString();
    }

    private long parks() {
        return plan.json("/ogc/collections/parks/items?limit=1")
                .path("numberMatched")
                .asLong();
    }

    private static String toParks(String more) {
        return "{\"author\":\"wang\",\"comment\":\"\",\"layers\":["
                + layer("parks", 0, "EPSG:4326", ",\"fields\":{\"name\":\"name\"}" + more) + "]}";
    }

    private static String layer(String target, int source, String crs, String more) {
        return "{\"source\":" + source + ",\"target\":\"" + target + "\",\"crs\":\"" + crs + "\"" + more + "}";
    }
}
