package org.greenplan.water.flow;

import java.util.Arrays;

/**
 * Nodes with supply and arcs that lead flow one way, each times its gain. An arc may begin or end in the {@link #GROUND}, which
 * gives and takes whatever the arc's bounds allow.
 */
public final class GainNetwork {
    /** Outside the network. */
    public static final int GROUND = -1;

    private int nodes;
    private int arcs;
    private double[] supply = new double[16];
    private int[] from = new int[32];
    private int[] to = new int[32];
    private double[] gain = new double[32];
    private double[] low = new double[32];
    private double[] high = new double[32];

    /** A node that must pass on what it gets and the supply; less than nothing is what it keeps. */
    public int node(double supplied) {
        if (nodes == supply.length) {
            supply = Arrays.copyOf(supply, nodes * 2);
        }
        supply[nodes] = supplied;
        return nodes++;
    }

    /**
     * An arc; one end at least is a node.
     *
     * @param gainOf what arrives of one that enters, more than 0
     * @param lowest finite
     */
    public int arc(int fromNode, int toNode, double gainOf, double lowest, double highest) {
        if (fromNode == toNode || !(gainOf > 0) || !(lowest <= highest) || Double.isInfinite(lowest)) {
            throw new IllegalArgumentException("arc " + arcs + " from " + fromNode + " to " + toNode + ", gain "
                    + gainOf + ", bounds " + lowest + " to " + highest);
        }
        if (arcs == from.length) {
            grow();
        }
        from[arcs] = fromNode;
        to[arcs] = toNode;
        gain[arcs] = gainOf;
        low[arcs] = lowest;
        high[arcs] = highest;
        return arcs++;
    }

    private void grow() {
        int size = arcs * 2;
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        gain = Arrays.copyOf(gain, size);
        low = Arrays.copyOf(low, size);
        high = Arrays.copyOf(high, size);
    }

    /** How many nodes. */
    public int nodes() {
        return nodes;
    }

    /** How many arcs. */
    public int arcs() {
        return arcs;
    }

    /** Where an arc begins. */
    public int from(int arc) {
        return from[arc];
    }

    /** Where an arc ends. */
    public int to(int arc) {
        return to[arc];
    }

    /** What arrives of one that enters an arc. */
    public double gain(int arc) {
        return gain[arc];
    }

    /** The least an arc must lead. */
    public double low(int arc) {
        return low[arc];
    }

    /** The most an arc can lead. */
    public double high(int arc) {
        return high[arc];
    }

    /** What enters at a node from outside. */
    public double supply(int node) {
        return supply[node];
    }
}
