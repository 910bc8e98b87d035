package org.greenplan.crs;

import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * The Bursa–Wolf change of datum, as survey offices hand it out: from an old system to CGCS2000.
 *
 * @param dxM shift along X in metres, dyM and dzM likewise
 * @param rxSec rotation about X in arc seconds, rySec and rzSec likewise; position vector convention (EPSG method 9606), as in Chinese
 *     survey software
 * @param scalePpm scale difference in parts per million
 */
public record SevenParameters(
        double dxM, double dyM, double dzM, double rxSec, double rySec, double rzSec, double scalePpm) {
    private static final double RADIANS_PER_SECOND = Math.PI / (180 * 3600);

    /** Seven numbers with commas: dx, dy, dz (m), rx, ry, rz (″), scale (ppm). */
    public static SevenParameters of(String text) {
        String[] parts = text.split("[,;\\s]+", -1);
        double[] v = new double[7];
        try {
            for (int i = 0; i < 7; i++) {
                v[i] = Double.parseDouble(parts[i].strip());
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw notSeven(text);
        }
        boolean plausible = parts.length == 7
                && Math.abs(v[0]) < 2000
                && Math.abs(v[1]) < 2000
                && Math.abs(v[2]) < 2000
                && Math.abs(v[3]) < 60
                && Math.abs(v[4]) < 60
                && Math.abs(v[5]) < 60
                && Math.abs(v[6]) < 100;
        if (!plausible) {
            throw notSeven(text);
        }
        return new SevenParameters(v[0], v[1], v[2], v[3], v[4], v[5], v[6]);
    }

    /** The place on CGCS2000 of a place on an old ellipsoid. */
    public GaussKruger.LonLat toCgcs2000(GaussKruger.LonLat old, Ellipsoid oldEllipsoid) {
        double[] p = oldEllipsoid.toGeocentric(old);
        double rx = rxSec * RADIANS_PER_SECOND;
        double ry = rySec * RADIANS_PER_SECOND;
        double rz = rzSec * RADIANS_PER_SECOND;
        double m = 1 + scalePpm * 1e-6;
        return Ellipsoid.CGCS2000.fromGeocentric(new double[] {
            dxM + m * (p[0] - rz * p[1] + ry * p[2]),
            dyM + m * (rz * p[0] + p[1] - rx * p[2]),
            dzM + m * (-ry * p[0] + rx * p[1] + p[2])
        });
    }

    private static Problem.Invalid notSeven(String text) {
        return new Problem.Invalid(
                Words.of(
                        "“" + text + "”不是七参数。请依次填写 ΔX,ΔY,ΔZ（米），εX,εY,εZ（秒），m(ppm)，用逗号分隔。",
                        "\"" + text
                                + "\" are not seven parameters. Give dX, dY, dZ (m), rX, rY, rZ (arc seconds), scale (ppm), with commas."),
                "parameters");
    }
}
