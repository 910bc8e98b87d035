package org.greenplan.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryStore;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Writing single features as OGC API Features Part 4 (20-002r1) has it; each write is a changeset like any other. */
class OgcWritingTest {
    private static final String PARKS = "/collections/parks/items";
    private static final String[] BODY = {"Content-Type", OgcPlan.GEOJSON};

    @ParameterizedTest
    @EnumSource
    @DisplayName("POST adds a feature, tells where it is, and the history knows who wrote it")
    void create(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        var made = plan.send(
                "POST",
                PARKS,
                OgcPlan.park("新园", 113.2300, 34.7700),
                "Content-Type",
                OgcPlan.GEOJSON,
                "User-Agent",
                "Mozilla/5.0 QGIS/32200/Debian");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("ETag")).matches("\"1-[0-9a-f]{32}-[0-9a-f]+\"");
        var read = plan.get(made.header("Location"));
        assertThat(read.json().path("properties").path("name").asText()).isEqualTo("新园");
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        long id = read.json().path("id").asLong();
        var history = plan.desk().database().read(s -> new HistoryStore(s).of(new FeatureRef("parks", id)));
        assertThat(history.get(0).author()).isEqualTo("QGIS");
        plan.desk().undo("QGIS");
        assertThat(plan.get(made.header("Location")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "PUT replaces the version that was read: 428 without If-Match, 412 with an old one, 404 and 412 where nothing is")
    void replace(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String at = PARKS + "/" + plan.create("parks", OgcPlan.park("一", 113.2310, 34.7700));
        String second = OgcPlan.park("二", 113.2310, 34.7700);
        assertThat(plan.send("PUT", at, second, BODY).status()).isEqualTo(428);
        String first = plan.get(at).header("ETag");
        var put = plan.send("PUT", at, second, "Content-Type", OgcPlan.GEOJSON, "If-Match", first);
        assertThat(put.status()).as(put.text()).isEqualTo(204);
        assertThat(put.header("ETag")).startsWith("\"2-").isEqualTo(plan.get(at).header("ETag"));
        var late = plan.send("PUT", at, second, "Content-Type", OgcPlan.GEOJSON, "If-Match", first);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.header("Content-Type")).startsWith("application/problem+json");
        assertThat(plan.json(at).path("version").asInt()).isEqualTo(2);
        assertThat(plan.send(
                                "PUT",
                                at,
                                second,
                                "Content-Type",
                                OgcPlan.GEOJSON,
                                "If-Match",
                                "\"7\", W/" + put.header("ETag"))
                        .status())
                .as("a weak tag is no leave to write over")
                .isEqualTo(412);
        assertThat(plan.send(
                                "PUT",
                                at,
                                OgcPlan.park("三", 113.2310, 34.7700),
                                "Content-Type",
                                OgcPlan.GEOJSON,
                                "If-Match",
                                "\"7\", " + put.header("ETag"))
                        .status())
                .isEqualTo(204);
        assertThat(plan.send("PUT", at, second, "Content-Type", OgcPlan.GEOJSON, "If-Match", "*", "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        plan.send("DELETE", at, null);
        assertThat(plan.send("PUT", at, second, BODY).status()).isEqualTo(404);
        assertThat(plan.send("PUT", at, second, "Content-Type", OgcPlan.GEOJSON, "If-Match", "\"3\"")
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("PATCH changes what it names, removes what it sets to null, leaves the rest")
    void patch(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String at = PARKS + "/" + plan.create("parks", OgcPlan.park("三", 113.2320, 34.7700));
        JsonNode before = plan.json(at);
        String[] merge = {"Content-Type", "application/merge-patch+json"};
        var patched = plan.send("PATCH", at, "{\"properties\":{\"status\":\"approved\",\"year\":null}}", merge);
        assertThat(patched.status()).as(patched.text()).isEqualTo(204);
        assertThat(patched.header("ETag")).startsWith("\"2-");
        JsonNode after = plan.json(at);
        assertThat(after.path("properties").path("status").asText()).isEqualTo("approved");
        assertThat(after.path("properties").path("year").isNull()).isTrue();
        assertThat(after.path("properties").path("name").asText()).isEqualTo("三");
        assertThat(after.path("geometry")).isEqualTo(before.path("geometry"));
        var shape = plan.send(
                "PATCH",
                at,
                "{\"geometry\":"
                        + OgcPlan.parse(OgcPlan.park("", 113.2321, 34.7701)).path("geometry") + "}",
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                patched.header("ETag"),
                "Prefer",
                "return=representation");
        assertThat(shape.status()).isEqualTo(200);
        assertThat(shape.json().path("geometry")).isNotEqualTo(before.path("geometry"));
        after.path("properties").properties().forEach(attribute -> {
            if (!attribute.getKey().matches(".*_m2|length_m")) {
                assertThat(shape.json().path("properties").path(attribute.getKey()))
                        .isEqualTo(attribute.getValue());
            }
        });
        assertThat(plan.send(
                                "PATCH",
                                at,
                                "{\"properties\":{\"status\":\"dreamt\"}}",
                                "Content-Type",
                                "application/merge-patch+json")
                        .status())
                .isEqualTo(422);
        plan.send("DELETE", at, null);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("DELETE removes; 412 on another version, 404 where nothing is")
    void delete(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String at = PARKS + "/" + plan.create("parks", OgcPlan.park("四", 113.2330, 34.7700));
        assertThat(plan.send("DELETE", at, null, "If-Match", "\"9\"").status()).isEqualTo(412);
        String tag = plan.get(at).header("ETag");
        assertThat(plan.send("DELETE", at, null, "If-Match", tag).status()).isEqualTo(204);
        assertThat(plan.get(at).status()).isEqualTo(404);
        assertThat(plan.send("DELETE", at, null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Bodies that are wrong change nothing: 400, 415, 422 say why")
    void wrongBodies(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        int before = plan.json(PARKS).path("numberMatched").asInt();
        assertThat(plan.send("POST", PARKS, "{\"type\":", BODY).status()).isEqualTo(400);
        assertThat(plan.send("POST", PARKS, "{}", BODY).status()).isEqualTo(422);
        assertThat(plan.send(
                                "POST",
                                PARKS,
                                OgcPlan.park("x", 113.23, 34.77),
                                "Content-Type",
                                "application/merge-patch+json")
                        .status())
                .isEqualTo(415);
        assertThat(plan.send("POST", PARKS, OgcPlan.park("", 113.23, 34.77), BODY)
                        .status())
                .isEqualTo(422);
        assertThat(plan.send("POST", PARKS, OgcPlan.park("米", 435035, 3853744), BODY)
                        .status())
                .isEqualTo(422);
        var crs = plan.send(
                "POST",
                PARKS,
                OgcPlan.park("系", 113.23, 34.77),
                "Content-Type",
                OgcPlan.GEOJSON,
                "Content-Crs",
                "<EPSG:1>");
        assertThat(crs.status()).isEqualTo(400);
        assertThat(plan.json(PARKS).path("numberMatched").asInt()).isEqualTo(before);
    }

    /** QGIS from 3.28 on asks what it may do, names the system without brackets and sends what it read in that system's axis order. */
    @ParameterizedTest
    @EnumSource
    @DisplayName("A desktop GIS copies, moves, renames and deletes in the plane, north first")
    void asQgisWrites(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String plane = "http://www.opengis.net/def/crs/EPSG/0/4547";
        JsonNode read = plan.json(PARKS + "/1?crs=" + plane);
        assertThat(plan.send("OPTIONS", PARKS, null).header("Allow")).contains("POST");
        var made = plan.send(
                "POST",
                PARKS,
                "{\"type\":\"Feature\",\"geometry\":" + read.path("geometry")
                        + ",\"properties\":{\"name\":\"抄来\",\"class\":\"G14\",\"status\":\"proposed\",\"effect\":\"new\"}}",
                "Content-Type",
                OgcPlan.GEOJSON,
                "Content-Crs",
                plane);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String at = made.header("Location");
        Geometry copy = PlainShape.of(plan.json(at + "?crs=" + plane).path("geometry"));
        Geometry original = PlainShape.of(read.path("geometry"));
        assertThat(copy.equalsExact(original, 1e-6)).isTrue();

        Geometry moved = AffineTransformation.translationInstance(100, 0).transform(original);
        String[] merge = {"Content-Type", "application/merge-patch+json", "Content-Crs", plane};
        assertThat(plan.send("PATCH", at, "{\"geometry\":" + positions(moved) + "}", merge)
                        .status())
                .isEqualTo(204);
        assertThat(plan.send("PATCH", at, "{\"properties\":{\"name\":\"移了\"}}", merge)
                        .status())
                .isEqualTo(204);
        JsonNode after = plan.json(at + "?crs=" + plane);
        assertThat(PlainShape.of(after.path("geometry")).equalsExact(moved, 1e-6))
                .as("a hundred metres to the north")
                .isTrue();
        assertThat(after.path("properties").path("name").asText()).isEqualTo("移了");
        assertThat(plan.send("DELETE", at, null).status()).isEqualTo(204);
    }

    /** The shape's numbers as they stand. */
    private static String positions(Geometry shape) {
        return "{\"type\":\"MultiPolygon\",\"coordinates\":"
                + shape.toText()
                        .replaceFirst("MULTIPOLYGON ", "")
                        .replaceAll("([-0-9.]+) ([-0-9.]+)", "[$1,$2]")
                        .replace('(', '[')
                        .replace(')', ']')
                + "}";
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("OPTIONS tells which methods there are")
    void options(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        var onItems = plan.send("OPTIONS", PARKS, null);
        assertThat(onItems.status()).isEqualTo(200);
        assertThat(onItems.header("Allow")).contains("GET", "POST").doesNotContain("DELETE");
        var onItem = plan.send("OPTIONS", PARKS + "/1", null);
        assertThat(onItem.header("Allow"))
                .contains("GET", "PUT", "PATCH", "DELETE")
                .doesNotContain("POST");
        assertThat(onItem.header("Accept-Patch")).isEqualTo("application/merge-patch+json");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A feature that has not changed is not sent again")
    void conditionalRead(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String etag = plan.get(PARKS + "/1").header("ETag");
        assertThat(plan.get(PARKS + "/1", "If-None-Match", etag).status()).isEqualTo(304);
        assertThat(plan.get(PARKS + "/1", "If-None-Match", "\"999\"").status()).isEqualTo(200);
        assertThat(plan.get(PARKS + "/1?f=html", "If-None-Match", etag).status())
                .isEqualTo(200);
    }
}
