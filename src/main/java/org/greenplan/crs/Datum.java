package org.greenplan.crs;

import java.util.Arrays;
import java.util.Optional;
import org.greenplan.problem.Words;

/** A Chinese geodetic system: on whose earth longitude and latitude are meant. */
public enum Datum {
    CGCS2000,
    XIAN_1980,
    BEIJING_1954;

    /** Its name. */
    public Words title() {
        return switch (this) {
            case CGCS2000 -> Words.of("2000国家大地坐标系", "CGCS2000");
            case XIAN_1980 -> Words.of("1980西安坐标系", "Xi'an 1980");
            case BEIJING_1954 -> Words.of("1954北京坐标系", "Beijing 1954");
        };
    }

    /** Its figure of the earth. */
    public Ellipsoid ellipsoid() {
        return switch (this) {
            case CGCS2000 -> Ellipsoid.CGCS2000;
            case XIAN_1980 -> Ellipsoid.IAG_1975;
            case BEIJING_1954 -> Ellipsoid.KRASSOVSKY;
        };
    }

    /** The system whose longitude and latitude have that EPSG code. */
    public static Optional<Datum> ofDegrees(int epsg) {
        return Arrays.stream(values()).filter(d -> d.degreesEpsg() == epsg).findFirst();
    }

    /** EPSG code of its longitude and latitude. */
    public int degreesEpsg() {
        return switch (this) {
            case CGCS2000 -> 4490;
            case XIAN_1980 -> 4610;
            case BEIJING_1954 -> 4214;
        };
    }
}
