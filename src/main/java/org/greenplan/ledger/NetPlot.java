package org.greenplan.ledger;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * One line of the ledger.
 *
 * @param gross the whole plot
 * @param net what nobody counted before it
 * @param grossLengthM the whole centre line in metres on the plane, 0 if none
 * @param lengthM the part of the centre line inside the district that no earlier corridor counts, in metres on the plane
 * @param netShape polygonal (MultiPolygon, may be empty), in the plan's plane
 * @param shares per sub-district; their sums are {@code net} and {@code lengthM}
 */
public record NetPlot(
        PlotKey key,
        Areas gross,
        Areas net,
        double grossLengthM,
        double lengthM,
        Geometry netShape,
        List<Share> shares) {
    public NetPlot {
        shares = List.copyOf(shares);
    }
}
