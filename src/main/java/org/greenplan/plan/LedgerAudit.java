package org.greenplan.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.geo.PlanCrs;
import org.greenplan.ledger.AreaKernel;
import org.greenplan.ledger.Areas;
import org.greenplan.ledger.LedgerInput;
import org.greenplan.ledger.NetPlot;
import org.greenplan.ledger.PlotKey;
import org.greenplan.ledger.ShapeKernel;
import org.greenplan.ledger.Share;
import org.greenplan.store.Session;

/** Counts everything anew, by overlay and by the sweep that knows nothing of it, and compares both with what is stored. */
record LedgerAudit(Session session, PlanCrs crs) {
    /** Two ways of noding the same shapes differ by rounding: a tenth of a square decimetre, a millimetre, or 1e-9 of the number. */
    private static final double TOLERANCE = 1e-3;

    List<LedgerDifference> differences() {
        Map<FeatureRef, LedgerStore.Row> stored = new LinkedHashMap<>();
        new LedgerStore(session).rows().forEach(r -> stored.put(r.ref(), r));
        List<LedgerDifference> differences = new ArrayList<>();
        LedgerInput input = new LedgerWriter(session, crs).input();
        Map<PlotKey, List<Share>> swept = new AreaKernel(crs).shares(input);
        for (NetPlot line : new ShapeKernel(crs).netAll(input)) {
            FeatureRef ref = PlotShapes.ref(line.key());
            LedgerStore.Row row = stored.remove(ref);
            if (row == null) {
                differences.add(new LedgerDifference(ref, "line", 0, 1));
            } else {
                compare(row, line, differences);
                sweep(row, swept.getOrDefault(line.key(), List.of()), differences);
            }
        }
        stored.keySet().forEach(ref -> differences.add(new LedgerDifference(ref, "line", 1, 0)));
        return differences;
    }

    private static void compare(LedgerStore.Row row, NetPlot line, List<LedgerDifference> to) {
        FeatureRef ref = row.ref();
        compare(ref, "gross plane m2", row.gross().planeM2(), line.gross().planeM2(), to);
        compare(
                ref,
                "gross ellipsoid m2",
                row.gross().ellipsoidM2(),
                line.gross().ellipsoidM2(),
                to);
        compare(ref, "net plane m2", row.net().planeM2(), line.net().planeM2(), to);
        compare(ref, "net ellipsoid m2", row.net().ellipsoidM2(), line.net().ellipsoidM2(), to);
        compare(ref, "gross length m", row.grossLengthM(), line.grossLengthM(), to);
        compare(ref, "length m", row.lengthM(), line.lengthM(), to);
        Map<Long, double[]> shares = new TreeMap<>();
        row.shares().forEach(s -> add(shares, s, 0));
        line.shares().forEach(s -> add(shares, s, 2));
        shares.forEach((zone, pair) -> {
            compare(ref, "plane m2 in sub-district " + zone, pair[0], pair[2], to);
            compare(ref, "length m in sub-district " + zone, pair[1], pair[3], to);
        });
    }

    private static void sweep(LedgerStore.Row row, List<Share> swept, List<LedgerDifference> to) {
        Areas sum = swept.stream().map(Share::net).reduce(Areas.ZERO, Areas::plus);
        compare(row.ref(), "net plane m2 by the sweep", row.net().planeM2(), sum.planeM2(), to);
        compare(row.ref(), "net ellipsoid m2 by the sweep", row.net().ellipsoidM2(), sum.ellipsoidM2(), to);
    }

    private static void add(Map<Long, double[]> shares, Share share, int column) {
        double[] pair = shares.computeIfAbsent(share.zoneId(), z -> new double[4]);
        pair[column] += share.net().planeM2();
        pair[column + 1] += share.lengthM();
    }

    private static void compare(
            FeatureRef ref, String what, double stored, double computed, List<LedgerDifference> to) {
        double allowed = TOLERANCE + 1e-9 * Math.max(Math.abs(stored), Math.abs(computed));
        if (!(Math.abs(stored - computed) <= allowed)) {
            to.add(new LedgerDifference(ref, what, stored, computed));
        }
    }
}
