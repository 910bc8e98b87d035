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
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Precedence;
import org.greenplan.count.ShapeKernel;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Turn;
import org.greenplan.history.HistoryEntry;
import org.greenplan.sql.Wanted;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Counts the neighbourhood of a change: the plots whose old or new shapes, or whose neighbours' shapes, it touches. Reads only. */
record Counting(Turn turn, Surroundings around) {
    LedgerDelta delta() {
        Map<PlotKey, Surroundings.Plot> touched = new LinkedHashMap<>();
        Map<PlotKey, HistoryEntry.Step> own = new LinkedHashMap<>();
        for (HistoryEntry.Step step : turn.steps()) {
            LayerType layer = catalogue().find(step.ref().layer()).orElse(null);
            if (layer == null) {
                continue;
            }
            if (layer.addsGreen()) {
                own.put(PlotShapes.key(step.ref()), step);
                plotStep(step, touched);
            } else if (layer.role() == Role.BASELINE) {
                baselineStep(step, touched);
            }
        }
        Set<PlotKey> gone = new HashSet<>();
        own.forEach((key, step) -> {
            if (step.after() == null) {
                gone.add(key);
                touched.remove(key);
            }
        });
        List<NetPlot> lines = net(touched.values());
        List<LedgerStore.Row> after = new ArrayList<>();
        for (NetPlot line : lines) {
            Surroundings.Plot plot = touched.get(line.key());
            if (plot != null) {
                after.add(LedgerStore.Row.of(plot.feature(), line));
            }
        }
        return new LedgerDelta(false, lines, gone, before(own, touched), after);
    }

    private void plotStep(HistoryEntry.Step step, Map<PlotKey, Surroundings.Plot> touched) {
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

    private void baselineStep(HistoryEntry.Step step, Map<PlotKey, Surroundings.Plot> touched) {
        for (Feature feature : new Feature[] {step.before(), step.after()}) {
            if (feature != null) {
                Envelope box = turn.ground().crs().toPlane(feature.geometry()).getEnvelopeInternal();
                around.plots(box).forEach(p -> touched.putIfAbsent(p.shape().key(), p));
            }
        }
    }

    /** A session reads on one thread, the kernel works on all. */
    private List<NetPlot> net(Collection<Surroundings.Plot> plots) {
        record Task(PlotShape plot, LedgerInput input) {}
        var kernel = new ShapeKernel(turn.ground().crs());
        List<Task> tasks = plots.stream()
                .map(p -> new Task(p.shape(), around.around(p.shape())))
                .toList();
        Runnable each = wanted(turn.milestones().each("counting", tasks.size()));
        return Shared.out(tasks)
                .map(t -> {
                    each.run();
                    return kernel.net(t.plot(), t.input(), around.boundaries().borders());
                })
                .toList();
    }

    /** Looks first whether this thread's work is wanted: others help with it. */
    static Runnable wanted(Runnable each) {
        Wanted wanted = Wanted.now();
        return () -> {
            wanted.require();
            each.run();
        };
    }

    /** The stored lines of what is touched, a changed plot's own with the attributes it had. */
    private List<LedgerStore.Row> before(Map<PlotKey, HistoryEntry.Step> own, Map<PlotKey, Surroundings.Plot> touched) {
        var store = new LedgerStore(turn.ground().session());
        List<LedgerStore.Row> rows = new ArrayList<>();
        own.forEach((key, step) -> {
            Feature before = step.before();
            if (before != null) {
                store.find(key).map(line -> LedgerStore.Row.of(before, line)).ifPresent(rows::add);
            }
        });
        Map<String, List<Long>> others = new LinkedHashMap<>();
        touched.keySet().stream().filter(k -> !own.containsKey(k)).forEach(k -> others.computeIfAbsent(
                        k.layer(), l -> new ArrayList<>())
                .add(k.id()));
        others.forEach((layer, ids) -> {
            Map<FeatureRef, LedgerStore.Row> stored = new HashMap<>();
            store.rows(catalogue().get(layer), ids).forEach(row -> stored.put(row.ref(), row));
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
        return store.find(key).map(line -> LedgerStore.Row.of(known, line));
    }

    private Catalogue catalogue() {
        return turn.ground().catalogue();
    }
}
