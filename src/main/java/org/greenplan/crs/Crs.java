package org.greenplan.crs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A coordinate system in which places leave the plan and come in. The plan itself keeps longitude and latitude (EPSG:4490), treated
 * as equal to WGS84.
 *
 * @param code {@code EPSG:} and its number in the registry, {@code OGC:CRS84}, or the text of a local plane
 * @param kind how a longitude and latitude becomes the two numbers of this system
 * @param plane the plane of the kinds that have one
 * @param northFirst true where the registry names the northern axis first: 4326, 4490 and all Gauss–Krüger zones; a local plane, which
 *     no registry has, names easting first as PROJ does
 */
public record Crs(String code, Kind kind, @Nullable Plane plane, boolean northFirst) {
    /** Longitude, then latitude: what GeoJSON means when nothing else is said. */
    public static final Crs CRS84 = new Crs("OGC:CRS84", Kind.LON_LAT, null, false);
    /** Latitude and longitude on WGS84; files that RFC 7946 rules write it east first. */
    public static final Crs WGS84 = new Crs("EPSG:4326", Kind.LON_LAT, null, true);
    /** Latitude and longitude on CGCS2000: what the plan keeps. */
    public static final Crs CGCS2000 = new Crs("EPSG:4490", Kind.LON_LAT, null, true);

    private static final Crs MERCATOR = new Crs("EPSG:3857", Kind.WEB_MERCATOR, null, false);
    private static final double MERCATOR_RADIUS_M = 6378137;
    private static final double MERCATOR_LAT_DEG = 85.06;
    private static final String EPSG = "EPSG:";
    private static final String EPSG_URI = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final String CRS84_URI = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String LOCAL_URI = "urn:x-greenplan:plane:";
    /** Where a file numbers its systems, a local plane has a number that the registry does not use. */
    private static final int LOCAL_SRS = 900_001;

    private static final GeometryFactory SHAPES = new GeometryFactory();
    /** A straight side of a box is a curve in degrees: so many pieces follow it closely enough. */
    private static final int PIECES = 16;

    /** Longitude and latitude; a plane without or with the zone number before the easting; Web Mercator. */
    public enum Kind {
        LON_LAT,
        PLANE,
        PREFIXED_PLANE,
        WEB_MERCATOR
    }

    /** The system of a plane. */
    public static Crs of(Plane plane) {
        return new Crs(plane.text(), plane.prefixed() ? Kind.PREFIXED_PLANE : Kind.PLANE, plane, plane instanceof Zone);
    }

    /** The coordinate system of an EPSG code, such as {@code 4490} or {@code EPSG:3857}, or of a plane's text. */
    public static Crs of(String code) {
        return find(code)
                .orElseThrow(() -> new Problem.Invalid(
                        Words.of(
                                "坐标系“" + code
                                        + "”不可用。可用：4326、4490（经纬度），4534–4554、4513–4533（3 度带，不带、带带号），4502–4512、4491–4501(6 度带，"
                                        + "不带、带带号)，地方坐标系，3857。",
                                "The coordinate system \"" + code
                                        + "\" is not on offer. Choose 4326 or 4490 (degrees), 4534 to 4554 or 4513 to 4533 (3-degree zones without,"
                                        + " with prefix), 4502 to 4512 or 4491 to 4501 (6-degree zones without, with prefix), a local plane, or 3857."),
                        "crs"));
    }

    /** The coordinate system of a code, if it is one of ours. */
    public static Optional<Crs> find(String code) {
        String text = code.strip();
        String epsg = text.matches("\\d{4,5}") ? EPSG + text : text;
        return Stream.of(WGS84, CGCS2000, MERCATOR)
                .filter(crs -> crs.code().equalsIgnoreCase(epsg))
                .findFirst()
                .or(() -> PlaneText.read(text).map(Crs::of));
    }

    /**
     * What a plan speaks over OGC API: CRS84 first, as the standard has it, then the plan's own plane, the same with or without prefix,
     * the 3-degree zone about it, degrees, Web Mercator.
     */
    public static List<Crs> offered(Plane plane) {
        Zone national = Planes.at(plane.projection().centralMeridianDeg());
        Stream<Plane> planes = Stream.of(
                plane,
                plane instanceof Zone zone ? zone.prefixed(!zone.prefixed()) : national,
                national,
                national.prefixed(true));
        return Stream.of(Stream.of(CRS84), planes.map(Crs::of), Stream.of(CGCS2000, WGS84, MERCATOR))
                .flatMap(s -> s)
                .distinct()
                .toList();
    }

    /** Its number in the registry; empty for CRS84 and local planes. */
    public Optional<Integer> epsg() {
        return code.startsWith(EPSG) ? Optional.of(Integer.valueOf(code.substring(EPSG.length()))) : Optional.empty();
    }

    /** The number by which a GeoPackage knows it. */
    public int srsId() {
        return epsg().orElse(LOCAL_SRS);
    }

    /** The name by which OGC API knows it. */
    public String uri() {
        if (equals(CRS84)) {
            return CRS84_URI;
        }
        return epsg().map(epsg -> EPSG_URI + epsg)
                .orElseGet(() -> LOCAL_URI + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    /** True for degrees, false for metres. */
    public boolean geographic() {
        return kind == Kind.LON_LAT;
    }

    /** The pair of a place, east before north whatever the axis order. */
    public Pair pair(double lonDeg, double latDeg) {
        return switch (kind) {
            case LON_LAT -> new Pair(lonDeg, latDeg);
            case PLANE, PREFIXED_PLANE -> {
                GaussKruger.PlanePoint p = projection().forward(lonDeg, latDeg);
                yield new Pair(p.eastM(), p.northM());
            }
            case WEB_MERCATOR -> {
                double lat = Math.max(-MERCATOR_LAT_DEG, Math.min(MERCATOR_LAT_DEG, latDeg));
                yield new Pair(
                        MERCATOR_RADIUS_M * Math.toRadians(lonDeg),
                        MERCATOR_RADIUS_M * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2)));
            }
        };
    }

    /** The place of two numbers in the order of this system's axes. */
    public GaussKruger.LonLat place(double first, double second) {
        double east = northFirst ? second : first;
        double north = northFirst ? first : second;
        return switch (kind) {
            case LON_LAT -> new GaussKruger.LonLat(east, north);
            case PLANE, PREFIXED_PLANE -> projection().inverse(east, north);
            case WEB_MERCATOR ->
                new GaussKruger.LonLat(
                        Math.toDegrees(east / MERCATOR_RADIUS_M),
                        Math.toDegrees(Math.atan(Math.sinh(north / MERCATOR_RADIUS_M))));
        };
    }

    /** A copy of a stored shape (degrees) with its pairs, east before north. */
    public Geometry shape(Geometry lonLat) {
        return geographic()
                ? lonLat
                : VertexMap.moved(lonLat, (lon, lat) -> {
                    Pair to = pair(lon, lat);
                    return new CoordinateXY(to.east(), to.north());
                });
    }

    /** A shape whose numbers stand in the order of this system's axes, in longitude and latitude. */
    public Geometry toLonLat(Geometry shape) {
        if (equals(CRS84)) {
            return shape;
        }
        return VertexMap.moved(shape, (first, second) -> {
            GaussKruger.LonLat place = place(first, second);
            return new CoordinateXY(place.lonDeg(), place.latDeg());
        });
    }

    /** What a box of this system, in the order of its axes, covers in longitude and latitude. */
    public Geometry box(double first1, double second1, double first2, double second2) {
        Geometry box = SHAPES.toGeometry(new Envelope(first1, first2, second1, second2));
        if (geographic() || kind == Kind.WEB_MERCATOR || box.getDimension() < 2) {
            return toLonLat(box);
        }
        double longest = Math.max(first2 - first1, second2 - second1);
        return toLonLat(Densifier.densify(box, longest / PIECES));
    }

    private GaussKruger projection() {
        return Objects.requireNonNull(plane, code).projection();
    }

    /** East before north: degrees or metres. */
    public record Pair(double east, double north) {}
}
