package org.greenplan.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.crs.GaussKruger.LonLat;

/**
 * Two numbers that somebody copied from a map or a drawing, read as a place: longitude and latitude in either order, or plane
 * coordinates with or without the zone prefix in either order.
 */
public final class CoordinateText {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern ONLY_NUMBERS = Pattern.compile("[-\\d.,;\\s,;°NEne]+");
    private static final double FALSE_EASTING = 500_000;
    private static final double HALF_ZONE_M = 250_000;

    private CoordinateText() {}

    /** The place, or nothing where the text is no pair of coordinates in China. */
    public static Optional<LonLat> place(String text, PlanCrs crs) {
        if (!ONLY_NUMBERS.matcher(text).matches()) {
            return Optional.empty();
        }
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Double.valueOf(matcher.group()));
        }
        if (numbers.size() != 2) {
            return Optional.empty();
        }
        double a = numbers.get(0);
        double b = numbers.get(1);
        return degrees(a, b).or(() -> degrees(b, a)).or(() -> plane(a, b, crs)).or(() -> plane(b, a, crs));
    }

    private static Optional<LonLat> degrees(double lon, double lat) {
        return lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54 ? Optional.of(new LonLat(lon, lat)) : Optional.empty();
    }

    /** A zone prefix is the zone's number before the six digits of the easting; zones of three degrees count from 25 to 45. */
    private static Optional<LonLat> plane(double east, double north, PlanCrs crs) {
        if (north < 300_000 || north > 6_000_000) {
            return Optional.empty();
        }
        double meridian = crs.projection().centralMeridianDeg();
        double easting = east;
        if (east >= 25_000_000 && east < 46_000_000) {
            int zone = (int) (east / 1_000_000);
            meridian = zone * 3.0;
            easting = east - zone * 1_000_000.0;
        }
        if (Math.abs(easting - FALSE_EASTING) > HALF_ZONE_M) {
            return Optional.empty();
        }
        return Optional.of(new GaussKruger(meridian, FALSE_EASTING).inverse(easting, north));
    }
}
