package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.water.Demand;
import org.greenplan.water.Lake;
import org.greenplan.water.Network;
import org.greenplan.water.ValueList;
import org.greenplan.water.flow.NetworkSimplex;
import org.greenplan.water.flow.Outcome;

/**
 * The twelve months at once, the year closed upon itself: a bound beside {@link YearOperation}. Losses are inside, as shares of what
 * stands in a lake, so that an isolated lake dries out and no lake drinks out of turn.
 *
 * <p>It is a bound: water may be spilled at will, sills and dead volumes bind nobody, a licence gives when it is needed.
 */
public final class BestPossible {
    private static final int MOST_ROUNDS = 20;

    private final Network network;
    private final String year;

    private BestPossible(Network network, String year) {
        this.network = network;
        this.year = year;
    }

    /** Computes a typical year at its best; every number must be there. */
    public static BestYear of(Network network, String year) {
        if (!new ValueList(network, year).missing().isEmpty()) {
            throw new IllegalArgumentException("numbers are missing in " + year);
        }
        return new BestPossible(network, year).best();
    }

    private BestYear best() {
        double[][] guess = new double[network.lakes().size()][12];
        for (int l = 0; l < guess.length; l++) {
            Arrays.fill(guess[l], network.lakes().get(l).normalM3().number());
        }
        for (int round = 1; ; round++) {
            var graph = new YearGraph(network, year, guess);
            var simplex = new NetworkSimplex(graph.net);
            Map<Integer, Double> shares = serve(graph, simplex);
            Map<String, List<Double>> estimate = volumes(guess);
            boolean settled = true;
            for (int l = 0; l < guess.length; l++) {
                Lake lake = network.lakes().get(l);
                for (int m = 0; m < 12; m++) {
                    double now = graph.stands(simplex, l, m);
                    settled &= Math.abs(now - guess[l][m])
                            <= MonthOperation.SETTLED * lake.normalM3().number();
                    guess[l][m] = now;
                }
            }
            if (settled || round == MOST_ROUNDS) {
                return new BestYear(year, shares, estimate, round, settled);
            }
        }
    }

    private Map<String, List<Double>> volumes(double[][] volumesM3) {
        Map<String, List<Double>> volumes = new TreeMap<>();
        for (int l = 0; l < volumesM3.length; l++) {
            volumes.put(
                    network.lakes().get(l).id(),
                    Arrays.stream(volumesM3[l]).boxed().toList());
        }
        return volumes;
    }

    private Map<Integer, Double> serve(YearGraph graph, NetworkSimplex simplex) {
        graph.begin(simplex);
        var fair = new FairShares(simplex, graph.net.arcs());
        Map<Integer, Double> shares = new TreeMap<>();
        for (int level = 1; level <= Demand.LEVELS; level++) {
            shares.put(level, fair.serveAlike(targets(graph, level)));
        }
        double[] cost = new double[graph.net.arcs()];
        graph.fill(cost);
        if (simplex.minimise(cost) != Outcome.OPTIMAL) {
            throw new IllegalStateException("a year without a flow");
        }
        return shares;
    }

    private List<Target> targets(YearGraph graph, int level) {
        List<Target> targets = new ArrayList<>();
        for (Demand demand : network.demands()) {
            if (demand.level() == level) {
                for (int m = 0; m < 12; m++) {
                    double amount = graph.wanted(demand, m);
                    if (amount > 0) {
                        targets.add(new Target(demand.id(), graph.meter(demand, m), amount));
                    }
                }
            }
        }
        return targets;
    }
}
