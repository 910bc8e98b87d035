package org.greenplan.water.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

/** Networks as awkward as they come: degenerate, disconnected, with losses and gains, some that no flow satisfies. */
final class RandomNetworks {
    private RandomNetworks() {}

    static GainNetwork network(Random random) {
        var network = new GainNetwork();
        int nodes = 1 + random.nextInt(9);
        boolean whole = random.nextBoolean();
        for (int i = 0; i < nodes; i++) {
            network.node(random.nextInt(3) == 0 ? amount(random, whole) - 1 : 0);
        }
        int arcs = nodes + random.nextInt(3 * nodes);
        for (int a = 0; a < arcs && nodes > 1; a++) {
            int from = random.nextInt(nodes);
            int to = (from + 1 + random.nextInt(nodes - 1)) % nodes;
            double high = random.nextInt(4) == 0 ? 0 : amount(random, whole) * 2;
            double low = random.nextInt(6) == 0 ? high / 4 : 0;
            network.arc(from, to, gain(random), low, high);
        }
        for (int i = 0; i < nodes; i++) {
            if (random.nextInt(5) < 3) {
                network.arc(i, GainNetwork.GROUND, 1, 0, random.nextBoolean() ? Double.POSITIVE_INFINITY : 3);
            }
            if (random.nextInt(5) < 2) {
                network.arc(GainNetwork.GROUND, i, gain(random), 0, amount(random, whole));
            }
        }
        return network;
    }

    private static double amount(Random random, boolean whole) {
        return whole ? random.nextInt(6) : random.nextDouble() * 5;
    }

    private static double gain(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0.97;
            case 1 -> 0.5 + random.nextDouble() * 0.7;
            default -> 1;
        };
    }

    /** Whole numbers half of the time, so that many flows cost the same; never less than nothing out of the ground without end. */
    static double[] costs(Random random, GainNetwork network) {
        double[] cost = new double[network.arcs()];
        boolean whole = random.nextBoolean();
        for (int a = 0; a < cost.length; a++) {
            double drawn = whole ? random.nextInt(5) - 2 : random.nextGaussian();
            cost[a] = network.high(a) == Double.POSITIVE_INFINITY ? Math.abs(drawn) : drawn;
        }
        return cost;
    }

    static void assertKept(GainNetwork network, NetworkSimplex simplex, int seed) {
        double[] left = new double[network.nodes()];
        for (int i = 0; i < left.length; i++) {
            left[i] = network.supply(i);
        }
        for (int a = 0; a < network.arcs(); a++) {
            double flow = simplex.flow(a);
            assertThat(flow)
                    .as("arc %d of network %d", a, seed)
                    .isBetween(network.low(a) - 1e-9, network.high(a) + 1e-9);
            if (network.from(a) >= 0) {
                left[network.from(a)] -= flow;
            }
            if (network.to(a) >= 0) {
                left[network.to(a)] += flow * network.gain(a);
            }
        }
        for (double rest : left) {
            assertThat(rest).as("left over in network %d", seed).isCloseTo(0, within(1e-9));
        }
    }
}
