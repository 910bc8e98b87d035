package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.greenplan.feature.Change;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What another program writes straight into the plan while the desk runs passes the same door as a save, and nothing of it is lost. */
class OutsideOverHttpTest {
    private static final double SIDE = 0.001;
    private static final int PLOTS = 1501;

    @ParameterizedTest
    @EnumSource
    void pagesTilesTargetsAndReportFollowByThemselves(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind);
                EventsPage page = new EventsPage(plan)) {
            long park = park(plan, "甲", 0);
            long gone = park(plan, "删", 2);
            page.next();
            page.next();
            String tile = "/tiles/parks/12/3336/1625.mvt";
            String before = plan.get(tile).headers().firstValue("ETag").orElseThrow();
            double planned = planned(plan, "new_green");
            OutsideProgram.commit(
                    plan.address(),
                    "UPDATE parks SET name = 'QGIS', geom = " + box(plan, 0, 2) + " WHERE fid = " + park,
                    "INSERT INTO parks (name, class, status, effect, geom) VALUES ('新', 'G14', 'proposed', 'new', "
                            + box(plan, 4, 1) + ")",
                    "DELETE FROM parks WHERE fid = " + gone);
            assertThat(page.next()).contains("\"author\":\"outside\"");
            JsonNode line = plan.json("/api/history?limit=1").get(0);
            assertThat(line.get("comment").asText()).isEqualTo("外部编辑 / edited outside");
            assertThat(line.get("count").asInt()).isEqualTo(3);
            JsonNode feature = plan.json("/ogc/collections/parks/items/" + park + "?f=json");
            assertThat(feature.get("version").asInt()).isEqualTo(2);
            assertThat(feature.at("/properties/name").asText()).isEqualTo("QGIS");
            assertThat(planned(plan, "new_green")).isCloseTo(planned * 1.5, within(planned * 1e-4));
            assertThat(plan.get(tile).headers().firstValue("ETag").orElseThrow())
                    .isNotEqualTo(before);
            assertThat(plan.get("/report").body()).contains("QGIS").doesNotContain(">删<");
            assertThat(plan.get("/api/plots").body()).contains("QGIS", "新").doesNotContain("删");
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "GEOPACKAGE | class  | 'nonsense' | G14  | takes no \"nonsense\"",
                "POSTGIS    | class  | 'nonsense' | G14  | takes no \"nonsense\"",
                "GEOPACKAGE | year   | 1          | 2019 | at least 1990",
                "POSTGIS    | year   | 1          | 2019 | at least 1990",
                "GEOPACKAGE | year   | 'soon'     | 2019 | must be a number",
                "GEOPACKAGE | year   | 2019.5     | 2019 | must be a whole number",
                "GEOPACKAGE | toilets| 'perhaps'  | null | must be true or false",
                "GEOPACKAGE | toilets| 7          | null | must be true or false",
                "GEOPACKAGE | remark | x'00ff'    | null | must be text",
                "GEOPACKAGE | status | NULL       | proposed | is required",
                "POSTGIS    | status | NULL       | proposed | is required",
                "POSTGIS    | greened_share | 'NaN' | null | must be a number",
                "POSTGIS    | remark | repeat('长', 600) | null | may have 500 characters",
            })
    void oneBadValueFallsBackAloneAndIsTold(Kind kind, String column, String value, String kept, String told) {
        HttpDesk plan = HttpDesk.shared(kind);
        long park = park(plan, "甲", 0);
        OutsideProgram.commit(
                plan.address(), "UPDATE parks SET name = '乙', " + column + " = " + value + " WHERE fid = " + park);
        JsonNode feature =
                until(() -> feature(plan, park), f -> f.get("version").asInt() == 2);
        assertThat(feature.at("/properties/name").asText()).isEqualTo("乙");
        assertThat(feature.at("/properties/" + column).asText()).isEqualTo(kept);
        JsonNode line = plan.json("/api/history?limit=1").get(0);
        assertThat(line.at("/told/0/kind").asText()).isEqualTo("value");
        assertThat(line.at("/told/0/text/en").asText()).contains(told);
        assertThat(line.get("toldCount").asInt()).isEqualTo(1);
        assertThat(line.get("comment").asText()).contains("1 not taken as written");
    }

    @ParameterizedTest
    @EnumSource
    void aShapeThatCannotBeMendedIsPutBackAndCanBeOpenedAsADraft(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            long park = park(plan, "甲", 0);
            JsonNode was = feature(plan, park).get("geometry");
            Geometry flat = wkt("MULTIPOLYGON (((113.28 34.79, 113.30 34.79, 113.30 34.79, 113.28 34.79)))");
            OutsideProgram.commit(
                    plan.address(),
                    "UPDATE parks SET name = '乙', geom = " + OutsideProgram.shape(plan.address(), flat)
                            + " WHERE fid = " + park);
            JsonNode now =
                    until(() -> feature(plan, park), f -> f.get("version").asInt() == 2);
            assertThat(now.get("geometry")).isEqualTo(was);
            assertThat(now.at("/properties/name").asText()).isEqualTo("乙");
            JsonNode told = plan.json("/api/history?limit=1").at("/0/told/0");
            assertThat(told.get("kind").asText()).isEqualTo("refused");
            assertThat(told.at("/text/en").asText()).contains("no area").contains("kept here");
            JsonNode draft = plan.json("/api/told/" + told.get("number").asLong());
            assertThat(draft.get("id").asLong()).isEqualTo(park);
            assertThat(draft.get("version").asInt()).isEqualTo(2);
            assertThat(draft.at("/properties/name").asText()).isEqualTo("乙");
            assertThat(draft.at("/geometry/coordinates/0/0").size()).isEqualTo(4);
            assertThat(draft.at("/geometry/coordinates/0/0/2/0").asDouble()).isEqualTo(113.30);
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewRowWithoutAUsableShapeIsTakenOutAndKeptWhole(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            OutsideProgram.commit(plan.address(), "INSERT INTO parks (name) VALUES ('无图形')");
            JsonNode line = until(() -> plan.json("/api/history?limit=1").path(0), l -> l.has("told"));
            assertThat(line.at("/told/0/kind").asText()).isEqualTo("refused");
            assertThat(line.get("count").asInt()).isZero();
            assertThat(OutsideProgram.count(plan.address(), "SELECT count(*) FROM parks"))
                    .isZero();
            JsonNode draft = plan.json("/api/told/" + line.at("/told/0/number").asLong());
            assertThat(draft.get("id").isNull()).isTrue();
            assertThat(draft.get("geometry").isNull()).isTrue();
            assertThat(draft.at("/properties/name").asText()).isEqualTo("无图形");
            assertThat(plan.json("/api/undo?author=outside").get("undo").isNull())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aShapeSetToNothingIsPutBackAndPagesAreToldOfItsLayer(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind);
                EventsPage page = new EventsPage(plan)) {
            long park = park(plan, "甲", 0);
            page.next();
            JsonNode was = feature(plan, park);
            OutsideProgram.commit(plan.address(), "UPDATE parks SET geom = NULL WHERE fid = " + park);
            until(
                    () -> plan.json("/api/history?limit=1").path(0),
                    l -> l.at("/told/0/kind").asText().equals("refused"));
            assertThat(page.next()).contains("\"author\":\"outside\"", "\"layers\":[\"parks\"]");
            assertThat(feature(plan, park)).isEqualTo(was);
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @Test
    void bytesThatAreNoShapeArePutBackAndKept() {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE)) {
            long park = park(plan, "甲", 0);
            OutsideProgram.commit(
                    plan.address(),
                    "DROP TRIGGER rtree_parks_geom_update1",
                    "DROP TRIGGER rtree_parks_geom_update2",
                    "DROP TRIGGER rtree_parks_geom_update3",
                    "DROP TRIGGER rtree_parks_geom_update4",
                    "UPDATE parks SET geom = x'4750000142' WHERE fid = " + park);
            until(
                    () -> plan.json("/api/history?limit=1").path(0),
                    l -> l.at("/told/0/kind").asText().equals("refused"));
            assertThat(feature(plan, park).at("/geometry/type").asText()).isEqualTo("MultiPolygon");
            assertThat(OutsideProgram.count(
                            plan.address(), "SELECT count(*) FROM greenplan_told WHERE wrote LIKE '%4750000142%'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedNumberIsADeletionAndANewFeature(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            long park = park(plan, "甲", 0);
            OutsideProgram.commit(plan.address(), "UPDATE parks SET fid = 500 WHERE fid = " + park);
            JsonNode moved = until(
                    () -> plan.json("/api/history?limit=1").path(0),
                    l -> l.path("count").asInt() == 2);
            assertThat(moved.findValuesAsText("op")).containsExactlyInAnyOrder("delete", "create");
            assertThat(plan.desk().verify()).isEmpty();
            assertThat(park(plan, "乙", 2)).isGreaterThan(500);
        }
    }

    @ParameterizedTest
    @CsvSource({"GEOPACKAGE, -5", "POSTGIS, -5", "GEOPACKAGE, 9223372036854775807", "POSTGIS, 9223372036854775807"})
    void aNumberThatNoBrowserCanHoldBecomesAnother(Kind kind, String number) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            park(plan, "甲", 0);
            OutsideProgram.commit(
                    plan.address(),
                    "INSERT INTO parks (fid, name, geom) VALUES (" + number + ", '远', " + box(plan, 2, 1) + ")");
            JsonNode line = until(
                    () -> plan.json("/api/history?limit=1").path(0),
                    l -> l.path("author").asText().equals("outside"));
            assertThat(line.at("/told/0/kind").asText()).isEqualTo("number");
            assertThat(line.at("/changes/0/id").asLong()).isEqualTo(2);
            assertThat(plan.desk().verify()).isEmpty();
            assertThat(park(plan, "乙", 4)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void versionsAreCountedHereWhateverIsWrittenOverThem(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            long park = park(plan, "甲", 0);
            OutsideProgram.commit(
                    plan.address(), "UPDATE parks SET version = 99999999, name = '乙' WHERE fid = " + park);
            JsonNode now = until(
                    () -> feature(plan, park),
                    f -> f.get("version").asInt() != 1 && f.get("version").asInt() < 99999999);
            assertThat(now.get("version").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aTableEmptiedAtOnceIsSoManyDeletions() {
        try (HttpDesk plan = HttpDesk.open(Kind.POSTGIS)) {
            long park = park(plan, "甲", 0);
            park(plan, "乙", 2);
            OutsideProgram.commit(plan.address(), "TRUNCATE parks");
            until(
                    () -> plan.json("/api/history?limit=1").path(0),
                    l -> l.path("count").asInt() == 2);
            assertThat(plan.desk().verify()).isEmpty();
            assertThat(plan.post("/api/restore", "{\"author\":\"li\",\"layer\":\"parks\",\"id\":" + park + "}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRowThatReplacesAnotherIsAChangeOfIt() {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE)) {
            long park = park(plan, "甲", 0);
            OutsideProgram.commit(
                    plan.address(),
                    "INSERT OR REPLACE INTO parks (fid, name, class, status, effect, geom) VALUES (" + park
                            + ", '乙', 'G14', 'proposed', 'new', " + box(plan, 0, 2) + ")");
            JsonNode now =
                    until(() -> feature(plan, park), f -> f.get("version").asInt() == 2);
            assertThat(now.at("/properties/name").asText()).isEqualTo("乙");
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** Somebody changes 1,501 plots at once while planners save among them and far away. */
    @ParameterizedTest
    @EnumSource
    void thousandsOfEditsKeepNoPlannerWaitingAndAreAllTakenIn(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            List<Change.Create> grid = new ArrayList<>();
            for (int i = 0; i < PLOTS; i++) {
                double west = 113.2 + i % 50 * 0.001;
                double south = 34.7 + i / 50 * 0.001;
                Geometry cell = multi(
                        new GeometryFactory().toGeometry(new Envelope(west, west + 0.0012, south, south + 0.0012)));
                grid.add(new Change.Create("parks", null, 1, Map.of("name", "片" + i), cell));
            }
            plan.desk().importAll("li", "grid", grid);
            OutsideProgram.commit(plan.address(), "UPDATE parks SET status = 'approved', remark = 'QGIS'");
            saved(plan, "近", HttpDesk.box(113.22, 34.71, SIDE));
            assertThat(plan.desk().verify()).isEmpty();
            saved(plan, "远", HttpDesk.box(113.5, 34.7, SIDE));
            assertThat(plan.desk().verify()).isEmpty();
            until(() -> plan.json("/api/history?limit=200"), h -> steps(h) >= PLOTS);
            JsonNode history = plan.json("/api/history?limit=200");
            assertThat(steps(history)).isEqualTo(PLOTS);
            for (JsonNode line : history) {
                assertThat(line.get("author").asText().equals("outside")
                                && line.get("count").asInt() > 200)
                        .isFalse();
            }
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** Saves as a page does: where something long is being written, it tries again. */
    private static void saved(HttpDesk plan, String name, String box) {
        JsonNode answer =
                until(() -> plan.park("li", name, box), a -> a.path("status").asInt() != 503);
        assertThat(answer.has("changeset")).as(answer.toString()).isTrue();
    }

    private static int steps(JsonNode history) {
        int steps = 0;
        for (JsonNode line : history) {
            steps += line.get("author").asText().equals("outside")
                    ? line.get("count").asInt()
                    : 0;
        }
        return steps;
    }

    private static long park(HttpDesk plan, String name, int place) {
        return plan.park("li", name, HttpDesk.box(113.28 + place * SIDE, 34.79, SIDE))
                .at("/features/0/id")
                .asLong();
    }

    private static JsonNode feature(HttpDesk plan, long park) {
        return plan.json("/ogc/collections/parks/items/" + park + "?f=json");
    }

    private static double planned(HttpDesk plan, String target) {
        for (JsonNode line : plan.json("/api/targets")) {
            if (line.get("id").asText().equals(target)) {
                return line.get("planned").asDouble();
            }
        }
        throw new IllegalStateException("no target " + target);
    }

    private static String box(HttpDesk plan, int place, int width) {
        double west = 113.28 + place * SIDE;
        Geometry box = new GeometryFactory().toGeometry(new Envelope(west, west + width * SIDE, 34.79, 34.79 + SIDE));
        return OutsideProgram.shape(plan.address(), multi(box));
    }

    private static Geometry multi(Geometry polygon) {
        return polygon.getFactory()
                .createMultiPolygon(
                        new org.locationtech.jts.geom.Polygon[] {(org.locationtech.jts.geom.Polygon) polygon});
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** What the desk answers once it has taken in what was written. */
    static JsonNode until(Supplier<JsonNode> answer, java.util.function.Predicate<JsonNode> holds) {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        JsonNode last = answer.get();
        while (!holds.test(last) && Instant.now().isBefore(end)) {
            pause();
            last = answer.get();
        }
        assertThat(holds.test(last))
                .as(last.toString().substring(0, Math.min(2000, last.toString().length())))
                .isTrue();
        return last;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
