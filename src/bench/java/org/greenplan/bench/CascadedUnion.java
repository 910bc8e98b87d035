package org.greenplan.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.greenplan.count.LedgerInput;
import org.greenplan.geo.Mask;
import org.greenplan.geo.Overlay;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The usual ways with JTS: one cascaded union of everything, or groups of plots that touch, each less the baseline near it. */
final class CascadedUnion {
    private CascadedUnion() {}

    /** Net area of the whole plan by two cascaded unions, side by side, and their difference, square metres. */
    static double wholeM2(LedgerInput input) {
        var plots = CompletableFuture.supplyAsync(() ->
                OverlayNGRobust.union(input.plots().stream().map(p -> p.area()).toList()));
        var green = CompletableFuture.supplyAsync(() -> OverlayNGRobust.union(input.baseline()));
        Geometry inside = Overlay.intersection(plots.join(), input.district());
        return OverlayNGRobust.overlay(inside, green.join(), OverlayNG.DIFFERENCE)
                .getArea();
    }

    /** Net area of the whole plan by groups, in parallel, square metres. */
    static double groupsM2(LedgerInput input) {
        STRtree baseline = new STRtree();
        input.baseline().forEach(b -> baseline.insert(b.getEnvelopeInternal(), b));
        baseline.build();
        Mask district = new Mask(input.district());
        return groups(input).parallelStream()
                .mapToDouble(group -> {
                    Geometry union = district.polygonsOf(OverlayNGRobust.union(group));
                    List<Geometry> green = new ArrayList<>();
                    baseline.query(union.getEnvelopeInternal(), b -> green.add((Geometry) b));
                    if (green.isEmpty() || union.isEmpty()) {
                        return union.getArea();
                    }
                    return OverlayNGRobust.overlay(union, OverlayNGRobust.union(green), OverlayNG.DIFFERENCE)
                            .getArea();
                })
                .sum();
    }

    private static List<List<Geometry>> groups(LedgerInput input) {
        List<Geometry> plots = input.plots().stream().map(p -> p.area()).toList();
        int[] parent = new int[plots.size()];
        STRtree tree = new STRtree();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            tree.insert(plots.get(i).getEnvelopeInternal(), i);
        }
        tree.build();
        for (int i = 0; i < parent.length; i++) {
            int plot = i;
            tree.query(plots.get(i).getEnvelopeInternal(), other -> {
                int j = (Integer) other;
                if (j < plot
                        && root(parent, j) != root(parent, plot)
                        && plots.get(j).intersects(plots.get(plot))) {
                    parent[root(parent, j)] = root(parent, plot);
                }
            });
        }
        Map<Integer, List<Geometry>> groups = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(parent, i), r -> new ArrayList<>()).add(plots.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static int root(int[] parent, int of) {
        int i = of;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }
}
