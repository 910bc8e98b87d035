package org.greenplan.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.count.LineKernel;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Counts the length of a line a second way, for verifying: on foot, in steps of five centimetres, asking at each step which piece of each
 * earlier line is nearest. Nothing here is shared with {@link LineKernel}, which solves the same rule for whole stretches.
 *
 * <p>Where steps cannot tell (a distance or an angle just at its limit) the answer is a range.
 */
public final class LineWalk {
    static final double STEP_M = 0.05;

    /** Of a line that is longer, which goes round the world, the steps are longer: each is remembered. */
    private static final int MOST_STEPS = 4_000_000;

    private static final int CHUNK = 100;
    private static final int LAG = 4;
    private static final double LIMIT_M = 1e-5;

    private final double toleranceM;
    private final List<WalkArea> areas;

    /**
     * A walker.
     *
     * @param areas the district, then its sub-districts in their order; a step counts for the first of these that it lies in
     */
    public LineWalk(double toleranceM, List<Geometry> areas) {
        this.toleranceM = toleranceM;
        this.areas = areas.stream().map(WalkArea::new).toList();
    }

    /** What a line counts at least and at most in an area, metres; one step for each end of a stretch is allowed for. */
    public record Length(double leastM, double mostM) {
        /** Whether a length is one of these. */
        public boolean allows(double lengthM) {
            return leastM <= lengthM && lengthM <= mostM;
        }

        /** Of these the one next to a length. */
        public double nearest(double lengthM) {
            return Math.max(leastM, Math.min(mostM, lengthM));
        }
    }

    /** A piece of an earlier line: from one corner to the next, and the ones beside them where the line goes on. */
    private static final class Piece {
        private final int line;
        private final double[] before;
        private final double[] from;
        private final double[] to;
        private final double startM;
        private final boolean own;

        Piece(int line, double[] before, double[] from, double[] to, double startM, boolean own) {
            this.line = line;
            this.before = before;
            this.from = from;
            this.to = to;
            this.startM = startM;
            this.own = own;
        }
    }

    /**
     * Walks along a line.
     *
     * @param earlier lines that count before it
     * @return its length in the district, then in each sub-district, then in none of these
     */
    public List<Length> lengths(Geometry line, List<Geometry> earlier) {
        List<double[][]> before = new ArrayList<>();
        earlier.forEach(other -> before.addAll(corners(other)));
        List<WalkTally> tallies = new ArrayList<>();
        for (double[][] part : corners(line)) {
            before.add(part);
            tallies.add(walk(part, before));
        }
        return WalkTally.sum(tallies, areas.size() + 1);
    }

    private WalkTally walk(double[][] part, List<double[][]> before) {
        STRtree pieces = pieces(part, before);
        double lengthM = 0;
        for (int i = 1; i < part.length; i++) {
            lengthM += distance(part[i - 1], part[i]);
        }
        int steps = (int) Math.min(MOST_STEPS, Math.ceil(lengthM / STEP_M));
        var states = new WalkStates(steps, lengthM / steps, toleranceM);
        Foot foot = new Foot(part);
        for (int from = 0; from < steps; from += CHUNK) {
            int to = Math.min(steps, from + CHUNK);
            double[][] places = new double[to - from][];
            Envelope box = new Envelope();
            for (int s = from; s < to; s++) {
                places[s - from] = foot.at((s + 0.5) * lengthM / steps);
                box.expandToInclude(places[s - from][0], places[s - from][1]);
            }
            Envelope near = new Envelope(box);
            near.expandBy(toleranceM + LIMIT_M);
            List<Piece> found = new ArrayList<>();
            double endM = to * lengthM / steps;
            pieces.query(near, item -> {
                Piece piece = (Piece) item;
                // Most pieces near a line are its own, just walked.
                if (!piece.own || piece.startM <= endM - LAG * toleranceM) {
                    found.add(piece);
                }
            });
            boolean allInside = areas.get(0).covers(near);
            for (int s = from; s < to; s++) {
                states.at(s, nearest(places[s - from], (s + 0.5) * lengthM / steps, found, allInside));
            }
            for (int a = 0; a < areas.size(); a++) {
                areas.get(a).mark(places, box, from, a, states);
            }
        }
        return states.tally(areas.size());
    }

    /** For each earlier line that is near, the signed distance to it. */
    private Map<Integer, Double> nearest(double[] place, double atM, List<Piece> pieces, boolean allInside) {
        if (pieces.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Double> nearest = new HashMap<>();
        for (Piece piece : pieces) {
            double signed = signed(place, atM, piece, allInside);
            Double known = nearest.get(piece.line);
            if (Math.abs(signed) <= toleranceM + LIMIT_M && (known == null || Math.abs(signed) < Math.abs(known))) {
                nearest.put(piece.line, signed);
            }
        }
        return nearest;
    }

    /** Infinite where the place lies neither beside the piece nor around the corner where it begins. */
    private double signed(double[] place, double atM, Piece piece, boolean allInside) {
        double[] a = piece.from;
        double[] b = piece.to;
        double length = distance(a, b);
        double u = ((place[0] - a[0]) * (b[0] - a[0]) + (place[1] - a[1]) * (b[1] - a[1])) / length;
        double left = ((b[0] - a[0]) * (place[1] - a[1]) - (b[1] - a[1]) * (place[0] - a[0])) / length;
        double best = Double.POSITIVE_INFINITY;
        boolean longAgo = !piece.own || piece.startM + u <= atM - LAG * toleranceM;
        if (u >= 0 && u <= length && longAgo && Math.abs(left) <= toleranceM + LIMIT_M) {
            double[] on = {a[0] + u * (b[0] - a[0]) / length, a[1] + u * (b[1] - a[1]) / length};
            if (allInside || areas.get(0).holds(on)) {
                best = left;
            }
        }
        boolean bendLongAgo = !piece.own || piece.startM <= atM - LAG * toleranceM;
        double[] c = piece.before;
        if (c.length > 0 && u <= 0 && bendLongAgo) {
            double beyond = (place[0] - a[0]) * (a[0] - c[0]) + (place[1] - a[1]) * (a[1] - c[1]);
            double turn = (a[0] - c[0]) * (b[1] - a[1]) - (a[1] - c[1]) * (b[0] - a[0]);
            double around = distance(place, a);
            if (beyond >= 0
                    && around < Math.abs(best)
                    && (allInside || areas.get(0).holds(a))) {
                best = turn == 0 ? Math.copySign(around, -left) : Math.copySign(around, -turn);
            }
        }
        return best;
    }

    private STRtree pieces(double[][] part, List<double[][]> before) {
        Envelope around = new Envelope();
        for (double[] corner : part) {
            around.expandToInclude(corner[0], corner[1]);
        }
        STRtree tree = new STRtree();
        for (int line = 0; line < before.size(); line++) {
            double[][] of = before.get(line);
            boolean closed = distance(of[0], of[of.length - 1]) == 0;
            double startM = 0;
            for (int i = 1; i < of.length; i++) {
                double[] previous = i > 1 ? of[i - 2] : closed ? of[of.length - 2] : new double[0];
                Envelope box = new Envelope(of[i - 1][0], of[i][0], of[i - 1][1], of[i][1]);
                box.expandBy(toleranceM + LIMIT_M);
                if (box.intersects(around)) {
                    tree.insert(box, new Piece(line, previous, of[i - 1], of[i], startM, of == part));
                }
                startM += distance(of[i - 1], of[i]);
            }
        }
        tree.build();
        return tree;
    }

    /** Corners of each part that has a length, none equal to the one before it. */
    private static List<double[][]> corners(Geometry line) {
        List<double[][]> parts = new ArrayList<>();
        for (int g = 0; g < line.getNumGeometries(); g++) {
            List<double[]> corners = new ArrayList<>();
            for (Coordinate c : line.getGeometryN(g).getCoordinates()) {
                double[] corner = {c.x, c.y};
                if (corners.isEmpty() || distance(corners.get(corners.size() - 1), corner) > 0) {
                    corners.add(corner);
                }
            }
            if (corners.size() > 1) {
                parts.add(corners.toArray(double[][]::new));
            }
        }
        return parts;
    }

    static double distance(double[] a, double[] b) {
        return Math.hypot(b[0] - a[0], b[1] - a[1]);
    }

    /** Somebody who goes along a line and never back. */
    private static final class Foot {
        private final double[][] corners;
        private int corner = 1;
        private double startM;

        Foot(double[][] corners) {
            this.corners = corners;
        }

        double[] at(double atM) {
            double length = distance(corners[corner - 1], corners[corner]);
            while (atM > startM + length && corner < corners.length - 1) {
                startM += length;
                corner++;
                length = distance(corners[corner - 1], corners[corner]);
            }
            double part = (atM - startM) / length;
            double[] a = corners[corner - 1];
            double[] b = corners[corner];
            return new double[] {a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])};
        }
    }
}
