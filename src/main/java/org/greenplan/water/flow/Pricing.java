package org.greenplan.water.flow;

/** Which arc makes the flow cheaper when it leads more or less. */
final class Pricing {
    private static final double RELATIVE = 1e-10;

    private final Forest forest;
    private final int[] from;
    private final int[] to;
    private final double[] gain;
    private final double[] cost;
    private final boolean[] basic;
    private final Bounds bounds;
    private int priced;
    private int cursor;
    private double tolerance;

    Pricing(Forest forest, int[] from, int[] to, double[] gain, double[] cost, boolean[] basic, Bounds bounds) {
        this.forest = forest;
        this.from = from;
        this.to = to;
        this.gain = gain;
        this.cost = cost;
        this.basic = basic;
        this.bounds = bounds;
    }

    /** New costs, of the first so many arcs. */
    void begin(int arcs) {
        priced = arcs;
        cursor = cursor < priced ? cursor : 0;
        double highest = 0;
        for (int a = 0; a < priced; a++) {
            highest = Math.max(highest, Math.abs(cost[a]));
        }
        tolerance = RELATIVE * highest;
    }

    /** Costs nearer to each other than this are the same. */
    double tolerance() {
        return tolerance;
    }

    /** The best of a handful of arcs, one handful after another; -1 where none helps. */
    int best() {
        int block = Math.max(20, (int) Math.sqrt(priced));
        double best = 0;
        int found = -1;
        for (int seen = 1; seen <= priced; seen++) {
            double better = improvement(cursor);
            if (better > best) {
                best = better;
                found = cursor;
            }
            cursor = cursor + 1 >= priced ? 0 : cursor + 1;
            if (seen % block == 0 && found >= 0) {
                return found;
            }
        }
        return found;
    }

    /** The first arc that helps; -1 where none does. */
    int first() {
        for (int a = 0; a < priced; a++) {
            if (improvement(a) > 0) {
                return a;
            }
        }
        return -1;
    }

    /** How much cheaper one more or less on this arc makes the flow; 0 where it may not change or does not help. */
    private double improvement(int arc) {
        if (basic[arc]) {
            return 0;
        }
        double r = reduced(arc);
        boolean room = r < 0 ? bounds.flow[arc] < bounds.high[arc] : bounds.flow[arc] > bounds.low[arc];
        return room && Math.abs(r) > tolerance ? Math.abs(r) : 0;
    }

    /** What one more on an arc costs, with all that follows. */
    double reduced(int arc) {
        double r = cost[arc];
        if (from[arc] >= 0) {
            r += forest.price[from[arc]];
        }
        return to[arc] >= 0 ? r - gain[arc] * forest.price[to[arc]] : r;
    }
}
