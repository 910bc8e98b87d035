package org.greenplan.walk;

import java.util.ArrayList;
import java.util.List;
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
    private static final int MOST_STEPS = 1_000_000;

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
        private final double[] before;
        private final double[] from;
        private final double[] to;
        private final double startM;
        private final boolean own;

        Piece(double[] before, double[] from, double[] to, double startM, boolean own) {
            this.before = before;
            this.from = from;
            this.to = to;
            this.startM = startM;
            this.own = own;
        }
    }

    /** Some steps that follow each other, and the box of all that is near them. */
    private static final class Chunk {
        private final int from;
        private final double[][] places;
        private final Envelope near;
        private final boolean allInside;

        Chunk(int from, double[][] places, Envelope near, boolean allInside) {
            this.from = from;
            this.places = places;
            this.near = near;
            this.allInside = allInside;
        }

        int to() {
            return from + places.length;
        }
    }

    /**
     * Walks along a line, beside one earlier line after the other while there is a step that is not lost for certain.
     *
     * @param earlier lines that count before it
     * @return its length in the district, then in each sub-district, then in none of these
     */
    public List<Length> lengths(Geometry line, List<Geometry> earlier) {
        List<double[][]> own = new ArrayList<>();
        List<WalkTally> tallies = new ArrayList<>();
        for (double[][] part : corners(line)) {
            own.add(part);
            tallies.add(walk(part, earlier, own));
        }
        return WalkTally.sum(tallies, areas.size() + 1);
    }

    private WalkTally walk(double[][] part, List<Geometry> earlier, List<double[][]> own) {
        double lengthM = 0;
        for (int i = 1; i < part.length; i++) {
            lengthM += distance(part[i - 1], part[i]);
        }
        int steps = (int) Math.min(MOST_STEPS, Math.ceil(lengthM / STEP_M));
        var states = new WalkStates(steps, lengthM / steps, toleranceM);
        List<Chunk> chunks = chunks(part, steps, lengthM / steps, states);
        for (Geometry other : earlier) {
            Envelope box = other.getEnvelopeInternal();
            if (chunks.stream().anyMatch(c -> c.near.intersects(box) && states.isOpen(c.from, c.to()))) {
                corners(other).forEach(corners -> beside(corners, false, chunks, states));
            }
        }
        own.forEach(corners -> beside(corners, corners == part, chunks, states));
        return states.tally(areas.size());
    }

    private List<Chunk> chunks(double[][] part, int steps, double stepM, WalkStates states) {
        List<Chunk> chunks = new ArrayList<>();
        Foot foot = new Foot(part);
        for (int from = 0; from < steps; from += CHUNK) {
            double[][] places = new double[Math.min(steps - from, CHUNK)][];
            Envelope box = new Envelope();
            for (int s = 0; s < places.length; s++) {
                places[s] = foot.at((from + s + 0.5) * stepM);
                box.expandToInclude(places[s][0], places[s][1]);
            }
            Envelope near = new Envelope(box);
            near.expandBy(toleranceM + LIMIT_M);
            chunks.add(new Chunk(from, places, near, areas.get(0).covers(near)));
            for (int a = 0; a < areas.size(); a++) {
                areas.get(a).mark(places, box, from, a, states);
            }
        }
        return chunks;
    }

    /** Walks beside an earlier line wherever steps are near it that are not lost yet, and as far on as they are near it. */
    private void beside(double[][] other, boolean own, List<Chunk> chunks, WalkStates states) {
        STRtree pieces = pieces(other, own, chunks);
        if (pieces.isEmpty()) {
            return;
        }
        for (int c = 0; c < chunks.size(); c++) {
            Chunk open = chunks.get(c);
            if (states.isOpen(open.from, open.to())
                    && !near(open, pieces, states).isEmpty()) {
                int first = c;
                while (first > 0 && !near(chunks.get(first - 1), pieces, states).isEmpty()) {
                    first--;
                }
                c = along(first, chunks, pieces, states);
            }
        }
    }

    /** From one chunk on while pieces are near; returns the chunk where none is any more. */
    private int along(int first, List<Chunk> chunks, STRtree pieces, WalkStates states) {
        int c = first;
        for (; c < chunks.size(); c++) {
            Chunk chunk = chunks.get(c);
            List<Piece> found = near(chunk, pieces, states);
            if (found.isEmpty()) {
                break;
            }
            for (int s = 0; s < chunk.places.length; s++) {
                int step = chunk.from + s;
                states.at(step, nearest(chunk.places[s], states.atM(step), found, chunk.allInside));
            }
        }
        states.leave();
        return c;
    }

    private List<Piece> near(Chunk chunk, STRtree pieces, WalkStates states) {
        List<Piece> found = new ArrayList<>();
        pieces.query(chunk.near, item -> {
            Piece piece = (Piece) item;
            // Most pieces near a line are its own, just walked.
            if (!piece.own || piece.startM <= states.atM(chunk.to()) - LAG * toleranceM) {
                found.add(piece);
            }
        });
        return found;
    }

    /** The signed distance to a line; infinite where it is not near. */
    private double nearest(double[] place, double atM, List<Piece> pieces, boolean allInside) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Piece piece : pieces) {
            double signed = signed(place, atM, piece, allInside);
            if (Math.abs(signed) <= toleranceM + LIMIT_M && Math.abs(signed) < Math.abs(nearest)) {
                nearest = signed;
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

    private STRtree pieces(double[][] of, boolean own, List<Chunk> chunks) {
        Envelope around = new Envelope();
        chunks.forEach(chunk -> around.expandToInclude(chunk.near));
        STRtree tree = new STRtree();
        boolean closed = distance(of[0], of[of.length - 1]) == 0;
        double startM = 0;
        for (int i = 1; i < of.length; i++) {
            double[] previous = i > 1 ? of[i - 2] : closed ? of[of.length - 2] : new double[0];
            Envelope box = new Envelope(of[i - 1][0], of[i][0], of[i - 1][1], of[i][1]);
            box.expandBy(toleranceM + LIMIT_M);
            if (box.intersects(around)) {
                tree.insert(box, new Piece(previous, of[i - 1], of[i], startM, own));
            }
            startM += distance(of[i - 1], of[i]);
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
