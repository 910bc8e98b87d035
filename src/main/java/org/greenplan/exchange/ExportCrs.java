package org.greenplan.exchange;

import org.greenplan.geo.GaussKruger;
import org.greenplan.geo.PlanCrs;
import org.greenplan.geo.VertexMap;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate system for leaving the plan: always east before north, degrees with nine decimals (0.1 mm) or metres with three.
 *
 * @param kind how a stored longitude and latitude becomes the pair that is written
 * @param zone the plane of a Gauss–Krüger zone; unused by the other kinds
 */
public record ExportCrs(int epsg, Kind kind, PlanCrs zone) {
    /** The 3-degree zones with the zone number before the easting are EPSG:4513 (zone 25) to EPSG:4533 (zone 45). */
    private static final int FIRST_PREFIXED = 4513;

    private static final int FIRST_PLAIN = 4534;
    private static final int FIRST_ZONE = 25;
    private static final int ZONES = 21;
    private static final double MERCATOR_RADIUS_M = 6378137;

    /** Longitude and latitude; a 3-degree zone without or with its number before the easting; Web Mercator. */
    public enum Kind {
        LON_LAT,
        PLANE,
        PREFIXED_PLANE,
        WEB_MERCATOR
    }

    /** The coordinate system of that EPSG code, such as {@code 4547} or {@code EPSG:4526}. */
    public static ExportCrs of(String code) {
        String digits = code.strip().replaceFirst("(?i)^EPSG:", "");
        int epsg = digits.matches("\\d{4,5}") ? Integer.parseInt(digits) : 0;
        if (epsg == 4326 || epsg == 4490) {
            return new ExportCrs(epsg, Kind.LON_LAT, PlanCrs.EPSG_4547);
        }
        if (epsg == 3857) {
            return new ExportCrs(epsg, Kind.WEB_MERCATOR, PlanCrs.EPSG_4547);
        }
        if (epsg >= FIRST_PLAIN && epsg < FIRST_PLAIN + ZONES) {
            return new ExportCrs(epsg, Kind.PLANE, PlanCrs.of(epsg));
        }
        if (epsg >= FIRST_PREFIXED && epsg < FIRST_PREFIXED + ZONES) {
            return new ExportCrs(epsg, Kind.PREFIXED_PLANE, PlanCrs.of(epsg - FIRST_PREFIXED + FIRST_PLAIN));
        }
        throw new Problem.Invalid(
                Words.of(
                        "坐标系“" + code
                                + "”不可用。可用:4326、4490(经纬度),4534–4554(3 度带,不带带号,如 4547),4513–4533(3 度带,带带号,如 4526),3857。",
                        "The coordinate system \"" + code
                                + "\" is not on offer. Choose 4326 or 4490 (degrees), 4534 to 4554"
                                + " (3-degree zones without prefix, such as 4547), 4513 to 4533 (with prefix, such as 4526) or 3857."),
                "crs");
    }

    /** True where the file needs no word about its coordinate system: RFC 7946 means just this one. */
    boolean isRfc7946() {
        return epsg == 4326;
    }

    int decimals() {
        return kind == Kind.LON_LAT ? 9 : 3;
    }

    double prefixM() {
        return kind == Kind.PREFIXED_PLANE ? (epsg - FIRST_PREFIXED + FIRST_ZONE) * 1_000_000.0 : 0;
    }

    /** The pair that is written for a place, east before north. */
    Pair pair(double lonDeg, double latDeg) {
        return switch (kind) {
            case LON_LAT -> new Pair(lonDeg, latDeg);
            case PLANE, PREFIXED_PLANE -> {
                GaussKruger.PlanePoint p = zone.projection().forward(lonDeg, latDeg);
                yield new Pair(p.eastM() + prefixM(), p.northM());
            }
            case WEB_MERCATOR ->
                new Pair(
                        MERCATOR_RADIUS_M * Math.toRadians(lonDeg),
                        MERCATOR_RADIUS_M * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latDeg) / 2)));
        };
    }

    /** A copy of a stored shape (degrees) as it is written. */
    Geometry shape(Geometry lonLat) {
        return kind == Kind.LON_LAT
                ? lonLat
                : VertexMap.moved(lonLat, (lon, lat) -> {
                    Pair to = pair(lon, lat);
                    return new CoordinateXY(to.east(), to.north());
                });
    }

    /** What a reader of the file has to know about its numbers. */
    Words note() {
        return switch (kind) {
            case LON_LAT ->
                Words.of("坐标顺序:经度、纬度(度),CGCS2000。", "Coordinates are longitude, latitude in degrees (CGCS2000).");
            case PLANE ->
                Words.of(
                        "坐标顺序:东(测量 Y)、北(测量 X),单位米,不带带号。EPSG 登记的轴序为北、东,本文件不按该轴序。",
                        "Coordinates are easting, northing in metres, without zone prefix. EPSG names northing first; this file does not.");
            case PREFIXED_PLANE ->
                Words.of(
                        "坐标顺序:东(测量 Y,带带号)、北(测量 X),单位米。EPSG 登记的轴序为北、东,本文件不按该轴序。",
                        "Coordinates are easting with zone prefix, northing in metres. EPSG names northing first; this file does not.");
            case WEB_MERCATOR ->
                Words.of(
                        "坐标顺序:东、北,Web 墨卡托,仅供显示,不可量算面积。",
                        "Coordinates are easting, northing on Web Mercator: for display only, never for measuring.");
        };
    }

    /** East before north: degrees or metres. */
    public record Pair(double east, double north) {}
}
