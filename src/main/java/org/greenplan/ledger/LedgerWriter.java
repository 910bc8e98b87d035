package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Precedence;
import org.greenplan.count.ShapeKernel;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.KnownFeatures;
import org.greenplan.history.Milestones;
import org.greenplan.sql.Session;
import org.greenplan.sql.Wanted;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Keeps the ledger true to the features: after a change it counts anew the plots that the old or the new shapes may touch and that come
 * later, and no others.
 */
public record LedgerWriter(Session session, PlanCrs crs, double lineToleranceM) {
    /** Above so many steps the whole plan at once is cheaper than one neighbourhood after the other. */
    private static final int MANY = 2000;

    /**
     * The part of the ledger that a change touches, before and after it.
     *
     * @param lines what is to be written
     * @param gone lines of plots that are no more
     */
    public record Delta(
            List<NetPlot> lines, Set<PlotKey> gone, List<LedgerStore.Row> before, List<LedgerStore.Row> after) {}

    /** Whether a change is one of boundaries, or so large that the whole ledger is counted anew. */
    public boolean needsAll(Collection<HistoryEntry.Step> steps) {
        return steps.size() > MANY || steps.stream().anyMatch(s -> Boundaries.has(session.catalogue(), s.ref()));
    }

    /** Counts the neighbourhood of the steps; nothing is written. */
    public Delta delta(Collection<HistoryEntry.Step> steps, Surroundings around) {
        return delta(steps, around, Milestones.UNWATCHED);
    }

    /** The same; who hears of it can end the counting. */
    public Delta delta(Collection<HistoryEntry.Step> steps, Surroundings around, Milestones milestones) {
        Map<PlotKey, Surroundings.Plot> touched = new LinkedHashMap<>();
        Map<PlotKey, HistoryEntry.Step> own = new LinkedHashMap<>();
        for (HistoryEntry.Step step : steps) {
            LayerType layer = session.catalogue().get(step.ref().layer());
            if (layer.addsGreen()) {
                own.put(PlotShapes.key(step.ref()), step);
                plotStep(step, around, touched);
            } else if (layer.role() == Role.BASELINE) {
                baselineStep(step, around, touched);
            }
        }
        Set<PlotKey> gone = new HashSet<>();
        own.forEach((key, step) -> {
            if (step.after() == null) {
                gone.add(key);
                touched.remove(key);
            }
        });
        List<NetPlot> lines = net(touched.values(), around, milestones);
        List<LedgerStore.Row> after = new ArrayList<>();
        for (NetPlot line : lines) {
            Surroundings.Plot plot = touched.get(line.key());
            if (plot != null) {
                after.add(row(plot.feature(), line));
            }
        }
        return new Delta(lines, gone, before(own, touched), after);
    }

    public void put(Delta delta) {
        var store = new LedgerStore(session);
        store.remove(delta.gone());
        store.put(delta.lines(), crs);
    }

    /** Counts the whole plan anew and writes it. */
    public void putAll() {
        putAll(Milestones.UNWATCHED);
    }

    /** The same; who hears of it can end the counting. */
    public void putAll(Milestones milestones) {
        var store = new LedgerStore(session);
        LedgerInput input = input();
        List<NetPlot> lines = new ShapeKernel(crs)
                .netAll(input, wanted(milestones.each("counting", input.plots().size())));
        Wanted.look();
        store.clear();
        store.add(lines, crs);
    }

    /** The whole ledger as it should be. */
    List<NetPlot> netAll() {
        return new ShapeKernel(crs).netAll(input());
    }

    /** All that the ledger of the whole plan depends on. */
    LedgerInput input() {
        var features = new KnownFeatures(session);
        var shapes = new PlotShapes(session.catalogue(), crs);
        List<PlotShape> plots = new ArrayList<>();
        List<Geometry> baseline = new ArrayList<>();
        for (LayerType layer : session.catalogue().layers()) {
            if (layer.addsGreen()) {
                features.stream(layer, f -> plots.add(shapes.of(f)));
            } else if (layer.role() == Role.BASELINE) {
                features.stream(layer, f -> baseline.add(crs.toPlane(f.geometry())));
            }
        }
        Boundaries boundaries = Boundaries.read(session, crs);
        return new LedgerInput(plots, baseline, boundaries.district(), boundaries.zones(), lineToleranceM);
    }

    private void plotStep(HistoryEntry.Step step, Surroundings around, Map<PlotKey, Surroundings.Plot> touched) {
        Feature before = step.before();
        Feature after = step.after();
        PlotShape was = before == null ? null : around.plot(before).shape();
        Surroundings.Plot is = after == null ? null : around.plot(after);
        if (is != null) {
            touched.put(is.shape().key(), is);
        }
        if (was != null && is != null && PlotShapes.same(was, is.shape())) {
            return;
        }
        for (PlotShape shape : shapes(was, is == null ? null : is.shape())) {
            for (Surroundings.Plot plot : around.plots(around.reach(shape))) {
                if (plot.shape().precedence().compareTo(first(was, is)) > 0) {
                    touched.putIfAbsent(plot.shape().key(), plot);
                }
            }
        }
    }

    private static Precedence first(@Nullable PlotShape was, Surroundings.@Nullable Plot is) {
        return shapes(was, is == null ? null : is.shape()).stream()
                .map(PlotShape::precedence)
                .min(Precedence::compareTo)
                .orElseThrow();
    }

    private static List<PlotShape> shapes(@Nullable PlotShape was, @Nullable PlotShape is) {
        List<PlotShape> shapes = new ArrayList<>();
        if (was != null) {
            shapes.add(was);
        }
        if (is != null) {
            shapes.add(is);
        }
        return shapes;
    }

    private void baselineStep(HistoryEntry.Step step, Surroundings around, Map<PlotKey, Surroundings.Plot> touched) {
        for (Feature feature : new Feature[] {step.before(), step.after()}) {
            if (feature != null) {
                Envelope box = crs.toPlane(feature.geometry()).getEnvelopeInternal();
                around.plots(box).forEach(p -> touched.putIfAbsent(p.shape().key(), p));
            }
        }
    }

    /** A session reads on one thread, the kernel works on all. */
    private List<NetPlot> net(Collection<Surroundings.Plot> plots, Surroundings around, Milestones milestones) {
        record Task(PlotShape plot, LedgerInput input) {}
        var kernel = new ShapeKernel(crs);
        List<Task> tasks = plots.stream()
                .map(p -> new Task(p.shape(), around.around(p.shape())))
                .toList();
        Runnable each = wanted(milestones.each("counting", tasks.size()));
        return Shared.out(tasks)
                .map(t -> {
                    each.run();
                    return kernel.net(t.plot(), t.input(), around.boundaries().borders());
                })
                .toList();
    }

    /** Looks first whether this thread's work is wanted: others help with it. */
    private static Runnable wanted(Runnable each) {
        Wanted wanted = Wanted.now();
        return () -> {
            wanted.require();
            each.run();
        };
    }

    /** The stored lines of what is touched, a changed plot's own with the attributes it had. */
    private List<LedgerStore.Row> before(Map<PlotKey, HistoryEntry.Step> own, Map<PlotKey, Surroundings.Plot> touched) {
        var store = new LedgerStore(session);
        List<LedgerStore.Row> rows = new ArrayList<>();
        own.forEach((key, step) -> {
            Feature before = step.before();
            if (before != null) {
                store.find(key).map(line -> row(before, line)).ifPresent(rows::add);
            }
        });
        Map<String, List<Long>> others = new LinkedHashMap<>();
        touched.keySet().stream().filter(k -> !own.containsKey(k)).forEach(k -> others.computeIfAbsent(
                        k.layer(), l -> new ArrayList<>())
                .add(k.id()));
        others.forEach((layer, ids) -> {
            Map<FeatureRef, LedgerStore.Row> stored = new HashMap<>();
            store.rows(session.catalogue().get(layer), ids).forEach(row -> stored.put(row.ref(), row));
            ids.forEach(
                    id -> line(store, stored, touched, new PlotKey(layer, id)).ifPresent(rows::add));
        });
        return rows;
    }

    /** The stored line of a plot with the attributes that are known; another program may have changed or removed the row. */
    private static Optional<LedgerStore.Row> line(
            LedgerStore store,
            Map<FeatureRef, LedgerStore.Row> stored,
            Map<PlotKey, Surroundings.Plot> touched,
            PlotKey key) {
        Feature known = Objects.requireNonNull(touched.get(key)).feature();
        LedgerStore.Row row = stored.get(known.ref());
        if (row != null && row.attributes().equals(known.attributes())) {
            return Optional.of(row);
        }
        return store.find(key).map(line -> row(known, line));
    }

    public static LedgerStore.Row row(Feature feature, NetPlot line) {
        return new LedgerStore.Row(
                feature.ref(),
                feature.version(),
                feature.attributes(),
                line.gross(),
                line.net(),
                line.ownPlaneMm2(),
                line.grossLengthM(),
                line.lengthM(),
                line.shares());
    }

    /** The steps of a changeset laid over what is stored. */
    public static Map<FeatureRef, Optional<Feature>> drafts(Collection<HistoryEntry.Step> steps) {
        Map<FeatureRef, Optional<Feature>> drafts = new LinkedHashMap<>();
        steps.forEach(s -> drafts.put(s.ref(), Optional.ofNullable(s.after())));
        return drafts;
    }
}
