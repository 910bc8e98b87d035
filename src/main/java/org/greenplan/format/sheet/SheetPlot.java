package org.greenplan.format.sheet;

import java.util.Map;
import org.greenplan.format.BoundaryPoints;
import org.greenplan.format.PlotId;
import org.greenplan.format.SourceRow;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A plot whose boundary points come row by row. */
record SheetPlot(long number, String id, Map<String, @Nullable Object> values, BoundaryPoints points) {
    private static final int MOST_POINTS = 1_000_000;

    SheetPlot(long number, String id, Map<String, @Nullable Object> values) {
        this(number, id, values, new BoundaryPoints());
    }

    /** False where there are too many. */
    boolean point(String name, String ring, Coordinate at) {
        points.vertex(name, ring, at.x, at.y);
        return points.vertices() <= MOST_POINTS;
    }

    SourceRow row() {
        BoundaryPoints.Shaped shaped = points.shape("面");
        String plot = PlotId.in(values);
        return new SourceRow(
                number, plot == null && PlotId.is(id) ? id : plot, values, shaped.geometry(), shaped.notes());
    }
}
