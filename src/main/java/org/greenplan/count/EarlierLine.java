package org.greenplan.count;

import java.util.List;
import java.util.function.Consumer;
import org.greenplan.geo.Clip;
import org.greenplan.geo.Intervals;
import org.greenplan.geo.Intervals.Interval;
import org.greenplan.geo.Leg;

/**
 * A line that counts before another, as far as it lies in the district.
 *
 * <p>A place is near it where it lies beside one of its legs, or on the outer side of one of its bends, within the tolerance: the nearest
 * point is the foot of a perpendicular or a bend, never an end that is reached from beyond.
 *
 * @param legs in their order
 * @param closed whether it ends where it begins
 * @param inside what of it counts, metres from its start
 */
record EarlierLine(List<Leg> legs, boolean closed, Intervals inside) {
    static final double NO_LAG = Double.NEGATIVE_INFINITY;

    /**
     * What of a leg of the later line is near leg number i or the bend where that begins.
     *
     * @param lagM so much earlier it must have run where it is the line itself; otherwise {@link #NO_LAG}
     */
    void near(Leg later, int i, double toleranceM, double lagM, Consumer<Near> to) {
        Leg leg = legs.get(i);
        for (Interval in : inside.stretches()) {
            beside(later, leg, in, toleranceM, lagM, to);
        }
        if ((i > 0 || closed) && inside.covers(leg.startM())) {
            outside(later, legs.get(i > 0 ? i - 1 : legs.size() - 1), leg, toleranceM, lagM, to);
        }
    }

    private static void beside(Leg later, Leg leg, Interval in, double toleranceM, double lagM, Consumer<Near> to) {
        double fromM = Math.max(0, in.fromM() - leg.startM());
        double toM = Math.min(leg.lengthM(), in.toM() - leg.startM());
        if (fromM > toM) {
            return;
        }
        double along = leg.along(later.x(), later.y());
        double left = leg.left(later.x(), later.y());
        double onwards = leg.along(later);
        double sideways = leg.left(later);
        Clip clip = new Clip(later.lengthM())
                .least(along, onwards, fromM)
                .most(along, onwards, toM)
                .least(left, sideways, -toleranceM)
                .most(left, sideways, toleranceM);
        if (lagM > 0) {
            clip.most(leg.startM() + along - later.startM(), onwards - 1, -lagM);
        }
        if (!clip.isEmpty()) {
            to.accept(new Near(
                    later.startM() + clip.fromM(),
                    later.startM() + clip.toM(),
                    left + sideways * clip.fromM(),
                    left + sideways * clip.toM()));
        }
    }

    private static void outside(Leg later, Leg before, Leg after, double toleranceM, double lagM, Consumer<Near> to) {
        Clip clip = new Clip(later.lengthM())
                .least(before.along(later.x(), later.y()), before.along(later), before.lengthM())
                .most(after.along(later.x(), later.y()), after.along(later), 0)
                .within(later, after.x(), after.y(), toleranceM);
        if (lagM > 0) {
            clip.least(later.startM(), 1, after.startM() + lagM);
        }
        if (!clip.isEmpty()) {
            to.accept(new Near(
                    later.startM() + clip.fromM(),
                    later.startM() + clip.toM(),
                    around(later, clip.fromM(), before, after),
                    around(later, clip.toM(), before, after)));
        }
    }

    /** The outer side of a bend to the left is the right one. */
    private static double around(Leg later, double atM, Leg before, Leg after) {
        double x = later.xAt(atM);
        double y = later.yAt(atM);
        double turn = before.left(after);
        double side = turn == 0 ? before.left(x, y) : -turn;
        return Math.copySign(Math.hypot(x - after.x(), y - after.y()), side);
    }
}
