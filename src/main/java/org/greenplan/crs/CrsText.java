package org.greenplan.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a coordinate system (a .prj file, a GeoPackage definition; WKT 1 of Esri or OGC, WKT 2) means, told by
 * ellipsoid, central meridian and false easting rather than by its name: names are invented freely, numbers are not.
 *
 * @param datum on whose earth it measures
 * @param code the system as {@link Crs} and the registry name it, {@code EPSG:4552} or the text of a local plane; null where it has
 *     none or the datum cannot be taken without control points
 * @param name as it stands in the text
 */
public record CrsText(Datum datum, @Nullable String code, String name) {
    /** The earths met in files of this country. */
    public enum Datum {
        CGCS2000,
        WGS84,
        /** 1980 西安: metres away from CGCS2000; needs parameters or control points. */
        XIAN_1980,
        /** 1954 北京: tens of metres away; needs parameters or control points. */
        BEIJING_1954,
        /** Any other; a code in the text is taken at its word. */
        OTHER
    }

    private static final double ALMOST = 1e-6;
    private static final Pattern OTHER_COUNTRIES = Pattern.compile(
            "etrs|nad|gda|european|north_american|australia|korea|hong_kong|nzgd|sirgas|jgd|pulkovo|itrf|taiwan|twd");

    /** An old datum that is named is meant, also where somebody wrote a new ellipsoid under it: it is asked about. */
    private static final Pattern XIAN = Pattern.compile("(?i)xi['_ ]?an|西安|(?<![0-9])1980(?![0-9])|国家80|80国家");

    private static final Pattern BEIJING =
            Pattern.compile("(?i)(?:beijing|北京|bj)[_ -]?(?:19)?54|(?<![0-9])1954(?![0-9])");
    private static final Pattern OLD_ZONE_OF_XIAN = Pattern.compile("(?i)(?:xi['_ ]?an|西安|国家)[_ -]?(?:19)?80(?![0-9])");
    private static final Pattern OLD_ZONE_OF_BEIJING = Pattern.compile("(?i)(?:beijing|北京|bj)[_ -]?(?:19)?54(?![0-9])");

    /** The system that the text describes, WKT or the text of a local plane; empty where it describes none that is known here. */
    public static Optional<CrsText> of(String wkt) {
        if (PlaneText.looksLocal(wkt)) {
            return PlaneText.read(wkt)
                    .map(plane -> new CrsText(
                            Datum.CGCS2000, plane.text(), plane.title().en()));
        }
        return WktNode.parse(wkt).flatMap(CrsText::of);
    }

    private static Optional<CrsText> of(WktNode root) {
        Optional<WktNode> ellipsoid = root.find("SPHEROID", "ELLIPSOID");
        if (ellipsoid.isEmpty()) {
            return Optional.empty();
        }
        Datum datum = datum(root, ellipsoid.get());
        boolean projected = root.find("PROJCS", "PROJCRS", "PROJECTEDCRS").isPresent();
        double heightM = ellipsoid.get().number(1) - Ellipsoid.CGCS2000.semiMajorM();
        String code =
                switch (datum) {
                    case XIAN_1980, BEIJING_1954 -> null;
                    case OTHER -> coded(authority(root));
                    case CGCS2000 -> projected ? plane(root, heightM) : degrees(root, heightM, 4490);
                    case WGS84 -> projected ? worldPlane(root) : degrees(root, 0, 4326);
                };
        if (datum == Datum.OTHER && code == null) {
            return Optional.empty();
        }
        return Optional.of(new CrsText(datum, code, root.name()));
    }

    private static Datum datum(WktNode root, WktNode ellipsoid) {
        double a = ellipsoid.number(1);
        double inverseFlattening = ellipsoid.number(2);
        String projected = root.find("PROJCS", "PROJCRS", "PROJECTEDCRS")
                .map(WktNode::name)
                .orElse("");
        String name = root.find("DATUM", "ENSEMBLE", "GEODETICDATUM")
                        .map(WktNode::name)
                        .orElse("") + " "
                + root.find("GEOGCS", "GEOGCRS", "BASEGEOGCRS")
                        .map(WktNode::name)
                        .orElse("");
        boolean elsewhere = OTHER_COUNTRIES
                .matcher(name.toLowerCase(Locale.ROOT).replace(' ', '_'))
                .find();
        if (elsewhere) {
            return Datum.OTHER;
        }
        if (XIAN.matcher(name).find() || OLD_ZONE_OF_XIAN.matcher(projected).find()) {
            return Datum.XIAN_1980;
        }
        if (BEIJING.matcher(name).find()
                || OLD_ZONE_OF_BEIJING.matcher(projected).find()) {
            return Datum.BEIJING_1954;
        }
        if (LocalPlane.isHeight(a - 6378137) && near(inverseFlattening, 298.257222101)) {
            return Datum.CGCS2000;
        }
        if (near(a, 6378137) && near(inverseFlattening, 298.257223563)) {
            return Datum.WGS84;
        }
        if (near(a, 6378140) && Math.abs(inverseFlattening - 298.257) < 1e-3) {
            return Datum.XIAN_1980;
        }
        return near(a, 6378245) && near(inverseFlattening, 298.3) ? Datum.BEIJING_1954 : Datum.OTHER;
    }

    private static @Nullable String coded(@Nullable Integer epsg) {
        return epsg == null ? null : "EPSG:" + epsg;
    }

    private static @Nullable String degrees(WktNode root, double heightM, int epsg) {
        Optional<WktNode> geographic = root.find("GEOGCS", "GEOGCRS", "GEODCRS", "GEOGRAPHICCRS");
        boolean fromGreenwich =
                root.find("PRIMEM", "PRIMEMERIDIAN").map(p -> p.number(1) == 0).orElse(true);
        boolean inDegrees = geographic
                .flatMap(g -> g.child("UNIT", "ANGLEUNIT"))
                .map(u -> Math.abs(u.number(1) - Math.PI / 180) < 1e-9)
                .orElse(true);
        return geographic.isPresent() && fromGreenwich && inDegrees && heightM == 0 ? coded(epsg) : null;
    }

    private static @Nullable String worldPlane(WktNode root) {
        String method = method(root);
        Integer code = authority(root);
        boolean sphere = method.contains("auxiliary_sphere")
                || method.contains("pseudo_mercator")
                || method.contains("pseudo-mercator")
                || (code != null && (code == 3857 || code == 900913 || code == 102100))
                || root.all("EXTENSION").stream()
                        .anyMatch(e -> e.values().toString().contains("+b=6378137"));
        if (method.contains("mercator") && !method.contains("transverse")) {
            return sphere && inMetres(root) ? coded(3857) : null;
        }
        double meridian = parameter(root, "central_meridian", "longitude_of_natural_origin");
        double zone = (meridian + 183) / 6;
        boolean utm = near(parameter(root, "scale_factor", "scale_factor_at_natural_origin"), 0.9996)
                && near(parameter(root, "false_easting"), 500_000)
                && zone >= 1
                && zone <= 60
                && zone == Math.rint(zone)
                && inMetres(root);
        if (!utm) {
            return plane(root, 0);
        }
        double north = parameter(root, "false_northing");
        if (north == 10_000_000) {
            return coded(32_700 + (int) zone);
        }
        return orElse(north, 0) == 0 ? coded(32_600 + (int) zone) : null;
    }

    /** The Gauss–Krüger plane of these numbers; WGS 84 counts as CGCS2000, from which it differs by centimetres. */
    private static @Nullable String plane(WktNode root, double heightM) {
        String method = method(root);
        double meridian = parameter(root, "central_meridian", "longitude_of_natural_origin");
        double east = orElse(parameter(root, "false_easting"), 0);
        double north = orElse(parameter(root, "false_northing"), 0);
        boolean gaussKruger = (method.contains("gauss") || method.contains("transverse_mercator"))
                && orElse(parameter(root, "scale_factor", "scale_factor_at_natural_origin"), 1) == 1
                && orElse(parameter(root, "latitude_of_origin", "latitude_of_natural_origin"), 0) == 0
                && LocalPlane.isPlausible(meridian, east, north, heightM)
                && inMetres(root);
        return gaussKruger ? Planes.of(meridian, east, north, heightM).text() : null;
    }

    private static boolean inMetres(WktNode root) {
        return root.find("PROJCS", "PROJCRS", "PROJECTEDCRS")
                .flatMap(p -> p.child("UNIT", "LENGTHUNIT"))
                .map(u -> u.number(1) == 1)
                .orElse(true);
    }

    private static String method(WktNode root) {
        return root.find("PROJECTION", "METHOD")
                .map(WktNode::name)
                .map(CrsText::plain)
                .orElse("");
    }

    private static double parameter(WktNode root, String... names) {
        for (WktNode parameter : root.all("PARAMETER")) {
            for (String name : names) {
                if (plain(parameter.name()).equals(name)) {
                    return parameter.number(1);
                }
            }
        }
        return Double.NaN;
    }

    /** The EPSG code that stands at the whole system, not at one of its parts. */
    private static @Nullable Integer authority(WktNode root) {
        return root.child("AUTHORITY", "ID")
                .filter(a -> a.name().equalsIgnoreCase("EPSG"))
                .map(a -> a.number(1))
                .filter(n -> n > 0 && n < 1e6)
                .map(Double::intValue)
                .orElse(null);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static double orElse(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    private static boolean near(double value, double wanted) {
        return Math.abs(value - wanted) <= ALMOST * Math.min(1, wanted);
    }
}
