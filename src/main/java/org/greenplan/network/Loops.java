package org.greenplan.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Circles in which water would have to run without a pump: the strong components of what is not pumped. */
record Loops(Survey survey) {
    private record Visit(String node, Iterator<Edge> rest) {}

    /** The edges of each, in the order of the lines. */
    List<List<Edge>> all() {
        Map<String, Integer> component = components();
        Map<Integer, List<Edge>> loops = new LinkedHashMap<>();
        for (Edge edge : survey.topology().edges()) {
            Integer from = component.get(edge.from());
            if (!isPumped(edge) && from != null && from.equals(component.get(edge.to()))) {
                loops.computeIfAbsent(from, number -> new ArrayList<>()).add(edge);
            }
        }
        return List.copyOf(loops.values());
    }

    private boolean isPumped(Edge edge) {
        return survey.thing(edge.feature()).isPumped();
    }

    private Iterator<Edge> next(String node) {
        return survey.outOf(survey.node(node)).stream()
                .filter(edge -> !isPumped(edge))
                .iterator();
    }

    /** Tarjan's, on a stack of its own: a river may be longer than the stack of a thread. */
    private Map<String, Integer> components() {
        Map<String, Integer> component = new HashMap<>();
        Map<String, Integer> order = new HashMap<>();
        Map<String, Integer> low = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        Set<String> isOpen = new HashSet<>();
        for (Node start : survey.topology().nodes()) {
            if (order.containsKey(start.id())) {
                continue;
            }
            Deque<Visit> way = new ArrayDeque<>();
            enter(start.id(), order, low, open, isOpen, way);
            while (!way.isEmpty()) {
                Visit visit = way.element();
                String node = visit.node();
                if (visit.rest().hasNext()) {
                    String to = visit.rest().next().to();
                    if (!order.containsKey(to)) {
                        enter(to, order, low, open, isOpen, way);
                    } else if (isOpen.contains(to)) {
                        low.merge(node, order.getOrDefault(to, 0), Math::min);
                    }
                    continue;
                }
                way.pop();
                int lowest = low.getOrDefault(node, 0);
                if (!way.isEmpty()) {
                    low.merge(way.element().node(), lowest, Math::min);
                }
                if (lowest == order.getOrDefault(node, 0)) {
                    String last;
                    do {
                        last = open.pop();
                        isOpen.remove(last);
                        component.put(last, lowest);
                    } while (!last.equals(node));
                }
            }
        }
        return component;
    }

    private void enter(
            String node,
            Map<String, Integer> order,
            Map<String, Integer> low,
            Deque<String> open,
            Set<String> isOpen,
            Deque<Visit> way) {
        int number = order.size();
        order.put(node, number);
        low.put(node, number);
        open.push(node);
        isOpen.add(node);
        way.push(new Visit(node, next(node)));
    }
}
