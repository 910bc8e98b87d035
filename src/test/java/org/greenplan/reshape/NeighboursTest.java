package org.greenplan.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Where one polygon's edge moves, those who share it follow: no gap, no overlap. */
class NeighboursTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    /** A square on the west of an edge x = 100 from y = 0 to y = 100. */
    private static final String WEST = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // One corner of the common edge is moved.
                "POLYGON((0 0, 110 -5, 100 100, 0 100, 0 0)) | POLYGON((100 0, 200 0, 200 100, 100 100, 100 0))",
                // The whole edge is moved.
                "POLYGON((0 0, 110 0, 110 100, 0 100, 0 0)) | POLYGON((100 0, 200 0, 200 100, 100 100, 100 0))",
                // A corner is drawn into the edge.
                "POLYGON((0 0, 100 0, 120 50, 100 100, 0 100, 0 0)) | POLYGON((100 0, 200 0, 200 100, 100 100, 100 0))",
                // The neighbour is longer than the edge.
                "POLYGON((0 0, 100 0, 120 50, 100 100, 0 100, 0 0)) | POLYGON((100 -50, 200 -50, 200 150, 100 150, 100 -50))",
                // The neighbour has a corner in the middle of the edge that this one lacks.
                "POLYGON((0 0, 110 0, 110 100, 0 100, 0 0)) | POLYGON((100 0, 200 0, 200 100, 100 100, 100 40, 100 0))",
            })
    void aNeighbourFollows(String after, String neighbour) {
        Geometry beside = geometry(neighbour);
        var followed = Neighbours.of(geometry(WEST), geometry(after), Map.of("east", beside));
        Geometry east = followed.followed().get("east");
        assertThat(followed.shape().getArea()).isCloseTo(geometry(after).getArea(), within(1e-9));
        assertSeamless(followed.shape(), east);
        assertThat(followed.shape().getArea() + east.getArea())
                .as("what one gains the other loses")
                .isCloseTo(UnaryUnionOp.union(List.of(followed.shape(), east)).getArea(), within(1e-6));
    }

    /** Two neighbours meet in the middle of an edge: their common corner goes along, and all three stay together. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON((0 0, 120 0, 110 100, 0 100, 0 0))",
                "POLYGON((0 0, 100 0, 130 30, 120 80, 100 100, 0 100, 0 0))",
            })
    void threePlotsStayTogether(String after) {
        Map<String, Geometry> beside = new LinkedHashMap<>();
        beside.put("south", geometry("POLYGON((100 0, 200 0, 200 40, 100 40, 100 0))"));
        beside.put("north", geometry("POLYGON((100 40, 200 40, 200 100, 100 100, 100 40))"));
        beside.put("away", geometry("POLYGON((300 0, 310 0, 310 10, 300 10, 300 0))"));
        var followed = Neighbours.of(geometry(WEST), geometry(after), beside);
        assertThat(followed.followed()).containsOnlyKeys("south", "north");
        Geometry south = followed.followed().get("south");
        Geometry north = followed.followed().get("north");
        assertSeamless(followed.shape(), south, north);
    }

    /** Two neighbours that lie on each other share the edge with this one: each corner on it is a corner of all who run by it. */
    @Test
    void everyCornerOfTheEdgeIsACornerOfAllThatRunByIt() {
        Map<String, Geometry> beside = new LinkedHashMap<>();
        beside.put("whole", geometry("POLYGON((100 0, 200 0, 200 100, 100 100, 100 0))"));
        beside.put("half", geometry("POLYGON((100 0, 150 0, 150 25, 100 25, 100 0))"));
        var followed = Neighbours.of(geometry(WEST), geometry("POLYGON((0 0, 120 0, 140 100, 0 100, 0 0))"), beside);
        Coordinate leaving = new Coordinate(125, 25);
        assertThat(followed.shape().getCoordinates()).contains(leaving);
        assertThat(followed.followed().get("half").getCoordinates()).contains(leaving);
        assertThat(followed.followed().get("whole").getCoordinates()).contains(leaving);
    }

    /** A corner drawn up to a centimetre beside another becomes one with it. */
    @Test
    void cornersACentimetreApartBecomeOne() {
        Geometry beside = geometry("POLYGON((100.004 0.003, 200 0, 200 100, 100 100, 100.004 0.003))");
        var followed = Neighbours.of(
                geometry(WEST), geometry("POLYGON((0 0, 110 0, 110 100, 0 100, 0 0))"), Map.of("east", beside));
        assertThat(followed.followed().get("east").getCoordinates())
                .contains(new Coordinate(110, 0), new Coordinate(110, 100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON((5 5, 105 5, 105 105, 5 105, 5 5))",
                "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0), (40 40, 60 40, 60 60, 40 60, 40 40))",
            })
    void whatNobodyCanFollowIsRefused(String after) {
        assertThatThrownBy(() -> Neighbours.of(geometry(WEST), geometry(after), Map.of()))
                .isInstanceOf(Problem.Invalid.class);
    }

    /** A patchwork whose corners are all shared: one plot's corners are moved at random, and the patchwork covers what it covered. */
    @Test
    void aPatchworkStaysWhole() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            Coordinate[][] corner = grid(random);
            Map<String, Geometry> plots = new LinkedHashMap<>();
            for (int x = 0; x < 3; x++) {
                for (int y = 0; y < 3; y++) {
                    plots.put(x + "/" + y, cell(corner, x, y, List.of()));
                }
            }
            Geometry before = plots.remove("1/1");
            List<Coordinate> inner = new ArrayList<>();
            for (int i = 0; i < random.nextInt(3); i++) {
                inner.add(jittered(random, 130 + 40.0 * (i + 1) / 3, 125));
            }
            inner.sort(Comparator.comparingDouble(Coordinate::getX));
            corner[2][2] = jittered(random, 200, 200);
            if (random.nextBoolean()) {
                corner[2][1] = jittered(random, 200, 100);
            }
            Geometry after = cell(corner, 1, 1, inner);
            var followed = Neighbours.of(before, after, plots);
            plots.putAll(followed.followed());
            plots.put("1/1", followed.shape());
            assertThat(followed.shape().getArea()).isCloseTo(after.getArea(), within(1e-9));
            Geometry[] all = plots.values().toArray(Geometry[]::new);
            assertSeamless(all);
            assertThat(UnaryUnionOp.union(List.of(all)).getNumGeometries()).isEqualTo(1);
        }
    }

    private static Coordinate[][] grid(Random random) {
        var corner = new Coordinate[4][4];
        for (int x = 0; x < 4; x++) {
            for (int y = 0; y < 4; y++) {
                corner[x][y] = x % 3 == 0 || y % 3 == 0
                        ? new Coordinate(100.0 * x, 100.0 * y)
                        : jittered(random, 100.0 * x, 100.0 * y);
            }
        }
        return corner;
    }

    private static Coordinate jittered(Random random, double x, double y) {
        return new Coordinate(x + random.nextDouble() * 24 - 12, y + random.nextDouble() * 24 - 12);
    }

    /** A cell of the patchwork, with more corners on its southern edge. */
    private static Geometry cell(Coordinate[][] corner, int x, int y, List<Coordinate> south) {
        List<Coordinate> ring = new ArrayList<>(List.of(corner[x][y]));
        ring.addAll(south);
        ring.addAll(List.of(corner[x + 1][y], corner[x + 1][y + 1], corner[x][y + 1], corner[x][y]));
        return SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** Neither overlap nor gap: the union of all has no hole and is as large as their sum. */
    private static void assertSeamless(Geometry... shapes) {
        Geometry union = UnaryUnionOp.union(List.of(shapes));
        double sum = 0;
        for (Geometry shape : shapes) {
            assertThat(shape.isValid()).isTrue();
            sum += shape.getArea();
        }
        assertThat(sum).as("no overlap").isCloseTo(union.getArea(), within(1e-6));
        for (int i = 0; i < union.getNumGeometries(); i++) {
            assertThat(((Polygon) union.getGeometryN(i)).getNumInteriorRing())
                    .as("no gap in %s", union)
                    .isZero();
        }
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
