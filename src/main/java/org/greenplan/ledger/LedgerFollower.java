package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.ShapeKernel;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Deltas;
import org.greenplan.follow.Difference;
import org.greenplan.follow.Follower;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.follow.Scope;
import org.greenplan.follow.Turn;
import org.greenplan.sql.Wanted;
import org.greenplan.store.Part;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The first follower: the ledger. After a change it counts anew the plots that the old or the new shapes may touch and that come later,
 * and no others; where a boundary changes, or very much at once, all of them.
 */
public final class LedgerFollower implements Follower<LedgerDelta> {
    /** Above so many steps the whole plan at once is cheaper than one neighbourhood after the other. */
    private static final int MANY = 2000;

    /** The net shapes of so many plots can be made anew while the hand draws a boundary; of more, figures must do. */
    private static final int MOST_SHAPES_OF_A_DRAFT = 5_000;

    private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();

    /** The boundaries of the newest changeset that touched them, in a plane. */
    private record Remembered(PlanCrs crs, Boundaries boundaries) {}

    @Override
    public Part part() {
        return LedgerTables.PART;
    }

    @Override
    public Scope scope(Ground ground, Collection<FeatureRef> touched, Deltas earlier) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        touched.forEach(ref -> ground.catalogue().find(ref.layer()).ifPresent(layer -> roles.add(layer.role())));
        if (touched.size() > MANY || roles.contains(Role.BOUNDARY) || roles.contains(Role.ZONE)) {
            return new Scope.All();
        }
        if (!roles.contains(Role.ADDS_GREEN) && !roles.contains(Role.BASELINE)) {
            return new Scope.Nothing();
        }
        return new Scope.Near(
                2 * Surroundings.widestBeltM(ground.catalogue()) + ground.lineToleranceM(),
                Set.of(Role.ADDS_GREEN, Role.BASELINE, Role.BOUNDARY, Role.ZONE));
    }

    @Override
    public LedgerDelta delta(Turn turn, Deltas earlier) {
        return new Counting(turn, surroundings(turn)).delta();
    }

    @Override
    public LedgerDelta whole(Turn turn, Deltas earlier) {
        Map<PlotKey, Attributes> attributes = new HashMap<>();
        LedgerInput input = input(
                turn.is(),
                turn.ground().lineToleranceM(),
                feature -> attributes.put(
                        PlotShapes.key(feature.ref()), new Attributes(feature.version(), feature.attributes())));
        Runnable each =
                Counting.wanted(turn.milestones().each("counting", input.plots().size()));
        boolean figures = turn.draft() && input.plots().size() > MOST_SHAPES_OF_A_DRAFT;
        List<NetPlot> lines = figures
                ? new Figures(turn.ground().crs(), each).of(input)
                : new ShapeKernel(turn.ground().crs()).netAll(input, each);
        Wanted.look();
        List<LedgerStore.Row> after = new ArrayList<>();
        for (NetPlot line : lines) {
            Attributes of = Objects.requireNonNull(attributes.get(line.key()));
            after.add(LedgerStore.Row.of(PlotShapes.ref(line.key()), of.version(), of.values(), line));
        }
        return new LedgerDelta(true, figures ? List.of() : lines, Set.of(), List.of(), after);
    }

    /** What of a feature goes with its line. */
    private record Attributes(int version, Map<String, @Nullable Object> values) {}

    @Override
    public void put(Ground ground, LedgerDelta delta) {
        var store = new LedgerStore(ground.session());
        if (delta.whole()) {
            store.clear();
            store.add(delta.lines(), ground.crs());
        } else {
            store.remove(delta.gone());
            store.put(delta.lines(), ground.crs());
        }
    }

    @Override
    public List<Difference> compare(Ground ground) {
        return new LedgerAudit(ground).differences();
    }

    /** All that the ledger of the whole plan depends on. */
    public static LedgerInput input(Neighbourhood plan, double lineToleranceM, Consumer<Feature> eachPlot) {
        var shapes = new PlotShapes(plan.session().catalogue(), plan.crs());
        List<PlotShape> plots = new ArrayList<>();
        List<Geometry> baseline = new ArrayList<>();
        for (LayerType layer : plan.session().catalogue().layers()) {
            if (layer.addsGreen()) {
                plan.stream(layer, f -> {
                    eachPlot.accept(f);
                    plots.add(shapes.of(f));
                });
            } else if (layer.role() == Role.BASELINE) {
                plan.stream(layer, f -> baseline.add(plan.crs().toPlane(f.geometry())));
            }
        }
        Boundaries boundaries = Boundaries.read(plan);
        return new LedgerInput(plots, baseline, boundaries.district(), boundaries.zones(), lineToleranceM);
    }

    /** What lies around the shapes of a change that leaves the boundaries as they are. */
    public Surroundings surroundings(Turn turn) {
        return new Surroundings(turn.is(), turn.ground().lineToleranceM(), boundaries(turn.ground()));
    }

    private Boundaries boundaries(Ground ground) {
        Remembered known = remembered.get();
        if (known != null
                && known.crs().equals(ground.crs())
                && known.boundaries().version() == Boundaries.version(ground.session())) {
            return known.boundaries();
        }
        var fresh = Boundaries.read(Neighbourhood.of(ground.session(), ground.crs()));
        remembered.set(new Remembered(ground.crs(), fresh));
        return fresh;
    }
}
