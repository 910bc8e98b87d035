package org.greenplan.plan;

import java.util.List;
import org.greenplan.count.Areas;
import org.greenplan.count.NetPlot;
import org.greenplan.count.ShapeKernel;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.Notice;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.KnownFeatures;
import org.greenplan.history.Milestones;
import org.greenplan.ledger.LedgerWriter;
import org.greenplan.ledger.PlotShapes;
import org.greenplan.ledger.Surroundings;
import org.greenplan.ledger.WhoTook;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Tells what a draft would add, by the very code that counts it when it is saved; nothing is written. */
record DraftCheck(Session session, PlanCrs crs, PlanMemory memory, Milestones milestones) {
    CheckResult of(Change draft, List<Notice> notices) {
        HistoryEntry.Step step = step(draft);
        TargetSums before = memory.sums(session);
        milestones.reached("counting", 0, 1);
        var around = new Surroundings(
                session, crs, memory.lineToleranceM(), memory.boundaries(session), LedgerWriter.drafts(List.of(step)));
        var delta = new LedgerWriter(session, crs, memory.lineToleranceM()).delta(List.of(step), around);
        milestones.reached("comparing", 0, 1);
        TargetSums after = before.with(delta.before(), delta.after());
        Feature feature = step.after();
        NetPlot line = feature == null ? null : own(feature, delta);
        if (feature == null || line == null) {
            Areas gross = feature == null ? Areas.ZERO : gross(feature);
            double length =
                    feature == null ? 0 : crs.toPlane(feature.geometry()).getLength();
            boolean isLine = feature != null && feature.geometry().getDimension() == 1;
            return new CheckResult(
                    gross,
                    Areas.ZERO,
                    isLine ? length : 0,
                    0,
                    nothing(),
                    List.of(),
                    List.of(),
                    before.states(),
                    after.states(),
                    notices);
        }
        return new CheckResult(
                line.gross(),
                line.net(),
                line.grossLengthM(),
                line.lengthM(),
                crs.toLonLat(line.netShape()),
                new WhoTook(session, crs).told(around.plot(feature).shape(), line, around),
                before.noPieces(LedgerWriter.row(feature, line)),
                before.states(),
                after.states(),
                notices);
    }

    /** A new draft stands behind all plots of its rank, as it will when it gets its number. */
    private HistoryEntry.Step step(Change draft) {
        if (draft instanceof Change.Create create) {
            var ref = new FeatureRef(create.layer(), Long.MAX_VALUE);
            return new HistoryEntry.Step(ref, null, new Feature(ref, 1, create.attributes(), create.geometry()));
        }
        if (draft instanceof Change.Replace replace) {
            Feature stored = new KnownFeatures(session).find(replace.ref()).orElse(null);
            var after = new Feature(replace.ref(), replace.baseVersion() + 1, replace.attributes(), replace.geometry());
            return new HistoryEntry.Step(replace.ref(), stored, after);
        }
        var ref = ((Change.Delete) draft).ref();
        return new HistoryEntry.Step(ref, new KnownFeatures(session).find(ref).orElse(null), null);
    }

    private static @Nullable NetPlot own(Feature feature, LedgerWriter.Delta delta) {
        var key = PlotShapes.key(feature.ref());
        return delta.lines().stream()
                .filter(l -> l.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private Areas gross(Feature feature) {
        Geometry plane = crs.toPlane(feature.geometry());
        return plane.getDimension() == 2 ? new ShapeKernel(crs).areas(plane) : Areas.ZERO;
    }

    private static Geometry nothing() {
        return new GeometryFactory().createMultiPolygon();
    }
}
