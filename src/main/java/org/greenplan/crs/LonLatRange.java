package org.greenplan.crs;

import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** The bounds of longitude and latitude in degrees, and a helpful word when metres arrive in their place. */
public final class LonLatRange {
    private LonLatRange() {}

    /** Refuses a position that is no longitude and latitude in degrees; the field is the place in the input, where it is known. */
    public static void require(double lon, double lat, @Nullable String field) {
        if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
            throw new Problem.Invalid(
                    Words.of("坐标不是有限的数字。请重新绘制该点。", "A coordinate is not a finite number. Draw that point again."),
                    field);
        }
        if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
            boolean metres = Math.abs(lon) > 1000 || Math.abs(lat) > 1000;
            throw new Problem.Invalid(metres ? metres(lon, lat) : degrees(lon, lat), field);
        }
    }

    private static Words metres(double x, double y) {
        return Words.of(
                "坐标 (" + x + ", " + y + ") 像是以米为单位的平面坐标。请用“导入”并选择坐标系，或先换算为经纬度（EPSG:4490）。",
                "The position (" + x + ", " + y
                        + ") looks like metres of a projected plane. Import the file and choose its"
                        + " coordinate system, or convert to longitude and latitude (EPSG:4490).");
    }

    private static Words degrees(double lon, double lat) {
        return Words.of(
                "坐标 (" + lon + ", " + lat + ") 超出经纬度范围。经度在前，纬度在后。",
                "The position (" + lon + ", " + lat
                        + ") lies outside longitude ±180, latitude ±90. Longitude comes first.");
    }
}
