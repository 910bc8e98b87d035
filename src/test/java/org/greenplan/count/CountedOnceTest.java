package org.greenplan.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.greenplan.crs.EllipsoidArea;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.Overlay;
import org.greenplan.sweep.AreaKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Whatever is drawn, the net areas together are the union less the existing green, inside the district: every square metre once. */
class CountedOnceTest {
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");
    private static final GeometryFactory SHAPES = new GeometryFactory();

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58, 59, 60})
    void theNetAreasAreTheUnionLessTheBaseline(long seed) {
        LedgerInput input = RandomPlans.plan(seed, 80, 30);
        Geometry truth = truth(input);
        Areas swept = new AreaKernel(CRS).total(input);
        Areas drawn =
                new ShapeKernel(CRS).netAll(input).stream().map(NetPlot::net).reduce(Areas.ZERO, Areas::plus);
        double ellipsoidM2 = EllipsoidArea.ofPlane(truth, CRS.projection());
        assertThat(swept.planeM2() / truth.getArea()).isCloseTo(1, within(1e-9));
        assertThat(drawn.planeM2() / truth.getArea()).isCloseTo(1, within(1e-9));
        assertThat(swept.ellipsoidM2() / ellipsoidM2).isCloseTo(1, within(1e-9));
        assertThat(drawn.ellipsoidM2() / ellipsoidM2).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void noTwoNetShapesShareASquareMetreAndNoneIsGreenAlready(long seed) {
        LedgerInput input = RandomPlans.plan(seed, 40, 15);
        List<NetPlot> lines = new ShapeKernel(CRS).netAll(input);
        Geometry green = Overlay.union(input.baseline());
        for (int i = 0; i < lines.size(); i++) {
            Geometry shape = lines.get(i).netShape();
            assertThat(shape.getArea()).isCloseTo(lines.get(i).net().planeM2(), within(1e-4));
            assertThat(Overlay.intersection(shape, green).getArea()).isLessThan(1e-5);
            for (int j = 0; j < i; j++) {
                assertThat(Overlay.intersection(shape, lines.get(j).netShape()).getArea())
                        .isLessThan(1e-5);
            }
        }
    }

    /** Bow-ties and touching rings come from other programs; the overlay must not fail and the sweep cannot. */
    @Test
    void brokenOutlinesBringNeitherKernelDown() {
        Random random = new Random(71);
        LedgerInput sound = RandomPlans.plan(71, 40, 10);
        List<PlotShape> plots = new java.util.ArrayList<>(sound.plots());
        for (int i = 0; i < 20; i++) {
            var precedence = new Precedence(1 + random.nextInt(4), 10, "parks", 1000 + i);
            plots.add(new PlotShape(new PlotKey("parks", 1000 + i), precedence, bowTie(random), null, true));
        }
        var input = new LedgerInput(plots, sound.baseline(), sound.district(), sound.zones());
        assertThat(new AreaKernel(CRS).total(input).planeM2()).isPositive();
        assertThat(new ShapeKernel(CRS).netAll(input)).hasSameSizeAs(plots);
    }

    private static Geometry truth(LedgerInput input) {
        List<Geometry> plots = input.plots().stream()
                .filter(PlotShape::addsArea)
                .map(PlotShape::area)
                .toList();
        Geometry inside = Overlay.intersection(Overlay.union(plots), input.district());
        return Overlay.difference(inside, input.baseline());
    }

    private static Polygon bowTie(Random random) {
        double x = RandomPlans.EAST + 900 * random.nextDouble();
        double y = RandomPlans.NORTH + 900 * random.nextDouble();
        return SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + 80, y + 60),
            new Coordinate(x + 80, y),
            new Coordinate(x, y + 60),
            new Coordinate(x, y)
        });
    }
}
