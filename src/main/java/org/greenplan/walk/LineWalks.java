package org.greenplan.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Walks along every line of a plan; see {@link LineWalk}. */
public final class LineWalks {
    private LineWalks() {}

    /** Lengths by plot, for plots with a line: in the district, in each sub-district, in none of these. */
    public static Map<PlotKey, List<LineWalk.Length>> of(LedgerInput input) {
        List<Geometry> areas = new ArrayList<>(List.of(input.district()));
        input.zones().forEach(zone -> areas.add(zone.area()));
        LineWalk walk = new LineWalk(input.lineToleranceM(), areas);
        List<Line> lines = new ArrayList<>();
        STRtree index = new STRtree();
        for (PlotShape plot : input.plots()) {
            if (plot.centreLine() != null) {
                Line line = new Line(plot, plot.centreLine());
                lines.add(line);
                index.insert(line.shape().getEnvelopeInternal(), line);
            }
        }
        index.build();
        List<List<LineWalk.Length>> lengths = IntStream.range(0, lines.size())
                .parallel()
                .mapToObj(i -> walk.lengths(lines.get(i).shape(), before(lines.get(i), index, input.lineToleranceM())))
                .toList();
        Map<PlotKey, List<LineWalk.Length>> byPlot = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            byPlot.put(lines.get(i).plot().key(), lengths.get(i));
        }
        return byPlot;
    }

    private record Line(PlotShape plot, Geometry shape) {}

    private static List<Geometry> before(Line line, STRtree index, double toleranceM) {
        Envelope near = new Envelope(line.shape().getEnvelopeInternal());
        near.expandBy(2 * toleranceM);
        List<Geometry> before = new ArrayList<>();
        index.query(near, item -> {
            Line other = (Line) item;
            if (PlotShape.BY_PRECEDENCE.compare(other.plot(), line.plot()) < 0) {
                before.add(other.shape());
            }
        });
        return before;
    }
}
