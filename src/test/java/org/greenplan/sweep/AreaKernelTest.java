package org.greenplan.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greenplan.count.Areas;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Precedence;
import org.greenplan.count.RandomPlans;
import org.greenplan.count.ShapeKernel;
import org.greenplan.count.Share;
import org.greenplan.count.ZoneKey;
import org.greenplan.crs.PlanCrs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The sweep and the overlay know nothing of each other and agree, plot by plot and zone by zone. */
class AreaKernelTest {
    private static final AreaKernel AREAS = new AreaKernel(PlanCrs.of("EPSG:4547"));
    private static final ShapeKernel SHAPES = new ShapeKernel(PlanCrs.of("EPSG:4547"));

    @ParameterizedTest(name = "seed {0}: {1} plots, {2} baseline")
    @CsvSource({"1,1,0", "2,2,1", "3,10,5", "4,60,0", "5,60,30", "6,60,30", "7,200,100", "8,500,300", "9,1500,700"})
    void agreesWithTheShapes(long seed, int plots, int baseline) {
        LedgerInput input = RandomPlans.plan(seed, plots, baseline);
        Map<PlotKey, List<Share>> shares = AREAS.shares(input);
        double planeM2 = 0;
        double ellipsoidM2 = 0;
        for (NetPlot line : SHAPES.netAll(input)) {
            List<Share> swept = shares.get(line.key());
            Areas sum = swept.stream().map(Share::net).reduce(Areas.ZERO, Areas::plus);
            assertThat(sum.planeM2()).as("%s", line.key()).isCloseTo(line.net().planeM2(), within(1e-5));
            assertThat(sum.ellipsoidM2()).isCloseTo(line.net().ellipsoidM2(), within(1e-5));
            Map<ZoneKey, Share> byZone = swept.stream().collect(Collectors.toMap(Share::zone, Function.identity()));
            for (Share share : line.shares()) {
                Share other = byZone.getOrDefault(share.zone(), new Share(ZoneKey.NONE, Areas.ZERO, 0));
                assertThat(other.net().planeM2()).isCloseTo(share.net().planeM2(), within(1e-5));
                assertThat(other.net().ellipsoidM2()).isCloseTo(share.net().ellipsoidM2(), within(1e-5));
            }
            planeM2 += line.net().planeM2();
            ellipsoidM2 += line.net().ellipsoidM2();
        }
        Areas total = AREAS.total(input);
        assertThat(total.planeM2()).isCloseTo(planeM2, within(1e-9 * planeM2));
        assertThat(total.ellipsoidM2()).isCloseTo(ellipsoidM2, within(1e-9 * ellipsoidM2));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void theOrderOfTheInputDoesNotMatter(long seed) {
        LedgerInput input = RandomPlans.plan(seed, 100, 40);
        List<PlotShape> shuffled = new ArrayList<>(input.plots());
        Collections.shuffle(shuffled, new Random(seed));
        var other = new LedgerInput(shuffled, input.baseline(), input.district(), input.zones());
        assertThat(AREAS.shares(other)).isEqualTo(AREAS.shares(input));
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void aLedgerKeptByNeighbourhoodsIsTheLedgerOfTheWhole(long seed) {
        Random random = new Random(seed);
        LedgerInput start = RandomPlans.plan(seed, 60, 20);
        List<PlotShape> plots = new ArrayList<>(start.plots());
        Map<PlotKey, NetPlot> ledger = new HashMap<>();
        SHAPES.netAll(start).forEach(line -> ledger.put(line.key(), line));
        for (int edit = 0; edit < 40; edit++) {
            Envelope touched = edit(random, plots, ledger, edit);
            var now = new LedgerInput(plots, start.baseline(), start.district(), start.zones());
            for (PlotShape plot : plots) {
                if (plot.area().getEnvelopeInternal().intersects(touched)) {
                    ledger.put(plot.key(), SHAPES.net(plot, now));
                }
            }
        }
        var end = new LedgerInput(plots, start.baseline(), start.district(), start.zones());
        assertThat(ledger).hasSameSizeAs(plots);
        AREAS.shares(end).forEach((key, shares) -> assertThat(
                        ledger.get(key).net().planeM2())
                .isCloseTo(shares.stream().mapToDouble(s -> s.net().planeM2()).sum(), within(1e-5)));
    }

    /** Creates, moves or deletes one plot; the envelope of its old and new shapes. */
    private static Envelope edit(Random random, List<PlotShape> plots, Map<PlotKey, NetPlot> ledger, int number) {
        Envelope touched = new Envelope();
        int kind = random.nextInt(3);
        long id = 1000 + number;
        if (kind > 0) {
            PlotShape old = plots.remove(random.nextInt(plots.size()));
            ledger.remove(old.key());
            touched.expandToInclude(old.area().getEnvelopeInternal());
            id = old.key().id();
        }
        if (kind < 2) {
            PlotShape made = RandomPlans.plot(random, id);
            plots.add(made);
            touched.expandToInclude(made.area().getEnvelopeInternal());
        }
        return touched;
    }

    @Test
    void aPlanWithoutPlotsOrWithEmptyShapesAddsNothing() {
        Geometry nothing = new GeometryFactory().createPolygon();
        Geometry district = RandomPlans.box(0, 0, 1000, 1000);
        var empty = new PlotShape(new PlotKey("parks", 1), new Precedence(1, 10, "parks", 1), nothing, null, true);
        assertThat(AREAS.total(new LedgerInput(List.of(), List.of(), district, List.of())))
                .isEqualTo(Areas.ZERO);
        assertThat(AREAS.shares(new LedgerInput(List.of(empty), List.of(nothing), district, List.of())))
                .containsEntry(new PlotKey("parks", 1), List.of());
    }
}
