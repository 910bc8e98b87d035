package org.greenplan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** What lies in what: squares, each named by its lower left corner and its side. */
class RingNestingTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one                         | 0 10             | 100 | 1 | 0",
                "a hole, given first         | 2 3, 0 10        | 91  | 1 | 0",
                "an island in the hole       | 0 10, 1 8, 2 2   | 40  | 2 | 0",
                "a hole that touches a corner| 0 10, 0 3        | 91  | 1 | 0",
                "beside each other           | 0 2, 5 2         | 8   | 2 | 0",
                "drawn twice                 | 0 10, 0 10       | 100 | 1 | 1",
                "a hole drawn twice          | 0 10, 2 3, 2 3   | 91  | 1 | 1"
            })
    void ringsByWhatLiesInWhat(String name, String squares, double areaM2, int polygons, int twice) {
        List<LinearRing> rings = Arrays.stream(squares.split(", "))
                .map(s -> square(Double.parseDouble(s.split(" ")[0]), Double.parseDouble(s.split(" ")[1])))
                .toList();
        RingNesting nesting = RingNesting.of(rings).orElseThrow();
        Geometry made = nesting.polygons(FACTORY);
        assertThat(made.getArea()).isEqualTo(areaM2);
        assertThat(made.getNumGeometries()).isEqualTo(polygons);
        assertThat(nesting.twice()).isEqualTo(twice);
    }

    @Test
    void aHoleMayRunEitherWay() {
        LinearRing outline = square(0, 10);
        LinearRing hole = square(2, 3);
        assertThat(RingNesting.of(List.of(outline, hole)).orElseThrow().holesRunAlong())
                .isTrue();
        assertThat(RingNesting.of(List.of(outline, hole.reverse()))
                        .orElseThrow()
                        .holesRunAlong())
                .isFalse();
    }

    @Test
    void ringsWithoutEndAreLeft() {
        List<LinearRing> onion = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            onion.add(square(i, 10_000 - 2 * i));
        }
        assertThat(RingNesting.of(onion)).isEmpty();
    }

    private static LinearRing square(double corner, double side) {
        double end = corner + side;
        return FACTORY.createLinearRing(new Coordinate[] {
            new Coordinate(corner, corner),
            new Coordinate(end, corner),
            new Coordinate(end, end),
            new Coordinate(corner, end),
            new Coordinate(corner, corner)
        });
    }
}
