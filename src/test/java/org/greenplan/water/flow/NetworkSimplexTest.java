package org.greenplan.water.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Bland's rule alone, from the first pivot on, comes to the same end; so whoever circles is led out of the circle. */
    @Test
    void carefulPivotsComeToTheSameCost() {
        for (int seed = 0; seed < 1000; seed++) {
            var random = new Random(seed);
            GainNetwork network = RandomNetworks.network(random);
            double[] cost = RandomNetworks.costs(random, network);
            var usual = new NetworkSimplex(network);
            var careful = new NetworkSimplex(network, -1, 100_000);
            assertThat(careful.minimise(cost)).as("network %d", seed).isEqualTo(usual.minimise(cost));
            assertThat(careful.cost()).as("network %d", seed).isCloseTo(usual.cost(), within(1e-6));
        }
    }

    /** Assignments tie at every pivot, grids of shut arcs stand still at every one: the end comes long before the limit. */
    @ParameterizedTest
    @CsvSource({"-1", "0", "50"})
    void networksInWhichMostPivotsStandStillComeToAnEnd(int patience) {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            int size = 12;
            var assignment = new GainNetwork();
            for (int i = 0; i < 2 * size; i++) {
                assignment.node(i < size ? 1 : -1);
            }
            double[] cost = new double[size * size];
            int[][] costs = new int[size][size];
            for (int a = 0; a < cost.length; a++) {
                costs[a / size][a % size] = random.nextInt(3);
                cost[a] = costs[a / size][a % size];
                assignment.arc(a / size, size + a % size, 1, 0, 1);
            }
            var simplex = new NetworkSimplex(assignment, patience, 20_000);
            assertThat(simplex.minimise(cost)).as("assignment %d", seed).isEqualTo(Outcome.OPTIMAL);
            assertThat(simplex.cost()).as("assignment %d", seed).isCloseTo(cheapest(costs), within(1e-9));
            assertThat(shutGrid(random, patience)).as("grid %d", seed).isZero();
        }
    }

    private static double shutGrid(Random random, int patience) {
        var grid = new GainNetwork();
        int side = 8;
        for (int i = 0; i < side * side; i++) {
            grid.node(0);
        }
        for (int i = 0; i < side * side; i++) {
            double high = random.nextInt(3) == 0 ? 5 : 0;
            grid.arc(i, (i + 1) % (side * side), 1, 0, high);
            grid.arc(i, (i + side) % (side * side), 1, 0, 5 - high);
        }
        double[] cost = random.ints(grid.arcs(), 0, 4).asDoubleStream().toArray();
        var simplex = new NetworkSimplex(grid, patience, 20_000);
        assertThat(simplex.minimise(cost)).isEqualTo(Outcome.OPTIMAL);
        return simplex.cost();
    }

    /** By the sets of columns that the first rows take: nothing of it knows a network. */
    private static int cheapest(int[][] costs) {
        int[] least = new int[1 << costs.length];
        for (int set = 1; set < least.length; set++) {
            least[set] = Integer.MAX_VALUE;
            for (int column = 0; column < costs.length; column++) {
                if (((set >> column) & 1) == 1) {
                    int row = Integer.bitCount(set) - 1;
                    least[set] = Math.min(least[set], least[set ^ (1 << column)] + costs[row][column]);
                }
            }
        }
        return least[least.length - 1];
    }

    @Test
    void aSearchThatIsCutOffSaysSo() {
        var network = new GainNetwork();
        network.node(1);
        network.node(-1);
        network.arc(0, 1, 1, 0, 1);
        network.arc(0, 1, 1, 0, 1);
        double[] cost = {2, 1};
        assertThat(new NetworkSimplex(network).minimise(cost)).isEqualTo(Outcome.OPTIMAL);
        assertThat(new NetworkSimplex(network, 50, 0).minimise(cost)).isEqualTo(Outcome.UNDECIDED);
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
