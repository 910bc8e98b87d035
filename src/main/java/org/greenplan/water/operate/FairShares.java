package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
        int[] open = IntStream.range(0, targets.size()).toArray();
        while (open.length > 0) {
            double share = largestShare(targets, open);
            int[] held = share >= 1 ? open : held(open, share);
            int[] done = held.length == 0 ? open : held;
            for (int at : done) {
                promise(targets.get(at), share);
            }
            open = Arrays.stream(open)
                    .filter(at -> Arrays.binarySearch(done, at) < 0)
                    .toArray();
            cuts.forEach(cut -> cut.fix(done, share));
            cuts.removeIf(ShareCut::isSpent);
        }
    }

    /** Promises every demand the largest share that all can have; that share, 1 where there is no demand. */
    double serveAlike(List<Target> targets) {
        cuts.clear();
        double share = targets.isEmpty()
                ? 1
                : largestShare(targets, IntStream.range(0, targets.size()).toArray());
        targets.forEach(target -> promise(target, share));
        return share;
    }

    private void promise(Target target, double share) {
        double due = target.amount() * share * (1 - SAME);
        target.meter().promise(simplex, Math.min(due, target.meter().flow(simplex)));
    }

    /** The largest share that all can have. */
    private double largestShare(List<Target> targets, int[] open) {
        double least = Arrays.stream(open)
                .mapToDouble(at -> targets.get(at).amount())
                .min()
                .orElseThrow();
        Arrays.fill(cost, 0);
        for (int at : open) {
            Target target = targets.get(at);
            cost[target.meter().first] = -least / target.amount();
        }
        double share = Math.max(0, allowed());
        while (true) {
            double served = served(targets, open, share);
            if (served >= (share - SAME) * open.length) {
                return share;
            }
            var cut = new ShareCut(targets.size());
            for (int at : open) {
                cut.add(at, following(targets.get(at), share), share);
            }
            cut.served(served);
            cuts.add(cut);
            if (cut.share() >= share) {
                return share;
            }
            share = Math.max(0, cut.share());
        }
    }

    /** The shares that all of them get at most, each cut to a share, added up; what serves all of them already is not bettered. */
    private double served(List<Target> targets, int[] open, double share) {
        for (int at : open) {
            targets.get(at).meter().want(simplex, share * targets.get(at).amount());
        }
        double already = shares(targets, open);
        if (simplex.isFlow() && already >= (share - SAME) * open.length) {
            return already;
        }
        Outcome outcome = simplex.minimise(cost);
        if (outcome != Outcome.OPTIMAL) {
            throw new IllegalStateException("what was promised cannot be kept: " + outcome);
        }
        return shares(targets, open);
    }

    private double shares(List<Target> targets, int[] open) {
        double sum = 0;
        for (int at : open) {
            Target target = targets.get(at);
            sum += simplex.flow(target.meter().first) / target.amount();
        }
        return sum;
    }

    /** The largest share that the cuts seen so far allow. */
    private double allowed() {
        return cuts.stream().mapToDouble(ShareCut::share).reduce(1, Math::min);
    }

    /** The demands that can have no more than this share: those in the cuts that allow no more. */
    private int[] held(int[] open, double share) {
        List<ShareCut> tight =
                cuts.stream().filter(cut -> cut.share() <= share + SAME).toList();
        return Arrays.stream(open)
                .filter(at -> tight.stream().anyMatch(cut -> cut.holds(at)))
                .toArray();
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
