package org.greenplan.format.parcel;

import org.greenplan.crs.GaussKruger;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * The 3-degree zone in which parcels are written.
 *
 * @param prefixM what makes an easting of the rows one with the zone number before it
 */
record ParcelZone(int number, double prefixM) {
    private static final int FIRST = 25;
    private static final int ZONES = 21;
    private static final int FIRST_PREFIXED = 4513;
    private static final int FIRST_PLAIN = 4534;

    static ParcelZone of(int epsg) {
        if (epsg >= FIRST_PREFIXED && epsg < FIRST_PREFIXED + ZONES) {
            return new ParcelZone(epsg - FIRST_PREFIXED + FIRST, 0);
        }
        if (epsg >= FIRST_PLAIN && epsg < FIRST_PLAIN + ZONES) {
            int number = epsg - FIRST_PLAIN + FIRST;
            return new ParcelZone(number, number * 1_000_000.0);
        }
        throw new Problem.Invalid(
                Words.of(
                        "报批坐标只能用 3 度带高斯坐标(EPSG:4513–4533 或 4534–4554),不能用 EPSG:" + epsg + "。",
                        "Parcel TXT takes 3-degree Gauss–Krüger coordinates only (EPSG:4513 to 4533 or 4534 to 4554), not EPSG:"
                                + epsg + "."),
                "crs");
    }

    /** The place of a point whose easting carries the zone number. */
    GaussKruger.LonLat place(double prefixedEastM, double northM) {
        return new GaussKruger(number * 3.0, 500_000).inverse(prefixedEastM - number * 1_000_000.0, northM);
    }
}
