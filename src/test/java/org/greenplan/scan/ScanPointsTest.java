package org.greenplan.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.crs.ControlFit;
import org.greenplan.crs.ControlFit.Method;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.PlanCrs;
import org.greenplan.json.JsonText;
import org.greenplan.json.JsonTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A drawing that was turned by a known angle on a known scale, and what its control points say of it. */
class ScanPointsTest {
    private static final String PLANE = "EPSG:4547";
    private static final double EAST = 430_000;
    private static final double NORTH = 3_855_000;
    private static final double TURN = Math.toRadians(20);
    private static final double PIXEL_M = 0.5;

    /** Where a pixel lies: turned against the clock, down against the north, wider than high by so much. */
    private static double[] place(double x, double y, double wider) {
        double right = x * PIXEL_M * wider;
        double up = -y * PIXEL_M;
        return new double[] {
            EAST + right * Math.cos(TURN) - up * Math.sin(TURN), NORTH + right * Math.sin(TURN) + up * Math.cos(TURN)
        };
    }

    private static ScanPoints.Point point(double x, double y, double wider, double offM) {
        double[] at = place(x, y, wider);
        LonLat there = PlanCrs.of(PLANE).projection().inverse(at[0] + offM, at[1]);
        return new ScanPoints.Point(x, y, there.lonDeg(), there.latDeg());
    }

    private static ScanPoints points(Method method, double wider, double offM) {
        return new ScanPoints(
                PLANE,
                method,
                List.of(
                        point(100, 200, wider, 0),
                        point(3900, 150, wider, 0),
                        point(3800, 2800, wider, offM),
                        point(200, 2900, wider, 0),
                        point(2000, 1500, wider, 0)));
    }

    @ParameterizedTest
    @CsvSource({"SIMILARITY, 1", "AFFINE, 1", "AFFINE, 1.03"})
    void aPlaceIsFoundInThePictureAsItWasTurned(Method method, double wider) {
        ScanPlace place = points(method, wider, 0).fit().orElseThrow();
        assertThat(place.fit().residualsM())
                .allSatisfy(missed -> assertThat(missed).isLessThan(1e-4));
        double[] into = new double[2];
        for (double[] pixel : new double[][] {{0, 0}, {4000, 3000}, {1234, 987}, {-500, 7000}}) {
            double[] at = place(pixel[0], pixel[1], wider);
            LonLat there = PlanCrs.of(PLANE).projection().inverse(at[0], at[1]);
            place.find(there.lonDeg(), there.latDeg(), into);
            assertThat(into[0]).isCloseTo(pixel[0], within(0.01));
            assertThat(into[1]).isCloseTo(pixel[1], within(0.01));
        }
        LonLat corner = PlanCrs.of(PLANE).projection().inverse(place(4000, 0, wider)[0], place(4000, 0, wider)[1]);
        assertThat(place.lonLat(4000, 3000).getMaxY()).isCloseTo(corner.latDeg(), within(1e-7));
    }

    /** A paper that shrank one way only is missed by a similarity and met by an affine change. */
    @Test
    void aDrawingThatShrankIsMissedUntilItMayBeStretched() {
        assertThat(rms(points(Method.SIMILARITY, 1.03, 0))).isBetween(5.0, 40.0);
        assertThat(rms(points(Method.AFFINE, 1.03, 0))).isLessThan(1e-4);
        assertThat(points(Method.SIMILARITY, 1.03, 0).doubtful())
                .as("all are missed alike")
                .isEmpty();
    }

    private static double rms(ScanPoints points) {
        return ScanPoints.rmsM(points.fit().orElseThrow().fit());
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, -200})
    void thePairThatWasMissetStandsOut(double offM) {
        for (Method method : Method.values()) {
            ScanPoints points = points(method, 1, offM);
            assertThat(points.doubtful()).as("%s", method).hasValue(2);
            assertThat(rms(points)).isGreaterThan(3);
        }
        assertThat(points(Method.SIMILARITY, 1, 0.2).doubtful())
                .as("a slip of less than a pixel")
                .isEmpty();
    }

    @Test
    void twoPairsTurnAndScaleOnlyAndSayNothingOfTheirFit() {
        List<ScanPoints.Point> all = points(Method.AFFINE, 1, 30).points();
        var two = new ScanPoints(PLANE, Method.AFFINE, all.subList(0, 2));
        assertThat(two.used()).isEqualTo(Method.SIMILARITY);
        assertThat(rms(two)).isLessThan(1e-6);
        var three = new ScanPoints(PLANE, Method.SIMILARITY, all.subList(0, 3));
        assertThat(rms(three)).as("the third tells").isGreaterThan(1);
        assertThat(three.doubtful()).as("but not which").isEmpty();
        assertThat(new ScanPoints(PLANE, Method.AFFINE, all.subList(0, 1)).fit())
                .isEmpty();
    }

    @Test
    void pairsThatCannotBeAreRefused() {
        ScanPoints.Point one = point(100, 100, 1, 0);
        var sameSpot = new ScanPoints(PLANE, Method.SIMILARITY, List.of(one, point(100, 100, 1, 50)));
        assertThatThrownBy(sameSpot::fit).hasMessageContaining("coincide");
        var samePlace = new ScanPoints(
                PLANE, Method.SIMILARITY, List.of(one, new ScanPoints.Point(900, 900, one.lonDeg(), one.latDeg())));
        assertThatThrownBy(samePlace::fit).hasMessageContaining("press the drawing into a spot");
        // Upper left and lower right are exchanged across the other diagonal: seen from behind.
        var mirrored = new ScanPoints(
                PLANE,
                Method.AFFINE,
                List.of(
                        moved(one, 0, 0),
                        moved(point(100, 900, 1, 0), 900, 100),
                        moved(point(900, 100, 1, 0), 100, 900)));
        assertThatThrownBy(mirrored::fit).hasMessageContaining("mirror");
        List<ScanPoints.Point> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            many.add(point(i, i, 1, 0));
        }
        assertThatThrownBy(() -> new ScanPoints(PLANE, Method.AFFINE, many)).hasMessageContaining("at most 200");
    }

    private static ScanPoints.Point moved(ScanPoints.Point point, double x, double y) {
        return new ScanPoints.Point(x == 0 ? point.x() : x, y == 0 ? point.y() : y, point.lonDeg(), point.latDeg());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"plane\":\"EPSG:4547\",\"points\":[{\"x\":1,\"y\":2,\"lon\":113}]}",
                "{\"plane\":\"EPSG:4547\",\"points\":[{\"x\":\"1\",\"y\":2,\"lon\":113,\"lat\":34}]}",
                "{\"plane\":\"EPSG:4547\",\"points\":[{\"x\":1e300,\"y\":2,\"lon\":113,\"lat\":34}]}",
                "{\"plane\":\"EPSG:4547\",\"points\":[{\"x\":1,\"y\":2,\"lon\":1130,\"lat\":34}]}",
                "{\"plane\":\"nowhere\",\"points\":[]}",
                "{\"points\":[]}"
            })
    void whatIsNoPointIsRefused(String sent) {
        assertThatThrownBy(() -> ScanJson.read(JsonTree.of(sent))).isInstanceOf(org.greenplan.problem.Problem.class);
    }

    @Test
    void pointsAreKeptAsTheyAreAndToldWithWhatTheyMiss() throws Exception {
        ScanPoints points = points(Method.SIMILARITY, 1, 30);
        String text = JsonText.of(json -> {
            json.writeStartObject();
            ScanJson.write(json, points);
            json.writeEndObject();
        });
        assertThat(ScanJson.read(JsonTree.of(text))).isEqualTo(points);
        var told = JsonTree.of(text);
        assertThat(told.path("used").asText()).isEqualTo("similarity");
        assertThat(told.path("points").path(2).path("doubtful").asBoolean()).isTrue();
        assertThat(told.path("points").path(0).path("doubtful").asBoolean()).isFalse();
        List<Double> missed =
                points.fit().map(ScanPlace::fit).map(ControlFit::residualsM).orElseThrow();
        assertThat(told.path("points").path(2).path("missedM").asDouble()).isCloseTo(missed.get(2), within(0.001));
    }
}
