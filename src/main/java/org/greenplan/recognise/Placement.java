package org.greenplan.recognise;

import org.greenplan.crs.ControlFit;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.Plane;
import org.greenplan.crs.SevenParameters;
import org.greenplan.crs.VertexMap;
import org.greenplan.crs.Zone;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;

/**
 * How the two numbers of a foreign file become a place: longitude and latitude in degrees, EPSG:4490.
 *
 * @param code as in addresses and on the command line: {@code EPSG:4490}, {@code EPSG:3857:swapped}, the text of a plane,
 *     {@code GCJ02}, {@code BD09}, {@code points}
 */
public record Placement(String code, Words title, Way way) {
    /** The arithmetic of a placement. */
    @FunctionalInterface
    public interface Way {
        /** The place of a file's first and second number. */
        LonLat place(double x, double y);
    }

    /** Longitude and latitude as they are. */
    static final Placement LON_LAT = new Placement(
            "EPSG:4490", Words.of("经纬度（CGCS2000 / WGS84）", "Longitude, latitude (CGCS2000 / WGS84)"), LonLat::new);

    private static final double MERCATOR_RADIUS_M = 6378137;

    static final Placement WEB_MERCATOR = new Placement(
            "EPSG:3857",
            Words.of("Web 墨卡托", "Web Mercator"),
            (x, y) -> new LonLat(
                    Math.toDegrees(x / MERCATOR_RADIUS_M),
                    Math.toDegrees(Math.atan(Math.sinh(y / MERCATOR_RADIUS_M)))));

    /** A plane of CGCS2000. */
    static Placement of(Plane plane) {
        return new Placement(plane.text(), plane.title(), plane.projection()::inverse);
    }

    /** A zone of an older system, carried over by the survey office's parameters. */
    static Placement of(Zone zone, SevenParameters parameters) {
        Way old = of(zone).way();
        var ellipsoid = zone.family().datum().ellipsoid();
        return new Placement(zone.text(), zone.title(), (x, y) -> parameters.toCgcs2000(old.place(x, y), ellipsoid));
    }

    /** A drawing laid on the plan's plane by control points. */
    public static Placement of(ControlFit fit, PlanCrs plane) {
        return new Placement("points", Words.of("控制点配准", "Laid on by control points"), (x, y) -> {
            var p = fit.place(x, y);
            return plane.projection().inverse(p.eastM(), p.northM());
        });
    }

    /** The same with the numbers the other way round. */
    Placement swapped() {
        return new Placement(
                code + ":swapped",
                Words.of(title.zh() + "，坐标轴互换", title.en() + ", axes swapped"),
                (x, y) -> way.place(y, x));
    }

    /** A copy of a shape in lon/lat degrees; vertices are moved, straight edges stay straight. */
    public Geometry toLonLat(Geometry shape) {
        return VertexMap.moved(shape, (x, y) -> {
            LonLat place = way.place(x, y);
            return new CoordinateXY(place.lonDeg(), place.latDeg());
        });
    }
}
