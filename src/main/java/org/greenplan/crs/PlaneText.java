package org.greenplan.crs;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * The text of a plane, the only place where it is read and written. A zone of the registry is {@code EPSG:} and its code; a local
 * plane is what PROJ, GDAL, QGIS and PostGIS understand too: {@code +proj=tmerc +lat_0=0 +lon_0=87.6 +k=1 +x_0=500000 +y_0=0
 * +a=6378937 +rf=298.257222101 +units=m +no_defs}, where {@code a} is the ellipsoid's semi-major axis and the projection height
 * together. The text holds no quotes and no letters outside ASCII.
 */
public final class PlaneText {
    private static final BigDecimal SEMI_MAJOR_M = BigDecimal.valueOf(6_378_137);
    private static final double INVERSE_FLATTENING = 298.257222101;
    private static final Pattern CODE = Pattern.compile("(?i)(?:EPSG:)?(\\d{4,5})");
    private static final Pattern PROJ = Pattern.compile("\\+proj=tmerc(?:\\s+\\+[a-z_0]+(?:=[-+.0-9A-Za-z]+)?)*");
    private static final Set<String> WORDS = Set.of(
            "proj", "lat_0", "lon_0", "k", "k_0", "x_0", "y_0", "a", "rf", "ellps", "units", "no_defs", "type",
            "wktext");
    private static final int LONGEST = 400;

    private PlaneText() {}

    /** True for the text of a local plane, as far as its letters tell. */
    public static boolean looksLocal(String text) {
        return text.length() <= LONGEST && PROJ.matcher(text.strip()).matches();
    }

    /** The plane of a text; empty where it is none of CGCS2000. */
    static Optional<Plane> read(String text) {
        var code = CODE.matcher(text.strip());
        if (code.matches()) {
            return Planes.zone(Integer.parseInt(code.group(1)))
                    .filter(z -> z.family().datum() == Datum.CGCS2000)
                    .map(z -> z);
        }
        return looksLocal(text) ? local(text.strip()) : Optional.empty();
    }

    static String of(Plane plane) {
        if (plane instanceof Zone zone) {
            return "EPSG:" + zone.epsg();
        }
        var local = (LocalPlane) plane;
        return "+proj=tmerc +lat_0=0 +lon_0=" + plain(local.meridianDeg()) + " +k=1 +x_0="
                + plain(local.falseEastingM()) + " +y_0=" + plain(local.falseNorthingM()) + " +a="
                + SEMI_MAJOR_M
                        .add(BigDecimal.valueOf(local.heightM()))
                        .stripTrailingZeros()
                        .toPlainString()
                + " +rf=" + INVERSE_FLATTENING + " +units=m +no_defs";
    }

    /** A number as people write it: 87.6, 500000. */
    static String plain(double number) {
        return number == 0
                ? "0"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static Problem.Invalid unknown(String text) {
        String shown = text.substring(0, Math.min(text.length(), LONGEST));
        return new Problem.Invalid(
                Words.of(
                        "“" + shown
                                + "”不是可用的平面坐标系。可用：CGCS2000 高斯–克吕格投影带的代号，EPSG:4534–4554（3 度带，不带带号）、4513–4533（3 度带，带带号）、"
                                + "4502–4512（6 度带，不带带号）、4491–4501（6 度带，带带号），或地方坐标系，如 "
                                + of(new LocalPlane(87.6, 500_000, 0, 800)),
                        "\"" + shown
                                + "\" is no plane that can be used. Give the code of a Gauss–Krüger zone of CGCS2000, EPSG:4534 to 4554"
                                + " (3-degree, no prefix), 4513 to 4533 (3-degree, with prefix), 4502 to 4512 (6-degree, no prefix),"
                                + " 4491 to 4501 (6-degree, with prefix), or a local plane such as "
                                + of(new LocalPlane(87.6, 500_000, 0, 800))),
                "plane");
    }

    private static Optional<Plane> local(String text) {
        Map<String, String> said = new HashMap<>();
        for (String word : text.split("\\s+", -1)) {
            int equals = word.indexOf('=');
            String name = word.substring(1, equals < 0 ? word.length() : equals);
            String value = equals < 0 ? "" : word.substring(equals + 1);
            if (!WORDS.contains(name) || said.put(name, value) != null) {
                return Optional.empty();
            }
        }
        double meridian = number(said.get("lon_0"), Double.NaN);
        double heightM = heightM(said);
        boolean ours = number(said.get("lat_0"), 0) == 0
                && number(said.get("k"), 1) == 1
                && number(said.get("k_0"), 1) == 1
                && said.getOrDefault("units", "m").equals("m")
                && LocalPlane.isHeight(heightM)
                && !Double.isNaN(meridian);
        return ours
                ? Optional.of(Planes.of(meridian, number(said.get("x_0"), 0), number(said.get("y_0"), 0), heightM))
                : Optional.empty();
    }

    /** What the semi-major axis says of the height; not a number where the ellipsoid is another. */
    private static double heightM(Map<String, String> said) {
        String ellipsoid = said.get("ellps");
        if (ellipsoid != null) {
            boolean same = Set.of("GRS80", "CGCS2000").contains(ellipsoid.toUpperCase(Locale.ROOT));
            return same && !said.containsKey("a") && !said.containsKey("rf") ? 0 : Double.NaN;
        }
        return number(said.get("rf"), Double.NaN) == INVERSE_FLATTENING && number(said.get("a"), 0) > 0
                ? new BigDecimal(said.getOrDefault("a", "0"))
                        .subtract(SEMI_MAJOR_M)
                        .doubleValue()
                : Double.NaN;
    }

    private static double number(@Nullable String text, double otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
