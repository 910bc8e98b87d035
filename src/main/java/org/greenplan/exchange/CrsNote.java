package org.greenplan.exchange;

import java.util.Objects;
import org.greenplan.crs.Crs;
import org.greenplan.crs.LocalPlane;
import org.greenplan.crs.Plane;
import org.greenplan.crs.Zone;
import org.greenplan.problem.Words;

/** How files of ours write a coordinate system: always east before north, degrees with nine decimals or metres with four (0.1 mm). */
final class CrsNote {
    private CrsNote() {}

    static int decimals(Crs crs) {
        return crs.geographic() ? 9 : 4;
    }

    /** What a reader of the file has to know about its numbers. */
    static Words of(Crs crs) {
        return switch (crs.kind()) {
            case LON_LAT ->
                Words.of("坐标顺序：经度、纬度（度），CGCS2000。", "Coordinates are longitude, latitude in degrees (CGCS2000).");
            case PLANE ->
                crs.plane() instanceof LocalPlane
                        ? Words.of(
                                "坐标顺序：东（测量 Y）、北（测量 X），单位米，地方坐标系。",
                                "Coordinates are easting, northing in metres of a local plane.")
                        : Words.of(
                                "坐标顺序：东（测量 Y）、北（测量 X），单位米，不带带号。EPSG 登记的轴序为北、东，本文件不按该轴序。",
                                "Coordinates are easting, northing in metres, without zone prefix. EPSG names northing first; this file does not.");
            case PREFIXED_PLANE ->
                Words.of(
                        "坐标顺序：东（测量 Y，带带号）、北（测量 X），单位米。EPSG 登记的轴序为北、东，本文件不按该轴序。",
                        "Coordinates are easting with zone prefix, northing in metres. EPSG names northing first; this file does not.");
            case WEB_MERCATOR ->
                Words.of(
                        "坐标顺序：东、北，Web 墨卡托，仅供显示，不可量算面积。",
                        "Coordinates are easting, northing on Web Mercator: for display only, never for measuring.");
        };
    }

    /** What people choose it by. */
    static Words title(Crs crs) {
        String code = crs.code();
        return switch (crs.kind()) {
            case LON_LAT ->
                crs.equals(Crs.WGS84)
                        ? Words.of("经纬度 WGS84(" + code + ")", "Degrees, WGS84 (" + code + ")")
                        : Words.of("经纬度 CGCS2000(" + code + ")", "Degrees, CGCS2000 (" + code + ")");
            case PLANE, PREFIXED_PLANE -> plane(Objects.requireNonNull(crs.plane()));
            case WEB_MERCATOR -> Words.of("Web 墨卡托，仅供显示(" + code + ")", "Web Mercator, for display (" + code + ")");
        };
    }

    private static Words plane(Plane plane) {
        if (!(plane instanceof Zone zone)) {
            return plane.title();
        }
        String degrees = Integer.toString(zone.family().stepDeg());
        return Words.of(
                degrees + " 度带平面，" + (zone.prefixed() ? "带带号" : "不带带号") + "(" + zone.text() + ")",
                "Plane, " + degrees + "-degree zone " + (zone.prefixed() ? "with" : "without") + " prefix ("
                        + zone.text() + ")");
    }
}
