package org.greenplan.water.shore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * 岸绿: along how much of a lake's shore there is a green belt. The shore is walked in steps; from the middle of each, straight away
 * from the water, there has to be green without a break over the width of a belt, and before it no more than the gap that a
 * path or a revetment needs. The shores of islands are not walked.
 *
 * @param shoreM length of the shore
 * @param greenM of which behind green
 * @param bare where there is none, from the first corner of the ring on
 */
public record ShoreGreen(double shoreM, double greenM, List<Stretch> bare) {
    private static final double STEP_M = 1;
    /** Two pieces of green this near to each other are one. */
    private static final double JOINT_M = 0.01;

    /** A piece of the shore, in metres along it. */
    public record Stretch(double fromM, double toM) {}

    private record Piece(double begin, double end) {}

    public ShoreGreen {
        bare = List.copyOf(bare);
    }

    /**
     * Walks the shore of a lake.
     *
     * @param green polygons and sets of them, anywhere
     * @param gapM the most that may lie between water and green
     * @param widthM the least width of the green
     */
    public static ShoreGreen of(Polygon lake, Collection<? extends Geometry> green, double gapM, double widthM) {
        if (!(gapM >= 0) || !(widthM > 0)) {
            throw new IllegalArgumentException("a gap of " + gapM + " m and a width of " + widthM + " m");
        }
        var near = new STRtree();
        Envelope within = lake.getEnvelopeInternal();
        within.expandBy(gapM + widthM);
        for (Geometry one : green) {
            for (int i = 0; i < one.getNumGeometries(); i++) {
                Geometry part = one.getGeometryN(i);
                if (part.getEnvelopeInternal().intersects(within)) {
                    near.insert(part.getEnvelopeInternal(), part);
                }
            }
        }
        return new Walk(lake.getExteriorRing(), near, gapM, widthM).walk();
    }

    /** Green shore of all shore, 0 to 1. */
    public double share() {
        return shoreM > 0 ? greenM / shoreM : 0;
    }

    private static final class Walk {
        private final LinearRing ring;
        private final STRtree near;
        private final double gapM;
        private final double widthM;
        private final List<Stretch> bare = new ArrayList<>();
        private double walkedM;
        private double greenM;

        Walk(LinearRing ring, STRtree near, double gapM, double widthM) {
            this.ring = ring;
            this.near = near;
            this.gapM = gapM;
            this.widthM = widthM;
        }

        ShoreGreen walk() {
            Coordinate[] corners = ring.getCoordinates();
            double away = Orientation.isCCW(corners) ? 1 : -1;
            for (int i = 1; i < corners.length; i++) {
                leg(corners[i - 1], corners[i], away);
            }
            return new ShoreGreen(walkedM, greenM, bare);
        }

        private void leg(Coordinate from, Coordinate to, double away) {
            double length = from.distance(to);
            int steps = (int) Math.ceil(length / STEP_M);
            for (int i = 0; i < steps; i++) {
                double share = (i + 0.5) / steps;
                double dx = (to.x - from.x) / length;
                double dy = (to.y - from.y) / length;
                var at = new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
                step(length / steps, isGreen(at, dy * away, -dx * away));
            }
        }

        private void step(double lengthM, boolean green) {
            if (green) {
                greenM += lengthM;
            } else if (!bare.isEmpty() && bare.get(bare.size() - 1).toM() == walkedM) {
                bare.add(new Stretch(bare.remove(bare.size() - 1).fromM(), walkedM + lengthM));
            } else {
                bare.add(new Stretch(walkedM, walkedM + lengthM));
            }
            walkedM += lengthM;
        }

        private boolean isGreen(Coordinate at, double outX, double outY) {
            double reach = gapM + widthM + JOINT_M;
            var end = new Coordinate(at.x + reach * outX, at.y + reach * outY);
            LineString ray = ring.getFactory().createLineString(new Coordinate[] {at, end});
            List<Piece> pieces = new ArrayList<>();
            for (Object found : near.query(ray.getEnvelopeInternal())) {
                Geometry inside = ((Geometry) found).intersection(ray);
                // An empty line is one geometry without corners.
                for (int i = 0; i < inside.getNumGeometries() && !inside.isEmpty(); i++) {
                    Coordinate[] ends = inside.getGeometryN(i).getCoordinates();
                    double one = at.distance(ends[0]);
                    double other = at.distance(ends[ends.length - 1]);
                    pieces.add(new Piece(Math.min(one, other), Math.max(one, other)));
                }
            }
            return hasBelt(pieces);
        }

        private boolean hasBelt(List<Piece> pieces) {
            pieces.sort(Comparator.comparingDouble(Piece::begin));
            double begin = Double.NEGATIVE_INFINITY;
            double end = Double.NEGATIVE_INFINITY;
            for (Piece piece : pieces) {
                if (piece.begin() > end + JOINT_M) {
                    begin = piece.begin();
                }
                end = Math.max(end, piece.end());
                if (begin <= gapM + JOINT_M && end - begin >= widthM - JOINT_M) {
                    return true;
                }
            }
            return false;
        }
    }
}
