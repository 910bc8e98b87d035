package org.greenplan.count;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * All that the ledger of a plan, or of a neighbourhood of it, depends on; everything in the plan's plane.
 *
 * @param baseline existing green: polygonal shapes, which may overlap each other
 * @param district the boundary that counts, polygonal
 * @param zones by precedence, whatever the order in which they came
 * @param lineToleranceM how far beside an earlier line another still runs along it
 */
public record LedgerInput(
        List<PlotShape> plots, List<Geometry> baseline, Geometry district, List<Zone> zones, double lineToleranceM) {
    /** What a plan that says nothing takes for the same line (metres). */
    public static final double USUAL_TOLERANCE_M = 5;

    public LedgerInput {
        plots = List.copyOf(plots);
        baseline = List.copyOf(baseline);
        zones = zones.stream().sorted(Zone.BY_PRECEDENCE).toList();
    }

    /** The same with the usual tolerance. */
    public LedgerInput(List<PlotShape> plots, List<Geometry> baseline, Geometry district, List<Zone> zones) {
        this(plots, baseline, district, zones, USUAL_TOLERANCE_M);
    }
}
