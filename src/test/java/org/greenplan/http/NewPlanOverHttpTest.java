package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.MapShift;
import org.greenplan.page.PlanKey;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.SamplePlan;
import org.greenplan.shelf.ShelfName;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan made over HTTP beside the open one, which takes its place; and the way back. */
class NewPlanOverHttpTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HARBIN = HttpDesk.polygon(HttpDesk.box(126.6, 45.7, 0.1));

    @ParameterizedTest
    @EnumSource
    void aPlanIsMadeBesideTheOpenOneAndTakesItsPlace(Kind kind) throws Exception {
        String address = kind.newAddress();
        try (PlanDesk desk = PlanDesk.open(kind.open(address, CATALOGUE), CATALOGUE, SamplePlan.profile(CATALOGUE))) {
            PlanBeginning.begin(desk, "test", SamplePlan.profile(CATALOGUE), List::of);
        }
        try (HttpDesk plan = HttpDesk.at(kind, address);
                EventsPage page = new EventsPage(plan)) {
            plan.park("Li", "old park", HttpDesk.box(113.28, 34.80, 0.001));
            page.next();
            JsonNode before = plan.json("/api/plan");
            JsonNode made = HttpDesk.json(plan.post("/api/plans", plan("松北区 2026 年计划", "EPSG:4551", HARBIN)));
            assertThat(made.get("name").asText())
                    .isEqualTo(kind == Kind.POSTGIS ? "松北区_2026_年计划" : "松北区-2026-年计划.gpkg");
            JsonNode after = plan.json("/api/plan");
            assertThat(after.at("/title/zh").asText()).isEqualTo("松北区 2026 年计划");
            assertThat(after.at("/plane/text").asText()).isEqualTo("EPSG:4551");
            assertThat(after.get("lastChangeset").asLong()).isEqualTo(1);
            assertThat(after.at("/bounds/0").asDouble()).isEqualTo(126.6);
            assertThat(plan.json("/api/targets")).hasSize(2);
            assertThat(page.next()).contains(after.get("key").asText());
            assertThat(plan.send(plan.request("/report").header("Accept-Language", "en"))
                            .body())
                    .contains("its value is left open");
            JsonNode park = plan.park("Wang", "new park", HttpDesk.box(126.61, 45.71, 0.001));
            assertThat(park.at("/changeset").asLong()).isEqualTo(2);

            assertThat(open(plan, before, nameOf(before)).statusCode()).isEqualTo(409);
            assertThat(open(plan, after, nameOf(before)).statusCode()).isEqualTo(204);
            JsonNode back = plan.json("/api/plan");
            assertThat(back.get("lastStamp")).isEqualTo(plan.json("/api/plan").get("lastStamp"));
            assertThat(back.get("key")).isEqualTo(before.get("key"));
            assertThat(back.get("lastChangeset")).isEqualTo(before.get("lastChangeset"));
            assertThat(plan.get("/api/plots").body()).contains("old park").doesNotContain("new park");
        }
    }

    /** A page that has not heard yet: what it saves goes nowhere but to the plan that it means. */
    @ParameterizedTest
    @EnumSource
    void whatIsMeantForAnotherPlanIsRefusedInWords(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            JsonNode before = plan.json("/api/plan");
            assertThat(plan.post("/api/plans", plan("B", "EPSG:4551", HARBIN)).statusCode())
                    .isEqualTo(201);
            String park = HttpDesk.create("Li", "parks", "late", HttpDesk.polygon(HttpDesk.box(113.28, 34.80, 0.001)));
            for (String path : List.of("/api/changesets", "/api/check", "/api/undo", "/api/plans", "/api/intakes")) {
                HttpResponse<String> late = plan.send(meant(plan, before, path).POST(BodyPublishers.ofString(park)));
                assertThat(late.statusCode()).as(path).isEqualTo(409);
                assertThat(late.body()).contains("otherPlan", "Another plan is open");
            }
            assertThat(plan.newest()).isEqualTo(1);
            assertThat(plan.json("/api/plans")).hasSize(2);
        }
    }

    /** The answer was lost and the page sends it again, still meaning the plan that was open: one plan is made. */
    @ParameterizedTest
    @EnumSource
    void aPlanThatIsSentAgainIsMadeOnce(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            JsonNode before = plan.json("/api/plan");
            String first = plan("松北", "EPSG:4551", HARBIN).replaceFirst("\\{", "{\"id\":\"a-plan-of-mine\",");
            HttpResponse<String> made = plan.post("/api/plans", first);
            String key = plan.json("/api/plan").get("key").asText();
            HttpResponse<String> again =
                    plan.send(meant(plan, before, "/api/plans").POST(BodyPublishers.ofString(first)));
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(made.body());
            assertThat(plan.json("/api/plan").get("key").asText())
                    .as("the open one is not opened anew")
                    .isEqualTo(key);
            assertThat(plan.newest()).isEqualTo(1);
            assertThat(plan.json("/api/plans")).hasSize(2);

            JsonNode another = HttpDesk.json(plan.post("/api/plans", first.replace("a-plan-of-mine", "another-plan")));
            assertThat(another.get("name")).isNotEqualTo(HttpDesk.json(made).get("name"));
            assertThat(plan.json("/api/plans")).hasSize(3);
            assertThat(plan.post("/api/plans", first).statusCode())
                    .as("made, and not open: it is opened")
                    .isEqualTo(201);
            assertThat(plan.json("/api/plan").get("key").asText()).isEqualTo(key);
            assertThat(plan.post("/api/plans", first.replace("a-plan-of-mine", "x y"))
                            .body())
                    .contains("\"field\":\"id\"");
        }
    }

    /** Another program at the same database that did not make the plan stays with its own. */
    @Test
    void anotherInstanceStaysWithItsPlan() {
        try (HttpDesk plan = HttpDesk.open(Kind.POSTGIS);
                HttpDesk another = plan.another()) {
            JsonNode before = another.json("/api/plan");
            assertThat(plan.post("/api/plans", plan("B", "EPSG:4551", HARBIN)).statusCode())
                    .isEqualTo(201);
            assertThat(another.json("/api/plan").get("key")).isEqualTo(before.get("key"));
            another.park("Li", "a park", HttpDesk.box(113.28, 34.80, 0.001));
            assertThat(another.json("/api/plans"))
                    .extracting(n -> n.get("open").asBoolean())
                    .containsExactly(false, true);
            assertThat(plan.newest()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHostileTitleGivesASafeNameAndStaysATitle(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            for (String title :
                    List.of("../../etc/x", "<b onload=\"x\">公园</b>", "CON", "'a\"; DROP TABLE district; --'")) {
                HttpResponse<String> made = plan.post("/api/plans", plan(title, "EPSG:4551", HARBIN));
                assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
                assertThat(HttpDesk.json(made).get("name").asText())
                        .isEqualTo(
                                kind == Kind.POSTGIS
                                        ? ShelfName.schema(title, any -> false)
                                        : ShelfName.file(title, any -> false));
                assertThat(plan.json("/api/plan").at("/title/zh").asText()).isEqualTo(title);
            }
            assertThat(plan.json("/api/plans")).hasSize(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void titlesThatAreTheSameGetNamesOfTheirOwn(Kind kind) {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            List<String> names = new ArrayList<>();
            for (String title : List.of("绿化", "绿化", "绿化")) {
                names.add(HttpDesk.json(plan.post("/api/plans", plan(title, "EPSG:4551", HARBIN)))
                        .get("name")
                        .asText());
            }
            assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.startsWith("绿化"));
            assertThat(plan.json("/api/plans")).hasSize(4);
        }
    }

    /** Nothing is made, no file is left, the open plan stays open, and the field is named in both languages. */
    @ParameterizedTest
    @EnumSource
    void badInputMakesNothingAndNamesTheField(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            String key = plan.json("/api/plan").get("key").asText();
            List<String> there = there(kind, plan);
            Map<String, String> bad = new LinkedHashMap<>();
            bad.put(plan("长".repeat(300), "EPSG:4551", HARBIN), "identity.title_zh");
            bad.put(plan(" ", "EPSG:4551", HARBIN), "identity.title_zh");
            bad.put(plan("a\nb", "EPSG:4551", HARBIN), "identity.title_zh");
            bad.put(plan("a\u0000b", "EPSG:4551", HARBIN), "identity.title_zh");
            bad.put(plan("a", "EPSG:3857", HARBIN), "identity.plane");
            bad.put(plan("a", "EPSG:4551", HARBIN).replace("2026,", "26,"), "identity.year");
            bad.put(plan("a", "EPSG:4551", HARBIN).replace("\"unit\":\"m2\"", "\"unit\":\"km\""), "targets[0].unit");
            bad.put(plan("a", "EPSG:4551", HARBIN).replace("\"value\":null", "\"value\":-1"), "targets[1].value");
            bad.put(plan("a", "EPSG:4551", HARBIN).replace("\"district\",", "\"parks\","), "features[0].layer");
            bad.put(
                    plan("a", "EPSG:4551", HttpDesk.polygon("[[[126.6,45.7],[126.7,45.7],[126.6,45.7]]]")),
                    "features[0].geometry");
            bad.put(
                    "{\"identity\":{\"title_zh\":\"a\",\"district_zh\":\"b\",\"year\":2026,\"plane\":\"EPSG:4551\"}}",
                    "features");
            bad.put("{\"path\":\"/tmp/x.gpkg\"}", "path");
            bad.forEach((body, field) -> {
                HttpResponse<String> english = plan.post("/api/plans", body);
                assertThat(english.statusCode()).as(body).isEqualTo(422);
                JsonNode problem = HttpDesk.json(english);
                assertThat(problem.get("field").asText()).as(english.body()).isEqualTo(field);
                JsonNode chinese = HttpDesk.json(plan.send(plan.request("/api/plans")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))));
                assertThat(chinese.get("detail").asText())
                        .matches("(?s).*\\p{IsHan}.*")
                        .isNotEqualTo(problem.get("detail").asText());
            });
            assertThat(plan.post("/api/plans", "{\"identity\":").statusCode()).isEqualTo(400);
            assertThat(there(kind, plan)).isEqualTo(there);
            assertThat(plan.json("/api/plan").get("key").asText()).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatStandsInTheListIsOpened(Kind kind) throws Exception {
        try (HttpDesk plan = HttpDesk.open(kind)) {
            if (kind == Kind.GEOPACKAGE) {
                Files.writeString(Path.of(plan.address()).resolveSibling("notes.gpkg"), "no database");
                OutsideProgram.execute(
                        Path.of(plan.address()).resolveSibling("other.gpkg").toString(), "CREATE TABLE x (id INTEGER)");
            } else {
                OutsideProgram.change(plan.address(), "CREATE SCHEMA notes");
            }
            JsonNode now = plan.json("/api/plan");
            assertThat(plan.json("/api/plans")).hasSize(1);
            for (String name :
                    List.of("notes.gpkg", "other.gpkg", "notes", "../plan.gpkg", "/etc/passwd", "", "x\" y")) {
                HttpResponse<String> refused = open(plan, now, name);
                assertThat(refused.statusCode()).as(name).isEqualTo(404);
            }
            assertThat(plan.json("/api/plan").get("key")).isEqualTo(now.get("key"));
        }
    }

    @Test
    void planesAreProposedForABoxAndJudgedWhenTheyAreNamed() {
        HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
        JsonNode offered = plan.json("/api/planes?bbox=126.4,45.6,126.9,45.9");
        assertThat(offered)
                .extracting(n -> n.get("text").asText())
                .startsWith("EPSG:4551", "EPSG:4530", "EPSG:4511", "EPSG:4500")
                .hasSize(5);
        JsonNode raised = plan.json(
                "/api/planes?bbox=126.4,45.6,126.9,45.9&meridian=126.65&east=50000&north=-5000000&height=150");
        assertThat(raised).hasSize(1);
        assertThat(raised.at("/0/text").asText())
                .contains("+lon_0=126.65", "+x_0=50000", "+y_0=-5000000", "+a=6378287");
        assertThat(raised.at("/0/edgeCmPerKm").asDouble()).isLessThan(2.5);
        assertThat(HttpDesk.json(plan.get("/api/planes?bbox=126,45,127,46&plane=x"))
                        .get("field")
                        .asText())
                .isEqualTo("plane");
        assertThat(HttpDesk.json(plan.get("/api/planes?bbox=126,45,127,46&meridian=1"))
                        .get("field")
                        .asText())
                .isEqualTo("plane");
        assertThat(HttpDesk.json(plan.get("/api/planes?bbox=126,45,127,46&meridian=x"))
                        .get("field")
                        .asText())
                .isEqualTo("meridian");
        assertThat(HttpDesk.json(plan.get("/api/planes")).get("field").asText()).isEqualTo("bbox");
    }

    /** No number of a template is invented: what is promised is left open. */
    @Test
    void templatesLeaveTheirValuesOpen() {
        JsonNode templates = HttpDesk.shared(Kind.GEOPACKAGE).json("/api/templates");
        assertThat(templates).hasSizeGreaterThan(1);
        for (JsonNode template : templates) {
            assertThat(template.get("targets")).isNotEmpty().allSatisfy(target -> {
                assertThat(target.get("value").isNull()).as(target.toString()).isTrue();
                assertThat(target.get("due").isNull()).isTrue();
            });
        }
    }

    /** A boundary as AMap and DataV give it, far from the open plan: asked about, laid where it is, taken whole. */
    @Test
    void aBoundaryComesFromAFileWithItsDatum() {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE)) {
            LonLat shifted = MapShift.GCJ_02.shifted(126.6, 45.7);
            double west = shifted.lonDeg();
            double south = shifted.latDeg();
            String file =
                    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"adcode\":230109,"
                            + "\"name\":\"松北区\"},\"geometry\":" + HttpDesk.polygon(HttpDesk.box(west, south, 0.1))
                            + "}]}";
            var intake =
                    new HttpIntake(plan, plan.post("/api/intakes", "{\"page\":\"p\",\"blank\":true,\"lon\":126.5}"));
            intake.put("230109.json", file.getBytes(StandardCharsets.UTF_8));
            JsonNode found = intake.done("survey", "{}");
            assertThat(found.at("/found/layers/0/candidates"))
                    .extracting(c -> c.get("crs").asText())
                    .contains("EPSG:4490", "GCJ02");
            intake.done(
                    "preview",
                    "{\"layers\":[{\"source\":0,\"target\":\"district\",\"crs\":\"GCJ02\",\"fields\":{\"name\":\"name\"},\"mode\":\"new\"}]}");
            JsonNode shapes = HttpDesk.json(plan.get(intake.address() + "/shapes"));
            assertThat(shapes).hasSize(1);
            assertThat(shapes.at("/0/feature/properties/name").asText()).isEqualTo("松北区");
            String body = plan("松北", "EPSG:4551", HARBIN)
                    .replaceFirst(
                            "\"features\":\\[.*]",
                            Matcher.quoteReplacement("\"features\":[" + "{\"layer\":\"district\",\"feature\":"
                                    + shapes.at("/0/feature") + "}]"));
            HttpResponse<String> made = plan.post("/api/plans", body);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            assertThat(plan.json("/api/plan").at("/bounds/0").asDouble()).isCloseTo(126.6, within(1e-4));
            assertThat(west - 126.6).isGreaterThan(1e-3);
        }
    }

    @Test
    void subDistrictsAloneMakeTheDistrictTogether() {
        try (HttpDesk plan = HttpDesk.open(Kind.GEOPACKAGE)) {
            String west = part("江北", HttpDesk.box(126.6, 45.7, 0.01));
            String east = part("江南", HttpDesk.box(126.61, 45.7, 0.01));
            String body = plan("松北", "EPSG:4551", HARBIN)
                    .replaceFirst(
                            "\"features\":\\[.*]",
                            Matcher.quoteReplacement("\"features\":[" + west + "," + east + "]"));
            assertThat(plan.post("/api/plans", body).statusCode()).isEqualTo(201);
            JsonNode districts =
                    plan.json("/ogc/collections/district/items?f=json").get("features");
            assertThat(districts).hasSize(1);
            assertThat(districts.at("/0/properties/name").asText()).isEqualTo("哈尔滨市松北区");
            assertThat(plan.json("/api/plan").at("/bounds/0").asDouble()).isCloseTo(126.6, within(1e-9));
            assertThat(plan.json("/api/plan").at("/bounds/2").asDouble()).isCloseTo(126.62, within(1e-9));
        }
    }

    private static String part(String name, String coordinates) {
        return "{\"layer\":\"sub_districts\",\"feature\":{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name
                + "\"},\"geometry\":" + HttpDesk.polygon(coordinates) + "}}";
    }

    private static List<String> there(Kind kind, HttpDesk plan) throws Exception {
        if (kind == Kind.POSTGIS) {
            return List.of(String.valueOf(OutsideProgram.count(
                    plan.address(), "SELECT count(*) FROM pg_namespace WHERE nspname NOT LIKE 'pg_%'")));
        }
        try (Stream<Path> files = Files.list(Path.of(plan.address()).getParent())) {
            return files.map(Path::toString)
                    .filter(f -> !f.matches(".*-(wal|shm)"))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(JsonNode plan) {
        String store = plan.get("store").asText();
        return store.contains("(schema ") ? store.replaceFirst(".*\\(schema (.*)\\)", "$1") : store;
    }

    private static java.net.http.HttpRequest.Builder meant(HttpDesk plan, JsonNode which, String path) {
        return plan.request(path)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .header(PlanKey.HEADER, which.get("key").asText());
    }

    private static HttpResponse<String> open(HttpDesk plan, JsonNode which, String name) {
        String body = JSON.createObjectNode().put("name", name).toString();
        return plan.send(meant(plan, which, "/api/plans/open").POST(BodyPublishers.ofString(body)));
    }

    private static String plan(String title, String plane, String boundary) {
        var identity = JSON.createObjectNode()
                .put("title_zh", title)
                .put("district_zh", "哈尔滨市松北区")
                .put("year", 2026)
                .put("plane", plane);
        return "{\"identity\":" + identity
                + ",\"targets\":[{\"code\":\"new_green\",\"title_zh\":\"新增绿地\",\"measure\":\"net area\","
                + "\"method\":\"plane\",\"value\":100000,\"unit\":\"m2\"},{\"code\":\"parks\",\"title_zh\":\"游园\",\"measure\":\"count\","
                + "\"method\":\"plane\",\"value\":null,\"unit\":\"count\"}],\"features\":[{\"layer\":\"district\",\"feature\":{\"type\":\"Feature\","
                + "\"properties\":{\"name\":\"松北区\"},\"geometry\":" + boundary + "}}]}";
    }
}
