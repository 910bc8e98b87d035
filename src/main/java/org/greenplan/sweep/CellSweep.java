package org.greenplan.sweep;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps one cell slab by slab, from south to north: between two neighbouring ends of pieces the outlines are straight lines, and
 * each trapezoid between two of them belongs to one owner.
 *
 * <p>Coordinates are metres from the south-west of the strip. Crossing outlines cut a slab further; a crossing missed by rounding
 * costs no more than the rounding, because area is continuous in the coordinates.
 */
final class CellSweep {
    /** Outlines that cross by less than this are taken as touching, metres. */
    private static final double TOUCH_M = 1e-10;

    private final Cover left = new Cover();
    private final Cover walk = new Cover();
    private final ScaleExcess excess;
    private double[] planeM2 = new double[16];
    private double[] excessM2 = new double[16];
    private double[] bottom = new double[32];
    private double[] top = new double[32];
    private double[] subBottom = new double[32];
    private double[] subTop = new double[32];
    private int[] active = new int[32];
    private double[] cuts = new double[32];
    private int activeCount;
    private double westM;
    private double eastM;
    private final @Nullable PairSums taken;

    /**
     * @param taken where to note who has what plots cover and do not count, or null to tally what each counts
     */
    CellSweep(ScaleExcess excess, @Nullable PairSums taken) {
        this.excess = excess;
        this.taken = taken;
    }

    /** The cover on the cell's western border, to be set to that of its south-west corner before {@link #run}. */
    Cover left() {
        return left;
    }

    double planeM2(int owner) {
        return planeM2[owner];
    }

    double ellipsoidM2(int owner) {
        return planeM2[owner] - excessM2[owner];
    }

    /** Sweeps the cell; the figures are kept per owner until the next run. */
    void run(CellEdges edges, double westOfCellM, double eastOfCellM) {
        westM = westOfCellM;
        eastM = eastOfCellM;
        int owners = left.owners();
        if (planeM2.length < owners) {
            planeM2 = new double[owners * 2];
            excessM2 = new double[owners * 2];
        } else {
            Arrays.fill(planeM2, 0, owners, 0);
            Arrays.fill(excessM2, 0, owners, 0);
        }
        activeCount = 0;
        for (int level = 0; level + 1 < edges.levels.rungs; level++) {
            for (int e = edges.eventStart[level]; e < edges.eventStart[level + 1]; e++) {
                left.toggle(edges.eventPolygon[e]);
            }
            renewActive(edges, level);
            slab(edges, edges.levels.rung[level], edges.levels.rung[level + 1]);
        }
    }

    private void renewActive(CellEdges edges, int level) {
        int kept = 0;
        for (int i = 0; i < activeCount; i++) {
            if (edges.end[active[i]] > level) {
                // Where it left the slab below is where it enters this one.
                bottom[kept] = top[i];
                active[kept++] = active[i];
            }
        }
        int from = edges.startOf[level];
        int to = edges.startOf[level + 1];
        if (kept + to - from > active.length) {
            int length = 2 * (kept + to - from);
            active = Arrays.copyOf(active, length);
            bottom = Arrays.copyOf(bottom, length);
            top = new double[length];
            subBottom = new double[length];
            subTop = new double[length];
        }
        for (int i = from; i < to; i++) {
            bottom[kept] = edges.xAt(edges.byStart[i], edges.levels.rung[level]);
            active[kept++] = edges.byStart[i];
        }
        activeCount = kept;
    }

    private void slab(CellEdges edges, double low, double high) {
        for (int i = 0; i < activeCount; i++) {
            int edge = active[i];
            double b = bottom[i];
            double t = edges.xAt(edge, high);
            int j = i;
            for (; j > 0 && bottom[j - 1] + top[j - 1] > b + t; j--) {
                bottom[j] = bottom[j - 1];
                top[j] = top[j - 1];
                active[j] = active[j - 1];
            }
            bottom[j] = b;
            top[j] = t;
            active[j] = edge;
        }
        boolean crossing = false;
        for (int i = 1; i < activeCount && !crossing; i++) {
            crossing = bottom[i] < bottom[i - 1] - TOUCH_M || top[i] < top[i - 1] - TOUCH_M;
        }
        if (crossing) {
            cutSlab(edges, low, high);
        } else {
            row(edges, active, bottom, top, low, high);
        }
    }

    private void cutSlab(CellEdges edges, double low, double high) {
        int count = crossings();
        Arrays.sort(cuts, 0, count);
        int[] order = Arrays.copyOf(active, activeCount);
        double from = 0;
        for (int c = 0; c <= count; c++) {
            double to = c < count ? cuts[c] : 1;
            if (to <= from) {
                continue;
            }
            for (int i = 0; i < activeCount; i++) {
                double b = bottom[i] + (top[i] - bottom[i]) * from;
                double t = bottom[i] + (top[i] - bottom[i]) * to;
                int j = i;
                for (; j > 0 && subBottom[j - 1] + subTop[j - 1] > b + t; j--) {
                    subBottom[j] = subBottom[j - 1];
                    subTop[j] = subTop[j - 1];
                    order[j] = order[j - 1];
                }
                subBottom[j] = b;
                subTop[j] = t;
                order[j] = active[i];
            }
            row(edges, order, subBottom, subTop, low + (high - low) * from, low + (high - low) * to);
            from = to;
        }
    }

    /** Where outlines cross inside the slab, as shares of its height. */
    private int crossings() {
        double widest = 0;
        for (int i = 0; i < activeCount; i++) {
            widest = Math.max(widest, Math.abs(top[i] - bottom[i]));
        }
        int count = 0;
        for (int i = 0; i < activeCount; i++) {
            // Outlines are sorted by their middles: from here on they lie east of all that this one reaches.
            double reach = 2 * Math.max(bottom[i], top[i]) + widest;
            for (int j = i + 1; j < activeCount && bottom[j] + top[j] <= reach; j++) {
                double b = bottom[i] - bottom[j];
                double t = top[i] - top[j];
                if (b * t < 0) {
                    if (count == cuts.length) {
                        cuts = Arrays.copyOf(cuts, count * 2);
                    }
                    cuts[count++] = b / (b - t);
                }
            }
        }
        return count;
    }

    private void row(CellEdges edges, int[] order, double[] b, double[] t, double low, double high) {
        walk.copy(left);
        excess.slab(low, high);
        if (taken != null) {
            take(edges, order, b, t, high - low, taken);
            return;
        }
        int owner = walk.owner();
        border(Cover.NOBODY, owner, westM, westM, high - low);
        for (int i = 0; i < activeCount; i++) {
            walk.toggle(edges.polygon[order[i]]);
            if (i + 1 < activeCount && b[i + 1] == b[i] && t[i + 1] == t[i]) {
                continue;
            }
            int next = walk.owner();
            if (next != owner) {
                border(owner, next, b[i], t[i], high - low);
                owner = next;
            }
        }
        border(owner, Cover.NOBODY, eastM, eastM, high - low);
    }

    /** The same walk, piece of ground by piece of ground, because each may be taken from many plots. */
    private void take(CellEdges edges, int[] order, double[] b, double[] t, double height, PairSums into) {
        double planeTo = 0;
        double excessTo = excess.along(westM, westM);
        for (int i = 0; i <= activeCount; i++) {
            double bottomM = i < activeCount ? b[i] : eastM;
            double topM = i < activeCount ? t[i] : eastM;
            double plane = height * ((bottomM + topM) / 2 - westM);
            double scaled = excess.along(bottomM, topM);
            if (plane != planeTo) {
                walk.take(plane - planeTo, scaled - excessTo, into);
                planeTo = plane;
                excessTo = scaled;
            }
            if (i < activeCount) {
                walk.toggle(edges.polygon[order[i]]);
            }
        }
    }

    private void border(int before, int after, double b, double t, double height) {
        if (before == after) {
            return;
        }
        double plane = height * ((b + t) / 2 - westM);
        double scaled = excess.along(b, t);
        if (before != Cover.NOBODY) {
            planeM2[before] += plane;
            excessM2[before] += scaled;
        }
        if (after != Cover.NOBODY) {
            planeM2[after] -= plane;
            excessM2[after] -= scaled;
        }
    }
}
