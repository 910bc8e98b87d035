package org.greenplan.plan;

import java.util.List;
import org.greenplan.ledger.Areas;
import org.greenplan.target.TargetState;
import org.locationtech.jts.geom.Geometry;

/**
 * What a draft would add if it were saved now.
 *
 * @param netShape polygons that would count for it, lon/lat degrees
 */
public record CheckResult(
        Areas gross,
        Areas net,
        double grossLengthM,
        double lengthM,
        Geometry netShape,
        List<Overlap> overlaps,
        List<TargetState> before,
        List<TargetState> after,
        List<Notice> notices) {
    public CheckResult {
        overlaps = List.copyOf(overlaps);
        before = List.copyOf(before);
        after = List.copyOf(after);
        notices = List.copyOf(notices);
    }
}
