package org.greenplan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Precedence;
import org.greenplan.count.ShapeKernel;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.BeltShape;
import org.greenplan.sweep.AreaKernel;
import org.greenplan.walk.LineWalks;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * What corridors cost that nearly coincide, as when one road is drawn again and again: what a save counts for the last of them, and the
 * ways in which {@code verify} counts all. Argument: how many (500).
 */
public final class CoincidentBench {
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");
    private static final int SAVES = 5;
    private static final int POINTS = 60;
    private static final double LEG_M = 20;

    private CoincidentBench() {}

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        for (double apartM : new double[] {0.001, 0.5, 5}) {
            System.out.printf("%d corridors, up to about %s m apart%n", count, apartM);
            LedgerInput input = Stopwatch.time("  belts", () -> corridors(count, apartM));
            var kernel = new ShapeKernel(CRS);
            for (int i = 0; i < SAVES; i++) {
                PlotShape last = input.plots().get(count - 1 - i);
                Stopwatch.time("  net plot of one of the last", () -> kernel.net(last, input));
            }
            Stopwatch.time("  net plots of all", () -> kernel.netAll(input));
            Stopwatch.time("  the sweep", () -> new AreaKernel(CRS).shares(input));
            Stopwatch.time("  lengths on foot", () -> LineWalks.of(input));
        }
        System.exit(0);
    }

    private static LedgerInput corridors(int count, double apartM) {
        Random random = new Random(7);
        List<PlotShape> plots = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Geometry line = line(random, apartM);
            PlotKey key = new PlotKey("corridors", i);
            plots.add(new PlotShape(key, Precedence.of(1, 1, key), BeltShape.of(line, 20, 20), line, true));
        }
        Geometry district = new GeometryFactory().toGeometry(new Envelope(430_000, 440_000, 3_850_000, 3_860_000));
        return new LedgerInput(plots, List.of(), district, List.of());
    }

    /** A road that bends, as somebody's hand follows it. */
    private static Geometry line(Random random, double apartM) {
        Coordinate[] points = new Coordinate[POINTS];
        double x = 434_000;
        double y = 3_855_000;
        for (int i = 0; i < POINTS; i++) {
            double direction = 0.5 * Math.sin(i / 8.0);
            points[i] = new Coordinate(x + apartM * random.nextGaussian(), y + apartM * random.nextGaussian());
            x += LEG_M * Math.cos(direction);
            y += LEG_M * Math.sin(direction);
        }
        return new GeometryFactory().createLineString(points);
    }
}
