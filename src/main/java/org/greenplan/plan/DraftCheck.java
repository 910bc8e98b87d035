package org.greenplan.plan;

import java.util.List;
import java.util.Objects;
import org.greenplan.count.Areas;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotShape;
import org.greenplan.count.ShapeKernel;
import org.greenplan.count.Taken;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.Notice;
import org.greenplan.findings.Finding;
import org.greenplan.findings.PlanRules;
import org.greenplan.follow.Deltas;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Turn;
import org.greenplan.geo.Overlay;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.KnownFeatures;
import org.greenplan.history.Milestones;
import org.greenplan.ledger.LedgerDelta;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.PlotShapes;
import org.greenplan.ledger.Surroundings;
import org.greenplan.ledger.WhoTook;
import org.greenplan.programme.TargetDelta;
import org.greenplan.rule.Outcome;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Tells what a draft would add, by the very calls that count it when it is saved; nothing is written. */
record DraftCheck(Ground ground, PlanMemory memory, Milestones milestones) {
    /** So much more is cut off than offends: where an edge is cut, the place lies beside it by a rounding, and a hair would stay. */
    private static final double HAIR_M = 1e-3;

    CheckResult of(ChangeIntake.Ready draft) {
        List<Notice> notices = draft.notices();
        HistoryEntry.Step step = step(draft.changes().get(0));
        milestones.reached("counting", 0, 1);
        Turn turn = Turn.draft(ground, step, milestones);
        Deltas deltas = memory.followers().follow(turn);
        milestones.reached("comparing", 0, 1);
        TargetDelta targets = deltas.of(memory.targets()).orElseThrow();
        Feature feature = step.after();
        NetPlot line = feature == null
                ? null
                : deltas.of(memory.ledger()).map(ledger -> own(feature, ledger)).orElse(null);
        if (feature == null || line == null) {
            return nothing(turn, feature, targets, notices, deltas);
        }
        Surroundings around = memory.ledger().surroundings(turn);
        PlotShape plot = around.plot(feature).shape();
        List<Outcome> outcomes = new PlanRules(ground, turn.is()).of(List.of(feature));
        return new CheckResult(
                line.gross(),
                line.net(),
                line.grossLengthM(),
                line.lengthM(),
                ground.crs().toLonLat(line.netShape()),
                new WhoTook(ground.session(), ground.crs()).told(plot, line, around),
                targets.before().contributions(LedgerStore.Row.of(feature, line)),
                targets.before().states(),
                targets.after().states(),
                notices,
                Finding.of(outcomes, ground.crs()),
                new ShapeKernel(ground.crs())
                        .areas(Overlay.intersection(line.netShape(), PlanRules.shape(outcomes, null))),
                deltas);
    }

    /** Where a plot drafted offends against a rule, and what is left of it without that. */
    CheckResult.Offence offence(ChangeIntake.Ready draft, String rule) {
        HistoryEntry.Step step = step(draft.changes().get(0));
        Turn turn = Turn.draft(ground, step, milestones);
        Feature feature = Objects.requireNonNull(step.after(), "a draft is no deletion");
        Geometry offending = PlanRules.shape(new PlanRules(ground, turn.is()).of(List.of(feature)), rule);
        Geometry plane = ground.crs().toPlane(feature.geometry());
        Geometry rest = plane.getDimension() == 2 && offending.getDimension() == 2
                ? Overlay.difference(plane, List.of(offending.buffer(HAIR_M)))
                : plane.getFactory().createMultiPolygon();
        return new CheckResult.Offence(
                ground.crs().toLonLat(offending), ground.crs().toLonLat(rest));
    }

    /** Where the part of a draft lies that does not count for a reason, lon/lat degrees. */
    Geometry shape(ChangeIntake.Ready draft, Taken.Why reason, @Nullable FeatureRef by) {
        HistoryEntry.Step step = step(draft.changes().get(0));
        Surroundings around = memory.ledger().surroundings(Turn.draft(ground, step, milestones));
        Feature feature = Objects.requireNonNull(step.after(), "a draft is no deletion");
        var who = new WhoTook(ground.session(), ground.crs());
        return ground.crs().toLonLat(who.shape(around.plot(feature).shape(), around, reason, by));
    }

    /** Of what is no plot. */
    private CheckResult nothing(
            Turn turn, @Nullable Feature feature, TargetDelta targets, List<Notice> notices, Deltas deltas) {
        Geometry plane = feature == null ? null : ground.crs().toPlane(feature.geometry());
        return new CheckResult(
                plane != null && plane.getDimension() == 2 ? new ShapeKernel(ground.crs()).areas(plane) : Areas.ZERO,
                Areas.ZERO,
                plane != null && plane.getDimension() == 1 ? plane.getLength() : 0,
                0,
                new GeometryFactory().createMultiPolygon(),
                List.of(),
                List.of(),
                targets.before().states(),
                targets.after().states(),
                notices,
                feature == null
                        ? List.of()
                        : Finding.of(new PlanRules(ground, turn.is()).of(List.of(feature)), ground.crs()),
                Areas.ZERO,
                deltas);
    }

    /** A new draft stands behind all plots of its rank, as it will when it gets its number. */
    private HistoryEntry.Step step(Change draft) {
        if (draft instanceof Change.Create create) {
            var ref = new FeatureRef(create.layer(), Long.MAX_VALUE);
            return new HistoryEntry.Step(ref, null, new Feature(ref, 1, create.attributes(), create.geometry()));
        }
        if (draft instanceof Change.Replace replace) {
            Feature stored =
                    new KnownFeatures(ground.session()).find(replace.ref()).orElse(null);
            var after = new Feature(replace.ref(), replace.baseVersion() + 1, replace.attributes(), replace.geometry());
            return new HistoryEntry.Step(replace.ref(), stored, after);
        }
        var ref = ((Change.Delete) draft).ref();
        return new HistoryEntry.Step(
                ref, new KnownFeatures(ground.session()).find(ref).orElse(null), null);
    }

    private static @Nullable NetPlot own(Feature feature, LedgerDelta delta) {
        var key = PlotShapes.key(feature.ref());
        return delta.lines().stream()
                .filter(l -> l.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
