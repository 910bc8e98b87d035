package org.greenplan.crs;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Gauss–Krüger projection (on CGCS2000 unless said otherwise), in pure arithmetic, so that the first page never waits for a CRS library.
 *
 * <p>Krüger's series in the third flattening n to the sixth order (Karney 2011, "Transverse Mercator with an accuracy of a
 * few nanometers", eqs. 35 and 36). Longitude and latitude in degrees, east first; easting and northing in metres. GeoTools is
 * its oracle in the tests.
 */
public final class GaussKruger {
    private final Ellipsoid ellipsoid;
    private final double centralMeridianDeg;
    private final double falseEastingM;
    private final double falseNorthingM;
    private final double eccentricity;
    private final double rectifyingRadiusM;
    private final double[] alpha;
    private final double[] beta;

    /** A zone on CGCS2000. */
    public GaussKruger(double centralMeridianDeg, double falseEastingM) {
        this(Ellipsoid.CGCS2000, centralMeridianDeg, falseEastingM);
    }

    /** A zone on another ellipsoid, as the older Chinese systems have it. */
    public GaussKruger(Ellipsoid ellipsoid, double centralMeridianDeg, double falseEastingM) {
        this(ellipsoid, centralMeridianDeg, falseEastingM, 0);
    }

    /** A plane of a city's own, which may also start its northings elsewhere than at the equator. */
    public GaussKruger(Ellipsoid ellipsoid, double centralMeridianDeg, double falseEastingM, double falseNorthingM) {
        double f = ellipsoid.flattening();
        double n = f / (2 - f);
        this.ellipsoid = ellipsoid;
        this.centralMeridianDeg = centralMeridianDeg;
        this.falseEastingM = falseEastingM;
        this.falseNorthingM = falseNorthingM;
        this.eccentricity = Math.sqrt(ellipsoid.eccentricity2());
        this.rectifyingRadiusM =
                ellipsoid.semiMajorM() / (1 + n) * (1 + n * n / 4 + Math.pow(n, 4) / 64 + Math.pow(n, 6) / 256);
        this.alpha = forwardSeries(n);
        this.beta = inverseSeries(n);
    }

    public double centralMeridianDeg() {
        return centralMeridianDeg;
    }

    public double falseEastingM() {
        return falseEastingM;
    }

    public double falseNorthingM() {
        return falseNorthingM;
    }

    /** Semi-major axis of its ellipsoid, metres. */
    public double semiMajorM() {
        return ellipsoid.semiMajorM();
    }

    /** How many times larger this ellipsoid is than CGCS2000's: 1, or a little more where it is raised to a city's height. */
    double enlargement() {
        return ellipsoid.semiMajorM() / Ellipsoid.CGCS2000.semiMajorM();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GaussKruger that
                && ellipsoid.equals(that.ellipsoid)
                && centralMeridianDeg == that.centralMeridianDeg
                && falseEastingM == that.falseEastingM
                && falseNorthingM == that.falseNorthingM;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ellipsoid, centralMeridianDeg, falseEastingM, falseNorthingM);
    }

    @Override
    public String toString() {
        return "Gauss-Krueger, central meridian " + centralMeridianDeg + ", false easting " + falseEastingM
                + ", false northing " + falseNorthingM + ", semi-major axis " + ellipsoid.semiMajorM();
    }

    /** Easting and northing of a place. */
    public PlanePoint forward(double lonDeg, double latDeg) {
        double dLon = Math.toRadians(lonDeg - centralMeridianDeg);
        double tau = Math.tan(Math.toRadians(latDeg));
        double tauPrime = conformalTan(tau);
        double xi1 = Math.atan2(tauPrime, Math.cos(dLon));
        double eta1 = asinh(Math.sin(dLon) / Math.hypot(tauPrime, Math.cos(dLon)));
        double xi = xi1;
        double eta = eta1;
        for (int j = 1; j <= 6; j++) {
            xi += alpha[j - 1] * Math.sin(2 * j * xi1) * Math.cosh(2 * j * eta1);
            eta += alpha[j - 1] * Math.cos(2 * j * xi1) * Math.sinh(2 * j * eta1);
        }
        return new PlanePoint(falseEastingM + rectifyingRadiusM * eta, falseNorthingM + rectifyingRadiusM * xi);
    }

    /** Longitude and latitude in degrees of a point of the plane. */
    public LonLat inverse(double eastM, double northM) {
        double xi = (northM - falseNorthingM) / rectifyingRadiusM;
        double eta = (eastM - falseEastingM) / rectifyingRadiusM;
        double xi1 = xi;
        double eta1 = eta;
        for (int j = 1; j <= 6; j++) {
            xi1 -= beta[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            eta1 -= beta[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        double tauPrime = Math.sin(xi1) / Math.hypot(Math.sinh(eta1), Math.cos(xi1));
        double dLon = Math.atan2(Math.sinh(eta1), Math.cos(xi1));
        return new LonLat(
                centralMeridianDeg + Math.toDegrees(dLon), Math.toDegrees(Math.atan(geographicTan(tauPrime))));
    }

    /** A point of the plane: easting and northing in metres. */
    public record PlanePoint(double eastM, double northM) {}

    /** A place: longitude and latitude in degrees. */
    public record LonLat(double lonDeg, double latDeg) {}

    private double conformalTan(double tau) {
        double sigma = Math.sinh(eccentricity * atanh(eccentricity * tau / Math.hypot(1, tau)));
        return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    }

    /** Newton's method on {@link #conformalTan} (Karney 2011, eqs. 19 to 21); three steps reach machine precision. */
    private double geographicTan(double tauPrime) {
        double tau = tauPrime / (1 - eccentricity * eccentricity);
        for (int i = 0; i < 5; i++) {
            double guess = conformalTan(tau);
            double step = (tauPrime - guess)
                    / Math.hypot(1, guess)
                    * (1 + (1 - eccentricity * eccentricity) * tau * tau)
                    / ((1 - eccentricity * eccentricity) * Math.hypot(1, tau));
            tau += step;
            if (Math.abs(step) < 1e-15 * Math.max(1, Math.abs(tau))) {
                break;
            }
        }
        return tau;
    }

    private static double asinh(double x) {
        return Math.signum(x) * Math.log(Math.abs(x) + Math.hypot(1, x));
    }

    private static double atanh(double x) {
        return 0.5 * Math.log1p(2 * x / (1 - x));
    }

    private static double[] forwardSeries(double n) {
        double n2 = n * n;
        double n3 = n2 * n;
        double n4 = n3 * n;
        double n5 = n4 * n;
        double n6 = n5 * n;
        return new double[] {
            n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180 - 127 * n5 / 288 + 7891 * n6 / 37800,
            13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440 + 281 * n5 / 630 - 1983433 * n6 / 1935360,
            61 * n3 / 240 - 103 * n4 / 140 + 15061 * n5 / 26880 + 167603 * n6 / 181440,
            49561 * n4 / 161280 - 179 * n5 / 168 + 6601661 * n6 / 7257600,
            34729 * n5 / 80640 - 3418889 * n6 / 1995840,
            212378941 * n6 / 319334400
        };
    }

    private static double[] inverseSeries(double n) {
        double n2 = n * n;
        double n3 = n2 * n;
        double n4 = n3 * n;
        double n5 = n4 * n;
        double n6 = n5 * n;
        return new double[] {
            n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360 - 81 * n5 / 512 + 96199 * n6 / 604800,
            n2 / 48 + n3 / 15 - 437 * n4 / 1440 + 46 * n5 / 105 - 1118711 * n6 / 3870720,
            17 * n3 / 480 - 37 * n4 / 840 - 209 * n5 / 4480 + 5569 * n6 / 90720,
            4397 * n4 / 161280 - 11 * n5 / 504 - 830251 * n6 / 7257600,
            4583 * n5 / 161280 - 108847 * n6 / 3991680,
            20648693 * n6 / 638668800
        };
    }
}
