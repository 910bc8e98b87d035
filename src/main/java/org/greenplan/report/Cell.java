package org.greenplan.report;

import org.greenplan.count.Areas;
import org.greenplan.count.ZoneKey;

/**
 * The sum of all plots that agree in layer, class, status and year, as the database adds them up: a few hundred, however large the plan.
 *
 * @param overlapping how many of them cover more than they add; upgrades cost nothing and are not among them
 * @param uncounted what those cover and do not add
 */
record Cell(
        String layer,
        String kind,
        String status,
        String year,
        int plots,
        Areas gross,
        Areas net,
        double lengthM,
        int overlapping,
        Areas uncounted) {
    /** The parts of plots of one status in one sub-district, or in none. */
    record InZone(ZoneKey zone, String status, int plots, Areas net, double lengthM) {}
}
