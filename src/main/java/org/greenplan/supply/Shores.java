package org.greenplan.supply;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.water.shore.ShoreGreen;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * How much of the lakes' shores has a green belt behind it.
 *
 * @param greenM by lake, of its shore
 * @param shoreM by lake
 * @param leastPercent share of all shores that ought to be green; 0 where nobody asks for one
 */
public record Shores(Map<String, Double> greenM, Map<String, Double> shoreM, double leastPercent) {
    /** Nothing was looked at. */
    public static final Shores NONE = new Shores(Map.of(), Map.of(), 0);

    private static final double WIDTH_M = 10;
    private static final double GAP_M = 3;

    public Shores {
        greenM = Map.copyOf(greenM);
        shoreM = Map.copyOf(shoreM);
    }

    /**
     * Walks the shores.
     *
     * @param lakes by their ids, in the plan's plane
     * @param green polygons near each of them
     */
    public static Shores of(Map<String, Geometry> lakes, Map<String, List<Geometry>> green, Tables tables) {
        Map<String, Double> greenM = new TreeMap<>();
        Map<String, Double> shoreM = new TreeMap<>();
        double gap = basis(tables, "shore_gap_m", GAP_M);
        double width = Math.max(1, basis(tables, "shore_width_m", WIDTH_M));
        lakes.forEach((id, shape) -> {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                if (shape.getGeometryN(i) instanceof Polygon lake) {
                    ShoreGreen walked = ShoreGreen.of(lake, green.getOrDefault(id, List.of()), gap, width);
                    greenM.merge(id, walked.greenM(), Double::sum);
                    shoreM.merge(id, walked.shoreM(), Double::sum);
                }
            }
        });
        return new Shores(greenM, shoreM, basis(tables, "shore_percent", 0));
    }

    /** So far from a lake green is looked for, metres. */
    public static double reachM(Tables tables) {
        return basis(tables, "shore_gap_m", GAP_M) + Math.max(1, basis(tables, "shore_width_m", WIDTH_M));
    }

    private static double basis(Tables tables, String attribute, double usual) {
        return tables.all(Tables.BASIS).stream()
                .filter(row -> row.has(attribute))
                .mapToDouble(row -> row.given(attribute).number())
                .findFirst()
                .orElse(usual);
    }

    /** Of all shores, 0 to 1; NaN where there is none. */
    public double share() {
        return greenM.values().stream().mapToDouble(one -> one).sum()
                / shoreM.values().stream().mapToDouble(one -> one).sum();
    }
}
