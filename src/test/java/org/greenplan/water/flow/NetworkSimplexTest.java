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
}
