package org.greenplan.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greenplan.geo.Overlay;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Plans that nobody would draw: stars that overlap, holes, parts, shared edges, slivers. One seed, one plan. */
public final class RandomPlans {
    static final double EAST = 435_000;
    static final double NORTH = 3_853_000;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private RandomPlans() {}

    public static LedgerInput plan(long seed, int plots, int baseline) {
        Random random = new Random(seed);
        List<Geometry> green = new ArrayList<>();
        for (int i = 0; i < baseline; i++) {
            green.add(shape(random));
        }
        List<Zone> zones = List.of(
                zone("sub_districts", 60, 9, box(333.3, 450, 700, 1200)),
                zone("sub_districts", 60, 7, box(0, 0, 333.3, 1000)),
                zone("sub_districts", 60, 8, box(333.3, 0, 700, 500)),
                zone("villages", 61, 7, box(250, 250, 800, 450)));
        return new LedgerInput(plots(random, plots), green, box(50, 50, 950, 950), zones);
    }

    private static Zone zone(String layer, int order, long id, Geometry area) {
        return new Zone(new ZoneKey(layer, id), order, area);
    }

    static List<PlotShape> plots(Random random, int count) {
        List<PlotShape> plots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            plots.add(plot(random, i + 1));
        }
        return plots;
    }

    public static PlotShape plot(Random random, long id) {
        var precedence = new Precedence(1 + random.nextInt(4), 10, "parks", id);
        return new PlotShape(new PlotKey("parks", id), precedence, shape(random), null, random.nextInt(20) > 0);
    }

    static Geometry shape(Random random) {
        double x = Math.rint(1000 * random.nextDouble());
        double y = Math.rint(1000 * random.nextDouble());
        return switch (random.nextInt(6)) {
            case 0 -> box(x, y, x + 100, y + 50 + random.nextInt(2) * 0.001);
            case 1 -> Overlay.difference(star(random, x, y, 120), List.of(star(random, x, y, 40)));
            case 2 -> Overlay.union(List.of(star(random, x, y, 60), star(random, x + 300, y - 100, 60)));
            case 3 -> box(100 * Math.floor(x / 100), y, 100 * Math.floor(x / 100) + 100, y + 100);
            default -> star(random, x, y, 150);
        };
    }

    public static Geometry box(double west, double south, double east, double north) {
        return SHAPES.toGeometry(new Envelope(EAST + west, EAST + east, NORTH + south, NORTH + north));
    }

    private static Geometry star(Random random, double x, double y, double radiusM) {
        int n = 3 + random.nextInt(40);
        Coordinate[] ring = new Coordinate[n + 1];
        for (int k = 0; k < n; k++) {
            double r = radiusM * (0.3 + 0.7 * random.nextDouble());
            double a = 2 * Math.PI * k / n;
            ring[k] = new Coordinate(EAST + x + r * Math.cos(a), NORTH + y + r * Math.sin(a));
        }
        ring[n] = ring[0];
        return SHAPES.createPolygon(ring);
    }
}
