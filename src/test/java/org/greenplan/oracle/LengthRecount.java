package org.greenplan.oracle;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.oracle.Walk.Run;
import org.greenplan.oracle.Walk.Stretch;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Lengths counted once, by walking along each line and asking at every step. A stretch that lies beside an earlier line within the
 * tolerance is lost, unless it crosses that line: unless its distance, right of it negative, changes by more than a sixth of its length.
 */
final class LengthRecount {
    private static final double CROSSING = 1 / 6.0;
    /** A line looks back at itself only over a way of so many tolerances. */
    private static final double BACK = 4;

    private static final int OUTSIDE = -2;

    private final double toleranceM;
    private final @Nullable Ground district;
    private final List<Ground> zones;
    private final List<EarlierLine> earlier = new ArrayList<>();

    LengthRecount(double toleranceM, @Nullable Geometry district, List<Geometry> zones) {
        this.toleranceM = toleranceM;
        this.district = district == null ? null : new Ground(district);
        this.zones = zones.stream().map(Ground::new).toList();
    }

    /** What a line counts: in no zone, then in each zone; all in metres. */
    double[] next(Geometry line) {
        var counted = new double[zones.size() + 1];
        List<EarlierLine> before = new ArrayList<>(earlier);
        List<Coordinate[]> inside = new ArrayList<>();
        for (int i = 0; i < line.getNumGeometries(); i++) {
            Walk walk = new Walk(line.getGeometryN(i).getCoordinates());
            List<Run> ground = walk.runs(s -> ground(walk.point(s)));
            List<Stretch> lost = lost(walk, before);
            for (Run run : ground) {
                if (run.answer() != OUTSIDE) {
                    counted[run.answer() + 1] += left(run.stretch(), lost);
                }
            }
            List<Coordinate[]> pieces = inside(walk);
            before.add(new EarlierLine(pieces));
            inside.addAll(pieces);
        }
        earlier.add(new EarlierLine(inside));
        return counted;
    }

    private int ground(Coordinate at) {
        return district != null && !district.contains(at) ? OUTSIDE : Ground.first(zones, at);
    }

    private List<Coordinate[]> inside(Walk walk) {
        Ground within = district;
        if (within == null) {
            return List.<Coordinate[]>of(walk.between(new Stretch(0, walk.lengthM())));
        }
        return walk.runs(s -> within.contains(walk.point(s)) ? 1 : 0).stream()
                .filter(run -> run.answer() == 1)
                .map(run -> walk.between(run.stretch()))
                .toList();
    }

    private List<Stretch> lost(Walk walk, List<EarlierLine> before) {
        List<Stretch> lost = new ArrayList<>();
        for (EarlierLine line : before) {
            lose(walk, s -> line.signedDistance(walk.point(s), toleranceM), lost);
        }
        EarlierLine itself = new EarlierLine(List.<Coordinate[]>of(walk.between(new Stretch(0, walk.lengthM()))));
        lose(walk, s -> itself.signedDistance(walk.point(s), toleranceM, s - BACK * toleranceM), lost);
        return lost;
    }

    private interface Beside {
        double at(double s);
    }

    private static void lose(Walk walk, Beside beside, List<Stretch> lost) {
        for (Run run : walk.runs(s -> Double.isNaN(beside.at(s)) ? 0 : 1)) {
            if (run.answer() == 1 && !crosses(run.stretch(), beside)) {
                lost.add(run.stretch());
            }
        }
    }

    private static boolean crosses(Stretch stretch, Beside beside) {
        // A little inside its ends: at them the answer is just changing.
        double inset = Math.min(1e-6, stretch.lengthM() / 4);
        double change = beside.at(stretch.to() - inset) - beside.at(stretch.from() + inset);
        return Math.abs(change) > CROSSING * stretch.lengthM();
    }

    private static double left(Stretch stretch, List<Stretch> lost) {
        double left = 0;
        double at = stretch.from();
        List<Stretch> inOrder = lost.stream()
                .sorted((a, b) -> Double.compare(a.from(), b.from()))
                .toList();
        for (Stretch gone : inOrder) {
            left += Math.max(0, Math.min(gone.from(), stretch.to()) - at);
            at = Math.max(at, Math.min(gone.to(), stretch.to()));
        }
        return left + Math.max(0, stretch.to() - at);
    }
}
