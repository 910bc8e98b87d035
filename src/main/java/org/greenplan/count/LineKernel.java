package org.greenplan.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.geo.Intervals;
import org.greenplan.geo.Leg;
import org.greenplan.geo.Mask;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Counts the length of a line once: what runs along an earlier line, within a tolerance, is lost; what crosses it is not.
 *
 * <p>No line is cut and no crossing becomes a corner. Near an earlier line are stretches of distance along the line as it was drawn; a
 * stretch is lost unless its signed distance to the earlier line changes from its one end to the other by more than a sixth of its length.
 * Earlier lines are compared whole, each part of them by itself, as far as they lie in the district. The parts of one line come one after the
 * other, and a part is compared with what it ran more than four tolerances before. What lies outside the district is left out last.
 *
 * @param toleranceM how far beside an earlier line still runs along it, metres
 */
public record LineKernel(double toleranceM) {
    private static final int LAG = 4;

    /** A leg of an earlier line, as it is found by its place. */
    private record Piece(EarlierLine of, int leg, int line) {}

    /**
     * What of a line counts.
     *
     * @param line lineal, in the plan's plane (metres)
     * @param earlier lines that count before it
     * @param district what lies outside counts for nobody
     */
    public CountedLine counted(Geometry line, List<Geometry> earlier, Mask district) {
        Envelope around = new Envelope(line.getEnvelopeInternal());
        around.expandBy(toleranceM);
        boolean allInside = district.covers(around);
        List<EarlierLine> before = new ArrayList<>();
        for (Geometry other : earlier) {
            for (LineString part : parts(other)) {
                if (part.getEnvelopeInternal().intersects(around)) {
                    before.add(earlier(part, allInside, district));
                }
            }
        }
        int first = before.size();
        List<LineString> parts = parts(line);
        parts.forEach(part -> before.add(earlier(part, allInside, district)));
        STRtree index = index(around, before);
        List<CountedLine.Part> counted = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            EarlierLine own = before.get(first + i);
            Intervals lost = index.isEmpty() ? Intervals.NONE : lost(own.legs(), first + i, index);
            counted.add(new CountedLine.Part(parts.get(i), own.inside().minus(lost)));
        }
        return new CountedLine(counted);
    }

    private static EarlierLine earlier(LineString part, boolean allInside, Mask district) {
        List<Leg> legs = Leg.of(part);
        double lengthM = legs.get(legs.size() - 1).endM();
        Intervals whole = Intervals.union(List.of(new Intervals.Interval(0, lengthM)));
        return new EarlierLine(legs, part.isClosed(), allInside ? whole : district.inside(part));
    }

    /** What of a line is lost to the lines that have smaller numbers, and to itself. */
    private Intervals lost(List<Leg> legs, int number, STRtree index) {
        Map<Integer, List<Near>> near = new HashMap<>();
        for (Leg leg : legs) {
            index.query(leg.box(0), item -> {
                Piece piece = (Piece) item;
                if (piece.line() <= number) {
                    double lagM = piece.line() == number ? LAG * toleranceM : EarlierLine.NO_LAG;
                    piece.of()
                            .near(
                                    leg,
                                    piece.leg(),
                                    toleranceM,
                                    lagM,
                                    near.computeIfAbsent(piece.line(), l -> new ArrayList<>())::add);
                }
            });
        }
        List<Intervals.Interval> lost = new ArrayList<>();
        near.values().forEach(pieces -> lost.addAll(Near.lost(pieces).stretches()));
        return Intervals.union(lost);
    }

    /** The pieces of all lines that may be near, whose numbers are their places in the list. */
    private STRtree index(Envelope around, List<EarlierLine> lines) {
        STRtree index = new STRtree();
        for (int line = 0; line < lines.size(); line++) {
            List<Leg> legs = lines.get(line).legs();
            for (int i = 0; i < legs.size(); i++) {
                Envelope box = legs.get(i).box(toleranceM);
                if (box.intersects(around)) {
                    index.insert(box, new Piece(lines.get(line), i, line));
                }
            }
        }
        return index;
    }

    /** The parts of a line that have a length. */
    private static List<LineString> parts(Geometry line) {
        List<LineString> parts = new ArrayList<>();
        for (int i = 0; i < line.getNumGeometries(); i++) {
            if (line.getGeometryN(i) instanceof LineString part && part.getLength() > 0) {
                parts.add(part);
            }
        }
        return parts;
    }
}
