package org.greenplan.crs;

import java.util.Optional;
import org.greenplan.crs.GaussKruger.LonLat;

/**
 * Two numbers that somebody copied from a map or a drawing, as a place: longitude and latitude in either order, or plane
 * coordinates with or without the zone prefix in either order.
 */
public final class CoordinatePair {
    private static final double HALF_ZONE_M = 350_000;

    private CoordinatePair() {}

    /** The place of two numbers, or nothing where they are no pair of coordinates in China. */
    public static Optional<LonLat> place(double a, double b, PlanCrs crs) {
        return degrees(a, b).or(() -> degrees(b, a)).or(() -> plane(a, b, crs)).or(() -> plane(b, a, crs));
    }

    private static Optional<LonLat> degrees(double lon, double lat) {
        return lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54 ? Optional.of(new LonLat(lon, lat)) : Optional.empty();
    }

    /** On the plan's own plane; a number before the six digits of the easting is a zone's and tells its meridian. */
    private static Optional<LonLat> plane(double east, double north, PlanCrs crs) {
        GaussKruger own = crs.projection();
        GaussKruger projection = Math.abs(east - own.falseEastingM()) <= HALF_ZONE_M
                ? own
                : Planes.prefixing(east).map(Zone::projection).orElse(own);
        double fromEquatorM = north - projection.falseNorthingM();
        boolean near = fromEquatorM >= 300_000
                && fromEquatorM <= 6_000_000
                && Math.abs(east - projection.falseEastingM()) <= HALF_ZONE_M;
        return near ? Optional.of(projection.inverse(east, north)) : Optional.empty();
    }
}
