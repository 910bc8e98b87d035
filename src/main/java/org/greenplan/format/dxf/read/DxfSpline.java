package org.greenplan.format.dxf.read;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/** A rational B-spline as AutoCAD stores it: degree, knots, control points and their weights, none where all are alike. */
record DxfSpline(int degree, List<Double> knots, List<Coordinate> controls, List<Double> weights) {
    private static final int MOST_PIECES = 20_000;
    private static final int PER_SPAN = 16;

    /** False where the numbers do not belong together; then the fit points are all there is. */
    boolean isSound() {
        if (degree < 1 || degree > 10 || controls.size() <= degree || knots.size() != controls.size() + degree + 1) {
            return false;
        }
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i) < knots.get(i - 1)) {
                return false;
            }
        }
        return knots.get(degree) < knots.get(controls.size())
                && (weights.isEmpty() || weights.size() == controls.size());
    }

    /** Points along the curve, close enough for a chord of a few metres to stay within the centimetre. */
    void along(List<Coordinate> to, double tolerance) {
        int pieces = Math.min(MOST_PIECES, spread(tolerance) * (controls.size() - degree));
        double from = knots.get(degree);
        double end = knots.get(controls.size());
        int span = degree;
        for (int i = 0; i <= pieces; i++) {
            double t = i == pieces ? end : from + (end - from) * i / pieces;
            while (span < controls.size() - 1 && t >= knots.get(span + 1)) {
                span++;
            }
            to.add(at(t, span));
        }
    }

    /** The wider the control polygon, the more pieces: chords grow with the root of the length. */
    private int spread(double tolerance) {
        double longest = 0;
        for (int i = 1; i < controls.size(); i++) {
            longest = Math.max(longest, controls.get(i).distance(controls.get(i - 1)));
        }
        return (int) Math.max(PER_SPAN, Math.min(400, Math.ceil(Math.sqrt(longest / tolerance))));
    }

    private Coordinate at(double t, int span) {
        var x = new double[degree + 1];
        var y = new double[degree + 1];
        var w = new double[degree + 1];
        for (int j = 0; j <= degree; j++) {
            int k = span - degree + j;
            w[j] = weights.isEmpty() ? 1 : weights.get(k);
            x[j] = controls.get(k).x * w[j];
            y[j] = controls.get(k).y * w[j];
        }
        for (int r = 1; r <= degree; r++) {
            for (int j = degree; j >= r; j--) {
                double left = knots.get(span - degree + j);
                double width = knots.get(span + 1 + j - r) - left;
                double a = width == 0 ? 0 : (t - left) / width;
                x[j] = (1 - a) * x[j - 1] + a * x[j];
                y[j] = (1 - a) * y[j - 1] + a * y[j];
                w[j] = (1 - a) * w[j - 1] + a * w[j];
            }
        }
        double weight = w[degree] == 0 ? 1 : w[degree];
        return new CoordinateXY(x[degree] / weight, y[degree] / weight);
    }
}
