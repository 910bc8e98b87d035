package org.greenplan.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.count.Taken;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.FeatureRef;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.WhoTook;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;

/** Says where the uncounted part of a plot went, as the desk says it: the parts sum to gross − net. */
record LossReader(Session session, PlanProfile profile) {
    static final Words EARLIER = WhoTook.words(Taken.Why.PLOT);

    Map<FeatureRef, List<Report.Loss>> read(List<LedgerStore.Row> overlapping) {
        var who = new WhoTook(session, PlanCrs.of(profile.plane()));
        Map<FeatureRef, List<Taken>> taken = who.of(overlapping);
        Map<FeatureRef, String> labels = who.labels(taken);
        Map<FeatureRef, List<Report.Loss>> losses = new LinkedHashMap<>();
        taken.forEach((plot, parts) ->
                losses.put(plot, parts.stream().map(part -> loss(part, labels)).toList()));
        return losses;
    }

    private static Report.Loss loss(Taken part, Map<FeatureRef, String> labels) {
        FeatureRef other = WhoTook.other(part);
        return new Report.Loss(WhoTook.words(part.why()), other, other == null ? null : labels.get(other), part.area());
    }
}
