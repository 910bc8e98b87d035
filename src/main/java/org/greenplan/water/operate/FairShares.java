package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.greenplan.water.flow.NetworkSimplex;
import org.greenplan.water.flow.Outcome;

/**
 * Serves the demands of one level so that the least share is as large as it can be, then the next least, and so on.
 *
 * <p>With every demand cut to the share t the network is asked for as much as it can bring. Where that falls short, the prices of
 * the shortage name a cut ({@link ShareCut}), and the cut names the largest t it allows: the next guess (Newton's method on a
 * concave line of finitely many pieces). The demands that the last cut holds back are fixed at t; the others go on, from the
 * largest t that the cuts seen so far allow them: no cut has to be found twice.
 */
final class FairShares {
    private static final double SAME = 1e-9;

    private final NetworkSimplex simplex;
    private final double[] cost;
    private final List<ShareCut> cuts = new ArrayList<>();

    FairShares(NetworkSimplex simplex, int arcs) {
        this.simplex = simplex;
        cost = new double[arcs];
    }

    /** Promises every demand its share, in the meters' floors. */
    void serve(List<Target> targets) {
        cuts.clear();
        List<Target> open = new ArrayList<>(targets);
        while (!open.isEmpty()) {
            double share = largestShare(open);
            Set<Target> held = share >= 1 ? Set.of() : held(share);
            Set<Target> done = held.isEmpty() ? same(open.stream()) : held;
            done.forEach(target -> promise(target, share));
            open.removeIf(done::contains);
            cuts.removeIf(cut -> cut.without(done, share).isSpent());
        }
    }

    /** Promises every demand the largest share that all can have; that share, 1 where there is no demand. */
    double serveAlike(List<Target> targets) {
        cuts.clear();
        double share = targets.isEmpty() ? 1 : largestShare(targets);
        targets.forEach(target -> promise(target, share));
        return share;
    }

    private void promise(Target target, double share) {
        double due = target.amount() * share * (1 - SAME);
        target.meter().promise(simplex, Math.min(due, target.meter().flow(simplex)));
    }

    /** The largest share that all can have. */
    private double largestShare(List<Target> open) {
        double least = open.stream().mapToDouble(Target::amount).min().orElseThrow();
        Arrays.fill(cost, 0);
        open.forEach(target -> cost[target.meter().first] = -least / target.amount());
        double share = Math.max(0, allowed());
        while (true) {
            double wanted = share;
            open.forEach(target -> target.meter().want(simplex, wanted * target.amount()));
            Outcome outcome = simplex.minimise(cost);
            if (outcome != Outcome.OPTIMAL) {
                throw new IllegalStateException("what was promised cannot be kept: " + outcome);
            }
            double served = open.stream()
                    .mapToDouble(target -> simplex.flow(target.meter().first) / target.amount())
                    .sum();
            if (served >= (share - SAME) * open.size()) {
                return share;
            }
            var cut = new ShareCut(open.size());
            open.forEach(target -> cut.add(target, following(target, wanted), wanted));
            cut.served(served);
            cuts.add(cut);
            if (cut.share() >= share) {
                return share;
            }
            share = Math.max(0, cut.share());
        }
    }

    /** The largest share that the cuts seen so far allow. */
    private double allowed() {
        return cuts.stream().mapToDouble(ShareCut::share).reduce(1, Math::min);
    }

    /** The demands that can have no more than this share: those in the cuts that allow no more. */
    private Set<Target> held(double share) {
        return same(cuts.stream().filter(cut -> cut.share() <= share + SAME).flatMap(ShareCut::members));
    }

    private static Set<Target> same(Stream<Target> some) {
        Set<Target> set = Collections.newSetFromMap(new IdentityHashMap<>());
        some.forEach(set::add);
        return set;
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
