package org.greenplan.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.geo.Overlay;
import org.greenplan.problem.Words;
import org.greenplan.rule.Judge.Found;
import org.greenplan.rule.Outcome.State;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * The belt of a corridor looked at along its line: every few metres a ray to each side that has a width, and how much of it in one piece
 * lies in the belt and outside the ways' land. So a belt drawn from the axis of a road is measured from the road's edge.
 */
record Profiles(WayLand land) {
    /** Belts are polygons with arcs of equal area: so much is lost to no fault of the planner. */
    private static final double SLACK_M = 0.05;

    private static final double REACH_M = 600;

    /** How far a ray goes on the left and on the right of a place, and how far the narrow stretches are. */
    private record Side(String zh, String en, int sign) {}

    private static final List<Side> SIDES = List.of(new Side("左侧", "left", 1), new Side("右侧", "right", -1));

    Found of(RuleTest.Profile profile, Subject plot, Around around) {
        Geometry line = plot.line();
        if (line == null || line.getLength() == 0) {
            return new Found(State.NOT_APPLICABLE, List.of(), plot.area(), 0, null);
        }
        Geometry green = Overlay.difference(plot.area(), land.of(profile.ways(), plot, around));
        List<LineString> narrow = new ArrayList<>();
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        boolean any = false;
        double worst = 1;
        for (Side side : SIDES) {
            if (declared(plot, side)) {
                any = true;
                var stretches = stretches(profile, line, green, side.sign());
                double bad =
                        stretches.stream().mapToDouble(LineString::getLength).sum();
                double share = 1 - bad / line.getLength();
                worst = Math.min(worst, share);
                narrow.addAll(stretches);
                String width = String.format(Locale.ROOT, "%.0f", profile.widthM());
                String percent = String.format(Locale.ROOT, "%.0f", share * 100);
                zh.add(side.zh() + "≥" + width + " m 占 " + percent + "%");
                en.add(side.en() + " ≥ " + width + " m over " + percent + "%");
            }
        }
        Words note = any ? Words.of(String.join("，", zh), String.join(", ", en)) : null;
        if (!any || worst >= profile.share()) {
            return Trials.pass(plot, note);
        }
        Geometry shape = line.getFactory().createMultiLineString(narrow.toArray(LineString[]::new));
        return new Found(State.HIT, List.of(), shape, shape.getLength(), note);
    }

    private static boolean declared(Subject plot, Side side) {
        var belt = plot.layer().belt();
        if (belt == null) {
            return false;
        }
        Object width = plot.feature().attributes().get(side.sign() > 0 ? belt.leftWidth() : belt.rightWidth());
        return width instanceof Number metres && metres.doubleValue() > 0;
    }

    /** The stretches of a line beside which the belt is too narrow. */
    private static List<LineString> stretches(RuleTest.Profile profile, Geometry line, Geometry green, int sign) {
        List<LineString> narrow = new ArrayList<>();
        for (int part = 0; part < line.getNumGeometries(); part++) {
            if (!(line.getGeometryN(part) instanceof LineString piece) || piece.getLength() == 0) {
                continue;
            }
            var index = new LengthIndexedLine(piece);
            int steps = (int) Math.max(1, Math.ceil(piece.getLength() / profile.stepM()));
            double step = piece.getLength() / steps;
            double from = -1;
            for (int i = 0; i <= steps; i++) {
                boolean bad = i < steps && widthM(index, (i + 0.5) * step, green, sign) < profile.widthM() - SLACK_M;
                if (bad && from < 0) {
                    from = i * step;
                } else if (!bad && from >= 0) {
                    narrow.add((LineString) index.extractLine(from, i * step));
                    from = -1;
                }
            }
        }
        return narrow;
    }

    private static double widthM(LengthIndexedLine line, double atM, Geometry green, int sign) {
        Coordinate from = line.extractPoint(atM);
        // A place off the line, so that the ray stands square to the leg it begins on.
        Coordinate to = line.extractPoint(atM, sign * REACH_M);
        Geometry ray = green.getFactory().createLineString(new Coordinate[] {from, to});
        Geometry inside = green.intersection(ray);
        double longest = 0;
        for (int i = 0; i < inside.getNumGeometries(); i++) {
            longest = Math.max(longest, inside.getGeometryN(i).getLength());
        }
        return longest;
    }
}
