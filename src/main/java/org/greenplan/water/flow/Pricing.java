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
    /** Arcs that helped when last looked at. */
    private final int[] helpful;

    private int helpfuls;
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
        helpful = new int[from.length];
    }

    /** New costs, of the first so many arcs. */
    void begin(int arcs) {
        priced = arcs;
        helpfuls = 0;
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

    /** The best of those that helped when last looked at, else of a handful of arcs, one handful after another; -1 where none helps. */
    int best() {
        int found = bestOfHelpful();
        int handful = Math.max(20, (int) Math.sqrt(priced));
        int left = priced;
        while (found < 0 && left > 0) {
            int end = Math.min(priced, cursor + Math.min(left, handful));
            found = bestOf(cursor, end);
            left -= end - cursor;
            cursor = end == priced ? 0 : end;
        }
        return found;
    }

    private int bestOfHelpful() {
        double most = 0;
        int found = -1;
        int kept = 0;
        for (int i = 0; i < helpfuls; i++) {
            int arc = helpful[i];
            double better = improvement(arc);
            if (better > 0) {
                helpful[kept++] = arc;
            }
            if (better > most) {
                most = better;
                found = arc;
            }
        }
        helpfuls = kept;
        return found;
    }

    /** The loop in which the time goes: everything at hand, nothing called. */
    private int bestOf(int begin, int end) {
        double[] price = forest.price;
        double[] flow = bounds.flow;
        double most = tolerance;
        int found = -1;
        for (int a = begin; a < end; a++) {
            if (basic[a]) {
                continue;
            }
            int u = from[a];
            int v = to[a];
            double r = cost[a];
            if (u >= 0) {
                r += price[u];
            }
            if (v >= 0) {
                r -= gain[a] * price[v];
            }
            if (r < -tolerance ? flow[a] < bounds.high[a] : r > tolerance && flow[a] > bounds.low[a]) {
                helpful[helpfuls++] = a;
                if (Math.abs(r) > most) {
                    most = Math.abs(r);
                    found = a;
                }
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
