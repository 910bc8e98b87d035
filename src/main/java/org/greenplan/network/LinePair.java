package org.greenplan.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.geo.Leg;
import org.greenplan.network.Touch.How;
import org.greenplan.network.Touch.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Where two strands meet: an end of one on the other, or a crossing. */
record LinePair(Drawn a, int aPart, Drawn b, int bPart, double toleranceM) {
    /** Lines that run along each other cross at every turn: so many crossings say enough. */
    private static final int MOST_CROSSINGS = 64;

    /** Crossings nearer than this are one, at a corner of a line, metres. */
    private static final double SAME_M = 1e-6;

    /** The place of a crossing on either strand, metres from its start. */
    record Crossing(double firstM, double secondM) {}

    List<Touch> touches() {
        Strand sa = a.strands().get(aPart);
        Strand sb = b.strands().get(bPart);
        Envelope near = new Envelope(sb.box());
        near.expandBy(toleranceM);
        if (sa.legs().isEmpty() || sb.legs().isEmpty() || !near.intersects(sa.box())) {
            return List.of();
        }
        var found = new TreeMap<String, Touch>();
        for (double endM : sa.ends()) {
            Coordinate end = sa.at(endM);
            if (near.contains(end)) {
                Strand.Foot foot = sb.footOrEnd(end, toleranceM);
                join(endM, foot.atM(), end, foot.gapM(), found);
            }
        }
        near.init(sa.box());
        near.expandBy(toleranceM);
        for (double endM : sb.ends()) {
            Coordinate end = sb.at(endM);
            if (near.contains(end)) {
                Strand.Foot foot = sa.footOrEnd(end, toleranceM);
                join(foot.atM(), endM, end, foot.gapM(), found);
            }
        }
        cross(sa, sb, found);
        return List.copyOf(found.values());
    }

    private void cross(Strand sa, Strand sb, Map<String, Touch> found) {
        List<Crossing> crossings = crossings(sa, sb);
        for (Crossing crossing : crossings.subList(0, Math.min(crossings.size(), MOST_CROSSINGS))) {
            Coordinate place = sa.at(crossing.firstM());
            boolean atAnEnd = sa.ends().stream().anyMatch(m -> sa.at(m).distance(place) <= toleranceM)
                    || sb.ends().stream().anyMatch(m -> sb.at(m).distance(place) <= toleranceM);
            if (!atAnEnd) {
                var touch = new Touch(
                        How.CROSSES,
                        Place.on(a.id(), aPart, crossing.firstM()),
                        Place.on(b.id(), bPart, crossing.secondM()),
                        place.x,
                        place.y,
                        0);
                found.put(touch.key(), touch);
            }
        }
    }

    /** Of a strand with itself: that it comes back to where it began. */
    List<Touch> closing() {
        Strand strand = a.strands().get(aPart);
        if (strand.lengthM() <= 2 * toleranceM) {
            return List.of();
        }
        Coordinate start = strand.at(0);
        double gapM = start.distance(strand.at(strand.lengthM()));
        var found = new TreeMap<String, Touch>();
        join(0, strand.lengthM(), start, gapM, found);
        return List.copyOf(found.values());
    }

    private void join(double aM, double bM, Coordinate place, double gapM, Map<String, Touch> to) {
        if (gapM <= toleranceM) {
            var touch = new Touch(
                    How.JOINS, Place.on(a.id(), aPart, aM), Place.on(b.id(), bPart, bM), place.x, place.y, gapM);
            to.put(touch.key(), touch);
        }
    }

    /** Where two strands cross, along the first; one that ends on the other does not cross it there. */
    static List<Crossing> crossings(Strand first, Strand second) {
        List<Crossing> all = new ArrayList<>();
        Envelope common = first.box().intersection(second.box());
        List<Leg> others = second.legsIn(common);
        for (Leg leg : others.isEmpty() ? others : first.legsIn(common)) {
            Envelope box = leg.box(0);
            for (Leg other : others) {
                if (other.box(0).intersects(box)) {
                    cross(leg, other, all);
                }
            }
        }
        all.sort(Comparator.comparingDouble(Crossing::firstM).thenComparingDouble(Crossing::secondM));
        List<Crossing> told = new ArrayList<>();
        for (Crossing crossing : all) {
            boolean same = !told.isEmpty()
                    && crossing.firstM() - told.get(told.size() - 1).firstM() <= SAME_M;
            if (!same) {
                told.add(crossing);
            }
        }
        return told;
    }

    private static void cross(Leg leg, Leg other, List<Crossing> to) {
        double turn = leg.left(other);
        if (Math.abs(turn) < 1e-12) {
            return;
        }
        // Signed distances of the other leg's ends from this one: zero is where they meet.
        double fromLeft = leg.left(other.x(), other.y());
        double otherM = -fromLeft / turn;
        if (otherM < 0 || otherM > other.lengthM()) {
            return;
        }
        double alongM = leg.along(other.xAt(otherM), other.yAt(otherM));
        if (alongM >= 0 && alongM <= leg.lengthM()) {
            to.add(new Crossing(leg.startM() + alongM, other.startM() + otherM));
        }
    }
}
