package org.greenplan.geo;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.geo.Intervals.Interval;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A convex piece of a shape, such as a rectangle or a sector: all that lies on the inner side of each of its edges. */
final class ConvexPiece {
    private final Envelope box = new Envelope();
    private final Coordinate[] corners;
    /** Of each edge: the direction outwards, a unit vector, and how far out the edge lies. */
    private final double[] east;

    private final double[] north;
    private final double[] out;

    /** @param corners anticlockwise, the first not repeated, metres, each two that follow each other a millionth of one apart or more */
    ConvexPiece(Coordinate... corners) {
        this.corners = corners.clone();
        int count = corners.length;
        east = new double[count];
        north = new double[count];
        out = new double[count];
        for (int i = 0; i < count; i++) {
            Coordinate from = corners[i];
            Coordinate to = corners[(i + 1) % count];
            double lengthM = from.distance(to);
            east[i] = (to.y - from.y) / lengthM;
            north[i] = (from.x - to.x) / lengthM;
            out[i] = east[i] * from.x + north[i] * from.y;
            box.expandToInclude(from);
        }
    }

    Envelope box() {
        return box;
    }

    Polygon shape() {
        var ring = new CoordinateList(corners, false);
        ring.closeRing();
        return new GeometryFactory().createPolygon(ring.toCoordinateArray());
    }

    /** What of a leg lies in the piece or on its edge; null where nothing does. */
    @Nullable
    Interval of(Leg leg) {
        double fromM = 0;
        double toM = leg.lengthM();
        for (int i = 0; i < out.length; i++) {
            double start = east[i] * leg.x() + north[i] * leg.y() - out[i];
            double end = start + (east[i] * leg.dx() + north[i] * leg.dy()) * leg.lengthM();
            if (start > 0 && end > 0) {
                return null;
            }
            if (start > 0) {
                fromM = Math.max(fromM, leg.lengthM() * start / (start - end));
            } else if (end > 0) {
                toM = Math.min(toM, leg.lengthM() * start / (start - end));
            }
        }
        return fromM < toM ? new Interval(fromM, toM) : null;
    }

    /**
     * Convex pieces of a shape in an order in which those near each other in the plane often follow each other. Of one thread: it remembers
     * where it found something last, to look there first.
     */
    static final class Tree {
        private final List<ConvexPiece> pieces;
        private final int leaves;
        /** Boxes of a tree: a node's two children have twice its number and one more. */
        private final Envelope[] boxes;

        /** The piece that covered something last. */
        private int latest;

        Tree(List<ConvexPiece> pieces) {
            this.pieces = List.copyOf(pieces);
            leaves = Integer.highestOneBit(Math.max(1, 2 * pieces.size() - 1));
            boxes = new Envelope[2 * leaves];
            for (int node = 2 * leaves - 1; node > 0; node--) {
                boxes[node] = new Envelope();
                if (node < leaves) {
                    boxes[node].expandToInclude(boxes[2 * node]);
                    boxes[node].expandToInclude(boxes[2 * node + 1]);
                } else if (node - leaves < pieces.size()) {
                    boxes[node].expandToInclude(pieces.get(node - leaves).box());
                }
            }
        }

        /**
         * The stretches of a leg that no piece covers, in order.
         *
         * @param leastM of a stretch that is worth to be told
         */
        List<Interval> open(Leg leg, double leastM) {
            List<Interval> open = new ArrayList<>(4);
            open.add(new Interval(0, leg.lengthM()));
            if (!pieces.isEmpty()) {
                cover(latest, leg, leastM, open);
                visit(1, 0, leaves, leg, leg.box(0), leastM, open);
            }
            return open;
        }

        /** A subtree of so many leaves, the half in which or next to which something was found last before the other. */
        private void visit(int node, int from, int count, Leg leg, Envelope box, double leastM, List<Interval> open) {
            if (open.isEmpty() || !boxes[node].intersects(box)) {
                return;
            }
            if (count == 1) {
                cover(from, leg, leastM, open);
                return;
            }
            int half = count / 2;
            int nearer = latest < from + half ? 0 : 1;
            for (int side : new int[] {nearer, 1 - nearer}) {
                visit(2 * node + side, from + side * half, half, leg, box, leastM, open);
            }
        }

        private void cover(int piece, Leg leg, double leastM, List<Interval> open) {
            Interval covered = pieces.get(piece).of(leg);
            if (covered == null) {
                return;
            }
            for (int i = open.size() - 1; i >= 0; i--) {
                Interval stretch = open.get(i);
                if (covered.toM() > stretch.fromM() && covered.fromM() < stretch.toM()) {
                    open.remove(i);
                    if (stretch.toM() - covered.toM() > leastM) {
                        open.add(i, new Interval(covered.toM(), stretch.toM()));
                    }
                    if (covered.fromM() - stretch.fromM() > leastM) {
                        open.add(i, new Interval(stretch.fromM(), covered.fromM()));
                    }
                }
            }
            latest = piece;
        }
    }
}
