package org.greenplan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenplan.catalogue.LayerType;
import org.greenplan.geo.Mask;
import org.greenplan.geo.PlanCrs;
import org.greenplan.ledger.Areas;
import org.greenplan.ledger.NetPlot;
import org.greenplan.ledger.PlotShape;
import org.greenplan.ledger.ShapeKernel;
import org.greenplan.problem.Words;
import org.greenplan.store.Session;
import org.greenplan.target.TargetSums;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Tells what a draft would add, by the very code that counts it when it is saved; nothing is written. */
record DraftCheck(Session session, PlanCrs crs, PlanMemory memory) {
    /** Less than this is the width of a pen, not an overlap (square metres). */
    private static final double LEAST_OVERLAP_M2 = 0.01;

    private static final Words COUNTED = Words.of("已计入其他地块", "counted by an earlier plot");
    private static final Words GREEN = Words.of("现状绿地", "existing green");
    private static final Words OUTSIDE = Words.of("在区界之外", "outside the district");

    CheckResult of(Change draft, List<Notice> notices) {
        HistoryEntry.Step step = step(draft);
        TargetSums before = memory.sums(session);
        var around = new Surroundings(session, crs, memory.boundaries(session), LedgerWriter.drafts(List.of(step)));
        var delta = new LedgerWriter(session, crs).delta(List.of(step), around);
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
                overlaps(around.plot(feature).shape(), around),
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
            Feature stored = new FeatureStore(session).find(replace.ref()).orElse(null);
            var after = new Feature(replace.ref(), replace.baseVersion() + 1, replace.attributes(), replace.geometry());
            return new HistoryEntry.Step(replace.ref(), stored, after);
        }
        var ref = ((Change.Delete) draft).ref();
        return new HistoryEntry.Step(ref, new FeatureStore(session).find(ref).orElse(null), null);
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

    private List<Overlap> overlaps(PlotShape draft, Surroundings around) {
        if (!draft.addsArea() || draft.area().isEmpty()) {
            return List.of();
        }
        // A session reads on one thread, the kernel works on all.
        List<Claim> claims = claims(draft, around);
        var area = new Mask(draft.area());
        List<Overlap> overlaps = new ArrayList<>(Shared.out(claims)
                .flatMap(claim -> overlap(claim, area).stream())
                .toList());
        Mask district = around.boundaries().borders().district();
        Areas beyond = new ShapeKernel(crs).areas(district.polygonsBeyond(draft.area()));
        if (beyond.planeM2() > LEAST_OVERLAP_M2) {
            String label = session.catalogue()
                    .find("district")
                    .map(l -> l.title().zh())
                    .orElse("");
            overlaps.add(new Overlap("district", null, label, OUTSIDE, beyond));
        }
        return overlaps;
    }

    /** Ground that is counted already: by whom, and why. */
    private record Claim(Feature feature, Geometry plane, Words why) {}

    /** All that may have counted some of the draft's ground before it. */
    private static List<Claim> claims(PlotShape draft, Surroundings around) {
        List<Claim> claims = new ArrayList<>();
        var reach = PlotShapes.reach(draft);
        for (Surroundings.Plot plot : around.plots(reach)) {
            PlotShape shape = plot.shape();
            if (shape.addsArea() && shape.precedence().compareTo(draft.precedence()) < 0) {
                claims.add(new Claim(plot.feature(), shape.area(), COUNTED));
            }
        }
        around.baseline(reach).forEach(green -> claims.add(new Claim(green.feature(), green.plane(), GREEN)));
        return claims;
    }

    private Optional<Overlap> overlap(Claim claim, Mask draft) {
        Areas area = new ShapeKernel(crs).areas(draft.polygonsOf(claim.plane()));
        if (area.planeM2() <= LEAST_OVERLAP_M2) {
            return Optional.empty();
        }
        FeatureRef ref = claim.feature().ref();
        LayerType layer = session.catalogue().get(ref.layer());
        return Optional.of(
                new Overlap(layer.id(), ref.id(), FeatureLabel.of(layer, claim.feature()), claim.why(), area));
    }

    private static Geometry nothing() {
        return new GeometryFactory().createMultiPolygon();
    }
}
