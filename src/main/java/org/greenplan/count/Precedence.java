package org.greenplan.count;

import java.util.Comparator;

/**
 * Who may count a square metre first: the more advanced status, then the layer's order, then the layer's id (two layers may share
 * an order, and numbers of different layers say nothing about age), then the older plot (numbers grow with creation).
 *
 * <p>The one order of plots: kernels, incremental writes, drafts and reports all compare by it, and no two plots are equal in it.
 */
public record Precedence(int statusRank, int layerOrder, String layer, long id) implements Comparable<Precedence> {
    private static final Comparator<Precedence> ORDER = Comparator.comparingInt(Precedence::statusRank)
            .thenComparingInt(Precedence::layerOrder)
            .thenComparing(Precedence::layer)
            .thenComparingLong(Precedence::id);

    /** The precedence of a plot of some status in a layer of some order. */
    public static Precedence of(int statusRank, int layerOrder, PlotKey plot) {
        return new Precedence(statusRank, layerOrder, plot.layer(), plot.id());
    }

    @Override
    public int compareTo(Precedence other) {
        return ORDER.compare(this, other);
    }
}
