package org.greenplan.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.BeltShape;
import org.greenplan.sweep.AreaKernel;
import org.greenplan.walk.LineWalk;
import org.greenplan.walk.LineWalks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** One road drawn again and again: what each corridor adds is what the union of those before it leaves. */
class CoincidentCorridorsTest {
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");

    /** {@code skippedLegs}: so many legs at most are left out at each end. */
    @ParameterizedTest(name = "{0} m apart, up to {1} legs shorter at each end")
    @CsvSource({"0, 0", "0.0001, 0", "0.5, 8", "5, 0", "5, 10", "15, 6"})
    void eachAddsWhatTheUnionOfThoseBeforeItLeaves(double apartM, int skippedLegs) {
        LedgerInput input = corridors(apartM, skippedLegs);
        Map<PlotKey, List<Share>> swept = new AreaKernel(CRS).shares(input);
        Map<PlotKey, List<LineWalk.Length>> walked = LineWalks.of(input);
        Geometry before = new GeometryFactory().createPolygon();
        for (NetPlot net : new ShapeKernel(CRS).netAll(input)) {
            PlotShape plot = input.plots().get((int) net.key().id() - 1);
            Geometry left = OverlayNGRobust.overlay(plot.area(), before, OverlayNG.DIFFERENCE);
            assertThat(net.net().planeM2()).as("%s", net.key()).isCloseTo(left.getArea(), within(1e-5));
            double sweptM2 = swept.getOrDefault(net.key(), List.of()).stream()
                    .mapToDouble(s -> s.net().planeM2())
                    .sum();
            assertThat(net.net().planeM2()).isCloseTo(sweptM2, within(1e-5));
            assertThat(walked.get(net.key()).get(0).allows(net.lengthM()))
                    .as("%s: %s m, on foot %s", net.key(), net.lengthM(), walked.get(net.key()))
                    .isTrue();
            before = OverlayNGRobust.overlay(before, plot.area(), OverlayNG.UNION);
        }
    }

    /** On foot nobody can tell whether the first one is near; the second one is, for certain. */
    @Test
    void whatOneLineLeavesInDoubtAnotherTakes() {
        var shapes = new GeometryFactory();
        Geometry district = shapes.toGeometry(new Envelope(-100, 1100, -100, 100));
        Geometry line = shapes.createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(1000, 0)});
        Geometry atLimit = shapes.createLineString(new Coordinate[] {new Coordinate(0, 5), new Coordinate(1000, 5)});
        var walk = new LineWalk(5, List.of(district));
        assertThat(walk.lengths(line, List.of(atLimit)).get(0).mostM()).isGreaterThan(900);
        assertThat(walk.lengths(line, List.of(atLimit, line)).get(0).mostM()).isLessThan(1);
    }

    private static LedgerInput corridors(double apartM, int skippedLegs) {
        Random random = new Random(7);
        List<PlotShape> plots = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            Geometry line = line(random, apartM, skippedLegs);
            PlotKey key = new PlotKey("corridors", i);
            plots.add(new PlotShape(key, Precedence.of(1, 1, key), BeltShape.of(line, 20, 20), line, true));
        }
        Geometry district = new GeometryFactory().toGeometry(new Envelope(433_000, 436_000, 3_854_000, 3_856_000));
        return new LedgerInput(plots, List.of(), district, List.of());
    }

    private static Geometry line(Random random, double apartM, int skippedLegs) {
        List<Coordinate> points = new ArrayList<>();
        int first = random.nextInt(skippedLegs + 1);
        int last = 25 - random.nextInt(skippedLegs + 1);
        for (int i = first; i < last; i++) {
            points.add(new Coordinate(
                    434_000 + 20 * i + apartM * random.nextGaussian(),
                    3_855_000 + 100 * Math.sin(i / 6.0) + apartM * random.nextGaussian()));
        }
        return new GeometryFactory().createLineString(points.toArray(Coordinate[]::new));
    }
}
