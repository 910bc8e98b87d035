package org.greenplan.crs;

import java.util.List;
import java.util.Optional;

/**
 * The one table of planes: the Gauss–Krüger zones of the Chinese systems under their EPSG codes. Whoever needs a zone, its code, its
 * number or its meridian asks here.
 */
public final class Planes {
    /** Every row of zones, three degrees before six, without prefix before with, CGCS2000 first. */
    public static final List<ZoneFamily> FAMILIES = List.of(
            new ZoneFamily(Datum.CGCS2000, 3, false, 4534),
            new ZoneFamily(Datum.CGCS2000, 3, true, 4513),
            new ZoneFamily(Datum.CGCS2000, 6, false, 4502),
            new ZoneFamily(Datum.CGCS2000, 6, true, 4491),
            new ZoneFamily(Datum.XIAN_1980, 3, false, 2370),
            new ZoneFamily(Datum.XIAN_1980, 3, true, 2349),
            new ZoneFamily(Datum.XIAN_1980, 6, false, 2338),
            new ZoneFamily(Datum.XIAN_1980, 6, true, 2327),
            new ZoneFamily(Datum.BEIJING_1954, 3, false, 2422),
            new ZoneFamily(Datum.BEIJING_1954, 3, true, 2401),
            new ZoneFamily(Datum.BEIJING_1954, 6, false, 21453),
            new ZoneFamily(Datum.BEIJING_1954, 6, true, 21413));

    private Planes() {}

    /** A plane by its text; refuses, with what would do, any other. */
    public static Plane of(String text) {
        return PlaneText.read(text).orElseThrow(() -> PlaneText.unknown(text));
    }

    /** The zone of an EPSG code, of whatever datum. */
    public static Optional<Zone> zone(int epsg) {
        return FAMILIES.stream().flatMap(f -> f.coded(epsg).stream()).findFirst();
    }

    /** The zone of a datum, a width of 3 or 6 degrees and a number, with that number before the easting or without. */
    public static Optional<Zone> zone(Datum datum, int stepDeg, int number, boolean prefixed) {
        return of(datum).stream()
                .filter(f -> f.stepDeg() == stepDeg && f.prefixed() == prefixed)
                .flatMap(f -> f.numbered(number).stream())
                .findFirst();
    }

    /** The rows of zones of a datum. */
    public static List<ZoneFamily> of(Datum datum) {
        return FAMILIES.stream().filter(f -> f.datum() == datum).toList();
    }

    /** The zone of CGCS2000 whose number stands before an easting in metres. */
    public static Optional<Zone> prefixing(double eastM) {
        return of(Datum.CGCS2000).stream()
                .filter(ZoneFamily::prefixed)
                .flatMap(f -> f.numbered(Zone.numberBefore(eastM)).stream())
                .findFirst();
    }

    /** The 3-degree zone of CGCS2000 nearest to a longitude, without prefix: the plane of most plans there. */
    public static Zone at(double lonDeg) {
        return FAMILIES.get(0).at(lonDeg);
    }

    /**
     * The plane of these numbers: the zone of the registry that has them, or else a local plane.
     *
     * @param meridianDeg central meridian, degrees east
     * @param heightM projection height above the ellipsoid
     */
    public static Plane of(double meridianDeg, double falseEastingM, double falseNorthingM, double heightM) {
        Optional<Zone> zone = falseNorthingM != 0 || heightM != 0
                ? Optional.empty()
                : of(Datum.CGCS2000).stream()
                        .flatMap(f -> f.on(meridianDeg).stream())
                        .filter(z -> z.projection().falseEastingM() == falseEastingM)
                        .findFirst();
        return zone.isPresent() ? zone.get() : new LocalPlane(meridianDeg, falseEastingM, falseNorthingM, heightM);
    }
}
