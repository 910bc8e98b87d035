package org.greenplan.register;

import org.greenplan.count.Areas;

/** What some plots are together; lengths in micrometres, as the ledger keeps them. */
public record PlotSums(long plots, Areas gross, Areas net, long lengthUm) {
    static final PlotSums NONE = new PlotSums(0, Areas.ZERO, Areas.ZERO, 0);

    PlotSums plus(PlotSums other) {
        return new PlotSums(
                plots + other.plots, gross.plus(other.gross), net.plus(other.net), lengthUm + other.lengthUm);
    }
}
