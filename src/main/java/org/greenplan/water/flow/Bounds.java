package org.greenplan.water.flow;

/** What each arc leads, and between which bounds. */
final class Bounds {
    final double[] low;
    final double[] high;
    final double[] flow;
    private double largest;

    Bounds(int arcs) {
        low = new double[arcs];
        high = new double[arcs];
        flow = new double[arcs];
    }

    void set(int arc, double lowest, double highest) {
        low[arc] = lowest;
        high[arc] = Math.max(lowest, highest);
        if (highest < Double.POSITIVE_INFINITY && highest > largest) {
            largest = highest;
        }
    }

    double clamped(int arc) {
        return Math.max(low[arc], Math.min(high[arc], flow[arc]));
    }

    /** The bound that a flow has come to. */
    double nearest(int arc) {
        return flow[arc] - low[arc] <= high[arc] - flow[arc] ? low[arc] : high[arc];
    }

    /** The largest finite bound seen. */
    double largest() {
        return largest;
    }
}
