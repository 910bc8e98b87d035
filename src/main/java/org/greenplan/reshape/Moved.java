package org.greenplan.reshape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * A stretch of a ring that became another one: both begin and end in the same corners, which stayed.
 *
 * @param old its corners before, at least two
 * @param now its corners now, at least two
 */
record Moved(List<Coordinate> old, List<Coordinate> now) {
    Moved {
        old = List.copyOf(old);
        now = List.copyOf(now);
    }

    /**
     * How a ring became another one; nothing where no corner stayed.
     *
     * @param before open rings: the first corner is not repeated
     */
    static List<Moved> between(List<Coordinate> before, List<Coordinate> after) {
        Map<Coordinate, Integer> now = places(after);
        int first = 0;
        while (first < before.size() && !now.containsKey(before.get(first))) {
            first++;
        }
        if (first == before.size()) {
            return List.of();
        }
        List<Coordinate> a = closedFrom(before, first);
        List<Coordinate> b = closedFrom(after, now.getOrDefault(before.get(first), 0));
        Map<Coordinate, Integer> at = places(b.subList(0, b.size() - 1));
        List<Moved> found = new ArrayList<>();
        int i = 0;
        int k = 0;
        for (int j = 1; j < a.size(); j++) {
            int l = j == a.size() - 1 ? b.size() - 1 : at.getOrDefault(a.get(j), -1);
            if (l <= k) {
                continue;
            }
            if (j - i > 1 || l - k > 1) {
                found.add(new Moved(a.subList(i, j + 1), b.subList(k, l + 1)));
            }
            i = j;
            k = l;
        }
        return found;
    }

    private static Map<Coordinate, Integer> places(List<Coordinate> ring) {
        Map<Coordinate, Integer> places = new HashMap<>();
        for (int i = 0; i < ring.size(); i++) {
            places.putIfAbsent(ring.get(i), i);
        }
        return places;
    }

    private static List<Coordinate> closedFrom(List<Coordinate> ring, int first) {
        List<Coordinate> closed = new ArrayList<>(ring.subList(first, ring.size()));
        closed.addAll(ring.subList(0, first));
        closed.add(ring.get(first));
        return closed;
    }
}
