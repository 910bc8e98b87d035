package org.greenplan.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.crs.Crs;
import org.greenplan.format.FormatReader;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.TargetField;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRow;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.format.geopackage.GeoPackageReader;
import org.greenplan.format.geopackage.GeoPackageWriter;
import org.greenplan.format.shapefile.ShapefileReader;
import org.greenplan.format.shapefile.ShapefileWriter;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** How fast polygons leave as shapefile and GeoPackage and come in again: {@code FormatBench 200000}. */
public final class FormatBench {
    private static final int VERTICES = 30;

    private FormatBench() {}

    public static void main(String[] args) throws IOException {
        int plots = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        Path folder = Files.createTempDirectory("greenplan-bench");
        for (int round = 0; round < 2; round++) {
            Path zip = folder.resolve("parks.zip");
            run("shapefile (GBK)", plots, new ShapefileWriter(), Map.of("encoding", "gbk"), zip);
            Path unpacked = Files.createDirectories(folder.resolve("shp"));
            unzip(zip, unpacked);
            read("shapefile (GBK)", new ShapefileReader(), unpacked);
            Path packages = Files.createDirectories(folder.resolve("gpkg"));
            run("geopackage", plots, new GeoPackageWriter(), Map.of(), packages.resolve("parks.gpkg"));
            read("geopackage", new GeoPackageReader(), packages);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(p -> p.toFile().delete());
        }
    }

    private static void run(String name, int plots, FormatWriter writer, Map<String, String> options, Path file)
            throws IOException {
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            writer.write(plan(), rows(plots), new WriteOptions(options), out);
        }
        say(name + " written", plots, start, Files.size(file));
    }

    private static void read(String name, FormatReader reader, Path folder) throws IOException {
        List<SourceFile> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.map(p -> new SourceFile(
                            p.getFileName().toString(), p, p.toFile().length()))
                    .toList();
        }
        long start = System.nanoTime();
        long[] count = {0};
        for (SourceLayer layer : reader.open(new SourceFiles(files), ReadOptions.DETECT)) {
            layer.each(row -> count[0]++);
        }
        say(
                name + " read",
                count[0],
                start,
                files.stream().mapToLong(SourceFile::bytes).sum());
    }

    private static void say(String what, long rows, long start, long bytes) {
        double seconds = (System.nanoTime() - start) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%-26s %d polygons  %6.2f s  %8.0f/s  %5.0f MB  heap %d MB%n",
                what,
                rows,
                seconds,
                rows / seconds,
                bytes / 1e6,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static TargetPlan plan() {
        Catalogue catalogue = CatalogueReader.bundled();
        List<TargetField> fields = new ArrayList<>();
        fields.add(new TargetField("name", "name", Words.of("名称", "name"), AttributeType.TEXT));
        fields.add(new TargetField("year", "year", Words.of("年度", "year"), AttributeType.INTEGER));
        fields.add(new TargetField("gp_net_plane_m2", "gp_net_m2", Words.of("净面积", "net"), AttributeType.REAL));
        return new TargetPlan(
                PlanProfileReader.bundled("shangjie", catalogue),
                catalogue,
                Crs.of("EPSG:4547"),
                3,
                Words.of("东、北", "east, north"),
                Instant.EPOCH,
                1,
                "",
                List.of(new TargetLayer(catalogue.get("parks"), fields)));
    }

    private static TargetRows rows(int plots) {
        GeometryFactory factory = new GeometryFactory();
        return (layer, to) -> {
            for (int i = 1; i <= plots; i++) {
                Coordinate[] ring = new Coordinate[VERTICES + 1];
                for (int v = 0; v < VERTICES; v++) {
                    double angle = 2 * Math.PI * v / VERTICES;
                    ring[v] = new Coordinate(
                            430_000 + i % 500 * 50 + 20 * Math.cos(angle),
                            3_850_000 + i / 500 * 50 + 20 * Math.sin(angle));
                }
                ring[VERTICES] = ring[0];
                Map<String, Object> values = new HashMap<>();
                values.put("name", "游园" + i);
                values.put("year", 2019L);
                values.put("gp_net_plane_m2", 1247.5);
                to.row(new TargetRow("parks." + i, i, 1, "游园" + i, 1247.5, values, factory.createPolygon(ring)));
            }
            return plots;
        };
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.copy(in, folder.resolve(entry.getName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
