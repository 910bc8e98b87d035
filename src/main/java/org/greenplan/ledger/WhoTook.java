package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greenplan.catalogue.Label;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Taken;
import org.greenplan.count.TakenShape;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.geo.Overlay;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.sweep.AreaKernel;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The one answer to "who took my metres": what of a plot lies outside the district, is green already, is only upgraded, or counts for
 * another plot, in this order. The parts sum to gross − net to the last digit. Draft, saved plot, report and export all ask here.
 */
public record WhoTook(Session session, PlanCrs crs) {
    /** No area depends on how far apart two lines are one. */
    private static final double AREAS_ONLY = 0;

    private static final Words OUTSIDE = Words.of("在区界之外", "outside the district");
    private static final Words GREEN = Words.of("现状绿地", "existing green");
    private static final Words UPGRADE = Words.of("提升改造不增加面积", "an upgrade adds no area");
    private static final Words PLOT = Words.of("已计入其他地块", "counted by another plot");

    /** Said to people. */
    public static Words words(Taken.Why why) {
        return switch (why) {
            case OUTSIDE -> OUTSIDE;
            case GREEN -> GREEN;
            case UPGRADE -> UPGRADE;
            case PLOT -> PLOT;
        };
    }

    /** Of some stored plots, each counted in its neighbourhood. */
    public Map<FeatureRef, List<Taken>> of(List<LedgerStore.Row> rows) {
        return portions().apply(rows);
    }

    /**
     * The same for any number of plots, a portion at a time while the session lasts: the boundaries are read once, and nothing else
     * is kept from one portion to the next.
     */
    public Function<List<LedgerStore.Row>, Map<FeatureRef, List<Taken>>> portions() {
        Boundaries boundaries = Boundaries.read(session, crs);
        return rows -> of(rows, new Surroundings(Neighbourhood.of(session, crs), AREAS_ONLY, boundaries));
    }

    /** The same where the boundaries are known. */
    Map<FeatureRef, List<Taken>> of(List<LedgerStore.Row> rows, Surroundings around) {
        record Task(LedgerStore.Row row, LedgerInput input) {}
        var store = new FeatureStore(session);
        // A session reads on one thread, the kernel works on all.
        List<Task> tasks = new ArrayList<>();
        for (LedgerStore.Row row : rows) {
            if (!row.gross().equals(row.net())) {
                store.find(row.ref())
                        .ifPresent(f -> tasks.add(
                                new Task(row, around.around(around.plot(f).shape()))));
            }
        }
        Map<FeatureRef, List<Taken>> taken = new LinkedHashMap<>();
        rows.forEach(row -> taken.put(row.ref(), List.of()));
        Shared.out(tasks)
                .map(t -> Map.entry(t.row(), of(PlotShapes.key(t.row().ref()), t.input())))
                .toList()
                .forEach(e -> taken.put(
                        e.getKey().ref(),
                        Taken.closed(
                                e.getValue(), e.getKey().gross(), e.getKey().net())));
        return taken;
    }

    /** Of a plot that need not be stored, among its neighbours, as the page is told. */
    public List<Overlap> told(PlotShape plot, NetPlot line, Surroundings around) {
        List<Taken> parts = of(plot.key(), around.around(plot));
        return told(plot.key().layer(), Taken.closed(parts, line.gross(), line.net()));
    }

    /** Of stored plots together, as the page is told. */
    public List<Overlap> told(List<LedgerStore.Row> rows) {
        return rows.isEmpty() ? List.of() : told(rows.get(0).ref().layer(), Taken.together(of(rows).values()));
    }

    /** Where the part of a plot lies that is told as one overlap, in the plan's plane. */
    public Geometry shape(PlotShape plot, Surroundings around, Taken.Why reason, @Nullable FeatureRef by) {
        PlotKey other = by == null ? null : PlotShapes.key(by);
        return new TakenShape(crs).of(plot, around.around(plot), reason, other);
    }

    /** The same of stored plots together. */
    public Geometry shape(Collection<FeatureRef> plots, Taken.Why reason, @Nullable FeatureRef by) {
        var around = new Surroundings(Neighbourhood.of(session, crs), AREAS_ONLY, Boundaries.read(session, crs));
        var store = new FeatureStore(session);
        return Overlay.union(plots.stream()
                .flatMap(ref -> store.find(ref).stream())
                .map(feature -> shape(around.plot(feature).shape(), around, reason, by))
                .toList());
    }

    private List<Overlap> told(String ofLayer, List<Taken> parts) {
        List<Overlap> told = new ArrayList<>();
        for (Taken part : parts) {
            FeatureRef other = other(part);
            LayerType layer = session.catalogue().get(layer(part, ofLayer));
            String label = other == null
                    ? layer.title().zh()
                    : new FeatureStore(session)
                            .find(other)
                            .map(f -> f.label(layer))
                            .orElse(other.toString());
            told.add(new Overlap(layer.id(), other == null ? null : other.id(), label, part.why(), part.area()));
        }
        return told;
    }

    /** The layer that a part is said to be of: that of who has it. */
    private String layer(Taken part, String ofLayer) {
        PlotKey by = part.by();
        if (by != null) {
            return by.layer();
        }
        return switch (part.why()) {
            case OUTSIDE -> session.catalogue().district().map(LayerType::id).orElse(ofLayer);
            case GREEN -> session.catalogue().withRole(Role.BASELINE).get(0).id();
            case UPGRADE, PLOT -> ofLayer;
        };
    }

    private List<Taken> of(PlotKey plot, LedgerInput neighbourhood) {
        return new AreaKernel(crs).taken(neighbourhood, Set.of(plot)).getOrDefault(plot, List.of());
    }

    /** The labels of the plots that have the parts, for people to read. */
    public Map<FeatureRef, String> labels(Map<FeatureRef, List<Taken>> taken) {
        Set<FeatureRef> others = taken.values().stream()
                .flatMap(List::stream)
                .map(t -> other(t))
                .filter(ref -> ref != null)
                .collect(Collectors.toCollection(HashSet::new));
        Map<FeatureRef, String> labels = new LinkedHashMap<>();
        var store = new FeatureStore(session);
        for (FeatureRef ref : others) {
            LayerType layer = session.catalogue().get(ref.layer());
            labels.put(
                    ref,
                    store.find(ref)
                            .map(f -> Label.of(layer, f.attributes(), ref.id()))
                            .orElse(ref.toString()));
        }
        return labels;
    }

    /** The plot that has a part, or null where none has. */
    public static @Nullable FeatureRef other(Taken part) {
        PlotKey by = part.by();
        return by == null ? null : PlotShapes.ref(by);
    }
}
