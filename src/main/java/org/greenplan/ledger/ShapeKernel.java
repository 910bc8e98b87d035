package org.greenplan.ledger;

import java.util.List;
import org.greenplan.geo.PlanCrs;

/** Builds the net polygons of plots with robust overlay. */
public record ShapeKernel(PlanCrs crs) {
    /** Net plots of all plots of the input, in their order; parallel. */
    public List<NetPlot> netAll(LedgerInput input) {
        throw new UnsupportedOperationException(input.toString());
    }

    /** Net plot of one plot among its neighbours; only those of earlier precedence are subtracted. */
    public NetPlot net(PlotShape plot, LedgerInput neighbourhood) {
        throw new UnsupportedOperationException(plot.toString() + neighbourhood);
    }
}
