package org.greenplan.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Zone;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The plan as the sweep sees it: all polygons in one order (plots by precedence, baseline, zones, district), and the strips, cut so
 * that each holds about as many vertices as the next.
 */
final class SweepPlan {
    /** A cell holds about so many outline pieces: fewer cost more cells, more cost longer slabs. */
    static final int PIECES_PER_CELL = 24;

    private static final int SAMPLE_EVERY = 64;

    final Geometry[] shapes;

    /** The rings of each shape, outer and inner alike: crossing any of them changes between inside and outside. */
    final CoordinateSequence[][] rings;

    /** Plots that add area; upgrades follow up to {@link #plotsEnd}, in plans that ask what is taken. */
    final int addingEnd;

    final int plotsEnd;
    final int baselineEnd;
    final int zonesEnd;

    /** Southern borders of the strips, and the northern border of the last, as northings in metres. */
    final double[] borders;

    /** The plots whose taken parts are asked for, or null where each plot's own parts are. */
    final boolean @Nullable [] subjects;

    private final int[] stripStart;
    private final int[] stripPolygons;

    /** What each plot counts in each zone. */
    SweepPlan(List<PlotShape> plots, LedgerInput input) {
        this(plots, plots.size(), input, input.zones(), null);
    }

    /** What is taken of some plots: those that add area, by precedence, before the upgrades; zones do not matter. */
    SweepPlan(List<PlotShape> plots, int addingEnd, LedgerInput input, boolean[] subjects) {
        this(plots, addingEnd, input, List.of(), subjects);
    }

    private SweepPlan(
            List<PlotShape> plots, int addingEnd, LedgerInput input, List<Zone> zones, boolean @Nullable [] subjects) {
        this.addingEnd = addingEnd;
        this.subjects = subjects;
        List<Geometry> all = new ArrayList<>(plots.size() + input.baseline().size() + zones.size() + 1);
        plots.forEach(p -> all.add(p.area()));
        all.addAll(input.baseline());
        zones.forEach(z -> all.add(z.area()));
        all.add(input.district());
        shapes = all.toArray(Geometry[]::new);
        rings = all.stream().map(SweepPlan::rings).toArray(CoordinateSequence[][]::new);
        plotsEnd = plots.size();
        baselineEnd = plotsEnd + input.baseline().size();
        zonesEnd = baselineEnd + zones.size();
        borders = cut();
        stripStart = new int[strips() + 2];
        stripPolygons = distribute();
    }

    int strips() {
        return Math.max(0, borders.length - 1);
    }

    /** Numbers of the polygons that reach into a strip, in order. */
    int[] polygons(int strip) {
        return Arrays.copyOfRange(stripPolygons, stripStart[strip], stripStart[strip + 1]);
    }

    private double[] cut() {
        Envelope extent = new Envelope();
        long vertices = 0;
        double[] sample = new double[shapes.length * 2];
        int size = 0;
        for (int i = 0; i < plotsEnd; i++) {
            if (subjects == null || subjects[i]) {
                extent.expandToInclude(shapes[i].getEnvelopeInternal());
            }
        }
        for (CoordinateSequence[] ofShape : rings) {
            for (CoordinateSequence ring : ofShape) {
                vertices += ring.size();
                for (int v = 0; v < ring.size(); v += SAMPLE_EVERY) {
                    if (size == sample.length) {
                        sample = Arrays.copyOf(sample, size * 2);
                    }
                    sample[size++] = ring.getY(v);
                }
            }
        }
        if (extent.isNull() || extent.getHeight() == 0) {
            return new double[0];
        }
        Arrays.parallelSort(sample, 0, size);
        int strips = (int) Math.max(1, Math.sqrt((double) vertices / PIECES_PER_CELL));
        double[] cuts = new double[strips + 1];
        int count = 0;
        cuts[count++] = extent.getMinY();
        for (int s = 1; s < strips; s++) {
            double y = sample[(int) ((long) s * size / strips)];
            if (y > cuts[count - 1] && y < extent.getMaxY()) {
                cuts[count++] = y;
            }
        }
        cuts[count++] = extent.getMaxY();
        return Arrays.copyOf(cuts, count);
    }

    private int[] distribute() {
        if (strips() == 0) {
            return new int[0];
        }
        int[] from = new int[shapes.length];
        int[] to = new int[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            Envelope envelope = shapes[i].getEnvelopeInternal();
            boolean reaches =
                    !envelope.isNull() && envelope.getMaxY() > borders[0] && envelope.getMinY() < borders[strips()];
            from[i] = reaches ? stripAt(envelope.getMinY()) : 0;
            to[i] = reaches ? stripAt(envelope.getMaxY()) : -1;
            for (int s = from[i]; s <= to[i]; s++) {
                stripStart[s + 2]++;
            }
        }
        for (int s = 2; s < stripStart.length; s++) {
            stripStart[s] += stripStart[s - 1];
        }
        int[] polygons = new int[stripStart[strips() + 1]];
        for (int i = 0; i < shapes.length; i++) {
            for (int s = from[i]; s <= to[i]; s++) {
                polygons[stripStart[s + 1]++] = i;
            }
        }
        return polygons;
    }

    private int stripAt(double y) {
        int found = Arrays.binarySearch(borders, y);
        int strip = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(strip, strips() - 1));
    }

    private static CoordinateSequence[] rings(Geometry shape) {
        List<CoordinateSequence> rings = new ArrayList<>(shape.getNumGeometries());
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                rings.add(polygon.getExteriorRing().getCoordinateSequence());
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    rings.add(polygon.getInteriorRingN(h).getCoordinateSequence());
                }
            }
        }
        return rings.toArray(CoordinateSequence[]::new);
    }
}
