package org.greenplan.ledger;

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

    private int plots;
    private int baselineEnd;
    private int zonesEnd;
    private int all;
    private long[] bits = new long[1];

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

    void copy(Cover other) {
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
