package org.greenplan.count;

/**
 * The two legal areas of one shape, on the projected plane and on the CGCS2000 ellipsoid, in whole square millimetres, so that sums
 * and differences are exact.
 */
public record Areas(long planeMm2, long ellipsoidMm2) {
    public static final Areas ZERO = new Areas(0, 0);

    /** Measured areas in square metres, rounded to whole square millimetres. */
    public static Areas of(double planeM2, double ellipsoidM2) {
        return new Areas(Millionths.of(planeM2), Millionths.of(ellipsoidM2));
    }

    public double planeM2() {
        return Millionths.value(planeMm2);
    }

    public double ellipsoidM2() {
        return Millionths.value(ellipsoidMm2);
    }

    public Areas plus(Areas other) {
        return new Areas(planeMm2 + other.planeMm2, ellipsoidMm2 + other.ellipsoidMm2);
    }

    public Areas minus(Areas other) {
        return new Areas(planeMm2 - other.planeMm2, ellipsoidMm2 - other.ellipsoidMm2);
    }
}
