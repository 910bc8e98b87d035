package org.greenplan.reshape;

import java.util.Locale;
import org.greenplan.crs.PlanCrs;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Places and sizes that somebody typed: X is the northing and Y the easting, as surveyors write; bearings run from north, clockwise. */
final class Typed {
    /** Farther from a place of the plan somebody took the wrong zone or unit. */
    private static final double FAR_M = 300_000;

    private Typed() {}

    /** A corner by X and Y, or by bearing and distance from the one before; metres in the plan's plane. */
    static Coordinate place(ReshapeBody body, PlanCrs crs) {
        if (body.has("x") || body.has("y")) {
            return known(new Coordinate(body.number("y"), body.number("x")), crs);
        }
        Coordinate from = plane(body.place("from"), crs);
        double distanceM = positive(body, "distanceM");
        return along(from, body.number("bearingDeg"), distanceM);
    }

    /** A rectangle of exact size from its first corner: the width along the bearing, the height to the left of it. */
    static Geometry rectangle(ReshapeBody body, PlanCrs crs) {
        Coordinate corner = plane(body.place("corner"), crs);
        double bearing = body.number("bearingDeg");
        double width = positive(body, "widthM");
        double height = positive(body, "heightM");
        Coordinate second = along(corner, bearing, width);
        Coordinate third = along(second, bearing - 90, height);
        Coordinate fourth = along(corner, bearing - 90, height);
        return new GeometryFactory().createPolygon(new Coordinate[] {corner, second, third, fourth, corner.copy()});
    }

    static Geometry shifted(Geometry plane, double eastM, double northM) {
        return AffineTransformation.translationInstance(eastM, northM).transform(plane);
    }

    static Coordinate plane(Coordinate lonLat, PlanCrs crs) {
        var p = crs.projection().forward(lonLat.x, lonLat.y);
        return new Coordinate(p.eastM(), p.northM());
    }

    private static Coordinate along(Coordinate from, double bearingDeg, double distanceM) {
        double angle = Math.toRadians(bearingDeg);
        return new Coordinate(from.x + distanceM * Math.sin(angle), from.y + distanceM * Math.cos(angle));
    }

    private static double positive(ReshapeBody body, String name) {
        double value = body.number(name);
        if (!(value > 0 && value <= FAR_M)) {
            throw new Problem.Invalid(
                    Words.of("长度应大于 0，不超过 300 公里。", "A length is more than 0 and at most 300 km."), name);
        }
        return value;
    }

    /** X and Y are taken for each other often enough to be told so. */
    private static Coordinate known(Coordinate plane, PlanCrs crs) {
        double falseEastM = crs.projection().falseEastingM();
        boolean near = Math.abs(plane.x - falseEastM) <= FAR_M && plane.y >= 300_000 && plane.y <= 6_000_000;
        if (!near) {
            throw new Problem.Invalid(
                    Words.of(
                            String.format(
                                    Locale.ROOT,
                                    "X %.3f、Y %.3f 不在规划的投影平面内。X 是纵坐标（北），Y 是横坐标（东），不带带号。",
                                    plane.y,
                                    plane.x),
                            String.format(
                                    Locale.ROOT,
                                    "X %.3f, Y %.3f lies outside the plan's plane. X is the northing, Y the easting without zone number.",
                                    plane.y,
                                    plane.x)),
                    "x");
        }
        return plane;
    }
}
