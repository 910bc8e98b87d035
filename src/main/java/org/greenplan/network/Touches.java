package org.greenplan.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.greenplan.network.Touch.How;
import org.greenplan.network.Touch.Place;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Finds where two features meet, from their shapes alone.
 *
 * @param toleranceM what lies no farther apart touches, metres
 */
record Touches(double toleranceM) {
    /** Less than this on farmland is an edge that was drawn twice, m² or m. */
    private static final double LEAST_COVERED = 1;

    /** All touches of two features, or of the parts of one, whichever of the two comes first. */
    List<Touch> between(Drawn one, Drawn other) {
        Envelope near = other.box();
        near.expandBy(toleranceM);
        if (!one.box().intersects(near)) {
            return List.of();
        }
        int order = Integer.compare(rank(one.kind()), rank(other.kind()));
        boolean inOrder = order == 0 ? one.id().compareTo(other.id()) <= 0 : order < 0;
        return inOrder ? ordered(one, other) : ordered(other, one);
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case DRAIN -> -1;
            case RIVER, LINK -> 0;
            case LAKE -> 1;
            case STRUCTURE -> 2;
            case FARMLAND -> 3;
        };
    }

    private List<Touch> ordered(Drawn a, Drawn b) {
        if (b.kind() == Kind.FARMLAND) {
            return a.kind() == Kind.FARMLAND || a.kind() == Kind.RIVER ? List.of() : covers(a, b);
        }
        if (a.kind() == Kind.DRAIN) {
            return b.kind() == Kind.DRAIN ? List.of() : discharges(a, b);
        }
        if (a.kind().isLine()) {
            return switch (b.kind()) {
                case LAKE -> throughLake(a, b);
                case STRUCTURE -> atStructure(a, b);
                default -> lines(a, b);
            };
        }
        boolean lakes = a.kind() == Kind.LAKE && b.kind() == Kind.LAKE;
        return lakes || a.id().equals(b.id()) ? List.of() : points(a, b);
    }

    private static List<Touch> covers(Drawn built, Drawn land) {
        Geometry common = OverlayNGRobust.overlay(built.shape(), land.shape(), OverlayNG.INTERSECTION);
        double amount =
                switch (built.shape().getDimension()) {
                    case 0 -> common.isEmpty() ? 0 : LEAST_COVERED;
                    case 1 -> common.getLength();
                    default -> common.getArea();
                };
        if (amount < LEAST_COVERED) {
            return List.of();
        }
        Coordinate place = common.getInteriorPoint().getCoordinate();
        return List.of(new Touch(How.COVERS, Place.of(built.id()), Place.of(land.id()), place.x, place.y, amount));
    }

    /** Where the lower end of a drain lies in a lake, on a line or at a structure. */
    private List<Touch> discharges(Drawn drain, Drawn other) {
        List<Touch> touches = new ArrayList<>();
        for (int part = 0; part < drain.strands().size(); part++) {
            Strand strand = drain.strands().get(part);
            if (!strand.legs().isEmpty()) {
                Coordinate end = strand.at(strand.lengthM());
                double gapM = other.kind() == Kind.STRUCTURE
                        ? other.point().distance(end)
                        : other.kind() == Kind.LAKE
                                ? gapM(other, end)
                                : other.strands().stream()
                                        .mapToDouble(line -> line.foot(end).gapM())
                                        .min()
                                        .orElse(Double.POSITIVE_INFINITY);
                if (gapM <= toleranceM) {
                    touches.add(new Touch(
                            How.DISCHARGES,
                            Place.on(drain.id(), part, strand.lengthM()),
                            Place.of(other.id()),
                            end.x,
                            end.y,
                            gapM));
                }
            }
        }
        return touches;
    }

    /** A structure with a structure or with a lake. */
    private List<Touch> points(Drawn a, Drawn b) {
        Coordinate point = b.point();
        double gapM = a.kind() == Kind.LAKE ? gapM(a, point) : a.point().distance(point);
        return gapM > toleranceM
                ? List.of()
                : List.of(new Touch(How.JOINS, Place.of(a.id()), Place.of(b.id()), point.x, point.y, gapM));
    }

    private List<Touch> atStructure(Drawn line, Drawn structure) {
        List<Touch> touches = new ArrayList<>();
        Coordinate point = structure.point();
        for (int part = 0; part < line.strands().size(); part++) {
            Strand strand = line.strands().get(part);
            if (!strand.legs().isEmpty()) {
                Strand.Foot foot = strand.footOrEnd(point, toleranceM);
                if (foot.gapM() <= toleranceM) {
                    touches.add(new Touch(
                            How.JOINS,
                            Place.on(line.id(), part, foot.atM()),
                            Place.of(structure.id()),
                            point.x,
                            point.y,
                            foot.gapM()));
                }
            }
        }
        return touches;
    }

    private List<Touch> lines(Drawn a, Drawn b) {
        var found = new TreeMap<String, Touch>();
        for (int i = 0; i < a.strands().size(); i++) {
            for (int j = a.id().equals(b.id()) ? i : 0; j < b.strands().size(); j++) {
                var pair = new LinePair(a, i, b, j, toleranceM);
                Collection<Touch> touches = i == j && a.id().equals(b.id()) ? pair.closing() : pair.touches();
                touches.forEach(touch -> found.put(touch.key(), touch));
            }
        }
        return List.copyOf(found.values());
    }

    private List<Touch> throughLake(Drawn line, Drawn lake) {
        List<Touch> touches = new ArrayList<>();
        for (int part = 0; part < line.strands().size(); part++) {
            Strand strand = line.strands().get(part);
            if (!strand.legs().isEmpty()) {
                for (double[] stretch : wet(strand, lake)) {
                    Coordinate place = strand.at(stretch[0]);
                    touches.add(new Touch(
                            How.JOINS,
                            new Place(line.id(), part, stretch[0], stretch[1]),
                            Place.of(lake.id()),
                            place.x,
                            place.y,
                            stretch[2]));
                }
            }
        }
        return touches;
    }

    /** Where a strand lies in a lake, or ends at its shore: from, to, and the gap, metres. A shore that is only grazed is none. */
    private List<double[]> wet(Strand strand, Drawn lake) {
        List<Double> cuts = new ArrayList<>(strand.ends());
        for (Strand shore : lake.strands()) {
            LinePair.crossings(strand, shore).forEach(crossing -> cuts.add(crossing.firstM()));
        }
        cuts.sort(null);
        List<double[]> stretches = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            double fromM = cuts.get(i - 1);
            double toM = cuts.get(i);
            if (toM > fromM && isIn(lake, strand.at((fromM + toM) / 2))) {
                double[] last = stretches.isEmpty() ? new double[2] : stretches.get(stretches.size() - 1);
                if (!stretches.isEmpty() && last[1] == fromM) {
                    last[1] = toM;
                } else {
                    stretches.add(new double[] {fromM, toM, 0});
                }
            }
        }
        double lengthM = strand.lengthM();
        stretches.removeIf(s -> s[0] > 0 && s[1] < lengthM && s[1] - s[0] <= toleranceM);
        for (double endM : strand.ends()) {
            double gapM = gapM(lake, strand.at(endM));
            if (gapM <= toleranceM && stretches.stream().noneMatch(s -> s[0] <= endM && endM <= s[1])) {
                stretches.add(new double[] {endM, endM, gapM});
            }
        }
        return stretches;
    }

    private static double gapM(Drawn lake, Coordinate point) {
        return isIn(lake, point)
                ? 0
                : lake.strands().stream()
                        .mapToDouble(shore -> shore.foot(point).gapM())
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
    }

    /** Inside an odd number of shores. */
    private static boolean isIn(Drawn lake, Coordinate point) {
        boolean inside = false;
        for (Strand shore : lake.strands()) {
            for (var leg : shore.legs()) {
                double northM = leg.yAt(leg.lengthM());
                if (leg.y() > point.y != northM > point.y) {
                    var from = new Coordinate(leg.x(), leg.y());
                    var to = new Coordinate(leg.xAt(leg.lengthM()), northM);
                    int side = Orientation.index(from, to, point);
                    inside ^= side == (northM > leg.y() ? Orientation.LEFT : Orientation.RIGHT);
                }
            }
        }
        return inside;
    }
}
