package org.greenplan.relief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * The ground along a line of water from where it begins to where it ends, and whether water runs there by itself. The water falls evenly
 * from level to level; where the ground stands above that, the line is dug in; a pump lifts over the highest ground instead.
 *
 * @param stations in the order of the line, the first at its beginning and the last at its end
 * @param fromM the water level at the beginning, metres: the typed one, else the ground
 * @param toM the same at the end
 * @param way how the water can go
 * @param cutM how far the ground stands above the water at the most, metres, 0 where nowhere
 * @param cutAtM where that is, metres from the beginning
 * @param liftM how high a pump would have to lift, metres, 0 where it need not
 * @param unknownM so many metres of the line have no height
 */
public record LineProfile(
        List<Station> stations,
        double fromM,
        double toM,
        Way way,
        double cutM,
        double cutAtM,
        double liftM,
        double unknownM) {
    /** Stations are at least so many, and at most so far from each other as the model's use asks. */
    private static final int FEWEST = 50;

    private static final int MOST = 2_000;

    /** No model knows the ground so well, and no channel lies so flat. */
    private static final double SHALLOW_M = 0.1;

    public LineProfile {
        stations = List.copyOf(stations);
    }

    /** How water can go along the line. */
    public enum Way {
        /** Downhill over the ground. */
        GRAVITY,
        /** Downhill, where the ground between is dug through. */
        CUT,
        /** The end lies higher than the beginning. */
        PUMP,
        /** An end has neither a level nor a height of the ground. */
        UNKNOWN
    }

    /**
     * A place on the line.
     *
     * @param alongM distance from the beginning along the line, metres on the plan's plane
     * @param groundM height of the ground, metres; NaN where the model holds none
     */
    public record Station(double alongM, double groundM) {}

    /** Places so close on a line, x east, y north, metres, that the ground between them cannot hide a hill from the model. */
    public static List<Coordinate> places(LineString line, double stepM) {
        var along = new LengthIndexedLine(line);
        int steps = (int) Math.min(MOST, Math.max(FEWEST, Math.ceil(line.getLength() / stepM)));
        List<Coordinate> places = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            places.add(along.extractPoint(line.getLength() * i / steps));
        }
        return places;
    }

    /**
     * What the heights along a line mean.
     *
     * @param lengthM the line's
     * @param groundM heights at evenly spaced places of the whole line, NaN where unknown
     * @param fromLevelM the typed level where the line begins, or null for the ground
     * @param toLevelM the same where it ends
     */
    public static LineProfile of(
            double lengthM, List<Double> groundM, @Nullable Double fromLevelM, @Nullable Double toLevelM) {
        int last = groundM.size() - 1;
        List<Station> stations = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            stations.add(new Station(lengthM * i / last, groundM.get(i)));
        }
        double from = fromLevelM == null ? groundM.get(0) : fromLevelM;
        double to = toLevelM == null ? groundM.get(last) : toLevelM;
        double cut = 0;
        double cutAt = 0;
        double summit = Math.max(from, to);
        int unknown = 0;
        for (Station station : stations) {
            double ground = station.groundM();
            if (Double.isNaN(ground)) {
                unknown++;
                continue;
            }
            double depth = ground - (from + (to - from) * station.alongM() / lengthM);
            if (depth > cut) {
                cut = depth;
                cutAt = station.alongM();
            }
            summit = Math.max(summit, ground);
        }
        Way way = Double.isNaN(from) || Double.isNaN(to)
                ? Way.UNKNOWN
                : to > from ? Way.PUMP : cut > SHALLOW_M ? Way.CUT : Way.GRAVITY;
        double lift = way == Way.UNKNOWN ? 0 : summit - from;
        return new LineProfile(stations, from, to, way, cut, cutAt, lift, lengthM * unknown / stations.size());
    }

    /** What it means, in a sentence. */
    public Words sentence() {
        String gap = unknownM > 0 ? number("其中 %.0f m 没有高程。", unknownM) : "";
        String gapEn = unknownM > 0 ? number(" %.0f m of it have no height.", unknownM) : "";
        Words way =
                switch (this.way) {
                    case GRAVITY ->
                        Words.of(
                                number("可自流：由 %.1f m 降到 %.1f m，全线地面不高于水面线。", fromM, toM),
                                number(
                                        "Runs by gravity: from %.1f m down to %.1f m, the ground nowhere above the water.",
                                        fromM, toM));
                    case CUT ->
                        Words.of(
                                number("自流须挖深：距起点 %.0f m 处地面高出水面线 %.1f m；或改为泵送，扬程约 %.1f m。", cutAtM, cutM, liftM),
                                number(
                                        "Runs by gravity if dug in: %.0f m from the beginning the ground stands %.1f m above the water; or a pump"
                                                + " lifts it by about %.1f m.",
                                        cutAtM, cutM, liftM));
                    case PUMP ->
                        Words.of(
                                number("须泵送：终点 %.1f m 高于起点 %.1f m，扬程约 %.1f m。", toM, fromM, liftM),
                                number(
                                        "Needs a pump: the end at %.1f m lies above the beginning at %.1f m; the lift is about %.1f m.",
                                        toM, fromM, liftM));
                    case UNKNOWN ->
                        Words.of(
                                "端点既无水位又无地面高程，不能判断。请填写水位，或换一个覆盖此处的高程模型。",
                                "An end has neither a level nor a height of the ground. Type the level, or use a model that covers it.");
                };
        return Words.of(way.zh() + gap, way.en() + gapEn);
    }

    private static String number(String text, Object... numbers) {
        return String.format(Locale.ROOT, text, numbers);
    }
}
