package org.greenplan.format.parcel;

import org.greenplan.crs.Crs;
import org.greenplan.crs.GaussKruger;
import org.greenplan.crs.Zone;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * The zone in which parcels are written.
 *
 * @param zone with its number before the easting
 * @param prefixM what makes an easting of the rows one with the zone number before it
 */
record ParcelZone(Zone zone, double prefixM) {
    static ParcelZone of(Crs crs) {
        if (crs.plane() instanceof Zone zone) {
            Zone prefixed = zone.prefixed(true);
            return new ParcelZone(prefixed, prefixed.prefixM() - zone.prefixM());
        }
        throw new Problem.Invalid(
                Words.of(
                        "报批坐标只能用高斯–克吕格投影带的坐标（EPSG:4513–4554 为 3 度带，4491–4512 为 6 度带），不能用 " + crs.code() + "。",
                        "Parcel TXT takes coordinates of Gauss–Krüger zones only (EPSG:4513 to 4554 with 3 degrees, 4491 to 4512 with 6), not "
                                + crs.code() + "."),
                "crs");
    }

    int number() {
        return zone.number();
    }

    /** How many degrees wide the zones are. */
    int stepDeg() {
        return zone.family().stepDeg();
    }

    /** The place of a point whose easting carries the zone number. */
    GaussKruger.LonLat place(double prefixedEastM, double northM) {
        return zone.projection().inverse(prefixedEastM, northM);
    }
}
