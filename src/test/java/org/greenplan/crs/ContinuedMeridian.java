package org.greenplan.crs;

import org.locationtech.jts.geom.Coordinate;

/**
 * Gauss–Krüger by its definition, without any series: true to scale on the central meridian and analytic in isometric latitude and
 * longitude. The arc of the meridian is integrated by Simpson's rule, then continued to the east, that is in the imaginary
 * direction, by Runge–Kutta.
 */
final class ContinuedMeridian {
    private static final double A = 6_378_137;
    private static final double F = 1 / 298.257222101;
    private static final double E2 = F * (2 - F);
    private static final double CENTRE_DEG = 114;
    private static final int STEPS = 400;

    private ContinuedMeridian() {}

    /** The place on EPSG:4547, easting first. */
    static Coordinate plane(double lonDeg, double latDeg) {
        double latitude = Math.toRadians(latDeg);
        double h = Math.toRadians(lonDeg - CENTRE_DEG) / STEPS;
        Complex phi = new Complex(latitude, 0);
        Complex z = new Complex(arcM(latitude), 0);
        Complex step = new Complex(0, h);
        for (int i = 0; i < STEPS; i++) {
            Complex k1 = slope(phi);
            Complex second = phi.plus(k1.times(step).times(0.5));
            Complex k2 = slope(second);
            Complex third = phi.plus(k2.times(step).times(0.5));
            Complex k3 = slope(third);
            Complex fourth = phi.plus(k3.times(step));
            z = z.plus(mean(radius(phi), radius(second), radius(third), radius(fourth))
                    .times(step));
            phi = phi.plus(mean(k1, k2, k3, slope(fourth)).times(step));
        }
        return new Coordinate(500_000 + z.im(), z.re());
    }

    private static Complex mean(Complex first, Complex second, Complex third, Complex fourth) {
        return first.plus(second.times(2)).plus(third.times(2)).plus(fourth).times(1 / 6.0);
    }

    /** dφ/dq, q the isometric latitude. */
    private static Complex slope(Complex phi) {
        return phi.cos().times(squareOfW(phi)).times(1 / (1 - E2));
    }

    /** dz/dq on the meridian, which is the radius of the parallel (metres). */
    private static Complex radius(Complex phi) {
        return phi.cos().over(squareOfW(phi).root()).times(A);
    }

    private static Complex squareOfW(Complex phi) {
        return new Complex(1, 0).plus(phi.sin().times(phi.sin()).times(-E2));
    }

    private static double arcM(double latitude) {
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            double sin = Math.sin(latitude * i / steps);
            sum += weight * A * (1 - E2) / Math.pow(1 - E2 * sin * sin, 1.5);
        }
        return sum * latitude / steps / 3;
    }

    private record Complex(double re, double im) {
        Complex plus(Complex other) {
            return new Complex(re + other.re, im + other.im);
        }

        Complex times(double factor) {
            return new Complex(re * factor, im * factor);
        }

        Complex times(Complex other) {
            return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
        }

        Complex over(Complex other) {
            double square = other.re * other.re + other.im * other.im;
            return times(new Complex(other.re / square, -other.im / square));
        }

        Complex root() {
            double size = Math.hypot(re, im);
            double half = Math.sqrt((size + re) / 2);
            return new Complex(half, im / (2 * half));
        }

        Complex sin() {
            return new Complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
        }

        Complex cos() {
            return new Complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im));
        }
    }
}
