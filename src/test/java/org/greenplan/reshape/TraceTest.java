package org.greenplan.reshape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Along an edge that is there: the corners between two places on it. */
class TraceTest {
    private static final String SQUARE = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))";
    private static final String LINE = "LINESTRING(0 0, 50 0, 50 50, 90 50)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                SQUARE + " | 50 | 0 | 100 | 30 | 100 0",
                SQUARE + " | 100 | 30 | 50 | 0 | 100 0",
                SQUARE + " | 10 | 0 | 0 | 30 | 0 0",
                SQUARE + " | 0 | 30 | 10 | 0 | 0 0",
                SQUARE + " | 90 | 100 | 90 | 0.2 | 100 100, 100 0",
                SQUARE + " | 0 | 40 | 20 | 100 | 0 100",
                SQUARE + " | 100 | 90 | 10 | 0 | 100 0",
                SQUARE + " | 0 | 90 | 40 | 0 | 0 0",
                LINE + " | 10 | 0 | 70 | 50 | 50 0, 50 50",
                LINE + " | 70 | 50 | 10 | 0 | 50 50, 50 0",
                LINE + " | 70 | 50 | 10 | 9 | none",
            })
    void theCornersBetweenTheShorterWayRound(
            String edge, double fromX, double fromY, double toX, double toY, String between) {
        List<Coordinate> found =
                Trace.between(new Coordinate(fromX, fromY), new Coordinate(toX, toY), List.of(geometry(edge)), 1);
        if (between == null) {
            assertThat(found).isNull();
            return;
        }
        assertThat(Objects.requireNonNull(found).stream()
                        .map(c -> Math.round(c.x) + " " + Math.round(c.y))
                        .toList())
                .containsExactly(between.split(", "));
    }

    @Test
    void theEdgeThatLiesNearestIsFollowed() {
        Geometry other = geometry("POLYGON((0 0.5, 100 0.5, 130 50, 100 99, 0 99, 0 0.5))");
        assertThat(Trace.between(new Coordinate(50, 0), new Coordinate(100, 30), List.of(other, geometry(SQUARE)), 40))
                .containsExactly(new Coordinate(100, 0));
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
