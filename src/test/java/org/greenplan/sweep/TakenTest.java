package org.greenplan.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenplan.count.Areas;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.RandomPlans;
import org.greenplan.count.ShapeKernel;
import org.greenplan.count.Taken;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** What the sweep says was taken is what overlays of outside, green and net polygons find, and it is all that is missing. */
class TakenTest {
    private static final AreaKernel AREAS = new AreaKernel(PlanCrs.of("EPSG:4547"));
    private static final ShapeKernel SHAPES = new ShapeKernel(PlanCrs.of("EPSG:4547"));

    @ParameterizedTest(name = "seed {0}: {1} plots, {2} baseline")
    @CsvSource({"101,2,1", "102,30,10", "103,120,40"})
    void agreesWithTheOverlays(long seed, int plots, int baseline) {
        LedgerInput input = RandomPlans.plan(seed, plots, baseline);
        List<NetPlot> lines = SHAPES.netAll(input);
        Map<PlotKey, List<Taken>> taken = AREAS.taken(input, keys(input));
        Geometry green = Overlay.union(input.baseline());
        for (PlotShape plot : input.plots()) {
            List<Taken> parts = taken.get(plot.key());
            Geometry inside = Overlay.intersection(plot.area(), input.district());
            assertThat(m2(parts, Taken.Why.OUTSIDE, null))
                    .isCloseTo(plot.area().getArea() - inside.getArea(), within(1e-4));
            if (!plot.addsArea()) {
                assertThat(m2(parts, Taken.Why.UPGRADE, null)).isCloseTo(inside.getArea(), within(1e-4));
                assertThat(parts.size()).isLessThanOrEqualTo(2);
                continue;
            }
            assertThat(m2(parts, Taken.Why.GREEN, null))
                    .isCloseTo(Overlay.intersection(inside, green).getArea(), within(1e-4));
            for (NetPlot other : lines) {
                double shared = other.key().equals(plot.key())
                        ? 0
                        : Overlay.intersection(inside, other.netShape()).getArea();
                assertThat(m2(parts, Taken.Why.PLOT, other.key()))
                        .as("%s of %s", other.key(), plot.key())
                        .isCloseTo(shared, within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {111, 112})
    void thePartsSumToGrossLessNetToTheLastDigitAndNeighboursAreEnough(long seed) {
        LedgerInput input = RandomPlans.plan(seed, 80, 30);
        Map<PlotKey, List<Taken>> all = AREAS.taken(input, keys(input));
        for (NetPlot line : SHAPES.netAll(input)) {
            List<Taken> closed = Taken.closed(all.get(line.key()), line.gross(), line.net());
            assertThat(closed.stream().map(Taken::area).reduce(Areas.ZERO, Areas::plus))
                    .isEqualTo(line.gross().minus(line.net()));
            Areas before = sum(all.get(line.key()));
            assertThat(before.minus(line.gross().minus(line.net())).planeM2()).isCloseTo(0, within(1e-4));
            PlotShape plot = input.plots().stream()
                    .filter(p -> p.key().equals(line.key()))
                    .findFirst()
                    .orElseThrow();
            List<PlotShape> near = input.plots().stream()
                    .filter(p -> p.area()
                            .getEnvelopeInternal()
                            .intersects(plot.area().getEnvelopeInternal()))
                    .toList();
            var around = new LedgerInput(near, input.baseline(), input.district(), List.of());
            assertThat(sum(AREAS.taken(around, Set.of(plot.key())).get(plot.key()))
                            .minus(before)
                            .planeM2())
                    .isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void aDifferenceThatIsNoRoundingIsLeftToBeSeen() {
        var part = new Taken(Taken.Why.GREEN, null, Areas.of(50, 50));
        assertThat(Taken.closed(List.of(part), Areas.of(100, 100), Areas.of(40, 40)))
                .containsExactly(part);
        assertThat(Taken.closed(List.of(part), Areas.of(100, 100), Areas.of(49.9999, 49.9999)))
                .containsExactly(new Taken(Taken.Why.GREEN, null, Areas.of(50.0001, 50.0001)));
        assertThat(Taken.closed(List.of(part), Areas.of(100, 100), Areas.of(100, 100)))
                .isEmpty();
    }

    private static Set<PlotKey> keys(LedgerInput input) {
        return input.plots().stream().map(PlotShape::key).collect(Collectors.toCollection(HashSet::new));
    }

    private static Areas sum(List<Taken> parts) {
        return parts.stream().map(Taken::area).reduce(Areas.ZERO, Areas::plus);
    }

    private static double m2(List<Taken> parts, Taken.Why why, PlotKey by) {
        return parts.stream()
                .filter(t -> t.why() == why && (by == null || by.equals(t.by())))
                .mapToDouble(t -> t.area().planeM2())
                .sum();
    }
}
