package org.greenplan.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.PlotShape;
import org.greenplan.count.ShapeKernel;
import org.greenplan.crs.PlanCrs;
import org.greenplan.store.TestDatabases.Kind;
import org.greenplan.sweep.AreaKernel;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * How fast the ledger counts, beside the usual ways, in one run on one machine; src/bench/README.md has the command and the figures.
 *
 * <p>Arguments: numbers of plots (1000 20000 200000); {@code --db jdbc:postgresql://…} for a server of your own instead of a scratch
 * one; {@code --only areas} for the sweep alone; {@code --tiles 250,500} for other sides of the SQL's tiles.
 */
public final class LedgerBench {
    private static final long SEED = 20190315;
    private static final int ROUNDS = 20;
    private static final double ENOUGH_S = 12;
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");

    private LedgerBench() {}

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        String tiles = after(words, "--tiles");
        double[] tileSidesM = Arrays.stream((tiles == null ? "250,500" : tiles).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        boolean areasOnly = "areas".equals(after(words, "--only"));
        String given = after(words, "--db");
        String db = given == null && !areasOnly ? Kind.POSTGIS.newAddress() : given;
        int[] counts = words.stream()
                .filter(w -> w.matches("\\d+") && !w.equals(tiles))
                .mapToInt(Integer::parseInt)
                .toArray();
        System.out.printf("%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        for (int count : counts.length == 0 ? new int[] {1000, 20_000, 200_000} : counts) {
            LedgerInput input = DensePlan.of(count, SEED);
            long vertices = input.plots().stream()
                            .mapToLong(p -> p.area().getNumPoints())
                            .sum()
                    + input.baseline().stream()
                            .mapToLong(Geometry::getNumPoints)
                            .sum();
            System.out.printf(Locale.ROOT, "%n%,d plots + %,d baseline, %,d vertices%n", count, count, vertices);
            System.out.printf("  %-30s %10s %10s %8s%n", "", "first, s", "best, s", "ratio");
            double sweep = measure("AreaKernel (sweep), per plot", 0, () -> new AreaKernel(CRS)
                    .total(input)
                    .planeM2());
            if (!areasOnly) {
                others(input, count, sweep, db, tileSidesM);
            }
        }
        System.exit(0);
    }

    private static void others(LedgerInput input, int count, double sweep, String db, double[] tileSidesM)
            throws Exception {
        measure("ShapeKernel (net polygons)", sweep, () -> new ShapeKernel(CRS)
                .netAll(input).stream().mapToDouble(n -> n.net().planeM2()).sum());
        measure("JTS, groups of touching plots", sweep, () -> CascadedUnion.groupsM2(input));
        for (double sideM : tileSidesM) {
            PostgisSql postgis = new PostgisSql(db, sideM);
            postgis.load(input);
            measure("PostGIS SQL, tiles of %.0f m".formatted(sideM), sweep, postgis::totalM2);
        }
        measure("JTS cascaded union", sweep, () -> CascadedUnion.wholeM2(input));
        oneMore(input, count);
    }

    /**
     * Rounds until they took twelve seconds together: the first as a program does it that has just been started, the best as one does
     * that has been running. Answers with the best, seconds; the ratio is that of the best to {@code reference}.
     */
    private static double measure(String name, double reference, DoubleSupplier work) {
        double first = 0;
        double best = Double.MAX_VALUE;
        double total = 0;
        double spent = 0;
        for (int round = 0; round < ROUNDS && spent < ENOUGH_S; round++) {
            long start = System.nanoTime();
            total = work.getAsDouble();
            double seconds = (System.nanoTime() - start) / 1e9;
            first = round == 0 ? seconds : first;
            best = Math.min(best, seconds);
            spent += seconds;
        }
        System.out.printf(
                Locale.ROOT,
                "  %-30s %10.3f %10.3f %8.1f %20.6f m²%n",
                name,
                first,
                best,
                reference == 0 ? 1 : best / reference,
                total);
        return best;
    }

    /** One added plot: its own line and those of all plots it touches, as a write recomputes them. */
    private static void oneMore(LedgerInput input, int count) {
        STRtree plots = new STRtree();
        input.plots().forEach(p -> plots.insert(p.area().getEnvelopeInternal(), p));
        STRtree baseline = new STRtree();
        input.baseline().forEach(b -> baseline.insert(b.getEnvelopeInternal(), b));
        plots.build();
        baseline.build();
        ShapeKernel kernel = new ShapeKernel(CRS);
        Random random = new Random(SEED);
        double[] own = new double[500];
        double[] all = new double[500];
        for (int i = 0; i < own.length; i++) {
            PlotShape added = DensePlan.another(count, count + 1L + i, random);
            long start = System.nanoTime();
            net(kernel, added, added, plots, baseline, input);
            own[i] = (System.nanoTime() - start) / 1e6;
            for (PlotShape near : found(plots, added.area(), PlotShape.class)) {
                net(kernel, near, added, plots, baseline, input);
            }
            all[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(own);
        Arrays.sort(all);
        System.out.printf(
                Locale.ROOT,
                "  one added plot                 %10.3f ms; with all it touches %.3f ms (medians)%n",
                own[own.length / 2],
                all[all.length / 2]);
    }

    private static void net(
            ShapeKernel kernel, PlotShape of, PlotShape added, STRtree plots, STRtree baseline, LedgerInput input) {
        List<PlotShape> near = found(plots, of.area(), PlotShape.class);
        near.add(added);
        kernel.net(
                of, new LedgerInput(near, found(baseline, of.area(), Geometry.class), input.district(), input.zones()));
    }

    private static <T> List<T> found(STRtree tree, Geometry at, Class<T> kind) {
        List<T> hits = new ArrayList<>();
        tree.query(at.getEnvelopeInternal(), item -> hits.add(kind.cast(item)));
        return hits;
    }

    private static String after(List<String> words, String option) {
        int i = words.indexOf(option);
        return i < 0 || i + 1 == words.size() ? null : words.get(i + 1);
    }
}
