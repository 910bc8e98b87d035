package org.greenplan.crs;

import java.util.List;
import java.util.Locale;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Envelope;

/**
 * A plane that would do for a district, and why.
 *
 * @param edgeCmPerKm by how many centimetres a kilometre on the ellipsoid is longer on the plane at the district's edge that lies
 *     furthest from the central meridian
 */
public record PlaneProposal(Plane plane, double edgeCmPerKm, Words why) {
    /** What surveyors of a city tolerate (CJJ/T 8): beyond it they have a local plane. */
    private static final double TOLERATED_CM_PER_KM = 2.5;

    private static final double CM_PER_KM = 100_000;
    private static final double FALSE_EASTING_M = 500_000;

    /**
     * The planes for a district, the best first: the 3-degree zone in which plans are handed in, the same with its zone number, the
     * 6-degree zone without and with its number, and a local plane about the district's own meridian.
     *
     * @param lonLat the district's box in degrees, longitude as x
     */
    public static List<PlaneProposal> of(Envelope lonLat) {
        double middle = lonLat.centre().x;
        Zone three = Planes.at(middle);
        Zone six = Planes.of(Datum.CGCS2000).stream()
                .filter(f -> f.stepDeg() == 6 && !f.prefixed())
                .findFirst()
                .orElseThrow()
                .at(middle);
        // A meridian in whole minutes can be said and typed.
        Plane local = Planes.of(Math.round(middle * 60) / 60.0, FALSE_EASTING_M, 0, 0);
        double strain = edgeCmPerKm(three, lonLat);
        String edge = String.format(Locale.ROOT, "%.1f", strain);
        boolean strained = strain > TOLERATED_CM_PER_KM;
        return List.of(
                of(
                        three,
                        lonLat,
                        Words.of(
                                "国家 3 度带，报批通用；区界处每公里变形 " + edge + " 厘米" + (strained ? "，大于 2.5 厘米" : ""),
                                "The national 3-degree zone, in which plans are handed in; " + edge
                                        + " cm per km at the edge" + (strained ? ", more than 2.5 cm" : ""))),
                of(
                        three.prefixed(true),
                        lonLat,
                        Words.of(
                                "同一平面，横坐标前加带号 " + three.number(),
                                "The same plane with the zone number " + three.number() + " before the easting")),
                of(
                        six,
                        lonLat,
                        Words.of("国家 6 度带，用于 1:25000 及更小比例尺", "The national 6-degree zone, for 1:25,000 and smaller")),
                of(
                        six.prefixed(true),
                        lonLat,
                        Words.of(
                                "同一 6 度带平面，横坐标前加带号 " + six.number(),
                                "The same 6-degree plane with the zone number " + six.number()
                                        + " before the easting")),
                of(
                        local,
                        lonLat,
                        Words.of(
                                "以本区中央子午线为准的地方平面，变形最小；投影面高程请按测绘部门的规定填写",
                                "A local plane about the district's own meridian strains lengths least; take its projection height from the"
                                        + " survey office")));
    }

    /** A plane that somebody chooses, with what it does to lengths. */
    public static PlaneProposal chosen(Plane plane, Envelope lonLat) {
        return of(plane, lonLat, plane.title());
    }

    private static PlaneProposal of(Plane plane, Envelope lonLat, Words why) {
        return new PlaneProposal(plane, edgeCmPerKm(plane, lonLat), why);
    }

    /** k − 1 = y²/2R² at the corner furthest from the meridian, on the plane's own height. */
    private static double edgeCmPerKm(Plane plane, Envelope lonLat) {
        GaussKruger gk = plane.projection();
        double furthest = 0;
        for (double lon : new double[] {lonLat.getMinX(), lonLat.getMaxX()}) {
            for (double lat : new double[] {lonLat.getMinY(), lonLat.getMaxY()}) {
                var p = gk.forward(lon, lat);
                double y = p.eastM() - gk.falseEastingM();
                furthest = Math.max(furthest, y * y / (2 * EllipsoidArea.radiusSquared(p.northM(), gk)));
            }
        }
        return furthest * CM_PER_KM;
    }
}
