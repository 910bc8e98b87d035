package org.greenplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.greenplan.exchange.ExportApi;
import org.greenplan.exchange.GeoJsonExport;
import org.greenplan.exchange.Selection;
import org.greenplan.geo.Crs;
import org.greenplan.plan.PlanDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes features to a GeoJSON file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {"导出要素为 GeoJSON。", "Writes features as GeoJSON."})
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Option(
            names = "--layer",
            paramLabel = "ID[,ID]",
            description = {"图层，默认全部。", "Layers; all where left out."})
    private @Nullable String layer;

    @Option(
            names = "--ids",
            paramLabel = "parks:3,corridors:2",
            description = {"按编号选择要素。", "Features by their numbers."})
    private @Nullable String ids;

    @Option(
            names = "--bbox",
            paramLabel = "W,S,E,N",
            description = {"范围（经纬度）。", "A box in degrees."})
    private @Nullable String bbox;

    @Option(
            names = "--crs",
            paramLabel = "EPSG",
            defaultValue = "4326",
            description = {
                "坐标系：4326、4490、4547、4526、3857 等。",
                "Coordinate system: 4326, 4490, 4547, 4526, 3857 … (${DEFAULT-VALUE})"
            })
    private String crs = "4326";

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description = {
                "输出文件；给文件夹则自动命名；不写则输出到标准输出。",
                "File to write; in a folder it gets its usual name; standard output where it is left out."
            })
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Crs system = Crs.of(crs);
        try (PlanDesk desk = plan.open()) {
            Selection selection = Selection.of(desk.catalogue(), layer, ids, bbox);
            Path file = out != null && Files.isDirectory(out)
                    ? out.resolve(ExportApi.fileName(desk.profile(), selection, system, LocalDate.now(ExportApi.HERE)))
                    : out;
            long count = desk.database().<Long>read(session -> {
                GeoJsonExport export = new GeoJsonExport(session, desk.profile());
                export.check(selection);
                long[] written = {0};
                try {
                    new WholeFile(file).write(to -> written[0] = export.write(selection, system, to));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return written[0];
            });
            if (file != null) {
                new PrintWriter(System.out, true, StandardCharsets.UTF_8).println(count + " → " + file);
            }
            return 0;
        }
    }
}
