package org.greenplan.water.flow;

import java.util.Arrays;

/**
 * The basis of a generalised network: trees of basic arcs, each closed by one arc more at its root, to the ground or back into the
 * tree. A pivot re-hangs the part that was cut off and refreshes that part alone.
 *
 * <p>{@code share[i]} is what arrives at the root of one that is put in at node i; prices make every basic arc's reduced cost zero.
 */
final class Forest {
    static final int NONE = -1;

    final int[] parent;
    /** The basic arc between a node and its parent. */
    final int[] up;
    /** The arc that closes the tree of this root. */
    final int[] closing;

    final int[] depth;
    final double[] share;
    final double[] price;
    /** Nodes of the tree last listed, parents first. */
    final int[] order;

    private final int[] child;
    private final int[] next;
    private final int[] before;
    private final int[] from;
    private final int[] to;
    private final double[] gain;
    private final double[] cost;

    Forest(int nodes, int[] from, int[] to, double[] gain, double[] cost) {
        this.from = from;
        this.to = to;
        this.gain = gain;
        this.cost = cost;
        parent = filled(nodes);
        up = filled(nodes);
        closing = filled(nodes);
        child = filled(nodes);
        next = filled(nodes);
        before = filled(nodes);
        depth = new int[nodes];
        share = new double[nodes];
        price = new double[nodes];
        order = new int[nodes];
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    int root(int node) {
        int at = node;
        while (parent[at] >= 0) {
            at = parent[at];
        }
        return at;
    }

    /** The other end of an arc. */
    int across(int arc, int node) {
        return from[arc] == node ? to[arc] : from[arc];
    }

    /** Takes one arc out of the basis and another in. */
    void swap(int entering, int leaving) {
        int loose = takeOut(leaving);
        int a = from[entering];
        int b = to[entering];
        boolean aLoose = a >= 0 && root(a) == loose;
        boolean bLoose = b >= 0 && root(b) == loose;
        if (aLoose && (b < 0 || bLoose)) {
            turn(a);
            closing[a] = entering;
            refresh(a);
        } else if (bLoose && a < 0) {
            turn(b);
            closing[b] = entering;
            refresh(b);
        } else if (aLoose) {
            turn(a);
            hang(a, b, entering);
            refresh(a);
        } else {
            turn(b);
            hang(b, a, entering);
            refresh(b);
        }
    }

    /** The root of the tree that is no longer closed. */
    private int takeOut(int leaving) {
        int a = from[leaving];
        int b = to[leaving];
        int below = a >= 0 && up[a] == leaving ? a : b >= 0 && up[b] == leaving ? b : NONE;
        if (below == NONE) {
            int root = a >= 0 && closing[a] == leaving ? a : b;
            closing[root] = NONE;
            return root;
        }
        int root = root(below);
        cut(below);
        int end = across(closing[root], root);
        if (end >= 0 && root(end) == below) {
            int arc = closing[root];
            closing[root] = NONE;
            turn(end);
            hang(end, root, arc);
            return root;
        }
        return below;
    }

    private void cut(int node) {
        int p = parent[node];
        if (before[node] >= 0) {
            next[before[node]] = next[node];
        } else {
            child[p] = next[node];
        }
        if (next[node] >= 0) {
            before[next[node]] = before[node];
        }
        next[node] = NONE;
        before[node] = NONE;
        parent[node] = NONE;
        up[node] = NONE;
    }

    private void hang(int node, int under, int arc) {
        parent[node] = under;
        up[node] = arc;
        before[node] = NONE;
        next[node] = child[under];
        if (child[under] >= 0) {
            before[child[under]] = node;
        }
        child[under] = node;
    }

    /** Makes a node the root of its tree, which nothing closes. */
    private void turn(int node) {
        int at = node;
        int above = parent[at];
        int arc = up[at];
        if (above >= 0) {
            cut(at);
        }
        while (above >= 0) {
            int higher = parent[above];
            int higherArc = up[above];
            if (higher >= 0) {
                cut(above);
            }
            hang(above, at, arc);
            at = above;
            above = higher;
            arc = higherArc;
        }
    }

    /** Lists a node and all below it in {@link #order}. */
    int list(int top) {
        int count = 0;
        order[count++] = top;
        for (int i = 0; i < count; i++) {
            for (int c = child[order[i]]; c >= 0; c = next[c]) {
                order[count++] = c;
            }
        }
        return count;
    }

    void refreshAll() {
        for (int i = 0; i < parent.length; i++) {
            if (parent[i] < 0) {
                refresh(i);
            }
        }
    }

    /** Depths, shares and prices of a node and all below it. */
    private void refresh(int top) {
        boolean root = parent[top] < 0;
        if (root) {
            depth[top] = 0;
            share[top] = 1;
            price[top] = 0;
        }
        int count = list(top);
        for (int i = root ? 1 : 0; i < count; i++) {
            int node = order[i];
            int p = parent[node];
            int arc = up[node];
            double g = gain[arc];
            depth[node] = depth[p] + 1;
            if (from[arc] == node) {
                share[node] = g * share[p];
                price[node] = g * price[p] - cost[arc];
            } else {
                share[node] = share[p] / g;
                price[node] = (price[p] + cost[arc]) / g;
            }
        }
        if (root) {
            double atRoot = rootPrice(top);
            for (int i = 0; i < count; i++) {
                price[order[i]] += share[order[i]] * atRoot;
            }
        }
    }

    /** The price at a root, when the prices of its tree are those above a price of zero there. */
    private double rootPrice(int root) {
        int arc = closing[root];
        double c = cost[arc];
        double g = gain[arc];
        int end = across(arc, root);
        if (from[arc] == root) {
            return end < 0 ? -c : (g * price[end] - c) / (1 - g * share[end]);
        }
        return end < 0 ? c / g : (c + price[end]) / (g - share[end]);
    }

    /** What the closing arc must lead more of, when so much more arrives at the root. */
    double closingFlow(int root, double arriving) {
        int arc = closing[root];
        double g = gain[arc];
        int end = across(arc, root);
        if (from[arc] == root) {
            return end < 0 ? arriving : arriving / (1 - g * share[end]);
        }
        return end < 0 ? -arriving / g : arriving / (share[end] - g);
    }
}
