package org.greenplan.geo;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.geo.Intervals.Interval;
import org.locationtech.jts.geom.Envelope;

/**
 * Convex pieces of a shape in an order in which those near each other in the plane often follow each other. Of one thread: it remembers
 * where it found something last, to look there first.
 */
final class ConvexPieces {
    private final List<ConvexPiece> pieces;
    private final int leaves;
    /** Boxes of a tree: a node's two children have twice its number and one more. */
    private final Envelope[] boxes;

    /** The piece that covered something last. */
    private int latest;

    ConvexPieces(List<ConvexPiece> pieces) {
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
