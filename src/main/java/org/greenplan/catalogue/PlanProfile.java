package org.greenplan.catalogue;

import java.util.List;
import org.greenplan.problem.Words;

/**
 * What a plan is about, read from {@code plan.yaml} beside the sample's features: whose, which year, which plane, which targets.
 *
 * @param planeEpsg a CGCS2000 3-degree zone without prefix, such as 4547
 * @param illustrative true where the shapes are made up to show the program
 */
public record PlanProfile(
        String id,
        Words title,
        Words district,
        int year,
        int planeEpsg,
        boolean illustrative,
        List<TargetLine> targets) {
    public PlanProfile {
        targets = List.copyOf(targets);
    }
}
