package org.greenplan.plan;

import java.util.List;
import org.greenplan.count.Areas;
import org.greenplan.feature.Notice;
import org.greenplan.findings.Finding;
import org.greenplan.follow.Deltas;
import org.greenplan.ledger.Overlap;
import org.greenplan.programme.Contribution;
import org.greenplan.programme.TargetState;
import org.locationtech.jts.geom.Geometry;

/**
 * What a draft would add if it were saved now.
 *
 * @param netShape polygons that would count for it, lon/lat degrees
 * @param overlaps who has what does not count, summing to gross − net
 * @param contributions what it is to each target, and why it adds nothing where it does
 * @param findings what rules have against it, the hardest first, and of what they can say nothing
 * @param bound how much of its net area lies where a rule keeps green from
 * @param deltas what it would do to all that is kept true to the features
 */
public record CheckResult(
        Areas gross,
        Areas net,
        double grossLengthM,
        double lengthM,
        Geometry netShape,
        List<Overlap> overlaps,
        List<Contribution> contributions,
        List<TargetState> before,
        List<TargetState> after,
        List<Notice> notices,
        List<Finding> findings,
        Areas bound,
        Deltas deltas) {
    /**
     * What of a draft offends against a rule, lon/lat degrees.
     *
     * @param shape polygons, or lines where its line offends
     * @param rest what of its polygons is left without that; empty where it is drawn as a line
     */
    public record Offence(Geometry shape, Geometry rest) {}

    public CheckResult {
        overlaps = List.copyOf(overlaps);
        contributions = List.copyOf(contributions);
        before = List.copyOf(before);
        after = List.copyOf(after);
        notices = List.copyOf(notices);
        findings = List.copyOf(findings);
    }
}
