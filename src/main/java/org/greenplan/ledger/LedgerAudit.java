package org.greenplan.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenplan.count.Areas;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.Millionths;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.ShapeKernel;
import org.greenplan.count.Share;
import org.greenplan.count.Taken;
import org.greenplan.count.Zone;
import org.greenplan.count.ZoneKey;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Difference;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.history.KnownFeatures;
import org.greenplan.sql.Session;
import org.greenplan.sweep.AreaKernel;
import org.greenplan.walk.LineWalk;
import org.greenplan.walk.LineWalks;
import org.jspecify.annotations.Nullable;

/**
 * Counts everything anew and compares it with what is stored: the areas of every plot and of each of its shares, the area by which it
 * is a piece, and what others took of it, by overlay and by the sweep that knows nothing of it; lengths by whole stretches and on foot.
 */
record LedgerAudit(Ground ground) {
    /** Two ways of noding the same shapes differ by rounding: a tenth of a square decimetre, a millimetre, or 1e-9 of the number. */
    private static final double TOLERANCE = 1e-3;

    List<Difference> differences() {
        Session session = ground.session();
        Map<FeatureRef, LedgerStore.Row> stored = new LinkedHashMap<>();
        new LedgerStore(session).rows().forEach(r -> stored.put(r.ref(), r));
        LedgerInput input =
                LedgerFollower.input(Neighbourhood.of(session, ground.crs()), ground.lineToleranceM(), feature -> {});
        Swept swept = Swept.of(input, ground.crs());
        Map<PlotKey, List<LineWalk.Length>> walked = LineWalks.of(input);
        List<Difference> differences = new ArrayList<>();
        for (NetPlot line : new ShapeKernel(ground.crs()).netAll(input)) {
            FeatureRef ref = PlotShapes.ref(line.key());
            LedgerStore.Row row = stored.remove(ref);
            if (row == null) {
                row = withoutItsRow(line.key());
            }
            if (row == null) {
                differences.add(new Difference(ref.toString(), "line", 0, 1));
            } else {
                compare(row, line, differences);
                sweep(row, line.key(), swept, differences);
                walk(row, walked.getOrDefault(line.key(), List.of()), input.zones(), differences);
            }
        }
        stored.keySet().forEach(ref -> differences.add(new Difference(ref.toString(), "line", 1, 0)));
        return differences;
    }

    /** The stored line of a plot whose row another program has removed, which nobody has taken in yet. */
    private LedgerStore.@Nullable Row withoutItsRow(PlotKey key) {
        return new LedgerStore(ground.session())
                .find(key)
                .flatMap(line -> new KnownFeatures(ground.session())
                        .find(PlotShapes.ref(key))
                        .map(feature -> LedgerStore.Row.of(feature, line)))
                .orElse(null);
    }

    /**
     * What the sweep finds.
     *
     * @param upgrades the area inside the district of each upgrade that no earlier one covers, as if upgrades were all there is
     */
    private record Swept(
            Map<PlotKey, List<Share>> shares, Map<PlotKey, List<Taken>> taken, Map<PlotKey, List<Share>> upgrades) {
        static Swept of(LedgerInput input, PlanCrs crs) {
            var kernel = new AreaKernel(crs);
            Set<PlotKey> all = input.plots().stream().map(PlotShape::key).collect(Collectors.toSet());
            return new Swept(kernel.shares(input), kernel.taken(input, all), kernel.shares(Figures.upgrades(input)));
        }

        /** The area by which a plot is a piece. */
        double ownM2(PlotKey key) {
            return sum(upgrades.getOrDefault(key, shares.getOrDefault(key, List.of())))
                    .planeM2();
        }
    }

    private static void compare(LedgerStore.Row row, NetPlot line, List<Difference> to) {
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
        compare(ref, "own plane m2", Millionths.value(row.ownPlaneMm2()), Millionths.value(line.ownPlaneMm2()), to);
        compare(ref, "gross length m", row.grossLengthM(), line.grossLengthM(), to);
        compare(ref, "length m", row.lengthM(), line.lengthM(), to);
        byZone(row.shares(), line.shares()).forEach((zone, pair) -> {
            compare(
                    ref,
                    "plane m2 in " + zone.code(),
                    sum(pair.stored()).planeM2(),
                    sum(pair.found()).planeM2(),
                    to);
            compare(ref, "length m in " + zone.code(), lengthM(pair.stored()), lengthM(pair.found()), to);
        });
        if (!row.shares().isEmpty() && !sum(row.shares()).equals(row.net())) {
            Areas sum = sum(row.shares());
            to.add(new Difference(
                    ref.toString(),
                    "net plane m2 as the sum of its shares",
                    row.net().planeM2(),
                    sum.planeM2()));
        }
    }

    private static void sweep(LedgerStore.Row row, PlotKey key, Swept swept, List<Difference> to) {
        FeatureRef ref = row.ref();
        List<Share> shares = swept.shares().getOrDefault(key, List.of());
        compare(
                ref,
                "net plane m2 by the sweep",
                row.net().planeM2(),
                sum(shares).planeM2(),
                to);
        compare(
                ref,
                "net ellipsoid m2 by the sweep",
                row.net().ellipsoidM2(),
                sum(shares).ellipsoidM2(),
                to);
        byZone(row.shares(), shares).forEach((zone, pair) -> {
            Areas stored = sum(pair.stored());
            Areas found = sum(pair.found());
            compare(ref, "plane m2 in " + zone.code() + " by the sweep", stored.planeM2(), found.planeM2(), to);
            compare(
                    ref,
                    "ellipsoid m2 in " + zone.code() + " by the sweep",
                    stored.ellipsoidM2(),
                    found.ellipsoidM2(),
                    to);
        });
        compare(ref, "own plane m2 by the sweep", Millionths.value(row.ownPlaneMm2()), swept.ownM2(key), to);
        Areas taken = swept.taken().getOrDefault(key, List.of()).stream()
                .map(Taken::area)
                .reduce(Areas.ZERO, Areas::plus);
        Areas lost = row.gross().minus(row.net());
        compare(ref, "plane m2 that others took", lost.planeM2(), taken.planeM2(), to);
        compare(ref, "ellipsoid m2 that others took", lost.ellipsoidM2(), taken.ellipsoidM2(), to);
    }

    /** The shares of one zone: those that are stored, and those that were found. */
    private record Pair(List<Share> stored, List<Share> found) {}

    private static Map<ZoneKey, Pair> byZone(List<Share> stored, List<Share> found) {
        Map<ZoneKey, Pair> pairs = new LinkedHashMap<>();
        stored.forEach(s -> pair(pairs, s).stored().add(s));
        found.forEach(s -> pair(pairs, s).found().add(s));
        return pairs;
    }

    private static Pair pair(Map<ZoneKey, Pair> pairs, Share share) {
        return pairs.computeIfAbsent(share.zone(), z -> new Pair(new ArrayList<>(), new ArrayList<>()));
    }

    private static Areas sum(List<Share> shares) {
        return shares.stream().map(Share::net).reduce(Areas.ZERO, Areas::plus);
    }

    private static double lengthM(List<Share> shares) {
        return shares.stream().mapToDouble(Share::lengthM).sum();
    }

    /** The length in the district, then in each sub-district, then in none. */
    private static void walk(LedgerStore.Row row, List<LineWalk.Length> walked, List<Zone> zones, List<Difference> to) {
        for (int i = 0; i < walked.size(); i++) {
            ZoneKey zone =
                    i == 0 || i > zones.size() ? ZoneKey.NONE : zones.get(i - 1).key();
            double stored = i == 0
                    ? row.lengthM()
                    : lengthM(row.shares().stream()
                            .filter(s -> s.zone().equals(zone))
                            .toList());
            LineWalk.Length length = walked.get(i);
            if (!length.allows(stored)) {
                String what = i == 0 ? "length m on foot" : "length m on foot in " + zone.code();
                to.add(new Difference(row.ref().toString(), what, stored, length.nearest(stored)));
            }
        }
    }

    private static void compare(FeatureRef ref, String what, double stored, double computed, List<Difference> to) {
        double allowed = TOLERANCE + 1e-9 * Math.max(Math.abs(stored), Math.abs(computed));
        if (!(Math.abs(stored - computed) <= allowed)) {
            to.add(new Difference(ref.toString(), what, stored, computed));
        }
    }
}
