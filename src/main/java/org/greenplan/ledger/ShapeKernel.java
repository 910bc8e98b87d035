package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.greenplan.geo.EllipsoidArea;
import org.greenplan.geo.Mask;
import org.greenplan.geo.Overlay;
import org.greenplan.geo.PlanCrs;
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
    /** Below this a remainder of a sum over sub-districts is rounding, not land (square metres, metres). */
    private static final double ROUNDING = 1e-3;

    /** Net plots of all plots of the input, in their order; uses all processors. */
    public List<NetPlot> netAll(LedgerInput input) {
        STRtree plots = new STRtree();
        input.plots().forEach(p -> plots.insert(reach(p), p));
        STRtree baseline = new STRtree();
        input.baseline().forEach(b -> baseline.insert(b.getEnvelopeInternal(), b));
        plots.build();
        baseline.build();
        Borders borders = Borders.of(input.district(), input.zones());
        return IntStream.range(0, input.plots().size())
                .parallel()
                .mapToObj(i -> {
                    PlotShape plot = input.plots().get(i);
                    return net(
                            plot,
                            new LedgerInput(
                                    found(plots, reach(plot), PlotShape.class),
                                    found(baseline, reach(plot), Geometry.class),
                                    input.district(),
                                    input.zones()),
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
        List<PlotShape> earlier = neighbourhood.plots().stream()
                .filter(p -> PlotShape.BY_PRECEDENCE.compare(p, plot) < 0)
                .toList();
        MultiPolygon shape = netShape(plot, earlier, neighbourhood.baseline(), borders.district());
        Areas net = areas(shape);
        Geometry centreLine = plot.centreLine();
        Geometry counted = centreLine == null
                ? shape.getFactory().createMultiLineString()
                : countedLine(centreLine, earlier, borders.district());
        return new NetPlot(
                plot.key(),
                areas(plot.area()),
                net,
                centreLine == null ? 0 : centreLine.getLength(),
                counted.getLength(),
                shape,
                shares(shape, net, counted, neighbourhood.zones(), borders.zones()));
    }

    /** Both areas of a polygonal shape of the plane. */
    public Areas areas(Geometry plane) {
        return new Areas(plane.getArea(), EllipsoidArea.ofPlane(plane, crs.projection()));
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

    private static Geometry countedLine(Geometry line, List<PlotShape> earlier, Mask district) {
        List<Geometry> lines = new ArrayList<>();
        for (PlotShape plot : earlier) {
            Geometry other = plot.centreLine();
            if (other != null) {
                lines.add(other);
            }
        }
        // A line that runs twice over the same ground counts once: union nodes and dissolves it.
        return Overlay.lineDifference(district.linesOf(line.union()), lines);
    }

    private List<Share> shares(MultiPolygon shape, Areas net, Geometry line, List<Zone> zones, List<Mask> masks) {
        List<Share> shares = new ArrayList<>();
        Areas rest = net;
        double restLengthM = line.getLength();
        for (int z = 0; z < zones.size(); z++) {
            Areas inZone = shape.isEmpty() ? Areas.ZERO : areas(masks.get(z).polygonsOf(shape));
            double lengthM = line.isEmpty() ? 0 : masks.get(z).linesOf(line).getLength();
            if (inZone.planeM2() > 0 || lengthM > 0) {
                shares.add(new Share(zones.get(z).id(), inZone, lengthM));
                rest = rest.minus(inZone);
                restLengthM -= lengthM;
            }
        }
        boolean outside = rest.planeM2() > ROUNDING || restLengthM > ROUNDING;
        if (outside || shares.isEmpty()) {
            if (rest.planeM2() > 0 || restLengthM > 0) {
                shares.add(new Share(0, rest, restLengthM));
            }
        } else {
            Share last = shares.remove(shares.size() - 1);
            shares.add(new Share(last.zoneId(), last.net().plus(rest), last.lengthM() + restLengthM));
        }
        return shares;
    }

    private static Envelope reach(PlotShape plot) {
        Envelope envelope = new Envelope(plot.area().getEnvelopeInternal());
        Geometry line = plot.centreLine();
        if (line != null) {
            envelope.expandToInclude(line.getEnvelopeInternal());
        }
        return envelope;
    }

    private static <T> List<T> found(STRtree tree, Envelope envelope, Class<T> kind) {
        List<T> hits = new ArrayList<>();
        tree.query(envelope, item -> hits.add(kind.cast(item)));
        return hits;
    }
}
