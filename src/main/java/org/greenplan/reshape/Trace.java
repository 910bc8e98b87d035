package org.greenplan.reshape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The corners of an edge that is already there, between two places on it, the shorter way round. Metres, in the plan's plane. */
final class Trace {
    private static final double SAME_M = 1e-6;

    private Trace() {}

    /**
     * The corners strictly between the two places.
     *
     * @param edges shapes whose outlines or lines may be followed
     * @param reachM how far beside an edge the places may lie
     * @return null where no edge runs by both places
     */
    static @Nullable List<Coordinate> between(Coordinate from, Coordinate to, List<Geometry> edges, double reachM) {
        LineString best = null;
        double beside = reachM;
        for (Geometry edge : edges) {
            for (Object each : LinearComponentExtracter.getLines(edge)) {
                LineString line = (LineString) each;
                double off = Math.max(off(line, from), off(line, to));
                if (off <= beside && (best == null || off < beside)) {
                    best = line;
                    beside = off;
                }
            }
        }
        return best == null ? null : along(best, from, to);
    }

    private static double off(LineString line, Coordinate place) {
        return line.distance(line.getFactory().createPoint(place));
    }

    private static List<Coordinate> along(LineString line, Coordinate from, Coordinate to) {
        var index = new LengthIndexedLine(line);
        double begin = index.project(from);
        double end = index.project(to);
        double length = line.getLength();
        boolean around = line.isClosed() && Math.abs(end - begin) > length / 2;
        List<Coordinate> between = new ArrayList<>();
        double[] at = stations(line);
        int corners = line.isClosed() ? at.length - 1 : at.length;
        for (int i = 0; i < corners; i++) {
            boolean inner = at[i] > Math.min(begin, end) + SAME_M && at[i] < Math.max(begin, end) - SAME_M;
            boolean outer = at[i] < Math.min(begin, end) - SAME_M || at[i] > Math.max(begin, end) + SAME_M;
            if (around ? outer : inner) {
                between.add(line.getCoordinateN(i));
            }
        }
        if (around) {
            // From the larger station over the closing corner to the smaller.
            int after = 0;
            while (after < corners && at[after] < Math.min(begin, end) - SAME_M) {
                after++;
            }
            Collections.rotate(between, -Math.min(after, between.size()));
        }
        boolean forwards = around ? begin > end : begin < end;
        if (!forwards) {
            Collections.reverse(between);
        }
        return between;
    }

    private static double[] stations(LineString line) {
        double[] at = new double[line.getNumPoints()];
        for (int i = 1; i < at.length; i++) {
            at[i] = at[i - 1] + line.getCoordinateN(i - 1).distance(line.getCoordinateN(i));
        }
        return at;
    }
}
