package org.greenplan.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.greenplan.crs.VertexMap;
import org.greenplan.geo.Mask;
import org.greenplan.walk.LineWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The length of a line counts once. The district is 1,000 m square, the tolerance 5 m; the last line of a case is the one that is counted. */
class LineKernelTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double EAST = 435_000;
    private static final double NORTH = 3_853_000;
    private static final double T = 5;
    private static final LineKernel KERNEL = new LineKernel(T);
    private static final Geometry DISTRICT = SHAPES.toGeometry(new Envelope(EAST, EAST + 1000, NORTH, NORTH + 1000));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            alone                            | 0 500,600 500                                                   | 600
            identical                        | 0 500,600 500; 0 500,600 500                                    | 0
            reversed                         | 0 500,600 500; 600 500,0 500                                    | 0
            with points inserted             | 0 500,600 500; 0 500,100 500,333.3 500,600 500                  | 0
            with points left out             | 0 500,100 500,333.3 500,600 500; 0 500,600 500                  | 0
            cut into three before            | 0 500,200 500; 200 500,410 500; 410 500,600 500; 0 500,600 500  | 0
            a piece of an earlier one        | 0 500,600 500; 210 500,400 500                                  | 0
            longer than an earlier one       | 200 500,400 500; 0 500,600 500                                  | 400
            crossing at 90°                  | 0 500,600 500; 300 400,300 600                                  | 200
            crossing at 10°                  | 0 500,600 500; 100 464.7346,500 535.2654                        | 406.17064
            along at 9°                      | 0 500,600 500; 100 468.3231,500 531.6769                        | 341.0615
            ending on an earlier one         | 0 500,600 500; 300 500,300 700                                  | 200
            starting on an earlier one       | 0 500,600 500; 300 700,300 500                                  | 200
            meeting its end at 90°           | 0 500,600 500; 600 300,600 700                                  | 400
            going on from its end            | 0 500,300 500; 300 500,600 500                                  | 300
            leaving and coming back          | 0 500,600 500; 0 500,200 500,200 600,400 600,400 500,600 500     | 390
            a millimetre beside              | 0 500,600 500; 0 500.001,600 500.001                            | 0
            two metres beside                | 0 500,600 500; 600 502,0 502                                    | 0
            six metres beside                | 0 500,600 500; 0 506,600 506                                    | 600
            in a chain of parallels          | 0 500,600 500; 0 504,600 504; 0 508,600 508                     | 0
            over the border                  | 500 500,1500 500                                                | 500
            over the border twice            | 500 500,1500 500; 500 500,1500 500                              | 0
            over the border and reversed     | 500 500,1500 500; 1500 500,500 500                              | 0
            over the border at 10°           | 0 900,1000 1076.3270                                            | 575.8770
            ending on the border             | 500 500,1000 500                                                | 500
            from outside to the border       | 1100 500,1000 500                                               | 0
            an earlier one outside           | 0 1002,600 1002; 0 998,600 998                                  | 600
            along the border                 | 0 1000,600 1000                                                 | 600
            on the border to a millimetre    | 0 1000.0009,600 1000.0009                                       | 600
            two millimetres outside          | 0 1000.002,600 1000.002                                         | 0
            along the border twice           | 0 1000,600 1000; 600 1000,0 1000                                | 0
            outside                          | 1100 0,1200 0                                                   | 0
            there and back on itself         | 0 500,300 500,0 500                                             | 310
            crossing itself                  | 0 500,300 500,300 600,150 600,150 300                           | 850
            closed                           | 100 100,300 100,300 300,100 300,100 100                         | 800
            closed and gone around twice     | 100 100,300 100,300 300,100 300,100 100,300 100,300 300,100 300,100 100 | 795
            two parts on one another         | 0 500,300 500 / 0 500,300 500                                   | 300
            a part along a part of another   | 0 500,300 500 / 0 800,300 800; 0 800,300 800                    | 0
            around an earlier bend           | 0 500,300 500,300 800; 0 498,302 498,302 800                    | 0
            around where a closed one closes | 100 100,300 100,300 300,100 300,100 100; 98 200,98 98,200 98     | 0
            points twice                     | 0 500,600 500; 0 500,0 500,300 500,300 500,600 500              | 0
            """)
    void aStretchThatRunsAlongAnEarlierLineIsLost(String name, String lines, double expectedM) {
        List<Geometry> all =
                Arrays.stream(lines.split(";")).map(LineKernelTest::line).toList();
        Geometry last = all.get(all.size() - 1);
        List<Geometry> earlier = all.subList(0, all.size() - 1);
        double counted = KERNEL.counted(last, earlier, new Mask(DISTRICT)).lengthM();
        assertThat(counted).isCloseTo(expectedM, within(1e-4));
        LineWalk.Length walked =
                new LineWalk(T, List.of(DISTRICT)).lengths(last, earlier).get(0);
        assertThat(counted).as("on foot").isBetween(walked.leastM(), walked.mostM());
        assertThat(walked.mostM() - walked.leastM()).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void copiesPartsAndReversalsCountTheSameInAnyOrder(long seed) {
        Random random = new Random(seed);
        Geometry base = wander(random, 60, 12, 0.05);
        var along = new LengthIndexedLine(base);
        List<Geometry> lines = new ArrayList<>(List.of(base, base.reverse(), base.copy()));
        for (int i = 0; i < 5; i++) {
            double from = base.getLength() * random.nextDouble();
            double to = base.getLength() * random.nextDouble();
            lines.add(along.extractLine(from, to));
        }
        for (int order = 0; order < 6; order++) {
            Collections.shuffle(lines, random);
            double sum = 0;
            for (int i = 0; i < lines.size(); i++) {
                sum += KERNEL.counted(lines.get(i), lines.subList(0, i), new Mask(around(base)))
                        .lengthM();
            }
            assertThat(sum).isCloseTo(base.getLength(), within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void aCopyWhoseEndsMovedCountsAtMostSoMuchForEach(long seed) {
        Random random = new Random(seed);
        LineString base = (LineString) wander(random, 40, 15, 0.05);
        Coordinate[] points = base.copy().getCoordinates();
        double d = 4.5 * random.nextDouble();
        for (int end : new int[] {0, points.length - 1}) {
            double a = 2 * Math.PI * random.nextDouble();
            points[end] = new Coordinate(points[end].x + d * Math.cos(a), points[end].y + d * Math.sin(a));
        }
        Geometry moved = SHAPES.createLineString(points);
        double counted =
                KERNEL.counted(moved, List.of(base), new Mask(around(base))).lengthM();
        assertThat(counted).isLessThanOrEqualTo(2 * d + 1e-6);
    }

    /** Numbers are coarse so far along a line: a search for its place on the border had no end. */
    @Test
    void aLineFromTheOtherSideOfTheWorldCountsWhereItIsHere() {
        Geometry far = line("-20000000 500,-20000000 700,600 500");
        CountedLine counted = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> KERNEL.counted(far, List.of(), new Mask(DISTRICT)));
        assertThat(counted.lengthM()).isCloseTo(600, within(1e-3));
        LineWalk.Length walked =
                new LineWalk(T, List.of(DISTRICT)).lengths(far, List.of()).get(0);
        assertThat(counted.lengthM()).as("on foot").isBetween(walked.leastM(), walked.mostM());
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void thePartsOfALineCountOneAfterTheOther(long seed) {
        Random random = new Random(seed);
        List<LineString> parts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Geometry part = wander(random, 5, 12, 0.4);
            parts.add((LineString) VertexMap.moved(
                    part, (x, y) -> new Coordinate(x + 40 * random.nextInt(3) * 0.1, y + random.nextInt(4))));
        }
        Mask district = new Mask(DISTRICT);
        double sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            List<Geometry> before = new ArrayList<>(parts.subList(0, i));
            sum += KERNEL.counted(parts.get(i), before, district).lengthM();
        }
        Geometry whole = SHAPES.createMultiLineString(parts.toArray(new LineString[0]));
        assertThat(KERNEL.counted(whole, List.of(), district).lengthM()).isCloseTo(sum, within(1e-6));
    }

    /** Also near the origin of a local plane, where places are told more finely than distances. */
    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64, 65, 66, 67, 68})
    void aClosedLineClosesWhereverThePlaneBegins(long seed) {
        Random random = new Random(seed);
        Coordinate[] ring = new Coordinate[4];
        for (int i = 0; i < 3; i++) {
            ring[i] = new Coordinate(30 * random.nextGaussian(), 30 * random.nextGaussian());
        }
        ring[3] = ring[0].copy();
        Geometry closed = SHAPES.createLineString(ring);
        Geometry around = closed.buffer(3).getBoundary();
        double here = KERNEL.counted(around, List.of(closed), new Mask(around(closed)))
                .lengthM();
        Geometry alsoClosed = SHAPES.createLineString(new Coordinate[] {ring[1], ring[2], ring[0], ring[1]});
        double there = KERNEL.counted(around, List.of(alsoClosed), new Mask(around(closed)))
                .lengthM();
        assertThat(here).isCloseTo(there, within(1e-6));
    }

    /** Near-coincident lines of all kinds over a crooked border, counted for whole stretches and on foot. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
    void bothWaysAgree(long seed) {
        Random random = new Random(seed);
        Geometry base = wander(random, 40, 15, 0.15);
        Geometry district =
                base.buffer(3 + 60 * random.nextDouble()).getEnvelope().buffer(-40 * random.nextDouble());
        List<Geometry> lines = new ArrayList<>(List.of(base));
        for (int i = 0; i < 6; i++) {
            lines.add(beside(random, base));
        }
        Mask mask = new Mask(district);
        LineWalk walk = new LineWalk(T, List.of(district));
        for (int i = 0; i < lines.size(); i++) {
            double counted =
                    KERNEL.counted(lines.get(i), lines.subList(0, i), mask).lengthM();
            LineWalk.Length walked =
                    walk.lengths(lines.get(i), lines.subList(0, i)).get(0);
            assertThat(counted).as("line %d", i).isBetween(walked.leastM(), walked.mostM());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void whatFarLinesDoIsNothing(long seed) {
        Random random = new Random(seed);
        List<Geometry> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.add(beside(random, wander(new Random(seed + i % 3), 30, 12, 0.1)));
        }
        Mask mask = new Mask(around(lines.get(0)));
        Geometry last = lines.get(29);
        Envelope reach = new Envelope(last.getEnvelopeInternal());
        reach.expandBy(T);
        List<Geometry> near = lines.subList(0, 29).stream()
                .filter(l -> l.getEnvelopeInternal().intersects(reach))
                .toList();
        assertThat(KERNEL.counted(last, near, mask).lengthM())
                .isEqualTo(KERNEL.counted(last, lines.subList(0, 29), mask).lengthM());
    }

    /** A line as a careless hand or another program draws it again: shaken, shifted, cut, reversed. */
    private static Geometry beside(Random random, Geometry base) {
        double shake = random.nextInt(3) * random.nextDouble();
        double east = 6 * random.nextGaussian();
        double turn = random.nextInt(3) == 0 ? 0.3 * random.nextGaussian() : 0;
        Coordinate middle = base.getCoordinates()[base.getNumPoints() / 2];
        Geometry moved = VertexMap.moved(
                base,
                (x, y) -> new Coordinate(
                        middle.x
                                + (x - middle.x) * Math.cos(turn)
                                - (y - middle.y) * Math.sin(turn)
                                + east
                                + shake * random.nextGaussian(),
                        middle.y
                                + (x - middle.x) * Math.sin(turn)
                                + (y - middle.y) * Math.cos(turn)
                                + shake * random.nextGaussian()));
        double length = moved.getLength();
        Geometry part = new LengthIndexedLine(moved)
                .extractLine(0.3 * length * random.nextDouble(), length * (0.7 + 0.3 * random.nextDouble()));
        return random.nextBoolean() ? part : part.reverse();
    }

    private static Geometry around(Geometry line) {
        return line.getEnvelope().buffer(1000);
    }

    private static Geometry wander(Random random, int points, double legM, double bend) {
        Coordinate[] line = new Coordinate[points];
        double x = EAST;
        double y = NORTH;
        double direction = 0;
        for (int i = 0; i < points; i++) {
            line[i] = new Coordinate(x, y);
            direction += bend * random.nextGaussian();
            x += legM * Math.cos(direction);
            y += legM * Math.sin(direction);
        }
        return SHAPES.createLineString(line);
    }

    private static Geometry line(String text) {
        try {
            String parts = String.join("),(", text.strip().split("/"));
            return VertexMap.moved(
                    new WKTReader(SHAPES).read("MULTILINESTRING((" + parts + "))"),
                    (x, y) -> new Coordinate(EAST + x, NORTH + y));
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
