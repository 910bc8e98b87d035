package org.greenplan.oracle;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A line as a later one meets it: how far away and on which side it is for whoever stands beside one of its legs or on the outer side of
 * one of its bends. Whoever is before its beginning or behind its end is not beside it.
 */
final class EarlierLine {
    private final List<Coordinate[]> pieces;

    EarlierLine(List<Coordinate[]> pieces) {
        this.pieces = pieces.stream()
                .map(DefinedBelt::distinct)
                .filter(p -> p.length > 1)
                .toList();
    }

    /** The distance of a point, negative to the right; NaN where the line is nowhere beside it within so many metres. */
    double signedDistance(Coordinate point, double mostM) {
        return signedDistance(point, mostM, Double.POSITIVE_INFINITY);
    }

    /** The same where only the first metres of the line are there. */
    double signedDistance(Coordinate point, double mostM, double firstM) {
        double best = Double.NaN;
        for (Coordinate[] piece : pieces) {
            int legs = piece.length - 1;
            boolean closed = piece[0].equals2D(piece[legs]);
            double along = 0;
            for (int i = 0; i < legs && along <= firstM; i++) {
                Coordinate a = piece[i];
                Coordinate b = piece[i + 1];
                best = nearer(best, foot(point, a, b, firstM - along), mostM);
                if (i > 0 || closed) {
                    best = nearer(best, bend(point, i > 0 ? piece[i - 1] : piece[legs - 1], a, b), mostM);
                }
                along += a.distance(b);
            }
        }
        return best;
    }

    private static double nearer(double best, double other, double mostM) {
        boolean isNearer = Math.abs(other) <= mostM && !(Math.abs(best) <= Math.abs(other));
        return isNearer ? other : best;
    }

    /** The distance to the foot of the perpendicular on the first metres of a leg; NaN where there is none. */
    private static double foot(Coordinate p, Coordinate a, Coordinate b, double firstM) {
        double lengthM = a.distance(b);
        double along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / lengthM;
        return along < 0 || along > Math.min(lengthM, firstM) ? Double.NaN : left(p, a, b);
    }

    /** The distance to a corner for whoever is beyond the leg before it and before the leg behind it. */
    private static double bend(Coordinate p, Coordinate before, Coordinate at, Coordinate after) {
        boolean beyond = (p.x - at.x) * (at.x - before.x) + (p.y - at.y) * (at.y - before.y) >= 0;
        boolean ahead = (p.x - at.x) * (after.x - at.x) + (p.y - at.y) * (after.y - at.y) <= 0;
        return beyond && ahead ? -Math.signum(left(after, before, at)) * p.distance(at) : Double.NaN;
    }

    private static double left(Coordinate p, Coordinate a, Coordinate b) {
        return ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / a.distance(b);
    }
}
