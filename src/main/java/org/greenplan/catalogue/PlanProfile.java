package org.greenplan.catalogue;

import java.util.List;
import org.greenplan.problem.Words;

/**
 * What a plan is about, read from {@code plan.yaml} beside the sample's features: whose, which year, which plane, which targets.
 *
 * @param planeEpsg a CGCS2000 3-degree zone without prefix, such as 4547
 * @param illustrative true where the shapes are made up to show the program
 * @param lineToleranceM so far beside an earlier line a line still runs along it, and does not count (metres)
 */
public record PlanProfile(
        String id,
        Words title,
        Words district,
        int year,
        int planeEpsg,
        boolean illustrative,
        double lineToleranceM,
        List<TargetLine> targets) {
    /** What a plan that says nothing takes for the same line (metres). */
    public static final double USUAL_LINE_TOLERANCE_M = 5;

    public PlanProfile {
        targets = List.copyOf(targets);
    }

    /** The same with the usual tolerance. */
    public PlanProfile(
            String id,
            Words title,
            Words district,
            int year,
            int planeEpsg,
            boolean illustrative,
            List<TargetLine> targets) {
        this(id, title, district, year, planeEpsg, illustrative, USUAL_LINE_TOLERANCE_M, targets);
    }
}
