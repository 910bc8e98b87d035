package org.greenplan.water.flow;

import java.util.Arrays;
import org.greenplan.water.flow.Ripple.Block;

/**
 * The cheapest flow through a generalised network, by the primal simplex on its forest. Costs and bounds may be changed between
 * runs; each run goes on from the last forest and flow. Arcs outside the forest may lie between their bounds.
 *
 * <p>Against circling: after many pivots in place the first arc that improves enters and the first that blocks leaves. Bland has
 * shown that no basis comes twice in such a row of pivots, so each row ends, and each one that does not end in place makes the flow
 * cheaper: there are finitely many. Rounding is outside of every proof, so a limit far above what was ever seen ends the search
 * with {@link Outcome#UNDECIDED}.
 */
public final class NetworkSimplex {
    /** After so many pivots rounding is looked for: each adds less than a last digit. */
    private static final int MOST_UNCHECKED = 100;

    private final int nodes;
    private final int arcs;
    private final double[] supply;
    private final int[] from;
    private final int[] to;
    private final double[] gain;
    private final double[] cost;
    private final Bounds bounds;
    private final boolean[] basic;
    private final Forest forest;
    private final Ripple ripple;
    private boolean astray = true;
    /** Whether the forest's prices are those of the last costs. */
    private boolean priced;
    /** Pivots since the basic flows were last computed anew. */
    private int moved;

    private final Pricing pricing;
    private final int patience;
    private final long mostPivots;

    /** Takes over the network as it stands. */
    public NetworkSimplex(GainNetwork network) {
        this(network, network.nodes() + 50, 10_000 + 200L * (network.nodes() + network.arcs()));
    }

    /**
     * With other limits than the usual ones.
     *
     * @param patience pivots in place before Bland's rule begins
     * @param mostPivots in one search for a flow, or for the cheapest
     */
    NetworkSimplex(GainNetwork network, int patience, long mostPivots) {
        this.patience = patience;
        this.mostPivots = mostPivots;
        nodes = network.nodes();
        arcs = network.arcs();
        int all = arcs + nodes;
        supply = new double[nodes];
        from = new int[all];
        to = new int[all];
        gain = new double[all];
        cost = new double[all];
        bounds = new Bounds(all);
        basic = new boolean[all];
        for (int a = 0; a < arcs; a++) {
            from[a] = network.from(a);
            to[a] = network.to(a);
            gain[a] = network.gain(a);
            bounds.set(a, network.low(a), network.high(a));
        }
        for (int i = 0; i < nodes; i++) {
            supply[i] = network.supply(i);
        }
        forest = new Forest(nodes, from, to, gain, cost);
        ripple = new Ripple(forest, from, to, gain, bounds);
        pricing = new Pricing(forest, from, to, gain, cost, basic, bounds);
        begin();
    }

    /** A forest of artificial arcs that take what the arcs at their lowest leave over. */
    private void begin() {
        double[] left = left();
        for (int i = 0; i < nodes; i++) {
            int a = arcs + i;
            from[a] = left[i] >= 0 ? i : GainNetwork.GROUND;
            to[a] = left[i] >= 0 ? GainNetwork.GROUND : i;
            gain[a] = 1;
            basic[a] = true;
            forest.closing[i] = a;
        }
    }

    /** Changes an arc's bounds. */
    public void bound(int arc, double lowest, double highest) {
        bounds.set(arc, lowest, highest);
        double inside = bounds.clamped(arc);
        if (inside != bounds.flow[arc]) {
            bounds.flow[arc] = inside;
            astray = true;
        }
    }

    /**
     * Shares what two arcs side by side lead: the first as much as it may, the other the rest. Nothing else changes, so a flow
     * that kept all bounds still does.
     */
    public void split(int first, int second, double mostOfFirst, double lowest, double highest) {
        double sum = bounds.flow[first] + bounds.flow[second];
        bounds.set(first, Math.min(lowest, mostOfFirst), mostOfFirst);
        bounds.set(second, Math.max(0, lowest - mostOfFirst), Math.max(0, highest - mostOfFirst));
        double inside = Math.max(lowest, Math.min(highest, sum));
        if (Math.abs(inside - sum) > tolerance()) {
            astray = true;
        }
        bounds.flow[first] = Math.min(inside, mostOfFirst);
        bounds.flow[second] = inside - bounds.flow[first];
    }

    /** Changes what enters at a node. */
    public void supply(int node, double supplied) {
        if (supply[node] != supplied) {
            supply[node] = supplied;
            astray = true;
        }
    }

    /** Finds the cheapest flow; costs per arc, at its beginning. */
    public Outcome minimise(double[] costs) {
        Outcome outcome = findAndGoOn(costs);
        if (outcome == Outcome.OPTIMAL && moved > MOST_UNCHECKED && wander() > 100 * tolerance()) {
            astray = true;
            return findAndGoOn(costs);
        }
        return outcome;
    }

    private Outcome findAndGoOn(double[] costs) {
        Outcome found = astray ? findFlow() : Outcome.OPTIMAL;
        return found == Outcome.OPTIMAL ? goOn(costs) : found;
    }

    private Outcome goOn(double[] costs) {
        if (!priced || !Arrays.equals(costs, 0, arcs, cost, 0, arcs)) {
            System.arraycopy(costs, 0, cost, 0, arcs);
            Arrays.fill(cost, arcs, cost.length, 0);
            price(arcs);
        }
        return pivots();
    }

    private void price(int arcsPriced) {
        pricing.begin(arcsPriced);
        forest.refreshAll();
        priced = arcsPriced == arcs;
    }

    /** From any forest: basic arcs are held within their bounds, artificial arcs take the rest, and are emptied. */
    private Outcome findFlow() {
        for (int a = arcs; a < arcs + nodes; a++) {
            bounds.set(a, 0, 0);
            bounds.flow[a] = 0;
        }
        forest.refreshAll();
        recompute();
        for (int a = 0; a < arcs + nodes; a++) {
            bounds.flow[a] = bounds.clamped(a);
        }
        double[] left = left();
        Arrays.fill(cost, 0, arcs, 0);
        for (int i = 0; i < nodes; i++) {
            int a = arcs + i;
            double amount = Math.abs(left[i]) <= tolerance() ? 0 : left[i];
            boolean out = from[a] == i;
            if (out != amount >= 0 && amount != 0) {
                from[a] = out ? GainNetwork.GROUND : i;
                to[a] = out ? i : GainNetwork.GROUND;
            }
            bounds.set(a, 0, Math.abs(amount));
            bounds.flow[a] = Math.abs(amount);
            cost[a] = 1;
        }
        price(arcs + nodes);
        Outcome emptied = pivots();
        double unplaced = 0;
        for (int a = arcs; a < arcs + nodes; a++) {
            unplaced += bounds.flow[a];
            bounds.set(a, 0, 0);
            bounds.flow[a] = 0;
        }
        astray = unplaced > 100 * tolerance();
        return !astray ? Outcome.OPTIMAL : emptied == Outcome.UNDECIDED ? emptied : Outcome.INFEASIBLE;
    }

    private Outcome pivots() {
        int still = 0;
        for (long pivot = 0; pivot < mostPivots; pivot++) {
            boolean careful = still > patience;
            int entering = careful ? pricing.first() : pricing.best();
            if (entering < 0) {
                return Outcome.OPTIMAL;
            }
            boolean rising = pricing.reduced(entering) < 0;
            Block block = ripple.of(entering, rising, careful, tolerance());
            if (Double.isInfinite(block.amount())) {
                return Outcome.UNBOUNDED;
            }
            ripple.push(entering, rising, block.amount());
            moved++;
            still = block.amount() > tolerance() ? 0 : still + 1;
            if (block.arc() != entering) {
                bounds.flow[block.arc()] = bounds.nearest(block.arc());
                basic[block.arc()] = false;
                basic[entering] = true;
                forest.swap(entering, block.arc());
            }
        }
        return Outcome.UNDECIDED;
    }

    /** What the arcs outside the forest leave over at each node. */
    private double[] left() {
        double[] left = supply.clone();
        for (int a = 0; a < from.length; a++) {
            double flow = bounds.flow[a];
            if (flow != 0) {
                if (from[a] >= 0) {
                    left[from[a]] -= flow;
                }
                if (to[a] >= 0) {
                    left[to[a]] += flow * gain[a];
                }
            }
        }
        return left;
    }

    /** Computes the basic flows anew from the others. */
    private void recompute() {
        for (int a = 0; a < basic.length; a++) {
            if (basic[a]) {
                bounds.flow[a] = 0;
            }
        }
        ripple.settle(left());
    }

    /** Computes the basic flows anew, so that nothing is lost; how far they leave their bounds. */
    private double wander() {
        recompute();
        moved = 0;
        double most = 0;
        for (int a = 0; a < basic.length; a++) {
            if (basic[a]) {
                most = Math.max(most, Math.abs(bounds.clamped(a) - bounds.flow[a]));
            }
        }
        return most;
    }

    /** Flows nearer to each other than this are the same. */
    public double tolerance() {
        return 1e-14 * Math.max(1, bounds.largest());
    }

    /** Whether what the arcs lead keeps all bounds and supplies, as it does after a search until one of them forbids it. */
    public boolean isFlow() {
        return !astray;
    }

    /** What enters an arc. */
    public double flow(int arc) {
        return bounds.flow[arc];
    }

    /** What one more on this arc would cost; 0 for a basic one. */
    public double reducedCost(int arc) {
        return basic[arc] ? 0 : pricing.reduced(arc);
    }

    /** The lowest cost so far. */
    public double cost() {
        double sum = 0;
        for (int a = 0; a < arcs; a++) {
            sum += cost[a] * bounds.flow[a];
        }
        return sum;
    }

    /** Keeps the flow among those of the same cost from now on: what would make it dearer stays as it is. */
    public void stayCheapest() {
        for (int a = 0; a < arcs; a++) {
            if (Math.abs(reducedCost(a)) > pricing.tolerance()) {
                bounds.set(a, bounds.flow[a], bounds.flow[a]);
            }
        }
    }
}
