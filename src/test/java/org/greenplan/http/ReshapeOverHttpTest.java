package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.crs.PlanCrs;
import org.greenplan.json.GeoJsonText;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The verbs of editing over HTTP: what they would make of shapes, on the plan's plane, and nothing written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReshapeOverHttpTest {
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");
    private static final double SIDE = 0.001;
    private final HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);
    /** Three parks beside each other, from west to east. */
    private final List<Long> ids = new ArrayList<>();

    @BeforeAll
    void drawThree() throws IOException {
        for (double west : new double[] {113.310, 113.310 + SIDE, 113.310 + 2 * SIDE}) {
            JsonNode saved = HttpDesk.json(plan.post(
                    "/api/changesets",
                    String.format(
                            Locale.ROOT,
                            "{\"author\":\"qian\",\"changes\":[{\"op\":\"create\",\"layer\":\"parks\",\"feature\":"
                                    + "{\"type\":\"Feature\",\"properties\":{\"name\":\"动词 %f\",\"class\":\"G14\","
                                    + "\"status\":\"proposed\",\"effect\":\"new\"},\"geometry\":%s}}]}",
                            west,
                            HttpDesk.polygon(HttpDesk.box(west, 34.70, SIDE)))));
            ids.add(saved.at("/features/0/id").asLong());
        }
    }

    @Test
    void piecesOfASplitAreTheWholeAndNothingIsWritten() throws IOException {
        int before = plan.json("/api/history?limit=1").at("/0/changeset").asInt();
        JsonNode split = ask(
                "split",
                "{\"layer\":\"parks\",\"id\":" + ids.get(0)
                        + ",\"line\":{\"type\":\"LineString\",\"coordinates\":[[113.3104,34.69],[113.3104,34.71]]}}");
        double sum = 0;
        for (JsonNode piece : split.path("pieces")) {
            sum += areaM2(piece.path("geometry"));
        }
        assertThat(split.path("pieces")).hasSize(2);
        assertThat(sum).isCloseTo(areaM2(split.at("/feature/geometry")), within(1e-6));
        assertThat(split.at("/feature/version").asInt()).isEqualTo(1);
        assertThat(plan.json("/api/history?limit=1").at("/0/changeset").asInt()).isEqualTo(before);
    }

    @Test
    void neighboursAreMergedAndThoseApartAreToldAsParts() throws IOException {
        JsonNode near = ask("merge", "{\"plots\":[\"parks:" + ids.get(0) + "\",\"parks:" + ids.get(1) + "\"]}");
        assertThat(near.path("parts").asInt()).isEqualTo(1);
        assertThat(near.path("twiceM2").asDouble()).isLessThan(1e-6);
        assertThat(near.path("features")).hasSize(2);
        JsonNode apart = ask("merge", "{\"plots\":[\"parks:" + ids.get(0) + "\",\"parks:" + ids.get(2) + "\"]}");
        assertThat(apart.path("parts").asInt()).isEqualTo(2);
    }

    @Test
    void aNeighbourFollowsAMovedEdge() throws IOException {
        double east = 113.310 + SIDE;
        String after = String.format(
                Locale.ROOT,
                "{\"type\":\"Polygon\",\"coordinates\":[[[113.31,34.7],[%1$s,34.7],[%2$f,34.7005],[%1$s,34.701],[113.31,34.701],[113.31,34.7]]]}",
                east,
                east + 0.0002);
        JsonNode told = ask("neighbours", "{\"layer\":\"parks\",\"id\":" + ids.get(0) + ",\"geometry\":" + after + "}");
        assertThat(told.path("neighbours")).hasSize(1);
        JsonNode one = told.at("/neighbours/0");
        assertThat(one.at("/feature/id").asLong()).isEqualTo(ids.get(1));
        double won = areaM2(told.path("geometry")) - one.path("wasM2").asDouble();
        assertThat(one.path("planeM2").asDouble())
                .as("what one wins the other loses")
                .isCloseTo(one.path("wasM2").asDouble() - won, within(2.0))
                .isLessThan(one.path("wasM2").asDouble());
        assertThat(shape(told.path("geometry"))
                        .intersection(shape(one.path("geometry")))
                        .getArea())
                .isLessThan(1e-6);
    }

    @Test
    void aTypedCornerAndARectangleAreExact() throws IOException {
        JsonNode place = ask("place", "{\"x\":3853000.25,\"y\":435000.5}").path("place");
        assertThat(distanceM(place, 435000.5, 3853000.25)).isLessThan(1e-6);
        JsonNode next = ask("place", "{\"from\":" + place + ",\"bearingDeg\":90,\"distanceM\":120}")
                .path("place");
        assertThat(distanceM(next, 435120.5, 3853000.25)).isLessThan(1e-6);
        JsonNode made = ask("rectangle", "{\"corner\":" + place + ",\"bearingDeg\":30,\"widthM\":80,\"heightM\":50}");
        assertThat(areaM2(made.path("geometry"))).isCloseTo(4000, within(1e-6));
        JsonNode grown = ask("offset", "{\"geometry\":" + made.path("geometry") + ",\"distanceM\":5}");
        assertThat(areaM2(grown.path("geometry"))).isCloseTo(90 * 60, within(1e-6));
        JsonNode belt = ask("offset", "{\"geometry\":" + made.path("geometry") + ",\"widthM\":5}");
        assertThat(areaM2(belt.path("geometry"))).isCloseTo(90 * 60 - 4000, within(1e-6));
        JsonNode copy = ask("shift", "{\"geometry\":" + made.path("geometry") + ",\"eastM\":10,\"northM\":-20}");
        assertThat(shape(copy.path("geometry")).getCentroid().getX())
                .isCloseTo(shape(made.path("geometry")).getCentroid().getX() + 10, within(1e-6));
    }

    @Test
    void aLassoTakesWhatLiesInItWithMoreThanHalf() throws IOException {
        JsonNode inside = ask(
                "inside",
                "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[113.3103,34.699],[113.3114,34.699],[113.3114,34.702],[113.3103,34.702],[113.3103,34.699]]]}}");
        assertThat(inside.path("plots").toString())
                .contains("\"id\":" + ids.get(0) + "}")
                .doesNotContain("\"id\":" + ids.get(1) + "}");
    }

    @Test
    void anEdgeIsTracedFromCornerToCorner() throws IOException {
        JsonNode corners = ask("trace", "{\"from\":[113.3103,34.7],\"to\":[113.31,34.7004],\"reachM\":1}");
        assertThat(corners.path("corners")).hasSize(1);
        assertThat(corners.at("/corners/0/0").asDouble()).isEqualTo(113.31);
    }

    @Test
    void numbersAreProposedFromWestToEast() throws IOException {
        var answer = plan.post(
                "/api/numbering",
                "{\"plots\":[\"parks:" + ids.get(2) + "\",\"parks:" + ids.get(0) + "\"],\"pattern\":\"动{图层}{序3}\"}");
        JsonNode numbers = HttpDesk.json(answer).path("numbers");
        assertThat(numbers.findValuesAsText("number")).containsExactly("动公园绿地001", "动公园绿地002");
        assertThat(numbers.at("/0/id").asLong()).isEqualTo(ids.get(0));
        assertThat(numbers.at("/0/attribute").asText()).isEqualTo("code");
        assertThat(plan.post("/api/numbering", "{\"plots\":[\"parks:" + ids.get(0) + "\"],\"pattern\":\"x\"}")
                        .statusCode())
                .isBetween(400, 422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "place | {'x':435000,'y':3853000} | x",
                "place | {'from':[113,34],'bearingDeg':'n','distanceM':3} | bearingDeg",
                "place | {'from':[113,34],'bearingDeg':3,'distanceM':-3} | distanceM",
                "rectangle | {'corner':[113.2,34.8],'bearingDeg':0,'widthM':0,'heightM':5} | widthM",
                "offset | {'geometry':{'type':'Point','coordinates':[113,34]},'distanceM':5} | geometry",
                "trace | {'from':[113.2,34.2],'to':[113.3,34.2],'reachM':1} | to",
                "merge | {'plots':['parks:1']} | plots",
                "merge | {'plots':['parks']} | plots",
            })
    void whatCannotBeIsRefusedByItsField(String verb, String body, String field) {
        var answer = plan.post("/api/reshape/" + verb, body.replace('\'', '"'));
        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    private JsonNode ask(String verb, String body) throws IOException {
        var answer = plan.post("/api/reshape/" + verb, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return HttpDesk.json(answer);
    }

    private static Geometry shape(JsonNode geometry) {
        return CRS.toPlane(GeoJsonText.parse(geometry.toString()).geometry());
    }

    private static double areaM2(JsonNode geometry) {
        return shape(geometry).getArea();
    }

    private static double distanceM(JsonNode place, double east, double north) {
        var at =
                CRS.projection().forward(place.path(0).asDouble(), place.path(1).asDouble());
        return new Coordinate(at.eastM(), at.northM()).distance(new Coordinate(east, north));
    }
}
