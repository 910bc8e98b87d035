package org.greenplan.crs;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas on the CGCS2000 ellipsoid.
 *
 * <p>Gauss–Krüger is conformal, so the ellipsoidal area of a plane polygon with straight edges is the integral of 1/k² over it. With y
 * the distance from the central meridian and R = √(M·N) at the foot point, k = cosh(y/R) up to terms far below a square
 * millimetre per hectare, so by Green's theorem the area is ∮ R·tanh(y/R) dx along the edges, x north. It is taken as the plane area
 * less ∮ (y − R·tanh(y/R)) dx, whose size is 1e-4 of it: no digits are lost.
 */
public final class EllipsoidArea {
    private static final double A = 6378137.0;
    private static final double F = 1 / 298.257222101;
    private static final double E2 = F * (2 - F);
    private static final double N = F / (2 - F);
    private static final double RECTIFYING_RADIUS = A / (1 + N) * (1 + N * N / 4 + Math.pow(N, 4) / 64);
    /** Over so many metres from south to north 1/R² is a straight line to 1e-8 of it, and so the area to 1e-12. */
    private static final double STRAIGHT_M = 50_000;
    /** Gauss–Legendre nodes and weights of order three on [0, 1]: exact to the fifth power of y. */
    private static final double[] NODES = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};

    private static final double[] WEIGHTS = {5 / 18.0, 8 / 18.0, 5 / 18.0};

    private EllipsoidArea() {}

    /**
     * Area on the ellipsoid of a polygonal geometry of the plan's plane (x = easting, y = northing, metres), in square metres. A plane
     * raised to a height has its own, larger ellipsoid; the area is that on CGCS2000 all the same.
     */
    public static double ofPlane(Geometry plane, GaussKruger projection) {
        double sum = 0;
        for (int i = 0; i < plane.getNumGeometries(); i++) {
            if (plane.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                sum += ring(polygon.getExteriorRing(), projection);
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    sum -= ring(polygon.getInteriorRingN(h), projection);
                }
            }
        }
        return sum * shrinking(projection);
    }

    /**
     * Area by the formula of the land survey (国土调查办发〔2008〕32号) of a polygonal geometry in lon/lat degrees, in
     * square metres: each edge closes a trapezoid with a reference meridian.
     */
    public static double official(Geometry lonLat) {
        double sum = 0;
        for (int i = 0; i < lonLat.getNumGeometries(); i++) {
            if (lonLat.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                sum += officialRing(polygon.getExteriorRing());
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    sum -= officialRing(polygon.getInteriorRingN(h));
                }
            }
        }
        return sum;
    }

    private static double ring(LinearRing ring, GaussKruger projection) {
        CoordinateSequence seq = ring.getCoordinateSequence();
        double originEast = seq.getX(0);
        double originNorth = seq.getY(0);
        double origin = originEast - projection.falseEastingM();
        InverseRadius inverseRadius2 = InverseRadius.over(ring, projection);
        double plane = 0;
        double excess = 0;
        for (int i = 1; i < seq.size(); i++) {
            double e0 = seq.getX(i - 1) - originEast;
            double e1 = seq.getX(i) - originEast;
            double n0 = seq.getY(i - 1) - originNorth;
            double n1 = seq.getY(i) - originNorth;
            plane += (e0 + e1) * (n1 - n0) / 2;
            for (int g = 0; g < NODES.length; g++) {
                double y = origin + e0 + (e1 - e0) * NODES[g];
                double inverse = inverseRadius2.at(originNorth + n0 + (n1 - n0) * NODES[g]);
                excess += WEIGHTS[g] * (n1 - n0) * (excess(y, inverse) - excess(origin, inverse));
            }
        }
        return Math.abs(plane - excess);
    }

    /** 1/R² over the heights of a ring: a line through two of them, or reckoned place by place where the ring is very long. */
    private record InverseRadius(double southM, double atSouth, double perM, boolean straight, GaussKruger projection) {
        static InverseRadius over(LinearRing ring, GaussKruger projection) {
            var box = ring.getEnvelopeInternal();
            double atSouth = 1 / radiusSquared(box.getMinY(), projection);
            double height = box.getHeight();
            double perM = height > 0 ? (1 / radiusSquared(box.getMaxY(), projection) - atSouth) / height : 0;
            return new InverseRadius(box.getMinY(), atSouth, perM, height <= STRAIGHT_M, projection);
        }

        double at(double northM) {
            return straight ? atSouth + perM * (northM - southM) : 1 / radiusSquared(northM, projection);
        }
    }

    /**
     * y − R·tanh(y/R) in metres, the integral of 1 − 1/k² from the central meridian, by its series: y/R stays below 0.03 in a
     * 3-degree zone and below 0.06 in one of 6 degrees, where the first term left out is 4e-12 of it.
     *
     * @param y metres east of the central meridian
     * @param inverseRadius2 1/R², per square metre
     */
    public static double excess(double y, double inverseRadius2) {
        double u = y * y * inverseRadius2;
        return y * u * (1 / 3.0 - u * (2 / 15.0 - u * 17 / 315.0));
    }

    /** What turns an area on a plane's own ellipsoid into one on CGCS2000: 1, or a little less where the plane is raised. */
    public static double shrinking(GaussKruger projection) {
        return 1 / (projection.enlargement() * projection.enlargement());
    }

    /** R² = M·N at the foot point of a northing of the plane, on the plane's own ellipsoid, square metres. */
    public static double radiusSquared(double northM, GaussKruger projection) {
        double times = projection.enlargement();
        double mu = (northM - projection.falseNorthingM()) / times / RECTIFYING_RADIUS;
        double lat = mu
                + (1.5 * N - 27 / 32.0 * N * N * N) * Math.sin(2 * mu)
                + 21 / 16.0 * N * N * Math.sin(4 * mu)
                + 151 / 96.0 * N * N * N * Math.sin(6 * mu);
        double w2 = 1 - E2 * Math.sin(lat) * Math.sin(lat);
        return times * times * A * A * (1 - E2) / (w2 * w2);
    }

    private static double officialRing(LinearRing ring) {
        CoordinateSequence seq = ring.getCoordinateSequence();
        double reference = seq.getX(0);
        double sum = 0;
        for (int i = 1; i < seq.size(); i++) {
            double meanLon = (seq.getX(i - 1) + seq.getX(i)) / 2 - reference;
            sum += trapezoid(Math.toRadians(meanLon), Math.toRadians(seq.getY(i - 1)), Math.toRadians(seq.getY(i)));
        }
        return Math.abs(sum);
    }

    /** Area between the reference meridian, two parallels and the mean meridian {@code dLon} of an edge, all in radians. */
    private static double trapezoid(double dLon, double lat0, double lat1) {
        double e4 = E2 * E2;
        double e6 = e4 * E2;
        double e8 = e4 * e4;
        double[] coefficients = {
            1 + 3 / 6.0 * E2 + 30 / 80.0 * e4 + 35 / 112.0 * e6 + 630 / 2304.0 * e8,
            1 / 6.0 * E2 + 15 / 80.0 * e4 + 21 / 112.0 * e6 + 420 / 2304.0 * e8,
            3 / 80.0 * e4 + 7 / 112.0 * e6 + 180 / 2304.0 * e8,
            1 / 112.0 * e6 + 45 / 2304.0 * e8,
            5 / 2304.0 * e8
        };
        double dLat = lat1 - lat0;
        double mid = (lat0 + lat1) / 2;
        double series = 0;
        for (int j = 0; j < coefficients.length; j++) {
            int odd = 2 * j + 1;
            series += (j % 2 == 0 ? 1 : -1) * coefficients[j] * Math.sin(odd * dLat / 2) * Math.cos(odd * mid);
        }
        double b = A * (1 - F);
        return 2 * b * b * dLon * series;
    }
}
