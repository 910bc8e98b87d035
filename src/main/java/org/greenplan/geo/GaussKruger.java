package org.greenplan.geo;

/**
 * The 3-degree Gauss–Krüger projection on CGCS2000, in pure arithmetic, so that the first page never waits for a CRS library.
 *
 * <p>Krüger's series in the third flattening n to the sixth order (Karney 2011, "Transverse Mercator with an accuracy of a
 * few nanometers", eqs. 35 and 36). Longitude and latitude in degrees, east first; easting and northing in metres. GeoTools is
 * its oracle in the tests.
 */
public record GaussKruger(double centralMeridianDeg, double falseEastingM) {
    private static final double A = 6378137.0;
    private static final double F = 1 / 298.257222101;
    private static final double N = F / (2 - F);
    private static final double E = Math.sqrt(F * (2 - F));
    private static final double RECTIFYING_RADIUS =
            A / (1 + N) * (1 + N * N / 4 + Math.pow(N, 4) / 64 + Math.pow(N, 6) / 256);
    private static final double[] ALPHA = forwardSeries(N);
    private static final double[] BETA = inverseSeries(N);

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
            xi += ALPHA[j - 1] * Math.sin(2 * j * xi1) * Math.cosh(2 * j * eta1);
            eta += ALPHA[j - 1] * Math.cos(2 * j * xi1) * Math.sinh(2 * j * eta1);
        }
        return new PlanePoint(falseEastingM + RECTIFYING_RADIUS * eta, RECTIFYING_RADIUS * xi);
    }

    /** Longitude and latitude in degrees of a point of the plane. */
    public LonLat inverse(double eastM, double northM) {
        double xi = northM / RECTIFYING_RADIUS;
        double eta = (eastM - falseEastingM) / RECTIFYING_RADIUS;
        double xi1 = xi;
        double eta1 = eta;
        for (int j = 1; j <= 6; j++) {
            xi1 -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            eta1 -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
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

    private static double conformalTan(double tau) {
        double sigma = Math.sinh(E * atanh(E * tau / Math.hypot(1, tau)));
        return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    }

    /** Newton's method on {@link #conformalTan} (Karney 2011, eqs. 19 to 21); three steps reach machine precision. */
    private static double geographicTan(double tauPrime) {
        double tau = tauPrime / (1 - E * E);
        for (int i = 0; i < 5; i++) {
            double guess = conformalTan(tau);
            double step = (tauPrime - guess)
                    / Math.hypot(1, guess)
                    * (1 + (1 - E * E) * tau * tau)
                    / ((1 - E * E) * Math.hypot(1, tau));
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
