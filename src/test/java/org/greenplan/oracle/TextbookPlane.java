package org.greenplan.oracle;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * The Gauss–Krüger plane as textbooks have it: power series in the difference of longitude (Jordan/Eggert; the Chinese 高斯投影正算公式) on
 * a meridian arc by quadrature. The program uses Krüger's other series, in the third flattening: nothing is shared but the ellipsoid.
 *
 * <p>Longitude and latitude in degrees, x = easting and y = northing in metres. Within 1.5° of the meridian the series are good to 1e-8 m.
 */
public record TextbookPlane(double centralMeridianDeg, double falseEastingM) {
    /** CGCS2000 / 3-degree Gauss–Krüger CM 114E. */
    public static final TextbookPlane EPSG_4547 = new TextbookPlane(114, 500_000);

    private static final double A = 6_378_137.0;
    private static final double F = 1 / 298.257222101;
    private static final double E2 = F * (2 - F);
    private static final double SECOND_E2 = E2 / (1 - E2);
    /** Gauss–Legendre of five nodes on [-1, 1]. */
    private static final double[] NODES = {
        0, Math.sqrt(5 - 2 * Math.sqrt(10 / 7.0)) / 3, Math.sqrt(5 + 2 * Math.sqrt(10 / 7.0)) / 3
    };

    private static final double[] WEIGHTS = {
        128 / 225.0, (322 + 13 * Math.sqrt(70)) / 900, (322 - 13 * Math.sqrt(70)) / 900
    };

    /** A shape of the plane from one in degrees. */
    public Geometry toPlane(Geometry lonLat) {
        return moved(lonLat, c -> forward(c.x, c.y));
    }

    /** A shape in degrees from one of the plane. */
    public Geometry toLonLat(Geometry plane) {
        return moved(plane, c -> inverse(c.x, c.y));
    }

    /** Easting and northing of a place. */
    public Coordinate forward(double lonDeg, double latDeg) {
        double b = Math.toRadians(latDeg);
        double l = Math.toRadians(lonDeg - centralMeridianDeg);
        double cos = Math.cos(b);
        double t2 = Math.tan(b) * Math.tan(b);
        double n = A / Math.sqrt(1 - E2 * Math.sin(b) * Math.sin(b));
        double eta2 = SECOND_E2 * cos * cos;
        double m = l * cos;
        double m2 = m * m;
        double north = meridianArc(b)
                + n
                        * Math.tan(b)
                        * m2
                        * (1 / 2.0
                                + m2
                                        * ((5 - t2 + 9 * eta2 + 4 * eta2 * eta2) / 24
                                                + m2
                                                        * ((61 - 58 * t2 + t2 * t2 + 270 * eta2 - 330 * t2 * eta2) / 720
                                                                + m2
                                                                        * (1385
                                                                                - 3111 * t2
                                                                                + 543 * t2 * t2
                                                                                - t2 * t2 * t2)
                                                                        / 40320)));
        double east = n
                * m
                * (1
                        + m2
                                * ((1 - t2 + eta2) / 6
                                        + m2
                                                * ((5 - 18 * t2 + t2 * t2 + 14 * eta2 - 58 * t2 * eta2) / 120
                                                        + m2 * (61 - 479 * t2 + 179 * t2 * t2 - t2 * t2 * t2) / 5040)));
        return new Coordinate(falseEastingM + east, north);
    }

    /** Longitude and latitude of a point of the plane, by trying until the series give it. */
    public Coordinate inverse(double eastM, double northM) {
        double lat = Math.toDegrees(northM / (A * (1 - E2 / 4)));
        double lon = centralMeridianDeg;
        for (int i = 0; i < 14; i++) {
            Coordinate at = forward(lon, lat);
            double b = Math.toRadians(lat);
            lat += Math.toDegrees((northM - at.y) / meridianRadius(b));
            lon += Math.toDegrees((eastM - at.x) / (normalRadius(b) * Math.cos(b)));
        }
        return new Coordinate(lon, lat);
    }

    /**
     * Area on the ellipsoid of a shape of the plane with straight edges: the integral of 1/k² = 1 − u² + 2/3·u⁴ with u = y/R, y the
     * distance from the central meridian, by Green's theorem and Simpson's rule on each edge.
     */
    public double ellipsoidArea(Geometry plane) {
        double area = 0;
        for (int i = 0; i < plane.getNumGeometries(); i++) {
            if (plane.getGeometryN(i) instanceof Polygon polygon) {
                area += polygon.getArea() - Math.abs(excess(polygon.getExteriorRing()));
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    area += Math.abs(excess(polygon.getInteriorRingN(h)));
                }
            }
        }
        return area;
    }

    private double excess(LinearRing ring) {
        CoordinateSequence at = ring.getCoordinateSequence();
        double b = Math.toRadians(inverse(at.getX(0), at.getY(0)).y);
        double r2 = meridianRadius(b) * normalRadius(b);
        double sum = 0;
        for (int i = 1; i < at.size(); i++) {
            double y0 = at.getX(i - 1) - falseEastingM;
            double y1 = at.getX(i) - falseEastingM;
            double f = excess(y0, r2) + 4 * excess((y0 + y1) / 2, r2) + excess(y1, r2);
            sum += f / 6 * (at.getY(i) - at.getY(i - 1));
        }
        return sum;
    }

    private static double excess(double y, double r2) {
        double u2 = y * y / r2;
        return y * u2 / 3 - 2 * y * u2 * u2 / 15;
    }

    private static double meridianArc(double b) {
        double sum = 0;
        int panels = 8;
        double half = b / panels / 2;
        for (int p = 0; p < panels; p++) {
            double middle = (2 * p + 1) * half;
            for (int i = 0; i < NODES.length; i++) {
                sum += WEIGHTS[i] * meridianRadius(middle + NODES[i] * half);
                sum += i == 0 ? 0 : WEIGHTS[i] * meridianRadius(middle - NODES[i] * half);
            }
        }
        return sum * half;
    }

    private static double meridianRadius(double b) {
        double w2 = 1 - E2 * Math.sin(b) * Math.sin(b);
        return A * (1 - E2) / (w2 * Math.sqrt(w2));
    }

    private static double normalRadius(double b) {
        return A / Math.sqrt(1 - E2 * Math.sin(b) * Math.sin(b));
    }

    private interface Move {
        Coordinate of(Coordinate from);
    }

    private static Geometry moved(Geometry shape, Move move) {
        return new GeometryEditor().edit(shape, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] coordinates, Geometry part) {
                Coordinate[] all = new Coordinate[coordinates.length];
                for (int i = 0; i < all.length; i++) {
                    all[i] = move.of(coordinates[i]);
                }
                return all;
            }
        });
    }
}
