package org.greenplan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greenplan.crs.VertexMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A corridor's belt lies where its widths say. */
class BeltShapeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            LINESTRING(0 0,100 0) | 10 | 10 | 2000 | POINT(50 9)  | true
            LINESTRING(0 0,100 0) | 10 | 0  | 1000 | POINT(50 9)  | true
            LINESTRING(0 0,100 0) | 10 | 0  | 1000 | POINT(50 -1) | false
            LINESTRING(0 0,100 0) | 0  | 10 | 1000 | POINT(50 -9) | true
            LINESTRING(0 0,100 0) | 20 | 5  | 2500 | POINT(50 19) | true
            LINESTRING(0 0,100 0) | 0  | 0  | 0    | POINT(50 0)  | false
            MULTILINESTRING((0 0,100 0),(200 0,300 0)) | 10 | 10 | 4000 | POINT(250 5) | true
            """)
    void leftAndRightAreSeenAlongTheLine(
            String line, double leftM, double rightM, double areaM2, String place, boolean inside)
            throws ParseException {
        Geometry belt = BeltShape.of(new WKTReader().read(line), leftM, rightM);
        assertThat(belt.getArea()).isCloseTo(areaM2, within(1e-6));
        assertThat(belt.intersects(new WKTReader().read(place))).isEqualTo(inside);
        assertThat(belt.isValid()).isTrue();
    }

    /** The same definition, piece by piece and with 10,000 steps a quarter. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            one bend               | LINESTRING(0 0,200 0,300 150)                                 | 50 | 50
            one bend, one side     | LINESTRING(0 0,200 0,300 150)                                 | 0  | 50
            a bend back            | LINESTRING(0 0,200 0,40 30)                                   | 20 | 50
            a hairpin              | LINESTRING(0 0,200 0,202 4,198 8,0 12)                        | 30 | 20
            straight back          | LINESTRING(0 0,200 0,100 0)                                   | 30 | 20
            shorter than its width | LINESTRING(0 0,7 0,9 3)                                       | 50 | 30
            a short leg at its end | LINESTRING(0 0,0 160,-20 175)                                 | 40 | 39
            a short one, sharply   | LINESTRING(0 0,1 32,-2 24,-34 139)                            | 0  | 31
            closed                 | LINESTRING(0 0,200 0,200 200,0 200,0 0)                       | 30 | 40
            closed and small       | LINESTRING(0 0,60 0,60 60,0 60,0 0)                           | 50 | 0
            closed and acute       | LINESTRING(0 0,200 0,100 40,0 0)                              | 10 | 60
            kinked                 | LINESTRING(0 0,5 1,9 -1,14 2,20 0,23 3,30 1,36 -2,41 3,47 0)  | 50 | 20
            repeated points        | LINESTRING(0 0,0 0,200 0,200 0,200 0,300 150,300 150)         | 50 | 10
            over itself            | LINESTRING(0 0,200 0,200 100,100 100,100 -100)                | 20 | 5
            two parts              | MULTILINESTRING((0 0,100 0),(50 -50,50 50,80 90))             | 20 | 5
            """)
    void isWhatItsDefinitionSays(String name, String wkt, double leftM, double rightM) throws ParseException {
        Geometry line = moved(new WKTReader().read(wkt));
        Geometry belt = BeltShape.of(line, leftM, rightM);
        Geometry coarse = BeltOracle.of(line, leftM, rightM, 16);
        double fineM2 = BeltOracle.of(line, leftM, rightM, 10_000).getArea();
        assertThat(belt.isValid()).isTrue();
        assertThat(belt.symDifference(coarse).getArea()).as("the same shape").isLessThan(1e-5);
        // Where a rectangle cuts through a step, a part of that step stays uneven.
        assertThat(belt.getArea()).as("with 10,000 steps").isCloseTo(fineM2, within(2e-5 * fineM2));
    }

    @Test
    void aSectorThatNothingCoversHasTheAreaOfATrueOne() throws ParseException {
        Geometry belt = BeltShape.of(moved(new WKTReader().read("LINESTRING(0 0,1000 0,1000 1000)")), 0, 50);
        assertThat(belt.getArea()).isCloseTo(2 * 50_000 + Math.PI * 50 * 50 / 4, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofRandomLinesIsWhatItsDefinitionSays(long seed) {
        Random random = new Random(seed);
        Geometry line = wander(random, 40, 1 + 30 * random.nextDouble(), 4 * random.nextDouble());
        double leftM = 60 * random.nextDouble();
        double rightM = 60 * random.nextDouble();
        Geometry belt = BeltShape.of(line, leftM, rightM);
        Geometry coarse = BeltOracle.of(line, leftM, rightM, 16);
        double fineM2 = BeltOracle.of(line, leftM, rightM, 400).getArea();
        assertThat(belt.isValid()).isTrue();
        assertThat(belt.symDifference(coarse).getArea()).isLessThan(1e-4);
        assertThat(belt.getArea()).isCloseTo(fineM2, within(1e-5 * fineM2));
        halvesMakeTheWhole(line, leftM, rightM, belt);
    }

    /** Such a track is taken piece by piece. */
    @ParameterizedTest
    @CsvSource({"1, false, 50, 50", "2, true, 50, 50", "3, true, 0, 60", "4, false, 20, 40"})
    void aTrackThatShakesOnTheSpotIsWhatItsDefinitionSays(long seed, boolean closed, double leftM, double rightM) {
        Geometry line = wander(new Random(seed), 90, 1, 3);
        if (closed) {
            List<Coordinate> ring = new ArrayList<>(List.of(line.getCoordinates()));
            ring.add(ring.get(0));
            line = new GeometryFactory().createLineString(ring.toArray(Coordinate[]::new));
        }
        Geometry belt = BeltShape.of(line, leftM, rightM);
        assertThat(belt.isValid()).isTrue();
        assertThat(belt.symDifference(BeltOracle.of(line, leftM, rightM, 16)).getArea())
                .isLessThan(1e-4);
        halvesMakeTheWhole(line, leftM, rightM, belt);
    }

    @Test
    void aLongKinkedTrackIsValidAndItsHalvesMakeTheWhole() {
        Random random = new Random(5);
        Geometry line = wander(random, 1000, 5, 1);
        Geometry belt = BeltShape.of(line, 50, 50);
        assertThat(belt.isValid()).isTrue();
        halvesMakeTheWhole(line, 50, 50, belt);
    }

    /** Also as areas that are counted: what the right half adds to the left one is what the whole adds. */
    private static void halvesMakeTheWhole(Geometry line, double leftM, double rightM, Geometry belt) {
        Geometry left = BeltShape.of(line, leftM, 0);
        Geometry right = BeltShape.of(line, 0, rightM);
        Geometry rest = Overlay.difference(right, List.of(left));
        assertThat(left.getArea() + rest.getArea()).isCloseTo(belt.getArea(), within(1e-5));
        assertThat(Overlay.union(List.of(left, right)).symDifference(belt).getArea())
                .isLessThan(1e-4);
    }

    private static Geometry wander(Random random, int points, double legM, double noiseM) {
        Coordinate[] line = new Coordinate[points];
        double x = 0;
        double y = 0;
        double direction = 0;
        for (int i = 0; i < points; i++) {
            line[i] = new Coordinate(x + noiseM * random.nextGaussian(), y + noiseM * random.nextGaussian());
            direction += 0.2 * random.nextGaussian();
            x += legM * Math.cos(direction);
            y += legM * Math.sin(direction);
        }
        return moved(new GeometryFactory().createLineString(line));
    }

    private static Geometry moved(Geometry line) {
        return VertexMap.moved(line, (x, y) -> new Coordinate(x + 435_000.123, y + 3_853_000.456));
    }
}
