package org.greenplan.recognise;

import java.util.List;
import java.util.Optional;
import org.greenplan.crs.Ellipsoid;
import org.greenplan.crs.GaussKruger;
import org.greenplan.problem.Words;

/**
 * A row of Gauss–Krüger zones as the EPSG registry numbers them, one code after the other from west to east.
 *
 * @param stepDeg width of a zone, 3 or 6 degrees
 * @param prefixed true where the zone number stands before the six digits of the easting
 */
record GridFamily(Datum datum, int stepDeg, boolean prefixed, int firstEpsg) {
    private static final double FIRST_MERIDIAN_DEG = 75;
    private static final double FALSE_EASTING_M = 500_000;
    static final double PREFIX_M = 1_000_000;

    /** A Chinese geodetic system. */
    enum Datum {
        CGCS2000,
        XIAN_1980,
        BEIJING_1954;

        Words title() {
            return switch (this) {
                case CGCS2000 -> Words.of("2000国家大地坐标系", "CGCS2000");
                case XIAN_1980 -> Words.of("1980西安坐标系", "Xi'an 1980");
                case BEIJING_1954 -> Words.of("1954北京坐标系", "Beijing 1954");
            };
        }

        Ellipsoid ellipsoid() {
            return switch (this) {
                case CGCS2000 -> Ellipsoid.CGCS2000;
                case XIAN_1980 -> Ellipsoid.IAG_1975;
                case BEIJING_1954 -> Ellipsoid.KRASSOVSKY;
            };
        }
    }

    static final List<GridFamily> ALL = List.of(
            new GridFamily(Datum.CGCS2000, 3, false, 4534),
            new GridFamily(Datum.CGCS2000, 3, true, 4513),
            new GridFamily(Datum.CGCS2000, 6, false, 4502),
            new GridFamily(Datum.CGCS2000, 6, true, 4491),
            new GridFamily(Datum.XIAN_1980, 3, false, 2370),
            new GridFamily(Datum.XIAN_1980, 3, true, 2349),
            new GridFamily(Datum.XIAN_1980, 6, false, 2338),
            new GridFamily(Datum.XIAN_1980, 6, true, 2327),
            new GridFamily(Datum.BEIJING_1954, 3, false, 2422),
            new GridFamily(Datum.BEIJING_1954, 3, true, 2401),
            new GridFamily(Datum.BEIJING_1954, 6, false, 21453),
            new GridFamily(Datum.BEIJING_1954, 6, true, 21413));

    /** One zone of a family. */
    record Zone(GridFamily family, int epsg, double meridianDeg) {
        GaussKruger projection() {
            return new GaussKruger(family.datum.ellipsoid(), meridianDeg, FALSE_EASTING_M);
        }

        int number() {
            return (int) Math.round((meridianDeg + (family.stepDeg == 6 ? 3 : 0)) / family.stepDeg);
        }

        double prefixM() {
            return family.prefixed ? number() * PREFIX_M : 0;
        }

        Words title() {
            String degrees = family.stepDeg + "";
            int meridian = (int) meridianDeg;
            Words datum = family.datum.title();
            return family.prefixed
                    ? Words.of(
                            datum.zh() + " " + degrees + " 度带第 " + number() + " 带(带号)",
                            datum.en() + " / " + degrees + "-degree zone " + number() + " (with prefix)")
                    : Words.of(
                            datum.zh() + " " + degrees + " 度带,中央经线 " + meridian + "°(无带号)",
                            datum.en() + " / " + degrees + "-degree, central meridian " + meridian + "E (no prefix)");
        }
    }

    /** Number of zones between the meridians 75 and 135 degrees east. */
    int count() {
        return 60 / stepDeg + 1;
    }

    /** The zone of an EPSG code, if it is one of these. */
    static Optional<Zone> find(int epsg) {
        return ALL.stream()
                .filter(f -> epsg >= f.firstEpsg && epsg < f.firstEpsg + f.count())
                .map(f -> f.zone(epsg - f.firstEpsg))
                .findFirst();
    }

    /** The zone whose central meridian lies nearest to a longitude. */
    Zone at(double lonDeg) {
        int index = (int) Math.round((lonDeg - FIRST_MERIDIAN_DEG) / stepDeg);
        return zone(Math.max(0, Math.min(count() - 1, index)));
    }

    /** The zone of that number (25 to 45 for three degrees, 13 to 23 for six). */
    Optional<Zone> numbered(int number) {
        double meridian = stepDeg == 3 ? 3.0 * number : 6.0 * number - 3;
        int index = (int) Math.round((meridian - FIRST_MERIDIAN_DEG) / stepDeg);
        return index < 0 || index >= count() ? Optional.empty() : Optional.of(zone(index));
    }

    private Zone zone(int index) {
        return new Zone(this, firstEpsg + index, FIRST_MERIDIAN_DEG + (double) stepDeg * index);
    }
}
