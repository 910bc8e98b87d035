package org.greenplan.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.greenplan.water.flow.GainNetwork;
import org.greenplan.water.flow.NetworkSimplex;
import org.greenplan.water.flow.Outcome;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/** The row of lakes of {@link WaterBench} with whole numbers and no losses, which is all that JGraphT knows. */
final class LosslessFlow {
    private static final int FREE = 1_000_000;

    private final int nodes;
    private final int[] supply;
    private final List<int[]> arcs = new ArrayList<>();

    /** The arcs are from, to, most and cost; the last node is the ground. */
    LosslessFlow(int lakes) {
        var random = new Random(7);
        nodes = lakes * 12;
        supply = random.ints(nodes, 0, 5).toArray();
        for (int at = 0; at < nodes; at++) {
            int month = at / lakes;
            int lake = at % lakes;
            arcs.add(new int[] {at, (month + 1) % 12 * lakes + lake, 40, 0});
            arcs.add(new int[] {at, month * lakes + (lake + 1) % lakes, 5, 1});
            arcs.add(new int[] {at, month * lakes + (lake + 7) % lakes, 3, 1});
            arcs.add(new int[] {at, nodes, random.nextInt(6), -10});
            arcs.add(new int[] {at, nodes, FREE, 10});
            arcs.add(new int[] {nodes, at, random.nextInt(3), 20});
        }
    }

    /** By the own simplex. */
    double own() {
        var network = new GainNetwork();
        for (int given : supply) {
            network.node(given);
        }
        double[] cost = new double[arcs.size()];
        for (int[] arc : arcs) {
            int from = arc[0] == nodes ? GainNetwork.GROUND : arc[0];
            int to = arc[1] == nodes ? GainNetwork.GROUND : arc[1];
            int at = network.arc(from, to, 1, 0, arc[2] == FREE ? Double.POSITIVE_INFINITY : arc[2]);
            cost[at] = arc[3];
        }
        var simplex = new NetworkSimplex(network);
        if (simplex.minimise(cost) != Outcome.OPTIMAL) {
            throw new IllegalStateException("no cheapest flow");
        }
        return simplex.cost();
    }

    /** By JGraphT's capacity scaling. */
    double jgrapht() {
        var graph = new DirectedWeightedMultigraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (int i = 0; i <= nodes; i++) {
            graph.addVertex(i);
        }
        Map<DefaultWeightedEdge, Integer> most = new HashMap<>();
        for (int[] arc : arcs) {
            if (arc[2] > 0) {
                DefaultWeightedEdge edge = graph.addEdge(arc[0], arc[1]);
                graph.setEdgeWeight(edge, arc[3]);
                most.put(edge, arc[2]);
            }
        }
        int all = 0;
        for (int given : supply) {
            all += given;
        }
        int taken = -all;
        var problem = new MinimumCostFlowProblem.MinimumCostFlowProblemImpl<>(
                graph, node -> node == nodes ? taken : supply[node], most::get);
        return new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
                .getMinimumCostFlow(problem)
                .getCost();
    }
}
