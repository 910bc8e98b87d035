package org.greenplan.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.count.PlotShape;
import org.greenplan.crs.PlanCrs;
import org.greenplan.exchange.Formats;
import org.greenplan.format.Gdal;
import org.greenplan.format.SourceFile;
import org.greenplan.intake.Intake;
import org.greenplan.json.GeoJsonText;
import org.greenplan.plan.PlanDesk;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Progress;
import org.greenplan.store.TestDatabases.Kind;

/**
 * A file of plots taken in, read, mended, counted in the ledger and written with its history, beside ogr2ogr, which only copies:
 * {@code ImportBench 200000}.
 */
public final class ImportBench {
    private static final long SEED = 20190315;
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    private ImportBench() {}

    public static void main(String[] args) throws IOException {
        int plots = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        Path folder = Files.createTempDirectory("greenplan-import-bench");
        Path file = folder.resolve("parks.geojson");
        write(file, plots);
        say("%,d plots, %,d bytes of GeoJSON", plots, Files.size(file));
        for (Kind kind : Kind.values()) {
            double ours = ours(kind, file, folder);
            double copied = ogr2ogr(kind, file, folder);
            say(
                    "%s: import with ledger and history %.1f s, ogr2ogr copying %.1f s, ratio %.1f",
                    kind, ours, copied, ours / copied);
        }
    }

    private static void write(Path file, int plots) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.println("{\"type\":\"FeatureCollection\",\"features\":[");
            String comma = "";
            for (PlotShape plot : DensePlan.of(plots, SEED).plots()) {
                out.print(comma + "{\"type\":\"Feature\",\"properties\":{\"name\":\"地块 "
                        + plot.key().id()
                        + "\",\"status\":\"proposed\"},\"geometry\":"
                        + GeoJsonText.text(PlanCrs.of("EPSG:4547").toLonLat(plot.area()), 9) + "}");
                comma = ",\n";
            }
            out.println("]}");
        }
    }

    private static double ours(Kind kind, Path file, Path folder) throws IOException {
        long start = System.nanoTime();
        try (PlanDesk desk =
                PlanDesk.open(kind.openNew(CATALOGUE), CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE))) {
            var intake = new Intake(desk, Formats.readers());
            var progress = new Progress();
            var given = new SourceFile("parks.geojson", file, Files.size(file));
            Intake.Found found = intake.survey(List.of(given), folder, null, progress);
            LayerChoice s = intake.suggested(found, 0, "parks");
            var choice = LayerChoice.plain(0, "parks", "EPSG:4490", s.fields(), LayerChoice.Mode.NEW);
            intake.apply("bench", "", intake.prepare(found, List.of(choice), progress), progress);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double ogr2ogr(Kind kind, Path file, Path folder) {
        String address = kind.newAddress();
        List<String> command =
                new ArrayList<>(List.of("ogr2ogr", "-t_srs", "EPSG:4490", "-nln", "parks", "-nlt", "MULTIPOLYGON"));
        if (kind == Kind.GEOPACKAGE) {
            command.addAll(List.of("-f", "GPKG", folder.resolve("copied.gpkg").toString()));
        } else {
            command.addAll(List.of("-f", "PostgreSQL", "--config", "PG_USE_COPY", "YES", pg(address)));
        }
        command.add(file.toString());
        long start = System.nanoTime();
        Gdal.run(command.toArray(new String[0]));
        return (System.nanoTime() - start) / 1e9;
    }

    /** A JDBC address as GDAL wants it. */
    private static String pg(String jdbc) {
        return jdbc.substring("jdbc:".length());
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
