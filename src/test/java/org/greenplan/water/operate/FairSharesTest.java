package org.greenplan.water.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.greenplan.water.flow.GainNetwork;
import org.greenplan.water.flow.NetworkSimplex;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** The shares of one level are the lexicographic largest that a linear programme finds, on a thousand networks as they come. */
class FairSharesTest {
    private static final int NETWORKS = 1000;

    private record Case(GainNetwork network, List<Target> targets) {}

    @Test
    void thousandRandomNetworksServeWhatTheLinearProgrammeServes() {
        int lacking = 0;
        int different = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Case one = random(new Random(seed));
            var simplex = new NetworkSimplex(one.network());
            one.targets().forEach(target -> target.meter().begin(simplex, 0, target.amount()));
            new FairShares(simplex, one.network().arcs()).serve(one.targets());
            double[] expected = fair(one);
            for (int i = 0; i < expected.length; i++) {
                Target target = one.targets().get(i);
                double share = target.meter().floor() / target.amount();
                assertThat(share).as("demand %d of network %d", i, seed).isCloseTo(expected[i], within(1e-6));
            }
            lacking += Arrays.stream(expected).min().orElse(1) < 0.999 ? 1 : 0;
            different += Arrays.stream(expected).distinct().count() > 1 ? 1 : 0;
        }
        assertThat(lacking).isGreaterThan(NETWORKS / 2);
        assertThat(different).isGreaterThan(NETWORKS / 4);
    }

    /** Water springs at some nodes, runs along arcs that lose, gain or are shut, and two to four demands drink it. */
    private static Case random(Random random) {
        var network = new GainNetwork();
        int nodes = 2 + random.nextInt(4);
        for (int i = 0; i < nodes; i++) {
            network.node(random.nextInt(2) * random.nextInt(6));
            network.arc(i, GainNetwork.GROUND, 1, 0, Double.POSITIVE_INFINITY);
        }
        for (int a = random.nextInt(3 * nodes); a > 0; a--) {
            int from = random.nextInt(nodes);
            double gain = random.nextInt(3) == 0 ? 0.5 + random.nextDouble() * 0.6 : 1;
            network.arc(from, (from + 1 + random.nextInt(nodes - 1)) % nodes, gain, 0, random.nextInt(5));
        }
        List<Target> targets = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(nodes);
            var meter = new Meter(
                    network.arc(at, GainNetwork.GROUND, 1, 0, 0), network.arc(at, GainNetwork.GROUND, 1, 0, 0));
            targets.add(new Target("d" + i, meter, 1 + random.nextInt(4)));
        }
        return new Case(network, targets);
    }

    private static double[] fair(Case one) {
        int count = one.targets().size();
        double[] least = new double[count];
        boolean[] open = new boolean[count];
        Arrays.fill(open, true);
        for (int left = count; left > 0; ) {
            double best = largest(one, least, open, -1);
            boolean[] held = new boolean[count];
            for (int i = 0; i < count; i++) {
                if (open[i]) {
                    least[i] = Math.max(0, best - 1e-9);
                }
            }
            for (int i = 0; i < count; i++) {
                held[i] = open[i] && (best > 1 - 1e-9 || largest(one, least, open, i) < best + 1e-7);
            }
            for (int i = 0; i < count; i++) {
                if (held[i]) {
                    open[i] = false;
                    left--;
                }
            }
        }
        return least;
    }

    /** The largest share of one demand, or that all open ones can have, while each has its least. */
    private static double largest(Case one, double[] least, boolean[] open, int alone) {
        var model = new ExpressionsBasedModel();
        GainNetwork network = one.network();
        int first = one.targets().get(0).meter().first;
        for (int i = 0; i < network.nodes(); i++) {
            model.newExpression("n" + i).level(BigDecimal.valueOf(-network.supply(i)));
        }
        for (int a = 0; a < first; a++) {
            var flow = model.newVariable("x" + a).lower(0);
            if (network.high(a) < Double.POSITIVE_INFINITY) {
                flow.upper(BigDecimal.valueOf(network.high(a)));
            }
            model.getExpression("n" + network.from(a)).add(a, BigDecimal.ONE.negate());
            if (network.to(a) >= 0) {
                model.getExpression("n" + network.to(a)).add(a, BigDecimal.valueOf(network.gain(a)));
            }
        }
        var common = alone < 0 ? model.newVariable("t").upper(1).weight(1) : null;
        for (int i = 0; i < least.length; i++) {
            Target target = one.targets().get(i);
            var share = model.newVariable("s" + i)
                    .lower(BigDecimal.valueOf(least[i]))
                    .upper(1);
            model.getExpression("n" + network.from(target.meter().first))
                    .add(share, BigDecimal.valueOf(-target.amount()));
            if (common != null && open[i]) {
                var row = model.newExpression("least " + i).lower(0);
                row.add(share, BigDecimal.ONE);
                row.add(common, BigDecimal.ONE.negate());
            }
            if (i == alone) {
                share.weight(1);
            }
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            throw new AssertionError("no solution: " + result.getState());
        }
        return result.getValue();
    }
}
