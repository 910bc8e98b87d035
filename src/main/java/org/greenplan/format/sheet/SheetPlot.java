package org.greenplan.format.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.format.BoundaryPoints;
import org.greenplan.format.PlotId;
import org.greenplan.format.SourceRow;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A plot whose boundary points come row by row. */
final class SheetPlot {
    /** The field of a plot's name where no column of the table has one. */
    static final String NAME = "地块名称";

    private static final int MOST_POINTS = 1_000_000;

    private final long number;
    private final String id;
    private final Map<String, @Nullable Object> values;
    private final BoundaryPoints points = new BoundaryPoints();
    private @Nullable GeometryNote broken;

    SheetPlot(long number, String id, Map<String, @Nullable Object> values) {
        this.number = number;
        this.id = id;
        this.values = values;
    }

    String id() {
        return id;
    }

    /** False where there are too many. */
    boolean point(String name, String ring, Coordinate at) {
        points.vertex(name, ring, at.x, at.y);
        return points.vertices() <= MOST_POINTS;
    }

    /** One of its points cannot be read: a shape without it would be a wrong one. */
    void broken(long row, String cell) {
        String shown = cell.substring(0, Math.min(cell.length(), 40));
        broken = broken != null
                ? broken
                : new GeometryNote(
                        "no-shape",
                        Words.of(
                                "第 " + row + " 行：“" + shown + "”不是坐标。",
                                "Row " + row + ": \"" + shown + "\" is no coordinate."));
    }

    /**
     * Its record; where nothing but closing points parts plots, one for each of them.
     *
     * @param apart true where outlines that do not lie in each other are plots of their own
     */
    List<SourceRow> rows(boolean apart) {
        BoundaryPoints.Shaped shaped = points.shape("面");
        Geometry shape = shaped.geometry();
        if (broken != null) {
            return List.of(row(number, values, null, List.of(broken)));
        }
        if (!apart || shape == null || shape.getNumGeometries() < 2) {
            return List.of(row(number, values, shape, shaped.notes()));
        }
        List<SourceRow> rows = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Map<String, @Nullable Object> own = new LinkedHashMap<>(values);
            own.put(NAME, own.get(NAME) + "-" + (i + 1));
            rows.add(row(number + i, own, shape.getGeometryN(i), shaped.notes()));
        }
        return rows;
    }

    private SourceRow row(
            long place, Map<String, @Nullable Object> of, @Nullable Geometry shape, List<GeometryNote> notes) {
        String plot = PlotId.in(of);
        return new SourceRow(place, plot == null && PlotId.is(id) ? id : plot, of, shape, notes);
    }
}
