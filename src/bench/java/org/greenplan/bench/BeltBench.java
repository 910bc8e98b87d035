package org.greenplan.bench;

import java.util.Random;
import org.greenplan.geo.BeltShape;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** How long the belt of a line of 1,000 vertices takes: digitised curves and GPS tracks that shake. */
public final class BeltBench {
    private static final int VERTICES = 1000;
    private static final int TIMES = 100;

    private BeltBench() {}

    public static void main(String[] args) {
        for (double[] kind : new double[][] {{10, 0}, {2, 0}, {5, 0.5}, {5, 1}, {10, 2}, {5, 2}, {2, 1}, {1, 3}}) {
            Geometry line = line(kind[0], kind[1]);
            for (double[] width : new double[][] {{50, 50}, {50, 0}, {10, 30}}) {
                String name =
                        "legs of %s m, shaking by %s m, belt %s + %s m".formatted(kind[0], kind[1], width[0], width[1]);
                Stopwatch.often(name, TIMES, () -> BeltShape.of(line, width[0], width[1]));
            }
        }
    }

    private static Geometry line(double legM, double shakeM) {
        var random = new Random(7);
        Coordinate[] points = new Coordinate[VERTICES];
        double x = 435_000;
        double y = 3_853_000;
        double direction = 0;
        double bend = 0;
        for (int i = 0; i < VERTICES; i++) {
            points[i] = new Coordinate(x + shakeM * random.nextGaussian(), y + shakeM * random.nextGaussian());
            bend = 0.95 * bend + 0.01 * random.nextGaussian();
            direction += bend;
            x += legM * Math.cos(direction);
            y += legM * Math.sin(direction);
        }
        return new GeometryFactory().createLineString(points);
    }
}
