package org.greenplan.water.verdict;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Places and the arcs between them, by their names. */
final class PlaceGraph {
    private final Map<String, Set<String>> next = new TreeMap<>();

    PlaceGraph(Collection<String> places) {
        places.forEach(place -> next.put(place, new TreeSet<>()));
    }

    void arc(String from, String to) {
        next.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
        next.computeIfAbsent(to, key -> new TreeSet<>());
    }

    void edge(String one, String other) {
        arc(one, other);
        arc(other, one);
    }

    void drop(String place) {
        next.remove(place);
        next.values().forEach(set -> set.remove(place));
    }

    Set<String> next(String place) {
        return next.getOrDefault(place, Set.of());
    }

    Set<String> places() {
        return next.keySet();
    }

    /** Every place that can be reached, the first included. */
    Set<String> reach(String first) {
        return reach(first, new HashSet<>());
    }

    /** Every place that can be reached by none that was seen before; what is reached is seen then. */
    private Set<String> reach(String first, Set<String> seen) {
        seen.add(first);
        Set<String> reached = new TreeSet<>(Set.of(first));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String place : next(open.pop())) {
                if (seen.add(place)) {
                    reached.add(place);
                    open.push(place);
                }
            }
        }
        return reached;
    }

    /** The sets of places each of which leads to every other of its set (Kosaraju). */
    List<Set<String>> strong() {
        Deque<String> finished = new ArrayDeque<>();
        Set<String> seen = new TreeSet<>();
        for (String place : places()) {
            finish(place, seen, finished);
        }
        var back = new PlaceGraph(places());
        next.forEach((from, all) -> all.forEach(to -> back.arc(to, from)));
        List<Set<String>> strong = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (!finished.isEmpty()) {
            String place = finished.pop();
            if (!placed.contains(place)) {
                strong.add(back.reach(place, placed));
            }
        }
        return strong;
    }

    private void finish(String first, Set<String> seen, Deque<String> finished) {
        Deque<String> path = new ArrayDeque<>();
        Map<String, Deque<String>> left = new HashMap<>();
        if (seen.add(first)) {
            path.push(first);
            left.put(first, new ArrayDeque<>(next(first)));
        }
        while (!path.isEmpty()) {
            String place = path.peek();
            Deque<String> others = left.getOrDefault(place, new ArrayDeque<>());
            if (others.isEmpty()) {
                finished.push(path.pop());
            } else {
                String other = others.pop();
                if (seen.add(other)) {
                    path.push(other);
                    left.put(other, new ArrayDeque<>(next(other)));
                }
            }
        }
    }
}
