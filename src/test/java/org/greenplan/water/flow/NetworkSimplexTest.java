package org.greenplan.water.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The network simplex finds what a general linear programme finds, whatever the network. */
class NetworkSimplexTest {
    /** The figure of a maximum flow in Cormen, Leiserson, Rivest and Stein: 23. */
    @Test
    void theTextbooksMaximumFlowIsTwentyThree() {
        var network = new GainNetwork();
        for (int i = 0; i < 6; i++) {
            network.node(0);
        }
        int in = network.arc(GainNetwork.GROUND, 0, 1, 0, Double.POSITIVE_INFINITY);
        int[][] arcs = {
            {0, 1, 16}, {0, 2, 13}, {2, 1, 4}, {1, 3, 12}, {3, 2, 9}, {2, 4, 14}, {4, 3, 7}, {3, 5, 20}, {4, 5, 4}
        };
        for (int[] arc : arcs) {
            network.arc(arc[0], arc[1], 1, 0, arc[2]);
        }
        network.arc(5, GainNetwork.GROUND, 1, 0, Double.POSITIVE_INFINITY);
        var simplex = new NetworkSimplex(network);
        double[] cost = new double[network.arcs()];
        cost[in] = -1;

        assertThat(simplex.minimise(cost)).isEqualTo(Outcome.OPTIMAL);
        assertThat(simplex.flow(in)).isEqualTo(23);
    }

    @Test
    void thousandRandomNetworksCostWhatTheLinearProgrammeSays() {
        int infeasible = 0;
        int unbounded = 0;
        for (int seed = 0; seed < 1000; seed++) {
            var random = new Random(seed);
            GainNetwork network = RandomNetworks.network(random);
            double[] cost = RandomNetworks.costs(random, network);
            var simplex = new NetworkSimplex(network);
            Outcome outcome = simplex.minimise(cost);
            double expected = LinearProgramme.lowestCost(network, cost);
            if (outcome == Outcome.INFEASIBLE) {
                infeasible++;
                assertThat(expected).as("network %d", seed).isNaN();
            } else if (outcome == Outcome.UNBOUNDED) {
                unbounded++;
            } else {
                assertThat(simplex.cost())
                        .as("network %d", seed)
                        .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
                RandomNetworks.assertKept(network, simplex, seed);
            }
        }
        assertThat(infeasible).isBetween(50, 500);
        assertThat(unbounded).isZero();
    }

    /** No flow is larger than the smallest cut, the largest is as large; and a wider arc never makes it smaller. */
    @Test
    void theMaximumFlowIsTheMinimumCutAndNeverFallsWhenAnArcIsWidened() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            int nodes = 2 + random.nextInt(6);
            int[][] capacity = new int[nodes][nodes];
            for (int i = 0; i < 2 * nodes; i++) {
                int from = random.nextInt(nodes);
                int to = random.nextInt(nodes);
                capacity[from][to] = from == to ? 0 : random.nextInt(10);
            }
            double flow = maximumFlow(capacity);
            assertThat(flow).as("network %d", seed).isCloseTo(minimumCut(capacity), within(1e-9));
            int from = random.nextInt(nodes);
            capacity[from][(from + 1) % nodes] += 3;
            assertThat(maximumFlow(capacity)).as("network %d", seed).isGreaterThanOrEqualTo(flow - 1e-9);
        }
    }

    private static double maximumFlow(int[][] capacity) {
        var network = new GainNetwork();
        int nodes = capacity.length;
        for (int i = 0; i < nodes; i++) {
            network.node(0);
        }
        int in = network.arc(GainNetwork.GROUND, 0, 1, 0, Double.POSITIVE_INFINITY);
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                if (i != j) {
                    network.arc(i, j, 1, 0, capacity[i][j]);
                }
            }
        }
        network.arc(nodes - 1, GainNetwork.GROUND, 1, 0, Double.POSITIVE_INFINITY);
        double[] cost = new double[network.arcs()];
        cost[in] = -1;
        var simplex = new NetworkSimplex(network);
        assertThat(simplex.minimise(cost)).isEqualTo(Outcome.OPTIMAL);
        return simplex.flow(in);
    }

    /** Over every set of nodes that holds the first and not the last. */
    private static int minimumCut(int[][] capacity) {
        int nodes = capacity.length;
        int least = Integer.MAX_VALUE;
        for (int set = 1; set < (1 << (nodes - 1)); set += 2) {
            int cut = 0;
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < nodes; j++) {
                    cut += ((set >> i) & 1) == 1 && ((set >> j) & 1) == 0 ? capacity[i][j] : 0;
                }
            }
            least = Math.min(least, cut);
        }
        return least;
    }
}
