package org.greenplan.reshape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;

/**
 * An edge that two or more polygons share, moved for all of them at once: each follows with the part that it shares, corner by corner, so
 * that neither gap nor overlap comes of it. Metres, in the plan's plane.
 */
final class SharedEdge {
    /** Corners as near as this are one: they were drawn upon each other, on whatever plane. */
    static final double REACH_M = 0.01;

    private final Course old;
    private final Course now;
    private final List<Pairing.Pair> pairs;
    /** Where the corners of the new edge stand, by their station on it: its own, and those at which a neighbour leaves it. */
    private final TreeMap<Double, Coordinate> corners = new TreeMap<>();

    SharedEdge(Moved moved) {
        this.old = new Course(moved.old());
        this.now = new Course(moved.now());
        this.pairs = Pairing.of(moved);
        for (int i = 0; i <= now.last(); i++) {
            corners.put((double) i, now.corners().get(i));
        }
    }

    /** Corners that a ring follows the edge with: where in the ring, and between which stations of the old edge. */
    private record Run(int first, int last, double from, double to) {}

    /** A ring as far as it is known: its corners, with those of the edge that lay on its legs, and the station of each. */
    private record Noded(List<Coordinate> ring, List<Double> stations) {}

    /** Gives the new edge a corner wherever a ring leaves the old one. The ring is open: its first corner is not repeated. */
    void meet(List<Coordinate> ring) {
        for (Run run : runs(noded(ring))) {
            corner(run.from());
            corner(run.to());
        }
    }

    /** The ring as it follows; the same where it does not share the edge. */
    List<Coordinate> follow(List<Coordinate> ring) {
        Noded noded = noded(ring);
        List<Run> runs = runs(noded);
        if (runs.isEmpty()) {
            return ring;
        }
        List<Coordinate> followed = new ArrayList<>();
        int next = 0;
        for (Run run : runs) {
            followed.addAll(noded.ring().subList(next, run.first()));
            followed.addAll(between(corner(run.from()), corner(run.to())));
            next = run.last() + 1;
        }
        followed.addAll(noded.ring().subList(next, noded.ring().size()));
        return followed;
    }

    /** The new edge with all of its corners, from its beginning to its end. */
    List<Coordinate> path() {
        return List.copyOf(corners.values());
    }

    /** Where a station of the old edge lies on the new one, with a corner there from now on. */
    private double corner(double station) {
        double moved = moved(station);
        corners.computeIfAbsent(moved, now::at);
        return moved;
    }

    private double moved(double station) {
        int i = 1;
        while (i < pairs.size() - 1 && pairs.get(i).old() < station) {
            i++;
        }
        Pairing.Pair from = pairs.get(i - 1);
        Pairing.Pair to = pairs.get(i);
        if (station == from.old() || station == to.old()) {
            return station == from.old() ? from.now() : to.now();
        }
        double share = old.share(from.old(), to.old(), station);
        return now.ofShare(from.now(), to.now(), share);
    }

    private List<Coordinate> between(double from, double to) {
        Map<Double, Coordinate> part = from <= to
                ? corners.subMap(from, true, to, true)
                : corners.subMap(to, true, from, true).descendingMap();
        return List.copyOf(part.values());
    }

    /** The ring begun at a corner off the edge, where there is one, and with the corners of the edge that lie on its legs. */
    private Noded noded(List<Coordinate> given) {
        List<Coordinate> ring = new ArrayList<>(given);
        int off = 0;
        while (off < ring.size() && !Double.isNaN(old.station(ring.get(off), REACH_M))) {
            off++;
        }
        Collections.rotate(ring, -(off == ring.size() ? 0 : off));
        List<Coordinate> corners = new ArrayList<>();
        List<Double> stations = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Coordinate from = ring.get(i);
            Coordinate to = ring.get((i + 1) % ring.size());
            corners.add(from);
            stations.add(old.station(from, REACH_M));
            for (int corner : onLeg(from, to)) {
                corners.add(old.corners().get(corner));
                stations.add((double) corner);
            }
        }
        return new Noded(corners, stations);
    }

    /** The corners of the edge that lie on a leg of a ring and not at its ends, in its direction. */
    private List<Integer> onLeg(Coordinate from, Coordinate to) {
        var leg = new LineSegment(from, to);
        TreeMap<Double, Integer> on = new TreeMap<>();
        for (int i = 0; i <= old.last(); i++) {
            Coordinate corner = old.corners().get(i);
            if (corner.distance(from) > REACH_M && corner.distance(to) > REACH_M && leg.distance(corner) <= REACH_M) {
                on.put(leg.projectionFactor(corner), i);
            }
        }
        return List.copyOf(on.values());
    }

    private List<Run> runs(Noded noded) {
        List<Run> runs = new ArrayList<>();
        List<Double> stations = noded.stations();
        for (int i = 0; i < stations.size(); i++) {
            if (Double.isNaN(stations.get(i))) {
                continue;
            }
            int first = i;
            while (i + 1 < stations.size() && together(noded, i)) {
                i++;
            }
            boolean stays = first == i && (stations.get(i) == 0 || stations.get(i) == old.last());
            if (!stays) {
                runs.add(new Run(first, i, stations.get(first), stations.get(i)));
            }
        }
        return runs;
    }

    /** Whether a ring runs along the edge from a corner to its next. */
    private boolean together(Noded noded, int i) {
        double from = noded.stations().get(i);
        double to = noded.stations().get(i + 1);
        if (Double.isNaN(to) || from == to) {
            return false;
        }
        Coordinate middle =
                LineSegment.midPoint(noded.ring().get(i), noded.ring().get(i + 1));
        double between = old.station(middle, REACH_M);
        return between >= Math.min(from, to) && between <= Math.max(from, to);
    }

    /** Whether a shape comes near the edge at all. */
    boolean isNear(Geometry shape) {
        var box = new Envelope(shape.getEnvelopeInternal());
        box.expandBy(REACH_M);
        return old.corners().stream().anyMatch(box::contains) || box.intersects(envelope());
    }

    private Envelope envelope() {
        var box = new Envelope();
        old.corners().forEach(box::expandToInclude);
        return box;
    }
}
