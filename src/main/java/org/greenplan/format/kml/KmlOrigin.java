package org.greenplan.format.kml;

import java.util.regex.Pattern;
import org.greenplan.crs.MapShift;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Which program a KML comes from, as far as its name or its head says so. KML is WGS84 by its standard, but programs over shifted maps
 * write what they show: Ovital in .ovkml and .ovkmz, AMap, Tencent, DataV.
 */
final class KmlOrigin {
    private static final Pattern GCJ_02 =
            Pattern.compile("(?i)ovital|奥维互动|奥维地图|amap\\.com|高德地图|\\bamap\\b|datav|map\\.qq\\.com|腾讯地图|gcj-?02|火星坐标");
    private static final Pattern BD_09 = Pattern.compile("(?i)map\\.baidu|百度地图|bd-?09");
    private static final Pattern WGS84 = Pattern.compile("(?i)wgs-?84|cgcs-?2000|未偏移|已纠偏");

    private final String extension;
    private String found = "";
    private @Nullable MapShift shift;

    KmlOrigin(KmlSource source) {
        this.extension = source.file().extension();
    }

    /** A name, a description or a comment that stands before the first placemark. */
    void see(String text) {
        boolean gcj = GCJ_02.matcher(text).find();
        boolean baidu = BD_09.matcher(text).find();
        if (shift == null && gcj != baidu && !WGS84.matcher(text).find()) {
            shift = gcj ? MapShift.GCJ_02 : MapShift.BD_09;
            found = text.strip().replaceAll("\\s+", " ");
            found = found.substring(0, Math.min(found.length(), 60));
        }
    }

    /** What is proposed for it first, with the reason; null for a file of no such program. */
    @Nullable
    DeclaredCrs shifted() {
        if (extension.startsWith("ov")) {
            return DeclaredCrs.shifted(
                    MapShift.GCJ_02,
                    Words.of(
                            "奥维 9.3 起写出的 ." + extension + " 为 GCJ-02 偏移坐标",
                            "Ovital since 9.3 writes ." + extension + " in GCJ-02"));
        }
        return shift == null
                ? null
                : DeclaredCrs.shifted(
                        shift,
                        Words.of(
                                "文件出自“" + found + "”，该地图的坐标有偏移",
                                "the file comes from \"" + found + "\", whose maps are shifted"));
    }
}
