package org.greenplan.catalogue;

import java.time.ZoneId;
import java.util.List;
import org.greenplan.crs.Plane;
import org.greenplan.problem.Words;

/**
 * What a plan is about, read from {@code plan.yaml} beside the sample's features: whose, which year, which plane, which targets.
 *
 * @param plane the plane on which it is measured and drawn
 * @param timeZone whose clock dates and times are of
 * @param illustrative true where the shapes are made up to show the program
 * @param lineToleranceM so far beside an earlier line a line still runs along it, and does not count (metres)
 */
public record PlanProfile(
        String id,
        Words title,
        Words district,
        int year,
        Plane plane,
        ZoneId timeZone,
        boolean illustrative,
        double lineToleranceM,
        List<TargetLine> targets) {
    /** What a plan that says nothing takes for the same line (metres). */
    public static final double USUAL_LINE_TOLERANCE_M = 5;

    /** The clock of a plan that names none: one time for all China. */
    public static final ZoneId CHINA_TIME = ZoneId.of("Etc/GMT-8");

    public PlanProfile {
        targets = List.copyOf(targets);
    }

    /** The same with the usual tolerance, on China's clock. */
    public PlanProfile(
            String id,
            Words title,
            Words district,
            int year,
            Plane plane,
            boolean illustrative,
            List<TargetLine> targets) {
        this(id, title, district, year, plane, CHINA_TIME, illustrative, USUAL_LINE_TOLERANCE_M, targets);
    }
}
