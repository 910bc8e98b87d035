package org.greenplan.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.greenplan.crs.EllipsoidArea;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.Mask;
import org.greenplan.geo.Overlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Builds what each plot adds: the part of it inside the district that is neither green already nor part of an earlier plot.
 *
 * <p>A pure function of its input. Because every plot subtracts exactly the plots before it, the net polygons never overlap and
 * together are the union of all plots inside the district less the baseline.
 */
public record ShapeKernel(PlanCrs crs) {
    /** Net plots of all plots of the input, in their order; uses all processors. */
    public List<NetPlot> netAll(LedgerInput input) {
        return netAll(input, () -> {});
    }

    /** The same; what {@code stillWanted} throws, on any thread and before any plot, ends it. */
    public List<NetPlot> netAll(LedgerInput input, Runnable stillWanted) {
        STRtree plots = new STRtree();
        input.plots().forEach(p -> plots.insert(p.reach(input.lineToleranceM()), p));
        STRtree baseline = new STRtree();
        input.baseline().forEach(b -> baseline.insert(b.getEnvelopeInternal(), b));
        plots.build();
        baseline.build();
        Borders borders = Borders.of(input.district(), input.zones());
        return IntStream.range(0, input.plots().size())
                .parallel()
                .mapToObj(i -> {
                    stillWanted.run();
                    PlotShape plot = input.plots().get(i);
                    Envelope reach = plot.reach(input.lineToleranceM());
                    return net(
                            plot,
                            new LedgerInput(
                                    found(plots, reach, PlotShape.class),
                                    found(baseline, reach, Geometry.class),
                                    input.district(),
                                    input.zones(),
                                    input.lineToleranceM()),
                            borders);
                })
                .toList();
    }

    /** Net plot of one plot among its neighbours; only those of earlier precedence are subtracted. */
    public NetPlot net(PlotShape plot, LedgerInput neighbourhood) {
        return net(plot, neighbourhood, Borders.of(neighbourhood.district(), neighbourhood.zones()));
    }

    /** The same with borders that are indexed already: those of the neighbourhood's district and zones. */
    public NetPlot net(PlotShape plot, LedgerInput neighbourhood, Borders borders) {
        List<PlotShape> earlier = before(plot, neighbourhood.plots());
        MultiPolygon shape = netShape(plot, earlier, neighbourhood.baseline(), borders.district());
        Areas gross = areas(plot.area());
        Areas net = Rounding.snapped(areas(shape), gross);
        Geometry centreLine = plot.centreLine();
        CountedLine counted = countedLine(centreLine, earlier, neighbourhood.lineToleranceM(), borders.district());
        double lengthM = Millionths.rounded(counted.lengthM());
        return new NetPlot(
                plot.key(),
                gross,
                net,
                plot.addsArea() ? net.planeMm2() : ownOfUpgrade(plot, earlier, borders.district()),
                centreLine == null ? 0 : centreLine.getLength(),
                lengthM,
                shape,
                Rounding.closed(shares(shape, counted, neighbourhood.zones(), borders.zones()), net, lengthM));
    }

    /**
     * The line of a plot whose areas were measured otherwise, without a net shape and without shares.
     *
     * @param net what it adds
     * @param ownOfUpgradeMm2 what is its own if it is an upgrade, square millimetres on the plane
     * @param near the plots beside whose centre lines its own may run
     */
    public NetPlot figures(
            PlotShape plot,
            Areas net,
            long ownOfUpgradeMm2,
            List<PlotShape> near,
            double lineToleranceM,
            Borders borders) {
        Areas gross = areas(plot.area());
        Areas snapped = Rounding.snapped(net, gross);
        Geometry line = plot.centreLine();
        return new NetPlot(
                plot.key(),
                gross,
                snapped,
                plot.addsArea() ? snapped.planeMm2() : ownOfUpgradeMm2,
                line == null ? 0 : line.getLength(),
                countedLine(line, before(plot, near), lineToleranceM, borders.district())
                        .lengthM(),
                plot.area().getFactory().createMultiPolygon(),
                List.of());
    }

    private static List<PlotShape> before(PlotShape plot, List<PlotShape> others) {
        return others.stream()
                .filter(p -> PlotShape.BY_PRECEDENCE.compare(p, plot) < 0)
                .toList();
    }

    /** Both areas of a polygonal shape of the plane. */
    public Areas areas(Geometry plane) {
        return Areas.of(plane.getArea(), EllipsoidArea.ofPlane(plane, crs.projection()));
    }

    private static MultiPolygon netShape(
            PlotShape plot, List<PlotShape> earlier, List<Geometry> baseline, Mask district) {
        if (!plot.addsArea()) {
            return plot.area().getFactory().createMultiPolygon();
        }
        Collection<Geometry> taken = new ArrayList<>(baseline);
        earlier.stream().filter(PlotShape::addsArea).map(PlotShape::area).forEach(taken::add);
        Geometry inside = district.polygonsOf(plot.area());
        return Overlay.polygons(Overlay.difference(inside, taken));
    }

    private static CountedLine countedLine(
            @Nullable Geometry line, List<PlotShape> earlier, double toleranceM, Mask district) {
        if (line == null) {
            return CountedLine.NONE;
        }
        List<Geometry> lines = new ArrayList<>();
        for (PlotShape plot : earlier) {
            Geometry other = plot.centreLine();
            if (other != null) {
                lines.add(other);
            }
        }
        return new LineKernel(toleranceM).counted(line, lines, district);
    }

    /** What of an upgrade lies in the district and no earlier upgrade covers, square millimetres on the plane. */
    private static long ownOfUpgrade(PlotShape plot, List<PlotShape> earlier, Mask district) {
        List<Geometry> upgraded =
                earlier.stream().filter(p -> !p.addsArea()).map(PlotShape::area).toList();
        return Millionths.of(
                Overlay.difference(district.polygonsOf(plot.area()), upgraded).getArea());
    }

    /** Each zone has what lies in it and in none before it; what lies in none is what is left when all have been cut out. */
    private List<Share> shares(MultiPolygon shape, CountedLine counted, List<Zone> zones, List<Mask> masks) {
        List<Share> shares = new ArrayList<>();
        Geometry rest = shape;
        CountedLine lineRest = counted;
        for (int z = 0; z < zones.size() && !(rest.isEmpty() && lineRest.isEmpty()); z++) {
            Mask mask = masks.get(z);
            Geometry inside = rest.isEmpty() ? rest : mask.polygonsOf(rest);
            CountedLine lineInside = lineRest.in(mask);
            if (!inside.isEmpty() || !lineInside.isEmpty()) {
                shares.add(new Share(zones.get(z).key(), areas(inside), lineInside.lengthM()));
                rest = rest.isEmpty() ? rest : mask.polygonsBeyond(rest);
                lineRest = lineRest.minus(lineInside);
            }
        }
        if (!rest.isEmpty() || !lineRest.isEmpty()) {
            shares.add(new Share(ZoneKey.NONE, areas(rest), lineRest.lengthM()));
        }
        return shares;
    }

    private static <T> List<T> found(STRtree tree, Envelope envelope, Class<T> kind) {
        List<T> hits = new ArrayList<>();
        tree.query(envelope, item -> hits.add(kind.cast(item)));
        return hits;
    }
}
