package org.greenplan.format.dxf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.problem.Words;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Rectangles around most of what a drawing shows: mostly the frame of its sheet, which would come in as one large plot. They are told,
 * not left out, for a park may be a rectangle with its beds inside. Lengths as in the drawing.
 */
public final class DxfFrames {
    /** A sheet shows so many areas at least. */
    private static final int LEAST_INSIDE = 3;
    /** Of all areas of the drawing, frames not counted. */
    private static final double MOST_OF_ALL = 0.8;
    /** How much of its smallest rectangle a frame fills. */
    private static final double SQUARE = 0.9999;

    private static final int MOST_RECTANGLES = 20;
    private static final int MOST_AREAS = 300_000;

    private final List<Rectangle> rectangles = new ArrayList<>();
    private final List<Coordinate> areas = new ArrayList<>();

    private record Rectangle(String layer, Geometry outline) {
        boolean holds(Coordinate at) {
            return outline.getEnvelopeInternal().contains(at)
                    && SimplePointInAreaLocator.locate(at, outline) == Location.INTERIOR;
        }
    }

    /** Every area is shown once. */
    public void see(String layer, Geometry polygon) {
        if (rectangular(polygon)) {
            rectangles.add(new Rectangle(layer, polygon));
            if (rectangles.size() > MOST_RECTANGLES) {
                rectangles.sort(Comparator.comparingDouble(
                                (Rectangle one) -> one.outline().getArea())
                        .reversed());
                rectangles.remove(MOST_RECTANGLES);
            }
        }
        if (areas.size() < MOST_AREAS) {
            areas.add(polygon.getInteriorPoint().getCoordinate());
        }
    }

    private static boolean rectangular(Geometry polygon) {
        return polygon.getNumPoints() == 5
                && polygon.getArea()
                        > SQUARE
                                * MinimumAreaRectangle.getMinimumRectangle(polygon)
                                        .getArea();
    }

    /** A sentence for each layer with frames. */
    public List<Words> findings() {
        Map<String, Integer> frames = new LinkedHashMap<>();
        for (Rectangle rectangle : rectangles) {
            long inside = areas.stream().filter(rectangle::holds).count() - 1;
            if (inside >= LEAST_INSIDE && inside >= MOST_OF_ALL * (areas.size() - rectangles.size())) {
                frames.merge(rectangle.layer(), 1, Integer::sum);
            }
        }
        List<Words> findings = new ArrayList<>();
        frames.forEach((layer, count) -> findings.add(Words.of(
                "图层“" + layer + "”有 " + count + " 个矩形框住了图中大部分图形，多为图框：请在预览中去掉，不要当作地块导入。",
                "Layer \"" + layer + "\" has " + count
                        + " rectangle(s) around most of the drawing, mostly the frame of its sheet: take them off in the preview"
                        + " rather than have them as plots.")));
        return findings;
    }
}
