package org.greenplan.count;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * One line of the ledger.
 *
 * @param gross the whole plot
 * @param net what nobody counted before it
 * @param ownPlaneMm2 by this area on the plane, square millimetres, a plot is judged a piece of its own: what it adds; of an upgrade
 *     what lies in the district and no earlier upgrade covers
 * @param grossLengthM the whole centre line in metres on the plane, 0 if none; whole micrometres
 * @param lengthM the part of the centre line inside the district that no earlier corridor counts, in metres on the plane; whole
 *     micrometres
 * @param netShape polygonal (MultiPolygon, may be empty), in the plan's plane
 * @param shares per sub-district; their sums are {@code net} and {@code lengthM}, to the last digit
 */
public record NetPlot(
        PlotKey key,
        Areas gross,
        Areas net,
        long ownPlaneMm2,
        double grossLengthM,
        double lengthM,
        Geometry netShape,
        List<Share> shares) {
    public NetPlot {
        grossLengthM = Millionths.rounded(grossLengthM);
        lengthM = Millionths.rounded(lengthM);
        shares = List.copyOf(shares);
    }

    /** A plot that adds green: what it adds is its own. */
    public NetPlot(
            PlotKey key,
            Areas gross,
            Areas net,
            double grossLengthM,
            double lengthM,
            Geometry netShape,
            List<Share> shares) {
        this(key, gross, net, net.planeMm2(), grossLengthM, lengthM, netShape, shares);
    }
}
