package org.greenplan.format.text;

import java.util.List;
import java.util.Locale;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Outlines that do not quite end where they begin: small gaps are closed and told, larger ones are named with their size. */
public final class OpenOutline {
    /** A gap below what a survey tells is a slip of the hand. */
    public static final double TOLERANCE_M = 0.02;

    /** The same in degrees, a little less. */
    public static final double TOLERANCE_DEG = 1.8e-7;

    /** Below it nobody sees a gap, and rounding makes some. */
    private static final double UNSEEN_M = 0.0002;

    private static final double M_PER_DEG = 111_320;

    private OpenOutline() {}

    /**
     * What is to be told of a gap that was closed; nothing where it is too small for anybody to see.
     *
     * @param gap metres, or degrees where the place is in degrees
     */
    public static List<GeometryNote> closed(double gap, Coordinate place) {
        double gapM = Math.abs(place.x) <= 180 && Math.abs(place.y) <= 90 ? gap * M_PER_DEG : gap;
        return gapM < UNSEEN_M ? List.of() : List.of(closed(gapM));
    }

    /** The note of a gap of so many metres. */
    public static GeometryNote closed(double gapM) {
        return new GeometryNote(
                "gap-closed",
                Words.of("轮廓首尾相差 " + zh(gapM) + "，已闭合。", "A gap of " + en(gapM) + " in the outline was closed."));
    }

    /** The widest gap of the lines of a shape that are open, as the distance of their ends in the shape's own units. */
    public static double widest(Geometry lines) {
        double widest = 0;
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            if (lines.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
                Coordinate first = line.getCoordinateN(0);
                widest = Math.max(widest, first.distance(line.getCoordinateN(line.getNumPoints() - 1)));
            }
        }
        return widest;
    }

    /** A length as people say it: millimetres, centimetres, metres. */
    public static String zh(double metres) {
        return number(metres) + (metres < 0.00995 ? " 毫米" : metres < 0.995 ? " 厘米" : " 米");
    }

    /** A length as people say it: millimetres, centimetres, metres. */
    public static String en(double metres) {
        return number(metres) + (metres < 0.00995 ? " mm" : metres < 0.995 ? " cm" : " m");
    }

    private static String number(double metres) {
        double value = metres < 0.00995 ? metres * 1000 : metres < 0.995 ? metres * 100 : metres;
        String text = String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
