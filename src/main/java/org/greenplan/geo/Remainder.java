package org.greenplan.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * What is left of a shape when others are taken away, one after the other, those first that cover most of what is still there.
 *
 * <p>Where hundreds of shapes lie upon each other their union has a corner for each two that cross, and nearly all of it is nowhere near
 * what is left after the first few; where they lie beside each other their union is cheaper.
 */
final class Remainder {
    /** At so many places of the border it is looked who covers them; bits of a long. */
    private static final int PLACES = 16;

    /** From so many shapes upon each other on. */
    private static final int DEEP = 3;

    private static final int FEW = 6;

    private final List<Geometry> others;
    private Geometry rest;

    Remainder(Geometry shape, Collection<Geometry> others) {
        this.rest = shape;
        this.others = new ArrayList<>(others);
    }

    /** Whether some shapes lie upon each other, on another, rather than side by side. */
    static boolean isDeep(Geometry on, Collection<Geometry> shapes) {
        if (shapes.size() <= FEW) {
            return false;
        }
        List<Coordinate> places = places(on);
        long covered = 0;
        for (Geometry shape : shapes) {
            covered += Long.bitCount(covered(places, shape));
            if (covered >= (long) DEEP * places.size()) {
                return true;
            }
        }
        return false;
    }

    /** What is left of all. */
    Geometry rest() {
        while (takeTheLargest()) {
            others.removeIf(other -> !other.getEnvelopeInternal().intersects(rest.getEnvelopeInternal()));
        }
        for (Geometry other : rest.isEmpty() ? List.<Geometry>of() : Overlay.touching(rest, others)) {
            if (!rest.isEmpty() && other.getEnvelopeInternal().intersects(rest.getEnvelopeInternal())) {
                rest = Overlay.minus(rest, other);
            }
        }
        return rest;
    }

    /** Takes those away that together cover all places that any covers; false where none does. */
    private boolean takeTheLargest() {
        if (rest.isEmpty()) {
            return false;
        }
        List<Coordinate> places = places(rest);
        long[] covers = others.stream().mapToLong(o -> covered(places, o)).toArray();
        long open = (1L << places.size()) - 1;
        Set<Geometry> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int best = best(covers, open); best >= 0 && !rest.isEmpty(); best = best(covers, open)) {
            open &= ~covers[best];
            taken.add(others.get(best));
            rest = Overlay.minus(rest, others.get(best));
        }
        others.removeIf(taken::contains);
        return !taken.isEmpty();
    }

    private static int best(long[] covers, long open) {
        int best = -1;
        for (int i = 0; i < covers.length; i++) {
            if ((covers[i] & open) != 0
                    && (best < 0 || Long.bitCount(covers[i] & open) > Long.bitCount(covers[best] & open))) {
                best = i;
            }
        }
        return best;
    }

    /** Corners spread over the border of a shape. */
    private static List<Coordinate> places(Geometry shape) {
        Coordinate[] corners = shape.getCoordinates();
        List<Coordinate> places = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            places.add(corners[(int) ((long) i * corners.length / PLACES)]);
        }
        return places;
    }

    private static long covered(List<Coordinate> places, Geometry by) {
        long covered = 0;
        for (int i = 0; i < places.size(); i++) {
            if (by.getEnvelopeInternal().intersects(places.get(i))
                    && SimplePointInAreaLocator.locate(places.get(i), by) == Location.INTERIOR) {
                covered |= 1L << i;
            }
        }
        return covered;
    }
}
