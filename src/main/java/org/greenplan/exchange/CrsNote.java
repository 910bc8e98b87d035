package org.greenplan.exchange;

import org.greenplan.crs.Crs;
import org.greenplan.problem.Words;

/** How files of ours write a coordinate system: always east before north, degrees with nine decimals or metres with four (0.1 mm). */
final class CrsNote {
    private CrsNote() {}

    /** True where the file needs no word about its coordinate system: RFC 7946 means just this one. */
    static boolean isRfc7946(Crs crs) {
        return crs.epsg() == 4326;
    }

    static int decimals(Crs crs) {
        return crs.geographic() ? 9 : 4;
    }

    /** What a reader of the file has to know about its numbers. */
    static Words of(Crs crs) {
        return switch (crs.kind()) {
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

    /** What people choose it by. */
    static Words title(Crs crs) {
        String code = "EPSG:" + crs.epsg();
        return switch (crs.kind()) {
            case LON_LAT ->
                crs.epsg() == 4326
                        ? Words.of("经纬度 WGS84(" + code + ")", "Degrees, WGS84 (" + code + ")")
                        : Words.of("经纬度 CGCS2000(" + code + ")", "Degrees, CGCS2000 (" + code + ")");
            case PLANE -> Words.of("平面,不带带号(" + code + ")", "Plane without zone prefix (" + code + ")");
            case PREFIXED_PLANE -> Words.of("平面,带带号(" + code + ")", "Plane with zone prefix (" + code + ")");
            case WEB_MERCATOR -> Words.of("Web 墨卡托,仅供显示(" + code + ")", "Web Mercator, for display (" + code + ")");
        };
    }
}
