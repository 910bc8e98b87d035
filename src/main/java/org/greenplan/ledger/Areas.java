package org.greenplan.ledger;

/** The two legal areas of one shape in square metres: on the projected plane and on the CGCS2000 ellipsoid. */
public record Areas(double planeM2, double ellipsoidM2) {
    public static final Areas ZERO = new Areas(0, 0);

    public Areas plus(Areas other) {
        return new Areas(planeM2 + other.planeM2, ellipsoidM2 + other.ellipsoidM2);
    }

    public Areas minus(Areas other) {
        return new Areas(planeM2 - other.planeM2, ellipsoidM2 - other.ellipsoidM2);
    }
}
