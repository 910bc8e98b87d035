package org.greenplan.sweep;

import org.greenplan.crs.EllipsoidArea;
import org.greenplan.crs.GaussKruger;

/**
 * By how much the plane is larger than the ellipsoid west of a line: the integral of 1 − 1/k² from the central meridian, taken along
 * the line inside a slab. Two Gauss points are exact for the cubic that it is.
 */
final class ScaleExcess {
    private static final double NODE = (1 - Math.sqrt(1 / 3.0)) / 2;

    private final double originEastM;
    private final double inverseRadius2;
    private final double inverseRadius2PerM;
    private double heightM;
    private double inverseLow;
    private double inverseHigh;

    /**
     * @param originEastM easting of the strip's origin, metres
     * @param southM northing of the strip's southern border, metres
     * @param stripHeightM its height, metres; over it 1/R² is taken as linear
     */
    ScaleExcess(double originEastM, double southM, double stripHeightM, GaussKruger projection) {
        this.originEastM = originEastM - projection.falseEastingM();
        inverseRadius2 = 1 / EllipsoidArea.radiusSquared(southM, projection);
        inverseRadius2PerM =
                (1 / EllipsoidArea.radiusSquared(southM + stripHeightM, projection) - inverseRadius2) / stripHeightM;
    }

    /** Turns to the slab between two heights above the strip's southern border, metres. */
    void slab(double low, double high) {
        heightM = high - low;
        inverseLow = inverseRadius2 + inverseRadius2PerM * (low + NODE * heightM);
        inverseHigh = inverseRadius2 + inverseRadius2PerM * (high - NODE * heightM);
    }

    /** The integral along a line that meets the slab's south at one easting and its north at another, square metres. */
    double along(double southEastM, double northEastM) {
        double from = originEastM + southEastM;
        double step = northEastM - southEastM;
        return heightM
                / 2
                * (EllipsoidArea.excess(from + NODE * step, inverseLow)
                        + EllipsoidArea.excess(from + (1 - NODE) * step, inverseHigh));
    }
}
