package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.greenplan.water.flow.NetworkSimplex;
import org.greenplan.water.flow.Outcome;

/**
 * Serves the demands of one level so that the least share is as large as it can be, then the next least, and so on.
 *
 * <p>With every demand cut to the share t the network is asked for as much as it can bring. Where that falls short, the prices of
 * the shortage name a cut, and the cut names the largest t it allows: the next guess (Newton's method on a concave line of finitely
 * many pieces). The demands that the last cut holds back are fixed at t; the others go on.
 */
final class FairShares {
    private static final double SAME = 1e-9;
    private static final double HELD = 1e-7;

    private final NetworkSimplex simplex;
    private final double[] cost;
    private List<Target> held = List.of();

    FairShares(NetworkSimplex simplex, int arcs) {
        this.simplex = simplex;
        cost = new double[arcs];
    }

    /** Promises every demand its share, in the meters' floors. */
    void serve(List<Target> targets) {
        List<Target> open = new ArrayList<>(targets);
        while (!open.isEmpty()) {
            double share = largestShare(open);
            List<Target> done = share >= 1 || held.isEmpty() ? List.copyOf(open) : held;
            for (Target target : done) {
                double due = target.amount() * share * (1 - SAME);
                target.meter().promise(simplex, Math.min(due, target.meter().flow(simplex)));
            }
            open.removeAll(done);
        }
    }

    /** Promises every demand the largest share that all can have; that share, 1 where there is no demand. */
    double serveAlike(List<Target> targets) {
        double share = targets.isEmpty() ? 1 : largestShare(targets);
        for (Target target : targets) {
            double due = target.amount() * share * (1 - SAME);
            target.meter().promise(simplex, Math.min(due, target.meter().flow(simplex)));
        }
        return share;
    }

    /** The largest share that all can have, and in {@link #held} those that can have no more. */
    private double largestShare(List<Target> open) {
        held = List.of();
        double least = open.stream().mapToDouble(Target::amount).min().orElseThrow();
        Arrays.fill(cost, 0);
        open.forEach(target -> cost[target.meter().first] = -least / target.amount());
        double share = 1;
        while (true) {
            double wanted = share;
            open.forEach(target -> target.meter().want(simplex, wanted * target.amount()));
            if (simplex.minimise(cost) != Outcome.OPTIMAL) {
                throw new IllegalStateException("what was promised cannot be kept");
            }
            double served = open.stream()
                    .mapToDouble(target -> simplex.flow(target.meter().first) / target.amount())
                    .sum();
            if (served >= (share - SAME) * open.size()) {
                return share;
            }
            double next = nextShare(open, share, served);
            if (next >= share) {
                return share;
            }
            share = Math.max(0, next);
        }
    }

    private double nextShare(List<Target> open, double share, double served) {
        List<Target> cut = new ArrayList<>();
        double free = 0;
        for (Target target : open) {
            double following = following(target, share);
            free += following;
            if (following < 1 - HELD) {
                cut.add(target);
            }
        }
        if (cut.isEmpty()) {
            return share;
        }
        held = List.copyOf(cut);
        return (served - share * free) / (open.size() - free);
    }

    /** How much of a little more share this demand would get: 1 where nothing holds it back, 0 where the cut does. */
    private double following(Target target, double share) {
        Meter meter = target.meter();
        double wanted = share * target.amount();
        if (simplex.flow(meter.first) < wanted - SAME * target.amount()) {
            return 0;
        }
        if (simplex.flow(meter.second) > SAME * target.amount()) {
            return 1;
        }
        double worth = -cost[meter.first];
        return Math.max(0, Math.min(1, -simplex.reducedCost(meter.first) / worth));
    }
}
