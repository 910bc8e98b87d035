package org.greenplan.water.verdict;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.water.Link;
import org.greenplan.water.Network;

/**
 * Links without which lakes would part, whichever way water runs: the bridges of a graph (R. E. Tarjan, A note on finding the bridges of a
 * graph, 1974) that have lakes at both sides. One walk sees every link twice.
 */
final class Bridges {
    private final PlaceGraph graph;
    private final Set<String> lakes;
    private final Map<String, Visit> visits = new HashMap<>();
    private int number;

    private Bridges(PlaceGraph graph, Set<String> lakes) {
        this.graph = graph;
        this.lakes = lakes;
    }

    /** Where the walk is: a place, from where it came, and where it may go on. */
    private final class Visit {
        private final String place;
        private final String from;
        private final Iterator<String> ways;
        private final int order = number++;
        private int low = order;
        private int lakesBelow;

        /** Lakes of the whole part, known when its walk has ended. */
        private int lakesOfPart;

        private Visit(String place, String from) {
            this.place = place;
            this.from = from;
            this.ways = graph.next(place).iterator();
            this.lakesBelow = lakes.contains(place) ? 1 : 0;
        }
    }

    /** In the order of the network's links. */
    static List<Link> of(Network network, Set<String> lakes) {
        var graph = new PlaceGraph(network.places().toList());
        Map<Set<String>, Integer> beside = new HashMap<>();
        for (Link link : network.links()) {
            graph.edge(link.from(), link.to());
            beside.merge(ends(link), 1, Integer::sum);
        }
        var bridges = new Bridges(graph, lakes);
        graph.places().forEach(bridges::walk);
        return network.links().stream()
                .filter(link -> beside.getOrDefault(ends(link), 0) == 1 && bridges.part(link))
                .toList();
    }

    private static Set<String> ends(Link link) {
        return Set.of(link.from(), link.to());
    }

    private void walk(String first) {
        if (visits.containsKey(first)) {
            return;
        }
        Deque<Visit> path = new ArrayDeque<>();
        Deque<Visit> part = new ArrayDeque<>();
        path.push(begin(first, "", part));
        while (!path.isEmpty()) {
            Visit here = path.element();
            if (!here.ways.hasNext()) {
                path.pop();
                if (!path.isEmpty()) {
                    path.element().low = Math.min(path.element().low, here.low);
                    path.element().lakesBelow += here.lakesBelow;
                }
                continue;
            }
            String next = here.ways.next();
            Visit known = visits.get(next);
            if (known == null) {
                path.push(begin(next, here.place, part));
            } else if (!next.equals(here.from)) {
                here.low = Math.min(here.low, known.order);
            }
        }
        int whole = part.getLast().lakesBelow;
        part.forEach(visit -> visit.lakesOfPart = whole);
    }

    private Visit begin(String place, String from, Deque<Visit> part) {
        var visit = new Visit(place, from);
        visits.put(place, visit);
        part.push(visit);
        return visit;
    }

    /** Whether lakes stand at both sides when a link is gone that has none beside it. */
    private boolean part(Link link) {
        Visit one = visits.get(link.from());
        Visit other = visits.get(link.to());
        if (one == null || other == null) {
            return false;
        }
        Visit below = one.order > other.order ? one : other;
        Visit above = below == one ? other : one;
        return below.from.equals(above.place)
                && below.low > above.order
                && below.lakesBelow > 0
                && below.lakesBelow < below.lakesOfPart;
    }
}
