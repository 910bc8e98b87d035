package org.greenplan.network;

import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Features made up on a coarse grid, so that much touches, and a little beside it, so that much nearly does. */
final class RandomDrawn {
    private RandomDrawn() {}

    static Drawn of(String id, Kind kind, Random random) {
        String wkt =
                switch (kind) {
                    case RIVER, LINK, DRAIN -> line(random);
                    case STRUCTURE -> "POINT (" + point(random) + ")";
                    case LAKE, FARMLAND -> Sketch.square(grid(random), grid(random), 20 + 10 * random.nextInt(6));
                };
        return Drawn.of(id, kind, Sketch.shape(wkt), random.nextBoolean(), Map.of());
    }

    private static String line(Random random) {
        var points = new StringBuilder(point(random));
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            points.append(", ").append(point(random));
        }
        return "LINESTRING (" + points + ")";
    }

    private static String point(Random random) {
        return String.format(Locale.ROOT, "%.3f %.3f", grid(random), grid(random));
    }

    private static double grid(Random random) {
        return 50 * random.nextInt(12) + (random.nextInt(3) == 0 ? 8 * random.nextDouble() - 4 : 0);
    }
}
