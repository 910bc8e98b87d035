package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.dxf.DxfEntity;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/** Takes a spline out of a SPLINE or out of an edge of a HATCH: the curve itself, and the points it was drawn through. */
record DxfSplineReader(DxfSpline spline, List<Coordinate> fitPoints) {
    static DxfSplineReader read(DxfEntity entity, int from, int to) {
        boolean edge = entity.type().equals("HATCH");
        int degree = 3;
        List<Double> knots = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<Coordinate> controls = new ArrayList<>();
        List<Coordinate> fit = new ArrayList<>();
        for (int i = from; i < to && entity.code(i) != 0 && entity.code(i) < 1000; i++) {
            int code = entity.code(i);
            if (code == (edge ? 94 : 71)) {
                degree = entity.integer(i);
            } else if (code == 40) {
                knots.add(entity.real(i));
            } else if (code == (edge ? 42 : 41)) {
                weights.add(entity.real(i));
            } else if (code == 10) {
                controls.add(new CoordinateXY(entity.real(i), 0));
            } else if (code == 20 && !controls.isEmpty()) {
                controls.get(controls.size() - 1).y = entity.real(i);
            } else if (code == 11) {
                fit.add(new CoordinateXY(entity.real(i), 0));
            } else if (code == 21 && !fit.isEmpty()) {
                fit.get(fit.size() - 1).y = entity.real(i);
            }
        }
        return new DxfSplineReader(
                new DxfSpline(degree, knots, controls, weights.size() == controls.size() ? weights : List.of()), fit);
    }

    /** The curve where its numbers are sound; else straight through the points that are known. */
    void path(List<Coordinate> to, double tolerance) {
        if (spline.isSound()) {
            spline.along(to, tolerance);
        } else {
            to.addAll(fitPoints.isEmpty() ? spline.controls() : fitPoints);
        }
    }
}
