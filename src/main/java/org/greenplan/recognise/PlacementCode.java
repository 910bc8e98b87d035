package org.greenplan.recognise;

import java.util.Locale;
import java.util.Optional;
import org.greenplan.crs.Datum;
import org.greenplan.crs.MapShift;
import org.greenplan.crs.PlaneText;
import org.greenplan.crs.Planes;
import org.greenplan.crs.RegistryCrs;
import org.greenplan.crs.SevenParameters;
import org.greenplan.crs.Zone;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Reads the code of a placement, as a planner chose it or a file declares it. */
public final class PlacementCode {
    static final String GCJ02 = "GCJ02";
    static final String BD09 = "BD09";
    private static final String SWAPPED = ":SWAPPED";
    private static final String WKT = "WKT:";

    private PlacementCode() {}

    /**
     * The placement of a code.
     *
     * @param parameters the seven parameters that an older system needs, or null
     */
    public static Placement of(String code, @Nullable String parameters) {
        if (code.startsWith(WKT)) {
            return ofText(code.substring(WKT.length())).orElseThrow(() -> unknown(code));
        }
        String asked = code.strip();
        boolean swapped = asked.toUpperCase(Locale.ROOT).endsWith(SWAPPED);
        String base = swapped ? asked.substring(0, asked.length() - SWAPPED.length()) : asked;
        Placement placement = base(base, parameters).orElseThrow(() -> unknown(code));
        return swapped ? placement.swapped() : placement;
    }

    /** The placement of a code that needs no parameters; empty where it is unknown. */
    static Optional<Placement> find(String code) {
        return base(code, null);
    }

    private static Optional<Placement> base(String code, @Nullable String parameters) {
        if (PlaneText.looksLocal(code)) {
            return Optional.of(Placement.of(Planes.of(code)));
        }
        if (code.equalsIgnoreCase(GCJ02)) {
            return Optional.of(gcj02());
        }
        if (code.equalsIgnoreCase(BD09)) {
            return Optional.of(bd09());
        }
        String digits = code.replaceFirst("(?i)^EPSG:", "");
        return digits.matches("\\d{4,6}") ? epsg(Integer.parseInt(digits), parameters) : Optional.empty();
    }

    private static Optional<Placement> epsg(int epsg, @Nullable String parameters) {
        if (epsg == 4326 || epsg == 4490) {
            return Optional.of(Placement.LON_LAT);
        }
        if (epsg == 3857) {
            return Optional.of(Placement.WEB_MERCATOR);
        }
        Optional<Zone> zone = Planes.zone(epsg);
        if (zone.isPresent()) {
            return Optional.of(of(zone.get(), parameters));
        }
        Datum.ofDegrees(epsg).filter(datum -> datum != Datum.CGCS2000).ifPresent(datum -> {
            throw oldDatum(datum);
        });
        return RegistryCrs.of(epsg)
                .map(crs -> new Placement("EPSG:" + epsg, Words.of("EPSG:" + epsg, "EPSG:" + epsg), crs::place));
    }

    private static Placement of(Zone zone, @Nullable String parameters) {
        if (zone.family().datum() == Datum.CGCS2000) {
            return Placement.of(zone);
        }
        if (parameters == null || parameters.isBlank()) {
            throw oldDatum(zone.family().datum());
        }
        return Placement.of(zone, SevenParameters.of(parameters));
    }

    /** The placement of a text such as a .prj holds; the text itself is its code. */
    static Optional<Placement> ofText(String wkt) {
        return RegistryCrs.of(wkt)
                .map(crs ->
                        new Placement(WKT + wkt, Words.of("文件自带的坐标系", "The file's own coordinate system"), crs::place));
    }

    static Placement gcj02() {
        return new Placement(
                GCJ02, Words.of("GCJ-02（火星坐标）经纬度", "GCJ-02 longitude, latitude"), MapShift.GCJ_02::unshifted);
    }

    static Placement bd09() {
        return new Placement(BD09, Words.of("BD-09（百度）经纬度", "BD-09 longitude, latitude"), MapShift.BD_09::unshifted);
    }

    /** Old systems differ from CGCS2000 by tens of metres, differently in every county: no guess is good enough. */
    static Problem.Invalid oldDatum(Datum datum) {
        return new Problem.Invalid(
                Words.of(
                        "文件为" + datum.title().zh() + "，与 2000 国家大地坐标系相差数十米，不能直接导入。请向测绘部门索取七参数并填写，或选取两个以上控制点配准。",
                        "The file is in " + datum.title().en()
                                + ", tens of metres off CGCS2000. Enter the seven parameters of the survey office, or lay it on by two or more control points."),
                "crs");
    }

    private static Problem.Invalid unknown(String code) {
        return new Problem.Invalid(
                Words.of(
                        "坐标系“" + code + "”无法识别。可用：EPSG:4490 等登记的代号、地方坐标系（+proj=tmerc …；可加 :swapped 互换坐标轴）、GCJ02、BD09。",
                        "The coordinate system \"" + code
                                + "\" is unknown. Use a code of the registry such as EPSG:4490 or a local plane (+proj=tmerc …) (with :swapped for swapped axes), GCJ02 or BD09."),
                "crs");
    }
}
