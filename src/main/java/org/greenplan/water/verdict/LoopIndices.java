package org.greenplan.water.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.greenplan.water.Junction;
import org.greenplan.water.Link;
import org.greenplan.water.Network;

/**
 * How meshed a network is, as the literature has it: lakes and confluences where other than two edges meet, links side by side as
 * one edge.
 *
 * @param vertices lakes and confluences, v
 * @param edges between them, e
 * @param parts that do not hang together, p
 */
public record LoopIndices(int vertices, int edges, int parts) {
    /** Counts a network. */
    public static LoopIndices of(Network network) {
        var graph = new PlaceGraph(network.places().toList());
        for (Link link : network.links()) {
            graph.edge(link.from(), link.to());
        }
        List<String> junctions =
                new ArrayList<>(network.junctions().stream().map(Junction::id).toList());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Iterator<String> all = junctions.iterator(); all.hasNext(); ) {
                String junction = all.next();
                List<String> ends = List.copyOf(graph.next(junction));
                if (ends.size() == 2 || ends.isEmpty()) {
                    graph.drop(junction);
                    if (ends.size() == 2) {
                        graph.edge(ends.get(0), ends.get(1));
                    }
                    all.remove();
                    changed = true;
                }
            }
        }
        int ends = graph.places().stream()
                .mapToInt(place -> graph.next(place).size())
                .sum();
        return new LoopIndices(graph.places().size(), ends / 2, parts(graph));
    }

    private static int parts(PlaceGraph graph) {
        Set<String> seen = new HashSet<>();
        int parts = 0;
        for (String place : graph.places()) {
            if (!seen.contains(place)) {
                seen.addAll(graph.reach(place));
                parts++;
            }
        }
        return parts;
    }

    /** Loops of those that there could be: u/(2v−5) with u = e−v+p; NaN for fewer than three vertices. */
    public double alpha() {
        return vertices < 3 ? Double.NaN : (edges - vertices + parts) / (2.0 * vertices - 5);
    }

    /** Edges for each vertex: e/v. */
    public double beta() {
        return vertices == 0 ? Double.NaN : (double) edges / vertices;
    }

    /** Edges of those that there could be: e/(3(v−2)); NaN for fewer than three vertices. */
    public double gamma() {
        return vertices < 3 ? Double.NaN : edges / (3.0 * (vertices - 2));
    }
}
