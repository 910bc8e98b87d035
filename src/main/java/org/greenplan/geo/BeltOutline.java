package org.greenplan.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * The edge of a belt along one line, walked once around: forth along its right side and back along its left.
 *
 * <p>Walked so, every rectangle of a leg and every sector of a bend is gone around anticlockwise, and what two neighbours share
 * cancels. A place is walked around as often as pieces cover it, so the belt is all that the curves wind around.
 */
final class BeltOutline {
    /** A sector whose arc has shorter steps is a line. */
    private static final double NO_SECTOR_M = 1e-7;

    private final double stepRad;
    private final List<Coordinate[]> curves = new ArrayList<>();
    /** Along the line: after each point the rectangle that ends there and the sectors on its right and left. */
    private final @Nullable ConvexPiece[] slots;

    /**
     * Walks around a belt.
     *
     * @param line at least two points, none equal to the one before it, metres
     * @param stepsAQuarter how finely a quarter of a circle is cut
     */
    BeltOutline(Coordinate[] line, double leftM, double rightM, int stepsAQuarter) {
        stepRad = Math.PI / 2 / stepsAQuarter;
        List<Coordinate> around = new ArrayList<>();
        slots = new ConvexPiece[3 * line.length];
        rectangles(line, leftM, rightM);
        side(line, rightM, 1, 3, around);
        side(reversed(line), leftM, 3 * line.length - 1, -3, around);
        around.add(around.get(0));
        curves.add(0, around.toArray(Coordinate[]::new));
    }

    /** Closed curves that hang together: where a closed line closes, a sector of its own meets the walk at its centre. */
    List<Coordinate[]> curves() {
        return List.copyOf(curves);
    }

    /** The rectangles, each of both sides, and the sectors, in the order of the line; the belt is their union. */
    List<ConvexPiece> pieces() {
        return Arrays.stream(slots).filter(Objects::nonNull).toList();
    }

    private void rectangles(Coordinate[] line, double leftM, double rightM) {
        for (int i = 1; i < line.length; i++) {
            Leg leg = Leg.of(line[i - 1], line[i]);
            slots[3 * i] = new ConvexPiece(
                    leg.right(line[i - 1], rightM),
                    leg.right(line[i], rightM),
                    leg.right(line[i], -leftM),
                    leg.right(line[i - 1], -leftM));
        }
    }

    /** Walks along the right side; the sector of point i belongs to this slot and i steps of slots. */
    private void side(Coordinate[] line, double widthM, int slot, int step, List<Coordinate> to) {
        int last = line.length - 1;
        Leg first = Leg.of(line[0], line[1]);
        Leg leg = first;
        to.add(leg.right(line[0], widthM));
        for (int i = 1; i < last; i++) {
            Leg next = Leg.of(line[i], line[i + 1]);
            bend(leg, next, line[i], widthM, slot + step * i, to);
            leg = next;
        }
        to.add(leg.right(line[last], widthM));
        if (widthM > 0 && line[0].equals2D(line[last]) && leg.bendsLeft(first)) {
            List<Coordinate> sector = new ArrayList<>(List.of(line[0]));
            arc(leg, first, line[0], widthM, slot, sector);
            sector.add(line[0]);
            curves.add(sector.toArray(Coordinate[]::new));
        }
    }

    /**
     * The right side is the outer one where the line bends to the left. On the inner side two rectangles overlap: where the line bends
     * by a quarter at most and the corner of each lies within the other, the walk turns where their sides meet, which leaves out a kite
     * that both cover and is much shorter; elsewhere it goes back to the line. (A kite belongs to two legs that follow each other on an
     * open line: no place lies in as many kites as rectangles.)
     */
    private void bend(Leg leg, Leg next, Coordinate at, double widthM, int slot, List<Coordinate> to) {
        boolean outer = leg.bendsLeft(next);
        double cornerM = widthM * Math.abs(leg.cross(next));
        if (!outer && leg.dot(next) >= 0 && cornerM <= Math.min(leg.lengthM(), next.lengthM())) {
            double stretch = widthM / (1 + leg.dot(next));
            to.add(new CoordinateXY(at.x + stretch * (leg.y() + next.y()), at.y - stretch * (leg.x() + next.x())));
            return;
        }
        to.add(leg.right(at, widthM));
        if (!outer) {
            to.add(at);
        } else if (widthM > 0) {
            arc(leg, next, at, widthM, slot, to);
        }
        to.add(next.right(at, widthM));
    }

    /** Corners somewhat outside the circle, so that the triangles to its centre have together the area of the sector. */
    private void arc(Leg leg, Leg next, Coordinate centre, double widthM, int slot, List<Coordinate> to) {
        double turn = Math.abs(Math.atan2(leg.cross(next), leg.dot(next)));
        int steps = Math.max(1, (int) Math.ceil(turn / stepRad - 1e-9));
        double step = turn / steps;
        double radius = step < 3e-4 ? widthM : widthM * Math.sqrt(step / Math.sin(step));
        double from = Math.atan2(-leg.x(), leg.y());
        Coordinate[] sector = new Coordinate[steps + 2];
        sector[0] = centre;
        for (int k = 0; k <= steps; k++) {
            double at = from + k * step;
            sector[k + 1] = new CoordinateXY(centre.x + radius * Math.cos(at), centre.y + radius * Math.sin(at));
        }
        to.addAll(Arrays.asList(sector).subList(1, sector.length));
        if (sector[1].distance(sector[2]) > NO_SECTOR_M) {
            slots[slot] = new ConvexPiece(sector);
        }
    }

    private static Coordinate[] reversed(Coordinate[] line) {
        Coordinate[] back = new Coordinate[line.length];
        for (int i = 0; i < line.length; i++) {
            back[i] = line[line.length - 1 - i];
        }
        return back;
    }

    /** The direction of a leg, a unit vector. */
    private record Leg(double x, double y, double lengthM) {
        static Leg of(Coordinate from, Coordinate to) {
            double lengthM = from.distance(to);
            return new Leg((to.x - from.x) / lengthM, (to.y - from.y) / lengthM, lengthM);
        }

        Coordinate right(Coordinate of, double byM) {
            return new CoordinateXY(of.x + byM * y, of.y - byM * x);
        }

        double cross(Leg next) {
            return x * next.y - y * next.x;
        }

        double dot(Leg next) {
            return x * next.x + y * next.y;
        }

        /** Whether the right side is the outer one; where a line goes straight back both sides are. */
        boolean bendsLeft(Leg next) {
            double cross = cross(next);
            return cross > 0 || (cross == 0 && dot(next) < 0);
        }
    }
}
