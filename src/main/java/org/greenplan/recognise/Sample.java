package org.greenplan.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * Vertices of a file.
 *
 * @param middle their median in each direction; not a number where there are none
 */
record Sample(List<List<Coordinate>> layers, List<Coordinate> all, Coordinate middle) {
    /** Enough to tell systems apart, however many layers a file has. */
    private static final int MOST_LOOKED_AT = 2_400;

    private static final int FEWEST = 4;

    private static List<Coordinate> thinned(List<Coordinate> layer, int most) {
        if (layer.size() <= most) {
            return layer;
        }
        List<Coordinate> thinned = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            thinned.add(layer.get((int) ((long) i * layer.size() / most)));
        }
        return thinned;
    }

    /** The larger of its extents in both directions, of the middle nine tenths, for a stray point says nothing of a file. */
    double widest() {
        return Math.max(
                spread(all.stream().mapToDouble(c -> c.x)), spread(all.stream().mapToDouble(c -> c.y)));
    }

    private static double spread(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * 19 / 20] - sorted[(sorted.length - 1) / 20];
    }

    static Sample of(List<List<Coordinate>> given) {
        int total = given.stream().mapToInt(List::size).sum();
        List<List<Coordinate>> layers = total <= MOST_LOOKED_AT
                ? given
                : given.stream()
                        .map(layer -> thinned(layer, Math.max(FEWEST, MOST_LOOKED_AT / given.size())))
                        .toList();
        List<Coordinate> all = layers.stream().flatMap(List::stream).toList();
        double[] x = all.stream().mapToDouble(c -> c.x).sorted().toArray();
        double[] y = all.stream().mapToDouble(c -> c.y).sorted().toArray();
        Coordinate middle = all.isEmpty()
                ? new Coordinate(Double.NaN, Double.NaN)
                : new Coordinate(x[x.length / 2], y[y.length / 2]);
        return new Sample(layers, all, middle);
    }
}
