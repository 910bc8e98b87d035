package org.greenplan.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.greenplan.crs.ControlFit;
import org.greenplan.crs.GaussKruger.PlanePoint;
import org.greenplan.crs.PlanCrs;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * The control points of a scanned drawing.
 *
 * @param plane the plane on which it is fitted, as a plan names it
 * @param method how much the drawing may be changed
 * @param points each a pixel and its place
 */
public record ScanPoints(String plane, ControlFit.Method method, List<Point> points) {
    private static final int MOST = 200;

    /** A pixel is at least a tenth of a millimetre wide and at most ten kilometres: what lies beyond is a slip of the hand. */
    private static final double LEAST_PIXEL_M = 1e-4;

    private static final double MOST_PIXEL_M = 1e4;

    /** The others agree so many times better without a doubtful one. */
    private static final double DOUBT = 4;

    /** A pair is not called doubtful for less than so many pixels. */
    private static final double DOUBT_PX = 3;

    public ScanPoints {
        points = List.copyOf(points);
        if (points.size() > MOST) {
            throw new Problem.Invalid(Words.of("控制点最多 200 个。", "There are at most 200 control points."), "points");
        }
    }

    /** A point of the drawing: pixels right and down from its upper left corner, and its place in degrees. */
    public record Point(double x, double y, double lonDeg, double latDeg) {
        private static final double FARTHEST = 1e6;

        public Point {
            boolean sane = Math.abs(x) <= FARTHEST
                    && Math.abs(y) <= FARTHEST
                    && Math.abs(lonDeg) <= 180
                    && Math.abs(latDeg) <= 85;
            if (!sane) {
                throw new Problem.Invalid(
                        Words.of(
                                "控制点应有像素 x、y 和经纬度。",
                                "A control point has x and y in pixels, a longitude and a latitude."),
                        "points");
            }
        }
    }

    /** None yet. */
    public static ScanPoints none() {
        return new ScanPoints("", ControlFit.Method.SIMILARITY, List.of());
    }

    /** What the drawing is laid by: an affine change only where there are points enough. */
    public ControlFit.Method used() {
        return points.size() < 3 ? ControlFit.Method.SIMILARITY : method;
    }

    /**
     * How the picture lies by them; empty where they are too few.
     *
     * @throws Problem.Invalid where they coincide, lie on one line or mirror the drawing
     */
    public Optional<ScanPlace> fit() {
        if (points.size() < 2) {
            return Optional.empty();
        }
        ControlFit fit = ControlFit.of(used(), pairs());
        double pixelM = Math.sqrt(ScanPlace.determinant(fit));
        if (!(pixelM >= LEAST_PIXEL_M && pixelM <= MOST_PIXEL_M)) {
            throw new Problem.Invalid(
                    Words.of(
                            "这些控制点把图纸压成一点、翻面或放大过度。请检查最后一对。",
                            "These control points press the drawing into a spot, mirror it, or blow it up. Look at the last pair."),
                    "points");
        }
        return Optional.of(new ScanPlace(PlanCrs.of(plane), fit));
    }

    /**
     * The pair without which the others agree far better; empty where none stands out, or where so few are left that they agree with
     * anything.
     */
    public OptionalInt doubtful() {
        int least = used() == ControlFit.Method.AFFINE ? 3 : 2;
        if (points.size() < least + 2) {
            return OptionalInt.empty();
        }
        List<ControlFit.Pair> pairs = pairs();
        ControlFit all = ControlFit.of(used(), pairs);
        double together = rms(all, least);
        double best = Double.POSITIVE_INFINITY;
        int which = -1;
        for (int i = 0; i < pairs.size(); i++) {
            double without = without(pairs, i, least);
            if (without < best) {
                best = without;
                which = i;
            }
        }
        double pixelM = Math.sqrt(Math.abs(ScanPlace.determinant(all)));
        return together > DOUBT * best && together > DOUBT_PX * pixelM ? OptionalInt.of(which) : OptionalInt.empty();
    }

    private double without(List<ControlFit.Pair> pairs, int one, int least) {
        List<ControlFit.Pair> others = new ArrayList<>(pairs);
        others.remove(one);
        try {
            return rms(ControlFit.of(used(), others), least);
        } catch (Problem.Invalid e) {
            // Without it the others lie on one line, so nothing is known of it.
            return Double.POSITIVE_INFINITY;
        }
    }

    /** What a pair is missed by for each that is more than needed. */
    private static double rms(ControlFit fit, int least) {
        double squares =
                fit.residualsM().stream().mapToDouble(each -> each * each).sum();
        return Math.sqrt(squares / Math.max(1, fit.residualsM().size() - least));
    }

    /** By how much the points are missed, in metres: the root of the mean square. */
    public static double rmsM(ControlFit fit) {
        double squares =
                fit.residualsM().stream().mapToDouble(each -> each * each).sum();
        return Math.sqrt(squares / fit.residualsM().size());
    }

    private List<ControlFit.Pair> pairs() {
        PlanCrs crs = PlanCrs.of(plane);
        return points.stream()
                .map(point -> {
                    PlanePoint there = crs.projection().forward(point.lonDeg(), point.latDeg());
                    return new ControlFit.Pair(point.x(), -point.y(), there.eastM(), there.northM());
                })
                .toList();
    }
}
