package org.greenplan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Precedence;
import org.greenplan.count.Zone;
import org.greenplan.count.ZoneKey;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A made-up plan, worse than any real one: vertex counts with a heavy tail (median 14, up to 2,000), plots that overlap, share
 * edges, have holes or miss each other by a millimetre. One seed, one plan; EPSG:4547 metres.
 */
final class DensePlan {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double SPACING_M = 60;
    private static final double EAST = 425_000;
    private static final double NORTH = 3_840_000;

    private final Random random;
    private final int side;

    private DensePlan(int count, long seed) {
        random = new Random(seed);
        side = (int) Math.ceil(Math.sqrt(count));
    }

    static LedgerInput of(int count, long seed) {
        return new DensePlan(count, seed).build(count);
    }

    /** One more plot somewhere in the plan. */
    static PlotShape another(int count, long id, Random random) {
        DensePlan plan = new DensePlan(count, random.nextLong());
        return plan.plot(random.nextInt(count), id);
    }

    /** A shape under somebody's hand, somewhere in the plan. */
    static Polygon draft(int count, int vertices, double radiusM, Random random) {
        DensePlan plan = new DensePlan(count, random.nextLong());
        double size = plan.side * SPACING_M;
        double x = EAST + size * (0.2 + 0.6 * plan.random.nextDouble());
        double y = NORTH + size * (0.2 + 0.6 * plan.random.nextDouble());
        return plan.star(x, y, radiusM, vertices, 0.8);
    }

    private LedgerInput build(int count) {
        List<PlotShape> plots = new ArrayList<>(count);
        List<Geometry> baseline = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            plots.add(plot(i, i + 1));
            baseline.add(shape(i, 0.45));
        }
        double size = side * SPACING_M;
        Geometry district = star(EAST + size / 2, NORTH + size / 2, size * 0.55, 2000, 0.9);
        List<Zone> zones = new ArrayList<>();
        for (int z = 0; z < 6; z++) {
            zones.add(new Zone(
                    new ZoneKey("sub_districts", z + 1),
                    60,
                    box(
                            EAST + (z / 6.0 - 0.1) * size,
                            NORTH - size,
                            EAST + ((z + 1) / 6.0 - 0.1) * size,
                            NORTH + 2 * size)));
        }
        return new LedgerInput(plots, baseline, district, zones);
    }

    private PlotShape plot(int place, long id) {
        var precedence = new Precedence(1 + random.nextInt(4), 10, "parks", id);
        return new PlotShape(new PlotKey("parks", id), precedence, shape(place, 0.6), null, true);
    }

    private Geometry shape(int place, double reach) {
        double west = EAST + (place % side) * SPACING_M;
        double south = NORTH + (place / side) * SPACING_M;
        double kind = random.nextDouble();
        if (kind < 0.15) {
            return box(west, south, west + SPACING_M, south + SPACING_M);
        }
        if (kind < 0.2) {
            return box(west, south, west + SPACING_M + 0.001, south + SPACING_M);
        }
        double x = west + SPACING_M * random.nextDouble();
        double y = south + SPACING_M * random.nextDouble();
        double radius = SPACING_M * reach * Math.exp(0.4 * random.nextGaussian());
        int vertices = (int) Math.round(14 * Math.exp(1.05 * random.nextGaussian()));
        Polygon star = star(x, y, radius, Math.max(3, Math.min(2000, vertices)), 0.7);
        return kind < 0.27 ? withHole(star, x, y) : star;
    }

    private Polygon star(double x, double y, double radiusM, int vertices, double least) {
        Coordinate[] ring = new Coordinate[vertices + 1];
        for (int k = 0; k < vertices; k++) {
            double r = radiusM * (least + (1 - least) * random.nextDouble());
            double angle = 2 * Math.PI * k / vertices;
            ring[k] = new Coordinate(x + r * Math.cos(angle), y + r * Math.sin(angle));
        }
        ring[vertices] = ring[0].copy();
        return SHAPES.createPolygon(ring);
    }

    /** A star less itself at 40 %: valid, because a star sees all of its outline from the centre. */
    private static Polygon withHole(Polygon star, double x, double y) {
        Coordinate[] hole = star.getExteriorRing().copy().getCoordinates();
        for (Coordinate c : hole) {
            c.x = x + 0.4 * (c.x - x);
            c.y = y + 0.4 * (c.y - y);
        }
        return SHAPES.createPolygon(star.getExteriorRing(), new LinearRing[] {SHAPES.createLinearRing(hole)});
    }

    private static Geometry box(double west, double south, double east, double north) {
        return SHAPES.toGeometry(new Envelope(west, east, south, north));
    }
}
