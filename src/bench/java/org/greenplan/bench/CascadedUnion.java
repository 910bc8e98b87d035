package org.greenplan.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.geo.Overlay;
import org.greenplan.ledger.LedgerInput;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;

/** The usual way with JTS: groups of plots that touch, each united by a cascade, less the baseline near it; in parallel. */
final class CascadedUnion {
    private CascadedUnion() {}

    /** Net area of the whole plan on the plane, square metres. */
    static double totalM2(LedgerInput input) {
        STRtree baseline = new STRtree();
        input.baseline().forEach(b -> baseline.insert(b.getEnvelopeInternal(), b));
        baseline.build();
        return groups(input).parallelStream()
                .mapToDouble(group -> {
                    Geometry union = Overlay.intersection(CascadedPolygonUnion.union(group), input.district());
                    List<Geometry> green = new ArrayList<>();
                    baseline.query(union.getEnvelopeInternal(), b -> green.add((Geometry) b));
                    if (green.isEmpty() || union.isEmpty()) {
                        return union.getArea();
                    }
                    return OverlayNGRobust.overlay(union, CascadedPolygonUnion.union(green), OverlayNG.DIFFERENCE)
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
