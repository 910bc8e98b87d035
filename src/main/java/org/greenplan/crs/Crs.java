package org.greenplan.crs;

import java.util.List;
import java.util.Optional;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A coordinate system in which places leave the plan and come in. The plan itself keeps longitude and latitude (EPSG:4490), treated
 * as equal to WGS84.
 *
 * @param epsg code of the registry; CRS84, which has none, is 4326 with east first
 * @param kind how a longitude and latitude becomes the two numbers of this system
 * @param zone the plane of a Gauss–Krüger zone; unused by the other kinds
 * @param northFirst true where the registry names the northern axis first: 4326, 4490 and all Gauss–Krüger zones
 */
public record Crs(int epsg, Kind kind, PlanCrs zone, boolean northFirst) {
    /** Longitude, then latitude: what GeoJSON means when nothing else is said. */
    public static final Crs CRS84 = new Crs(4326, Kind.LON_LAT, PlanCrs.EPSG_4547, false);

    /** The 3-degree zones with the zone number before the easting are EPSG:4513 (zone 25) to EPSG:4533 (zone 45). */
    private static final int FIRST_PREFIXED = 4513;

    private static final int FIRST_PLAIN = 4534;
    private static final int FIRST_ZONE = 25;
    private static final int ZONES = 21;
    private static final double MERCATOR_RADIUS_M = 6378137;
    private static final double MERCATOR_LAT_DEG = 85.06;
    private static final String EPSG_URI = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final String CRS84_URI = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final GeometryFactory SHAPES = new GeometryFactory();
    /** A straight side of a box is a curve in degrees: so many pieces follow it closely enough. */
    private static final int PIECES = 16;

    /** Longitude and latitude; a 3-degree zone without or with its number before the easting; Web Mercator. */
    public enum Kind {
        LON_LAT,
        PLANE,
        PREFIXED_PLANE,
        WEB_MERCATOR
    }

    /** The coordinate system of that EPSG code, such as {@code 4547} or {@code EPSG:4526}, with the registry's axis order. */
    public static Crs of(String code) {
        String digits = code.strip().replaceFirst("(?i)^EPSG:", "");
        return find(digits.matches("\\d{4,5}") ? Integer.parseInt(digits) : 0)
                .orElseThrow(() -> new Problem.Invalid(
                        Words.of(
                                "坐标系“" + code
                                        + "”不可用。可用:4326、4490(经纬度),4534–4554(3 度带,不带带号,如 4547),4513–4533(3 度带,带带号,如 4526),3857。",
                                "The coordinate system \"" + code
                                        + "\" is not on offer. Choose 4326 or 4490 (degrees), 4534 to 4554"
                                        + " (3-degree zones without prefix, such as 4547), 4513 to 4533 (with prefix, such as 4526) or 3857."),
                        "crs"));
    }

    /** The coordinate system of an EPSG code, if it is one of ours. */
    public static Optional<Crs> find(int epsg) {
        if (epsg == 4326 || epsg == 4490) {
            return Optional.of(new Crs(epsg, Kind.LON_LAT, PlanCrs.EPSG_4547, true));
        }
        if (epsg == 3857) {
            return Optional.of(new Crs(epsg, Kind.WEB_MERCATOR, PlanCrs.EPSG_4547, false));
        }
        if (epsg >= FIRST_PLAIN && epsg < FIRST_PLAIN + ZONES) {
            return Optional.of(new Crs(epsg, Kind.PLANE, PlanCrs.of(epsg), true));
        }
        if (epsg >= FIRST_PREFIXED && epsg < FIRST_PREFIXED + ZONES) {
            return Optional.of(
                    new Crs(epsg, Kind.PREFIXED_PLANE, PlanCrs.of(epsg - FIRST_PREFIXED + FIRST_PLAIN), true));
        }
        return Optional.empty();
    }

    /** What a plan speaks over OGC API: CRS84 first, then degrees, its own plane without and with prefix, Web Mercator. */
    public static List<Crs> offered(PlanCrs plane) {
        int prefixed = plane.epsg() - FIRST_PLAIN + FIRST_PREFIXED;
        return List.of(
                CRS84,
                find(4326).orElseThrow(),
                find(4490).orElseThrow(),
                find(plane.epsg()).orElseThrow(),
                find(prefixed).orElseThrow(),
                find(3857).orElseThrow());
    }

    /** The name by which OGC API knows it. */
    public String uri() {
        return equals(CRS84) ? CRS84_URI : EPSG_URI + epsg;
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
                GaussKruger.PlanePoint p = zone.projection().forward(lonDeg, latDeg);
                yield new Pair(p.eastM() + prefixM(), p.northM());
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
            case PLANE, PREFIXED_PLANE -> zone.projection().inverse(east - prefixM(), north);
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

    private double prefixM() {
        return kind == Kind.PREFIXED_PLANE ? (epsg - FIRST_PREFIXED + FIRST_ZONE) * 1_000_000.0 : 0;
    }

    /** East before north: degrees or metres. */
    public record Pair(double east, double north) {}
}
