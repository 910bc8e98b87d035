package org.greenplan.water.shore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A lake of 100 m by 50 m with belts beside it, and ways through it. */
class ShoreTest {
    private static final GeometryFactory JTS = new GeometryFactory();
    private static final Polygon LAKE = box(0, 0, 100, 50);

    /** South of the lake lies a belt from the gap to the gap and the width; nothing lies on the other shores. */
    @ParameterizedTest
    @CsvSource({"0, 10, 100", "3, 13, 100", "3.5, 14, 0", "2, 11, 0", "0, 9.5, 0"})
    void aBeltCountsWhereItIsNearAndWideEnough(double from, double to, double greenM) {
        ShoreGreen shore = ShoreGreen.of(LAKE, List.of(box(0, -to, 100, -from)), 3, 10);
        assertThat(shore.shoreM()).isCloseTo(300, within(1e-9));
        assertThat(shore.greenM()).isCloseTo(greenM, within(1e-9));
        assertThat(shore.share()).isCloseTo(greenM / 300, within(1e-9));
    }

    @Test
    void aBeltOfTwoPlotsThatTouchIsOneAndABreakInItIsTwo() {
        assertThat(greenM(box(0, -6, 100, 0), box(0, -12, 100, -6))).isEqualTo(100);
        assertThat(greenM(box(0, -6, 100, 0), box(0, -12, 100, -7))).isZero();
        assertThat(greenM(box(0, -5, 100, 0).union(box(0, -30, 100, -6)))).isZero();
        assertThat(greenM(box(0, -1, 100, 0), box(0, -30, 100, -2))).isEqualTo(100);
    }

    /** A corner that only the box of the green reaches is passed by. */
    @Test
    void greenBesideTheWayIsNone() {
        Geometry slanted = JTS.createPolygon(new Coordinate[] {
            new Coordinate(0, -60), new Coordinate(100, -60), new Coordinate(100, -1), new Coordinate(0, -60)
        });
        assertThat(greenM(slanted)).isBetween(3.0, 4.0);
    }

    @Test
    void whatIsBareIsToldByPlace() {
        Polygon turned = LAKE.reverse();
        for (Polygon lake : List.of(LAKE, turned)) {
            ShoreGreen half = ShoreGreen.of(lake, List.of(box(20, -20, 60, 0)), 3, 10);
            assertThat(half.greenM()).isEqualTo(40);
            assertThat(half.bare().stream()
                            .mapToDouble(one -> one.toM() - one.fromM())
                            .sum())
                    .isCloseTo(260, within(1e-9));
            assertThat(half.bare().size()).isEqualTo(2);
        }
        ShoreGreen inside = ShoreGreen.of(LAKE, List.of(box(10, 10, 90, 40)), 3, 10);
        assertThat(inside.greenM()).isZero();
        assertThatThrownBy(() -> ShoreGreen.of(LAKE, List.of(), 3, 0)).hasMessageContaining("width of 0.0 m");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 25, 100, 25, 100, false",
        "0, 25, 30, 0, 39.05, false",
        "0, 0, 37, 0, 37, true",
        "0, 0, 0, 0, 0, true"
    })
    void waterThatTakesTheShortWayLeavesTheLakeStanding(
            double inX, double inY, double outX, double outY, double chordM, boolean isShort) {
        var in = new Coordinate(inX, inY);
        var out = new Coordinate(outX, outY);
        Crossing crossing = Crossing.of(LAKE, List.of(in), List.of(out));
        assertThat(crossing.axisM()).isCloseTo(Math.hypot(100, 50), within(1e-9));
        assertThat(crossing.chordM()).isCloseTo(chordM, within(0.01));
        assertThat(crossing.isShort()).isEqualTo(isShort);
        assertThat(Crossing.isSameMouth(out, List.of(in), 5)).isEqualTo(chordM <= 5);
    }

    @Test
    void theLongestOfAllWaysDecides() {
        List<Coordinate> inlets = List.of(new Coordinate(0, 0), new Coordinate(100, 50));
        assertThat(Crossing.of(LAKE, inlets, List.of(new Coordinate(0, 10))).isShort())
                .isFalse();
        assertThat(Crossing.of(LAKE, inlets, List.of()).isShort()).isTrue();
    }

    private static double greenM(Geometry... green) {
        return Math.round(ShoreGreen.of(LAKE, List.of(green), 3, 10).greenM() * 1e6) / 1e6;
    }

    private static Polygon box(double x, double y, double toX, double toY) {
        return (Polygon) JTS.toGeometry(new Envelope(x, toX, y, toY));
    }
}
