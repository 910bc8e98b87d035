package org.greenplan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** A belt is found quickly by what is seen from outside, and where that does not fit together by noding its whole outline. */
class BeltWaysTest {
    private static final int STEPS_A_QUARTER = 16;

    /** Digitised curves, tracks that shake, and tracks that shake on the spot, of 1,000 vertices. */
    @ParameterizedTest
    @CsvSource({
        "10,  0,   50, 50",
        "2,   0,   50, 50",
        "2,   0,   50, 0",
        "5,   0.5, 10, 30",
        "5,   1,   50, 50",
        "10,  2,   0,  50",
        "5,   2,   50, 50",
        "2,   1,   50, 0",
        "1,   3,   50, 50",
        "0.2, 3,   10, 30"
    })
    void bothWaysAreOneBelt(double legM, double shakeM, double leftM, double rightM) {
        Coordinate[] line = track(new Random(11), legM, shakeM);
        Geometry seen = seen(line, leftM, rightM);
        Geometry noded = Overlay.union(List.copyOf(BeltShape.noded(line, leftM, rightM, STEPS_A_QUARTER)));
        assertThat(seen.isValid()).isTrue();
        assertThat(differenceM2(seen, noded)).isLessThan(1e-4);
        assertThat(Math.abs(seen.getArea() - noded.getArea())).isLessThan(1e-5);
    }

    /** Where places of a line have whole metres, edges run upon edges and three of them meet; most of these are noded. */
    @Test
    void aLineOnAGridIsWhatItsDefinitionSays() {
        int noded = 0;
        for (int seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            Coordinate[] line = onGrid(random);
            double leftM = random.nextInt(30);
            double rightM = random.nextInt(30) + (leftM == 0 ? 1 : 0);
            Geometry belt = BeltShape.of(new GeometryFactory().createLineString(line), leftM, rightM);
            assertThat(belt.isValid()).isTrue();
            Geometry defined =
                    BeltOracle.of(new GeometryFactory().createLineString(line), leftM, rightM, STEPS_A_QUARTER);
            assertThat(differenceM2(belt, defined)).as("seed %s", seed).isLessThan(1e-5);
            noded += BeltShape.seen(line, leftM, rightM, STEPS_A_QUARTER) == null ? 1 : 0;
        }
        assertThat(noded).as("both ways were taken").isBetween(10, 140);
    }

    /** Noding parts what belongs together here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            LINESTRING(0 0,-2 -1,-2 1,-1 2,0 -1,-1 0) | 19 | 6
            LINESTRING(0 0,-1 0,-2 -2,-2 -1,-2 -2,-2 -1,-1 -2,-2 -1,-1 -1,-1 0,1 0,-1 0,1 0,-1 -1,1 0,0 -2,1 -1,-2 0,1 -1,-2 0,1 0) | 26 | 33
            """)
    void whatCannotBeNodedIsUnitedPieceByPiece(String wkt, double leftM, double rightM) throws ParseException {
        Geometry line = new WKTReader().read(wkt);
        var outline = new BeltOutline(line.getCoordinates(), leftM, rightM, STEPS_A_QUARTER);
        assertThat((Object) WoundArea.of(outline.curves())).isNull();
        Geometry noded =
                Overlay.union(List.copyOf(BeltShape.noded(line.getCoordinates(), leftM, rightM, STEPS_A_QUARTER)));
        assertThat(differenceM2(noded, BeltOracle.of(line, leftM, rightM, STEPS_A_QUARTER)))
                .isLessThan(1e-5);
    }

    private static double differenceM2(Geometry a, Geometry b) {
        return OverlayNGRobust.overlay(a, b, OverlayNG.SYMDIFFERENCE).getArea();
    }

    private static MultiPolygon seen(Coordinate[] line, double leftM, double rightM) {
        MultiPolygon seen = BeltShape.seen(line, leftM, rightM, STEPS_A_QUARTER);
        assertThat((Object) seen).as("fits together").isNotNull();
        return seen;
    }

    /** There and often back again. */
    private static Coordinate[] onGrid(Random random) {
        List<Coordinate> line = new ArrayList<>(List.of(new CoordinateXY(0, 0)));
        int points = 3 + random.nextInt(12);
        while (line.size() < points) {
            Coordinate last = line.get(line.size() - 1);
            Coordinate next = new CoordinateXY(last.x + random.nextInt(21) - 10, last.y + random.nextInt(21) - 10);
            Coordinate again = line.get(random.nextInt(line.size()));
            Coordinate to = random.nextInt(4) == 0 ? again : next;
            if (!to.equals2D(last)) {
                line.add(to);
            }
        }
        return line.toArray(Coordinate[]::new);
    }

    private static Coordinate[] track(Random random, double legM, double shakeM) {
        Coordinate[] line = new Coordinate[1000];
        double x = 0;
        double y = 0;
        double direction = 0;
        double bend = 0;
        for (int i = 0; i < line.length; i++) {
            line[i] = new CoordinateXY(x + shakeM * random.nextGaussian(), y + shakeM * random.nextGaussian());
            bend = 0.95 * bend + 0.01 * random.nextGaussian();
            direction += bend;
            x += legM * Math.cos(direction);
            y += legM * Math.sin(direction);
        }
        return line;
    }
}
