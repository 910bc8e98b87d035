package org.greenplan.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.Crs;
import org.greenplan.crs.Planes;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRow;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.format.dxf.read.DxfReader;
import org.greenplan.format.dxf.write.DxfWriter;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** How long a drawing of many plots takes to write and to read back: {@code DrawingBench [plots]}. Run it with a small heap. */
public final class DrawingBench {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int CORNERS = 14;

    private DrawingBench() {}

    public static void main(String[] args) throws IOException {
        int plots = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        Path file = Files.createTempFile("drawing-bench", ".dxf");
        try {
            long begin = System.nanoTime();
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                new DxfWriter().write(plan(), rows(plots), WriteOptions.NONE, out);
            }
            say("write", begin, plots, Files.size(file));
            begin = System.nanoTime();
            var files = new SourceFiles(List.of(new SourceFile("bench.dxf", file, Files.size(file))));
            List<SourceLayer> layers = new DxfReader().open(files, ReadOptions.DETECT);
            say("open", begin, plots, Files.size(file));
            begin = System.nanoTime();
            var count = new LongAdder();
            layers.forEach(l -> l.each(r -> count.increment()));
            say("each of " + layers.size() + " layers", begin, count.intValue(), Files.size(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void say(String what, long begin, int plots, long bytes) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-20s %8d plots %6.1f s (processor since start %.1f s) %8.0f plots/s   file %d MB, heap limit %d MB%n",
                what,
                plots,
                seconds,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9,
                plots / seconds,
                bytes >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static TargetPlan plan() {
        Catalogue catalogue = CatalogueReader.bundled();
        var profile = new PlanProfile(
                "bench",
                Words.of("测试", "Bench"),
                Words.of("测试", "Bench"),
                2019,
                Planes.of("EPSG:4547"),
                true,
                List.of());
        return new TargetPlan(
                profile,
                catalogue,
                Crs.of("EPSG:4526"),
                3,
                Words.of("测试", "Bench"),
                Instant.EPOCH,
                1,
                "",
                List.of(new TargetLayer(catalogue.get("parks"), List.of())));
    }

    private static TargetRows rows(int plots) {
        return (layer, to) -> {
            for (int i = 0; i < plots; i++) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                values.put("name", "游园" + i);
                values.put("class", i % 2 == 0 ? "G14" : "G12");
                to.row(new TargetRow("parks." + i, i, 1, "游园" + i, 1000.0, values, shape(i)));
            }
            return plots;
        };
    }

    private static Geometry shape(int i) {
        double x = 38_435_000 + i % 500 * 50.0;
        double y = 3_853_000 + i / 500 * 50.0;
        var ring = new Coordinate[CORNERS + 1];
        for (int c = 0; c <= CORNERS; c++) {
            double angle = 2 * Math.PI * (c % CORNERS) / CORNERS;
            ring[c] = new Coordinate(x + 20 * Math.cos(angle), y + 20 * Math.sin(angle));
        }
        return FACTORY.createMultiPolygon(new Polygon[] {FACTORY.createPolygon(ring)});
    }
}
