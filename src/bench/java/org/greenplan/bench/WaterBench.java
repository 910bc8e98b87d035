package org.greenplan.bench;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.greenplan.water.Network;
import org.greenplan.water.NetworkJson;
import org.greenplan.water.Stage;
import org.greenplan.water.flow.GainNetwork;
import org.greenplan.water.flow.NetworkSimplex;
import org.greenplan.water.operate.YearOperation;
import org.ojalgo.optimisation.ExpressionsBasedModel;

/** The whole answer for 6 and 200 lakes, and one cheapest flow over 200 and 2,000 lakes in twelve months, beside ojAlgo and JGraphT. */
public final class WaterBench {
    private static final int LARGEST_FOR_OTHERS = 200;

    private WaterBench() {}

    /** Arguments: how many lakes the one flow has, such as {@code 200 2000}. */
    public static void main(String[] args) {
        Network warm = NetworkJson.of("six-lakes");
        for (int i = 0; i < 500; i++) {
            YearOperation.run(warm.at(Stage.APPROVED), "dry");
        }
        for (Stage stage : Stage.values()) {
            Network six = NetworkJson.of("six-lakes").at(stage);
            ratio(Stopwatch.often("6 lakes, dry year, " + stage, 100, () -> YearOperation.run(six, "dry")), 0.05);
        }
        Network many = ManyLakes.network(200);
        ratio(Stopwatch.often("200 lakes, whole answer", 10, () -> YearOperation.run(many, "year")), 1);
        for (String arg : args) {
            int lakes = Integer.parseInt(arg);
            GainNetwork network = flow(lakes);
            double[] cost = costs(network);
            double[] found = new double[2];
            double own = Stopwatch.often(lakes + " lakes, one flow", 10, () -> {
                var simplex = new NetworkSimplex(network);
                simplex.minimise(cost);
                found[0] = simplex.cost();
            });
            ratio(own, lakes <= 200 ? 0.1 : 1);
            if (lakes <= LARGEST_FOR_OTHERS) {
                double ojAlgo =
                        Stopwatch.often(lakes + " lakes, one flow, ojAlgo", 1, () -> found[1] = ojAlgo(network, cost));
                System.out.printf(Locale.ROOT, "  ojAlgo / own %.0f%n", ojAlgo / own);
            }
            System.out.println("  lowest cost " + Arrays.toString(found));
            var lossless = new LosslessFlow(lakes);
            double ownLossless =
                    Stopwatch.often(lakes + " lakes, whole numbers, no losses", 10, () -> found[0] = lossless.own());
            if (lakes <= LARGEST_FOR_OTHERS) {
                double jgrapht = Stopwatch.often(
                        lakes + " lakes, whole numbers, no losses, JGraphT", 5, () -> found[1] = lossless.jgrapht());
                System.out.printf(
                        Locale.ROOT,
                        "  JGraphT / own %.1f, lowest cost %s%n",
                        jgrapht / ownLossless,
                        Arrays.toString(found));
            }
        }
    }

    private static void ratio(double seconds, double aim) {
        System.out.printf(
                Locale.ROOT, "  %.3f s of the processor, %.2f of the aim of %.2f s%n", seconds, seconds / aim, aim);
    }

    /** Twelve copies of a long row of lakes, joined by what stands in them. */
    private static GainNetwork flow(int lakes) {
        var random = new Random(7);
        var network = new GainNetwork();
        for (int i = 0; i < lakes * 12; i++) {
            network.node(random.nextInt(5));
        }
        for (int month = 0; month < 12; month++) {
            for (int lake = 0; lake < lakes; lake++) {
                int at = month * lakes + lake;
                network.arc(at, (month + 1) % 12 * lakes + lake, 0.95, 0, 40);
                network.arc(at, month * lakes + (lake + 1) % lakes, 0.98, 0, 5);
                network.arc(at, month * lakes + (lake + 7) % lakes, 0.97, 0, 3);
                network.arc(at, GainNetwork.GROUND, 1, 0, random.nextInt(6));
                network.arc(at, GainNetwork.GROUND, 1, 0, Double.POSITIVE_INFINITY);
                network.arc(GainNetwork.GROUND, at, 1, 0, random.nextInt(3));
            }
        }
        return network;
    }

    private static double[] costs(GainNetwork network) {
        double[] cost = new double[network.arcs()];
        for (int a = 0; a < cost.length; a++) {
            cost[a] = switch (a % 6) {
                case 1, 2 -> 0.1;
                case 3 -> -10;
                case 4 -> 1;
                case 5 -> 2;
                default -> 0;
            };
        }
        return cost;
    }

    private static double ojAlgo(GainNetwork network, double[] cost) {
        var model = new ExpressionsBasedModel();
        for (int a = 0; a < network.arcs(); a++) {
            var variable = model.newVariable("x" + a).lower(0).weight(BigDecimal.valueOf(cost[a]));
            if (network.high(a) < Double.POSITIVE_INFINITY) {
                variable.upper(network.high(a));
            }
        }
        for (int i = 0; i < network.nodes(); i++) {
            model.newExpression("n" + i).level(-network.supply(i));
        }
        for (int a = 0; a < network.arcs(); a++) {
            if (network.from(a) >= 0) {
                model.getExpression("n" + network.from(a)).add(a, BigDecimal.ONE.negate());
            }
            if (network.to(a) >= 0) {
                model.getExpression("n" + network.to(a)).add(a, BigDecimal.valueOf(network.gain(a)));
            }
        }
        return model.minimise().getValue();
    }
}
