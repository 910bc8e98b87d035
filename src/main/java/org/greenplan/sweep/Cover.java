package org.greenplan.sweep;

import java.util.Arrays;

/**
 * Which polygons of a cell cover the place the sweep is at, and so which plot may count it and in which sub-district.
 *
 * <p>The cell's polygons are numbered in order: plots by precedence, baseline, zones, district. Crossing an outline is a toggle, so
 * rings may turn either way.
 */
final class Cover {
    /** Answer of {@link #owner()} where nobody counts. */
    static final int NOBODY = -1;

    /** Who has a piece of ground that a plot covers and does not count; plots follow from {@link #FIRST_PLOT} on. */
    static final int OUTSIDE = 0;

    static final int GREEN = 1;
    static final int UPGRADE = 2;
    static final int FIRST_PLOT = 3;

    private int plots;
    private int baselineEnd;
    private int zonesEnd;
    private int all;
    private int adding;
    private long[] bits = new long[1];
    private long[] tracked = new long[0];

    /** Nothing covered; the arguments say where each kind of polygon ends in the cell's order. */
    void reset(int endOfPlots, int endOfBaseline, int endOfZones, int count) {
        plots = endOfPlots;
        baselineEnd = endOfBaseline;
        zonesEnd = endOfZones;
        all = count;
        int words = (count + 63) >> 6;
        if (bits.length < words) {
            bits = new long[words * 2];
        } else {
            Arrays.fill(bits, 0, words, 0);
        }
    }

    /** Follows what of some plots is taken: those whose bit is set. Plots from {@code endOfAdding} on are upgrades. */
    void track(int endOfAdding, long[] plotBits) {
        adding = endOfAdding;
        tracked = plotBits;
    }

    void copy(Cover other) {
        adding = other.adding;
        tracked = other.tracked;
        plots = other.plots;
        baselineEnd = other.baselineEnd;
        zonesEnd = other.zonesEnd;
        all = other.all;
        int words = (all + 63) >> 6;
        if (bits.length < words) {
            bits = new long[other.bits.length];
        }
        System.arraycopy(other.bits, 0, bits, 0, words);
    }

    void toggle(int polygon) {
        bits[polygon >> 6] ^= 1L << polygon;
    }

    /** Number of pairs of plot and zone of the cell. */
    int owners() {
        return plots * (zonesEnd - baselineEnd + 1);
    }

    /** Plot × (zones + 1) + zone, where zone 0 is none, or {@link #NOBODY}. */
    int owner() {
        int plot = first(0, plots);
        if (plot < 0 || first(zonesEnd, all) < 0 || first(plots, baselineEnd) >= 0) {
            return NOBODY;
        }
        int zone = first(baselineEnd, zonesEnd);
        return plot * (zonesEnd - baselineEnd + 1) + (zone < 0 ? 0 : zone - baselineEnd + 1);
    }

    /** Notes a piece of ground for every tracked plot that covers it and does not count it, with who has it. */
    void take(double planeM2, double excessM2, PairSums into) {
        boolean inside = first(zonesEnd, all) >= 0;
        boolean green = first(plots, baselineEnd) >= 0;
        int owner = first(0, adding);
        for (int word = 0; word << 6 < plots; word++) {
            for (long rest = bits[word] & tracked[word]; rest != 0; rest &= rest - 1) {
                int plot = (word << 6) + Long.numberOfTrailingZeros(rest);
                int taker = plot >= adding ? UPGRADE : green ? GREEN : owner + FIRST_PLOT;
                if (!inside) {
                    taker = OUTSIDE;
                }
                if (taker != plot + FIRST_PLOT) {
                    into.add(plot, taker, planeM2, excessM2);
                }
            }
        }
    }

    private int first(int from, int to) {
        if (from >= to) {
            return -1;
        }
        int word = from >> 6;
        long rest = bits[word] & (-1L << from);
        int last = (to - 1) >> 6;
        while (rest == 0 && word < last) {
            rest = bits[++word];
        }
        int found = (word << 6) + Long.numberOfTrailingZeros(rest);
        return rest != 0 && found < to ? found : -1;
    }
}
