package org.greenplan.ogc;

import java.util.Arrays;
import org.greenplan.crs.Crs;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Geometry;

/** Reads {@code bbox}: four numbers, or six with heights that say nothing here, in the order of the axes of its system. */
final class BoxParameter {
    private BoxParameter() {}

    /** What the box covers in longitude and latitude. */
    static Geometry parse(String text, Crs crs) {
        double[] v = numbers(text);
        boolean six = v.length == 6;
        double first1 = v[0];
        double second1 = v[1];
        double first2 = v[six ? 3 : 2];
        double second2 = v[six ? 4 : 3];
        boolean acrossDateLine = crs.geographic() && (crs.northFirst() ? second1 > second2 : first1 > first2);
        if (acrossDateLine) {
            return crs.northFirst()
                    ? crs.box(first1, second1, first2, 180).union(crs.box(first1, -180, first2, second2))
                    : crs.box(first1, second1, 180, second2).union(crs.box(-180, second1, first2, second2));
        }
        if (first1 > first2 || second1 > second2) {
            throw wrong(text, crs);
        }
        return crs.box(first1, second1, first2, second2);
    }

    private static double[] numbers(String text) {
        try {
            double[] v = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if ((v.length == 4 || v.length == 6) && Arrays.stream(v).allMatch(Double::isFinite)) {
                return v;
            }
        } catch (NumberFormatException e) {
            // Told below, like every other bad box.
        }
        throw wrong(text, Crs.CRS84);
    }

    private static Problem.BadRequest wrong(String text, Crs crs) {
        String zh = crs.northFirst() ? "南,西,北,东" : "西,南,东,北";
        String en = crs.northFirst() ? "south,west,north,east" : "west,south,east,north";
        return new Problem.BadRequest(
                Words.of(
                        "bbox“" + text + "”应为四个或六个数：" + zh + "(按坐标系 " + crs.uri() + " 的轴序)。",
                        "The bbox \"" + text + "\" should be four or six numbers: " + en + ", the order of the axes of "
                                + crs.uri() + "."),
                "bbox");
    }
}
