package org.greenplan.water.flow;

/** How the basic flows answer when one arc leads more or less, and how far that can go. */
final class Ripple {
    private static final double NOTHING = 1e-11;

    private final Forest forest;
    private final int[] from;
    private final int[] to;
    private final double[] gain;
    private final Bounds bounds;
    private final double[] change;
    private final int[] touched;
    private int count;

    Ripple(Forest forest, int[] from, int[] to, double[] gain, Bounds bounds) {
        this.forest = forest;
        this.from = from;
        this.to = to;
        this.gain = gain;
        this.bounds = bounds;
        change = new double[from.length];
        touched = new int[from.length];
    }

    /**
     * How far a flow can change.
     *
     * @param arc the one that blocks; the changing arc itself where its own bound does
     */
    record Block(int arc, double amount) {}

    /** How far an arc's flow can rise or fall; the answer of the basic arcs is kept for {@link #push}. */
    Block of(int entering, boolean rising, boolean careful, double tolerance) {
        respond(entering, rising ? 1 : -1);
        double own =
                rising ? bounds.high[entering] - bounds.flow[entering] : bounds.flow[entering] - bounds.low[entering];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            int arc = touched[i];
            if (Math.abs(change[arc]) > NOTHING) {
                least = Math.min(least, (room(arc) + tolerance) / Math.abs(change[arc]));
            }
        }
        int blocking = -1;
        double strongest = 0;
        for (int i = 0; i < count; i++) {
            int arc = touched[i];
            double strength = Math.abs(change[arc]);
            if (strength > NOTHING && room(arc) / strength <= least) {
                boolean better = careful ? blocking < 0 || arc < blocking : strength > strongest;
                if (better) {
                    strongest = strength;
                    blocking = arc;
                }
            }
        }
        if (blocking < 0 || own <= Math.max(0, room(blocking) / strongest(blocking))) {
            return new Block(entering, own);
        }
        return new Block(blocking, Math.max(0, room(blocking) / strongest(blocking)));
    }

    private double strongest(int arc) {
        return Math.abs(change[arc]);
    }

    private double room(int arc) {
        return change[arc] > 0 ? bounds.high[arc] - bounds.flow[arc] : bounds.flow[arc] - bounds.low[arc];
    }

    /** Changes the flow, after {@link #of}. */
    void push(int entering, boolean rising, double amount) {
        bounds.flow[entering] += rising ? amount : -amount;
        if (amount != 0) {
            for (int i = 0; i < count; i++) {
                bounds.flow[touched[i]] += amount * change[touched[i]];
            }
        }
    }

    private void respond(int entering, double direction) {
        for (int i = 0; i < count; i++) {
            change[touched[i]] = 0;
        }
        count = 0;
        int u = from[entering];
        int v = to[entering];
        double atU = -direction;
        double atV = gain[entering] * direction;
        if (u < 0 || v < 0) {
            close(u < 0 ? v : u, u < 0 ? atV : atU);
            return;
        }
        while (u != v && (forest.parent[u] >= 0 || forest.parent[v] >= 0)) {
            if (forest.depth[u] >= forest.depth[v]) {
                atU = step(u, atU);
                u = forest.parent[u];
            } else {
                atV = step(v, atV);
                v = forest.parent[v];
            }
        }
        if (u != v) {
            close(u, atU);
            close(v, atV);
        } else if (Math.abs(atU + atV) > NOTHING * Math.max(Math.abs(atU), Math.abs(atV))) {
            close(u, atU + atV);
        }
    }

    /** Leads what is put in at a node through the tree to its root and out of it. */
    private void close(int node, double put) {
        int root = node;
        double arriving = put;
        while (forest.parent[root] >= 0) {
            arriving = step(root, arriving);
            root = forest.parent[root];
        }
        int arc = forest.closing[root];
        double flow = forest.closingFlow(root, arriving);
        note(arc, flow);
        int end = forest.across(arc, root);
        double through = from[arc] == root ? gain[arc] * flow : -flow;
        for (int at = end; at >= 0 && forest.parent[at] >= 0; at = forest.parent[at]) {
            through = step(at, through);
        }
    }

    /** Leads what is put in at a node to its parent; what arrives there. */
    private double step(int node, double put) {
        int arc = forest.up[node];
        if (from[arc] == node) {
            note(arc, put);
            return put * gain[arc];
        }
        note(arc, -put / gain[arc]);
        return put / gain[arc];
    }

    private void note(int arc, double amount) {
        if (change[arc] == 0) {
            touched[count++] = arc;
        }
        change[arc] += amount;
        if (change[arc] == 0) {
            change[arc] = Double.MIN_NORMAL;
        }
    }

    /** Sets the basic flows so that nothing of what is left at the nodes remains; they are 0 before. */
    void settle(double[] left) {
        for (int i = 0; i < left.length; i++) {
            if (forest.parent[i] < 0) {
                settleTree(i, left);
            }
        }
    }

    private void settleTree(int root, double[] left) {
        int nodes = forest.list(root);
        double arriving = 0;
        for (int i = 0; i < nodes; i++) {
            arriving += forest.share[forest.order[i]] * left[forest.order[i]];
        }
        int closing = forest.closing[root];
        double flow = forest.closingFlow(root, arriving);
        bounds.flow[closing] = flow;
        int end = forest.across(closing, root);
        if (end >= 0) {
            boolean out = from[closing] == root;
            left[root] += out ? -flow : gain[closing] * flow;
            left[end] += out ? gain[closing] * flow : -flow;
        }
        for (int i = nodes - 1; i > 0; i--) {
            int node = forest.order[i];
            int arc = forest.up[node];
            int p = forest.parent[node];
            if (from[arc] == node) {
                bounds.flow[arc] = left[node];
                left[p] += gain[arc] * left[node];
            } else {
                bounds.flow[arc] = -left[node] / gain[arc];
                left[p] += left[node] / gain[arc];
            }
        }
    }
}
