package org.greenplan.reshape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Which corner of a moved stretch became which: the first and the last are each other's, and between them all corners of the shorter stretch
 * go, in their order, to those of the longer that make the way shortest. The others are new, or gone.
 */
final class Pairing {
    /** Of longer stretches only the ends are paired. */
    private static final int MOST = 4_000_000;

    private Pairing() {}

    /** A corner of the old stretch and the corner of the new one that it became, as their numbers. */
    record Pair(int old, int now) {}

    static List<Pair> of(Moved moved) {
        int lastOld = moved.old().size() - 1;
        int lastNow = moved.now().size() - 1;
        boolean grew = lastOld <= lastNow;
        List<Coordinate> few = (grew ? moved.old() : moved.now()).subList(1, Math.min(lastOld, lastNow));
        List<Coordinate> many = (grew ? moved.now() : moved.old()).subList(1, Math.max(lastOld, lastNow));
        List<Pair> pairs = new ArrayList<>(List.of(new Pair(0, 0)));
        int[] matched = (long) few.size() * many.size() > MOST ? new int[0] : matched(few, many);
        for (int i = 0; i < matched.length; i++) {
            pairs.add(grew ? new Pair(i + 1, matched[i] + 1) : new Pair(matched[i] + 1, i + 1));
        }
        pairs.add(new Pair(lastOld, lastNow));
        return pairs;
    }

    private static int[] matched(List<Coordinate> few, List<Coordinate> many) {
        int m = few.size();
        int n = many.size();
        double[][] cost = new double[m + 1][n + 1];
        for (int i = 1; i <= m; i++) {
            cost[i][i - 1] = Double.POSITIVE_INFINITY;
            for (int j = i; j <= n; j++) {
                double taken = cost[i - 1][j - 1] + few.get(i - 1).distance(many.get(j - 1));
                cost[i][j] = Math.min(cost[i][j - 1], taken);
            }
        }
        int[] matched = new int[m];
        int j = n;
        for (int i = m; i > 0; i--) {
            while (cost[i][j] == cost[i][j - 1]) {
                j--;
            }
            matched[i - 1] = --j;
        }
        return matched;
    }
}
