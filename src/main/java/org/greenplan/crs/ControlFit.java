package org.greenplan.crs;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * Lays a drawing without coordinates onto the plane by points that are known in both: two points or more for a similarity (shift,
 * turn, scale), three or more for an affine change, by least squares.
 *
 * @param a x' = a·x + b·y + c and y' = d·x + e·y + f, on numbers reduced to the drawing's centre
 */
public record ControlFit(
        Method method,
        double a,
        double b,
        double c,
        double d,
        double e,
        double f,
        double centreX,
        double centreY,
        List<Double> residualsM) {
    public ControlFit {
        residualsM = List.copyOf(residualsM);
    }

    /** How much the drawing may be changed. */
    public enum Method {
        SIMILARITY,
        AFFINE
    }

    /** One point in both systems: the drawing's x and y, and east and north on the plane in metres. */
    public record Pair(double x, double y, double eastM, double northM) {}

    /** The best fit, with the distance in metres by which each point is missed. */
    public static ControlFit of(Method method, List<Pair> pairs) {
        int least = method == Method.SIMILARITY ? 2 : 3;
        if (pairs.size() < least) {
            throw new Problem.Invalid(
                    Words.of(
                            "至少需要 " + least + " 个控制点，现有 " + pairs.size() + " 个。",
                            "At least " + least + " control points are needed; there are " + pairs.size() + "."),
                    "points");
        }
        double cx = pairs.stream().mapToDouble(Pair::x).average().orElseThrow();
        double cy = pairs.stream().mapToDouble(Pair::y).average().orElseThrow();
        double[] v = method == Method.SIMILARITY ? similarity(pairs, cx, cy) : affine(pairs, cx, cy);
        var fit = new ControlFit(method, v[0], v[1], v[2], v[3], v[4], v[5], cx, cy, List.of());
        List<Double> residuals = new ArrayList<>();
        for (Pair pair : pairs) {
            GaussKruger.PlanePoint p = fit.place(pair.x(), pair.y());
            residuals.add(Math.hypot(p.eastM() - pair.eastM(), p.northM() - pair.northM()));
        }
        return new ControlFit(method, v[0], v[1], v[2], v[3], v[4], v[5], cx, cy, residuals);
    }

    /** Where a point of the drawing lies on the plane. */
    public GaussKruger.PlanePoint place(double x, double y) {
        double u = x - centreX;
        double w = y - centreY;
        return new GaussKruger.PlanePoint(a * u + b * w + c, d * u + e * w + f);
    }

    private static double[] similarity(List<Pair> pairs, double cx, double cy) {
        double sumE = 0;
        double sumN = 0;
        double along = 0;
        double across = 0;
        double spread = 0;
        for (Pair p : pairs) {
            double u = p.x() - cx;
            double w = p.y() - cy;
            sumE += p.eastM();
            sumN += p.northM();
            along += u * p.eastM() + w * p.northM();
            across += u * p.northM() - w * p.eastM();
            spread += u * u + w * w;
        }
        if (!(spread > 0)) {
            throw onOneSpot();
        }
        double cos = along / spread;
        double sin = across / spread;
        int n = pairs.size();
        return new double[] {cos, -sin, sumE / n, sin, cos, sumN / n};
    }

    private static double[] affine(List<Pair> pairs, double cx, double cy) {
        double uu = 0;
        double uw = 0;
        double ww = 0;
        double[] ue = new double[2];
        double[] we = new double[2];
        double[] sum = new double[2];
        for (Pair p : pairs) {
            double u = p.x() - cx;
            double w = p.y() - cy;
            uu += u * u;
            uw += u * w;
            ww += w * w;
            ue[0] += u * p.eastM();
            ue[1] += u * p.northM();
            we[0] += w * p.eastM();
            we[1] += w * p.northM();
            sum[0] += p.eastM();
            sum[1] += p.northM();
        }
        double determinant = uu * ww - uw * uw;
        if (!(determinant > 1e-9 * uu * ww)) {
            throw onOneSpot();
        }
        int n = pairs.size();
        return new double[] {
            (ue[0] * ww - we[0] * uw) / determinant,
            (we[0] * uu - ue[0] * uw) / determinant,
            sum[0] / n,
            (ue[1] * ww - we[1] * uw) / determinant,
            (we[1] * uu - ue[1] * uw) / determinant,
            sum[1] / n
        };
    }

    private static Problem.Invalid onOneSpot() {
        return new Problem.Invalid(
                Words.of(
                        "控制点重合或在一条直线上，请另选分布更开的点。",
                        "The control points coincide or lie on one line. Choose points that lie apart."),
                "points");
    }
}
