package org.greenplan.crs;

import org.greenplan.crs.GaussKruger.LonLat;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;

/**
 * The shifts of public Chinese web maps: AMap, Tencent, Google and Ovital show GCJ-02, Baidu shifts once more to BD-09. In
 * Henan a shifted plot lies some 590 m (GCJ-02) or 1,300 m (BD-09) beside the truth.
 *
 * <p>The authority never published the formula. What everybody computes with is the one that appeared in 2010 as
 * {@code ChinaMapShift.cs} of the project emq and is kept in github googollee/eviltransform; Baidu's second step is the one in
 * github wandergis/coordtransform. The way back has no closed form: it is found by iteration to far below a millimetre.
 */
public enum MapShift {
    /** The "Mars" coordinates of the 2002 regulation. */
    GCJ_02,
    /** Baidu's, on top of GCJ-02. */
    BD_09;

    /** Krassovsky 1940, on which the formula is written. */
    private static final double A = 6378245.0;

    private static final double EE = 0.006693421622965943;
    private static final double BAIDU_WAVES = Math.PI * 3000 / 180;
    private static final double BAIDU_EAST_DEG = 0.0065;
    private static final double BAIDU_NORTH_DEG = 0.006;

    /** The shift changes by less than 1 % over its own length, so each round gains two digits. */
    private static final int ROUNDS = 12;

    private static final double CLOSE_DEG = 1e-13;

    /** Where the shifted map shows a true place; places outside China are not shifted. */
    public LonLat shifted(double lonDeg, double latDeg) {
        return outsideChina(lonDeg, latDeg) ? new LonLat(lonDeg, latDeg) : forward(lonDeg, latDeg);
    }

    /** The true place of a position on the shifted map. */
    public LonLat unshifted(double lonDeg, double latDeg) {
        if (outsideChina(lonDeg, latDeg)) {
            return new LonLat(lonDeg, latDeg);
        }
        double lon = lonDeg;
        double lat = latDeg;
        for (int i = 0; i < ROUNDS; i++) {
            LonLat seen = forward(lon, lat);
            double dLon = lonDeg - seen.lonDeg();
            double dLat = latDeg - seen.latDeg();
            lon += dLon;
            lat += dLat;
            if (Math.abs(dLon) < CLOSE_DEG && Math.abs(dLat) < CLOSE_DEG) {
                break;
            }
        }
        return new LonLat(lon, lat);
    }

    /** A copy of a true shape as the shifted map shows it. */
    public Geometry shifted(Geometry lonLat) {
        return VertexMap.moved(lonLat, (lon, lat) -> {
            LonLat to = shifted(lon, lat);
            return new CoordinateXY(to.lonDeg(), to.latDeg());
        });
    }

    /** A copy of a shape from the shifted map, at its true place. */
    public Geometry unshifted(Geometry lonLat) {
        return VertexMap.moved(lonLat, (lon, lat) -> {
            LonLat to = unshifted(lon, lat);
            return new CoordinateXY(to.lonDeg(), to.latDeg());
        });
    }

    private LonLat forward(double lonDeg, double latDeg) {
        LonLat gcj = gcj02(lonDeg, latDeg);
        return this == GCJ_02 ? gcj : baidu(gcj.lonDeg(), gcj.latDeg());
    }

    /** The box within which the formula is applied; NaN is outside. */
    private static boolean outsideChina(double lonDeg, double latDeg) {
        return !(lonDeg >= 72.004 && lonDeg <= 137.8347 && latDeg >= 0.8293 && latDeg <= 55.8271);
    }

    private static LonLat gcj02(double lonDeg, double latDeg) {
        double x = lonDeg - 105;
        double y = latDeg - 35;
        double lat = Math.toRadians(latDeg);
        double w2 = 1 - EE * Math.sin(lat) * Math.sin(lat);
        double w = Math.sqrt(w2);
        double meridianRadius = A * (1 - EE) / (w2 * w);
        double parallelRadius = A / w * Math.cos(lat);
        return new LonLat(
                lonDeg + Math.toDegrees(eastM(x, y) / parallelRadius),
                latDeg + Math.toDegrees(northM(x, y) / meridianRadius));
    }

    private static double eastM(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + 2 / 3.0 * (20 * wave(6 * x) + 20 * wave(2 * x))
                + 2 / 3.0 * (20 * wave(x) + 40 * wave(x / 3))
                + 2 / 3.0 * (150 * wave(x / 12) + 300 * wave(x / 30));
    }

    private static double northM(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + 2 / 3.0 * (20 * wave(6 * x) + 20 * wave(2 * x))
                + 2 / 3.0 * (20 * wave(y) + 40 * wave(y / 3))
                + 2 / 3.0 * (160 * wave(y / 12) + 320 * wave(y / 30));
    }

    private static double wave(double halfTurns) {
        return Math.sin(halfTurns * Math.PI);
    }

    private static LonLat baidu(double lon, double lat) {
        double radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BAIDU_WAVES);
        double angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BAIDU_WAVES);
        return new LonLat(radius * Math.cos(angle) + BAIDU_EAST_DEG, radius * Math.sin(angle) + BAIDU_NORTH_DEG);
    }
}
