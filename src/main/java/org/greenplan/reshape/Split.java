package org.greenplan.reshape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * A polygon cut along a line. The pieces share the corners of the cut, so that together they are the whole: no sliver, no gap. Metres, in
 * the plan's plane.
 */
final class Split {
    /** A line that cuts into more pieces was not meant to. */
    private static final int MOST = 50;

    private Split() {}

    /**
     * The pieces, the largest first; parts of the shape that the line does not reach stay with it.
     *
     * @throws Problem.Invalid where the line does not part the shape
     */
    static List<Geometry> of(Geometry shape, Geometry line) {
        List<Polygon> pieces = new ArrayList<>();
        List<Polygon> whole = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            List<Polygon> faces = faces((Polygon) shape.getGeometryN(i), line);
            if (faces.size() > 1) {
                pieces.addAll(faces);
            } else {
                whole.add((Polygon) shape.getGeometryN(i));
            }
        }
        if (pieces.isEmpty()) {
            throw new Problem.Invalid(
                    Words.of(
                            "这条线没有把图形分开：两端都要画到图形之外（或洞内）。",
                            "The line does not part the shape: draw both of its ends beyond the outline, or into a hole."),
                    "line");
        }
        if (pieces.size() > MOST) {
            throw new Problem.Invalid(
                    Words.of(
                            "这条线会分出 " + pieces.size() + " 块，最多 " + MOST + " 块。请画得简单些。",
                            "The line would cut " + pieces.size() + " pieces; " + MOST
                                    + " is the most. Draw a simpler one."),
                    "line");
        }
        pieces.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
        List<Geometry> parts = new ArrayList<>(pieces.subList(1, pieces.size()));
        whole.add(0, pieces.get(0));
        parts.add(0, multi(whole));
        return parts.stream()
                .map(part -> part instanceof Polygon one ? multi(List.of(one)) : part)
                .toList();
    }

    /** What the line makes of one polygon; the polygon alone where it does not part it. */
    private static List<Polygon> faces(Polygon polygon, Geometry line) {
        if (!polygon.getEnvelopeInternal().intersects(line.getEnvelopeInternal())) {
            return List.of(polygon);
        }
        var polygonizer = new Polygonizer();
        polygonizer.add(OverlayNGRobust.overlay(polygon.getBoundary(), line, OverlayNG.UNION));
        var inside = PreparedGeometryFactory.prepare(polygon);
        List<Polygon> faces = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            if (inside.contains(((Polygon) face).getInteriorPoint())) {
                faces.add((Polygon) face);
            }
        }
        return faces;
    }

    private static MultiPolygon multi(List<Polygon> parts) {
        return parts.get(0).getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    }
}
