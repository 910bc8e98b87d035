package org.greenplan.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.BeltShape;
import org.greenplan.geo.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Every square metre counts once: small cases as a table, then random plans. */
class ShapeKernelTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final ShapeKernel KERNEL = new ShapeKernel(PlanCrs.of("EPSG:4547"));
    private static final double EAST = 435_000;
    private static final double NORTH = 3_853_000;
    private static final Geometry DISTRICT = box(0, 0, 1000, 1000);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            alone                       | POLYGON((0 0,100 0,100 100,0 100,0 0))         | POLYGON((500 500,510 500,510 510,500 510,500 500)) | 100
            touching along an edge      | POLYGON((0 0,100 0,100 100,0 100,0 0))         | POLYGON((100 0,200 0,200 100,100 100,100 0))       | 10000
            touching at a corner        | POLYGON((0 0,100 0,100 100,0 100,0 0))         | POLYGON((100 100,200 100,200 200,100 200,100 100)) | 10000
            half overlapping            | POLYGON((0 0,100 0,100 100,0 100,0 0))         | POLYGON((50 0,150 0,150 100,50 100,50 0))          | 5000
            nested                      | POLYGON((0 0,100 0,100 100,0 100,0 0))         | POLYGON((20 20,80 20,80 80,20 80,20 20))           | 0
            around                      | POLYGON((20 20,80 20,80 80,20 80,20 20))       | POLYGON((0 0,100 0,100 100,0 100,0 0))             | 6400
            identical                   | POLYGON((0 0,100 0,100 100,0 100,0 0))         | POLYGON((0 0,100 0,100 100,0 100,0 0))             | 0
            in the hole of the earlier  | POLYGON((0 0,100 0,100 100,0 100,0 0),(20 20,80 20,80 80,20 80,20 20)) | POLYGON((20 20,80 20,80 80,20 80,20 20)) | 3600
            with two parts              | POLYGON((0 0,50 0,50 50,0 50,0 0))             | MULTIPOLYGON(((0 0,50 0,50 50,0 50,0 0)),((60 0,70 0,70 10,60 10,60 0))) | 100
            leaving the district        | POLYGON((500 500,510 500,510 510,500 510,500 500)) | POLYGON((900 900,1100 900,1100 1100,900 1100,900 900)) | 10000
            outside the district        | POLYGON((500 500,510 500,510 510,500 510,500 500)) | POLYGON((2000 0,2100 0,2100 100,2000 100,2000 0)) | 0
            a sliver of a millimetre    | POLYGON((0 0,100 0,100 100,0 100,0 0))         | POLYGON((0 0,100.001 0,100.001 100,0 100,0 0))     | 0.1
            """)
    void theLaterPlotAddsWhatIsLeft(String name, String earlier, String later, double expectedM2) {
        NetPlot net = second(plot(1, 4, wkt(earlier)), plot(2, 4, wkt(later)), List.of());
        assertThat(net.net().planeM2()).as(name).isCloseTo(expectedM2, within(1e-6));
    }

    @Test
    void whatIsGreenAlreadyDoesNotCount() {
        NetPlot net = second(
                plot(1, 4, box(900, 900, 910, 910)),
                plot(2, 4, box(0, 0, 100, 100)),
                List.of(box(0, 0, 100, 30), box(0, 20, 100, 40)));
        assertThat(net.net().planeM2()).isCloseTo(6000, within(1e-6));
        assertThat(net.gross().planeM2()).isCloseTo(10_000, within(1e-6));
    }

    @Test
    void theMoreAdvancedPlotCountsFirst() {
        PlotShape proposed = plot(1, 4, box(0, 0, 100, 100));
        PlotShape completed = plot(2, 1, box(50, 0, 150, 100));
        List<NetPlot> net = KERNEL.netAll(input(List.of(proposed, completed), List.of(), List.of()));
        assertThat(net.get(0).net().planeM2()).isCloseTo(5_000, within(1e-6));
        assertThat(net.get(1).net().planeM2()).isCloseTo(10_000, within(1e-6));
    }

    @Test
    void anUpgradeAddsNothingAndTakesNothing() {
        PlotShape upgrade = new PlotShape(
                new PlotKey("parks", 1), new Precedence(1, 10, "parks", 1), box(0, 0, 100, 100), null, false);
        PlotShape park = plot(2, 4, box(0, 0, 100, 100));
        List<NetPlot> net = KERNEL.netAll(input(List.of(upgrade, park), List.of(), List.of()));
        assertThat(net.get(0).net()).isEqualTo(Areas.ZERO);
        assertThat(net.get(0).gross().planeM2()).isCloseTo(10_000, within(1e-6));
        assertThat(net.get(1).net().planeM2()).isCloseTo(10_000, within(1e-6));
    }

    @Test
    void aCorridorsLengthCountsOnceAndInsideTheDistrict() {
        PlotShape first = corridor(1, wkt("LINESTRING(0 500,600 500)"), 20, 10);
        PlotShape second = corridor(2, wkt("LINESTRING(400 500,1200 500)"), 20, 10);
        List<NetPlot> net = KERNEL.netAll(input(List.of(first, second), List.of(), List.of()));
        assertThat(net.get(0).lengthM()).isCloseTo(600, within(1e-6));
        assertThat(net.get(0).net().planeM2()).isCloseTo(600 * 30, within(1e-6));
        assertThat(net.get(1).grossLengthM()).isCloseTo(800, within(1e-6));
        assertThat(net.get(1).lengthM()).isCloseTo(400, within(1e-6));
        assertThat(net.get(1).net().planeM2()).isCloseTo(400 * 30, within(1e-6));
    }

    @Test
    void theSharesOfTheSubDistrictsMakeTheWhole() {
        List<Zone> zones = List.of(zone(11, box(0, 0, 50, 1000)), zone(12, box(50, 0, 90, 1000)));
        PlotShape plot = plot(1, 4, box(0, 0, 100, 100));
        NetPlot net = KERNEL.netAll(input(List.of(plot), List.of(), zones)).get(0);
        assertThat(net.shares()).extracting(s -> s.zone().id()).containsExactly(11L, 12L, 0L);
        assertThat(net.shares()).extracting(s -> Math.round(s.net().planeM2())).containsExactly(5000L, 4000L, 1000L);
        assertThat(net.shares().stream().mapToDouble(s -> s.net().planeM2()).sum())
                .isCloseTo(net.net().planeM2(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void netAreasOfARandomPlanAreTheAreaOfTheUnion(long seed) {
        Random random = new Random(seed);
        List<PlotShape> plots = randomPlots(random, 60);
        List<Geometry> baseline =
                randomPlots(random, 20).stream().map(PlotShape::area).toList();
        double sum = sum(KERNEL.netAll(input(plots, baseline, List.of())));
        Geometry union = Overlay.union(plots.stream().map(PlotShape::area).toList());
        Geometry rest = Overlay.difference(Overlay.intersection(union, DISTRICT), baseline);
        assertThat(sum / rest.getArea()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theOrderInWhichPlotsAreGivenDoesNotMatter(long seed) {
        List<PlotShape> plots = new ArrayList<>(randomPlots(new Random(seed), 40));
        List<NetPlot> before = KERNEL.netAll(input(plots, List.of(), List.of()));
        Collections.shuffle(plots, new Random(seed));
        List<NetPlot> after = KERNEL.netAll(input(plots, List.of(), List.of()));
        for (NetPlot line : before) {
            NetPlot same = after.stream()
                    .filter(l -> l.key().equals(line.key()))
                    .findFirst()
                    .orElseThrow();
            assertThat(same.net().planeM2()).isCloseTo(line.net().planeM2(), within(1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void aPlotAmongItsNeighboursIsThePlotInTheWholePlan(long seed) {
        List<PlotShape> plots = randomPlots(new Random(seed), 50);
        List<NetPlot> whole = KERNEL.netAll(input(plots, List.of(), List.of()));
        for (int i = 0; i < plots.size(); i++) {
            Envelope reach = plots.get(i).area().getEnvelopeInternal();
            List<PlotShape> near = plots.stream()
                    .filter(p -> p.area().getEnvelopeInternal().intersects(reach))
                    .toList();
            NetPlot local = KERNEL.net(plots.get(i), input(near, List.of(), List.of()));
            assertThat(local.net().planeM2()).isCloseTo(whole.get(i).net().planeM2(), within(1e-6));
        }
    }

    private static NetPlot second(PlotShape earlier, PlotShape later, List<Geometry> baseline) {
        return KERNEL.netAll(input(List.of(earlier, later), baseline, List.of()))
                .get(1);
    }

    private static LedgerInput input(List<PlotShape> plots, List<Geometry> baseline, List<Zone> zones) {
        return new LedgerInput(plots, baseline, DISTRICT, zones);
    }

    private static double sum(List<NetPlot> lines) {
        return lines.stream().mapToDouble(l -> l.net().planeM2()).sum();
    }

    private static Zone zone(long id, Geometry area) {
        return new Zone(new ZoneKey("sub_districts", id), 60, area);
    }

    private static PlotShape plot(long id, int status, Geometry area) {
        return new PlotShape(new PlotKey("parks", id), new Precedence(status, 10, "parks", id), area, null, true);
    }

    private static PlotShape corridor(long id, Geometry line, double leftM, double rightM) {
        return new PlotShape(
                new PlotKey("corridors", id),
                new Precedence(4, 20, "corridors", id),
                BeltShape.of(line, leftM, rightM),
                line,
                true);
    }

    private static List<PlotShape> randomPlots(Random random, int count) {
        List<PlotShape> plots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int n = 3 + random.nextInt(14);
            double x = 1000 * random.nextDouble();
            double y = 1000 * random.nextDouble();
            Coordinate[] ring = new Coordinate[n + 1];
            for (int k = 0; k < n; k++) {
                double r = 20 + 130 * random.nextDouble();
                double a = 2 * Math.PI * k / n;
                ring[k] = new Coordinate(EAST + x + r * Math.cos(a), NORTH + y + r * Math.sin(a));
            }
            ring[n] = ring[0];
            plots.add(plot(i + 1, 1 + random.nextInt(4), SHAPES.createPolygon(ring)));
        }
        return plots;
    }

    private static Geometry box(double west, double south, double east, double north) {
        return SHAPES.toGeometry(new Envelope(EAST + west, EAST + east, NORTH + south, NORTH + north));
    }

    private static Geometry wkt(String text) {
        try {
            Geometry shape = new WKTReader(SHAPES).read(text);
            shape.apply((Coordinate c) -> {
                c.x += EAST;
                c.y += NORTH;
            });
            shape.geometryChanged();
            return shape;
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
