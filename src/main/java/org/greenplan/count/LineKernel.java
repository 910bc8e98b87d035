package org.greenplan.count;

import java.util.ArrayList;
import java.util.List;
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
        List<CountedLine.Part> counted = new ArrayList<>();
        for (LineString part : parts(line)) {
            EarlierLine own = earlier(part, allInside, district);
            Intervals inside = own.inside();
            before.add(new EarlierLine(own.legs(), inside, LAG * toleranceM));
            counted.add(new CountedLine.Part(part, inside.minus(lost(own.legs(), before))));
            before.set(before.size() - 1, own);
        }
        return new CountedLine(counted);
    }

    private static EarlierLine earlier(LineString part, boolean allInside, Mask district) {
        List<Leg> legs = Leg.of(part);
        double lengthM = legs.get(legs.size() - 1).endM();
        Intervals whole = Intervals.union(List.of(new Intervals.Interval(0, lengthM)));
        return new EarlierLine(legs, allInside ? whole : district.inside(part), EarlierLine.NO_LAG);
    }

    /** What of a line is lost to lines before it. */
    private Intervals lost(List<Leg> legs, List<EarlierLine> before) {
        STRtree index = index(legs, before);
        if (index.isEmpty()) {
            return Intervals.NONE;
        }
        List<List<Near>> near = new ArrayList<>();
        before.forEach(line -> near.add(new ArrayList<>()));
        for (Leg leg : legs) {
            index.query(leg.box(0), item -> {
                Piece piece = (Piece) item;
                piece.of().near(leg, piece.leg(), toleranceM, near.get(piece.line())::add);
            });
        }
        List<Intervals.Interval> lost = new ArrayList<>();
        near.forEach(pieces -> lost.addAll(Near.lost(pieces).stretches()));
        return Intervals.union(lost);
    }

    private STRtree index(List<Leg> legs, List<EarlierLine> before) {
        Envelope around = new Envelope();
        legs.forEach(leg -> around.expandToInclude(leg.box(0)));
        STRtree index = new STRtree();
        for (int line = 0; line < before.size(); line++) {
            List<Leg> earlier = before.get(line).legs();
            for (int i = 0; i < earlier.size(); i++) {
                Envelope box = earlier.get(i).box(toleranceM);
                if (box.intersects(around)) {
                    index.insert(box, new Piece(before.get(line), i, line));
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
