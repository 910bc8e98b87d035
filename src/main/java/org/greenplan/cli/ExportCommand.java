package org.greenplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.greenplan.exchange.Export;
import org.greenplan.exchange.ExportName;
import org.greenplan.exchange.ExportOrder;
import org.greenplan.exchange.Formats;
import org.greenplan.exchange.Selection;
import org.greenplan.format.FormatWriter;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes features to a file of any format. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "导出要素。%nWrites features in any format.")
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Mixin
    private final PartOptions part = new PartOptions();

    @Option(
            names = "--ids",
            paramLabel = "parks:3,corridors:2",
            description = {"按编号选择要素。", "Features by their numbers."})
    private @Nullable String ids;

    @Option(
            names = "--filter",
            paramLabel = "CQL2",
            description = {
                "筛选条件（CQL2），如 \"status = 'approved' AND year >= 2026\"。",
                "A condition in CQL2, such as \"status = 'approved' AND year >= 2026\"."
            })
    private @Nullable String filter;

    @Option(
            names = "--format",
            paramLabel = "ID",
            completionCandidates = FormatIds.class,
            description = {
                "格式：${COMPLETION-CANDIDATES}；不写则看输出文件的扩展名，再默认 geojson。",
                "Format; by the extension of the output where it is left out, else geojson."
            })
    private @Nullable String format;

    @Option(
            names = "--crs",
            paramLabel = "EPSG",
            description = {
                "坐标系：4326、4490、3857、CGCS2000 投影带的代号、地方坐标系（+proj=tmerc …）；不写则用该格式的惯用坐标系。",
                "Coordinate system: 4326, 4490, 3857, the code of a CGCS2000 zone, a local plane (+proj=tmerc …); what is usual in the format where it is left out."
            })
    private @Nullable String crs;

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description = {
                "格式的选项，可多次，如 encoding=gbk、hatch=true、belts=true。",
                "An option of the format, such as encoding=gbk, hatch=true or belts=true; may be repeated."
            })
    private Map<String, String> wishes = new LinkedHashMap<>();

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description = {
                "输出文件；给文件夹则自动命名；不写则输出到标准输出。",
                "File to write; in a folder it gets its usual name; standard output where it is left out."
            })
    private @Nullable Path out;

    /** What can be said after {@code --format}. */
    static final class FormatIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Formats.writers().stream().map(FormatWriter::id).iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        FormatWriter writer = writer();
        try (PlanDesk desk = plan.open()) {
            Selection selection = part.of(desk.catalogue(), ids).where(filter);
            ExportOrder order = ExportOrder.of(desk.profile(), selection, writer, crs, wishes);
            Path file = out != null && Files.isDirectory(out)
                    ? out.resolve(ExportName.today(desk.profile(), order).plain())
                    : out;
            long count = desk.database().<Long>read(session -> {
                Export export = new Export(session, desk.profile(session));
                long[] written = {0};
                try {
                    new WholeFile(file).write(to -> written[0] = export.write(order, to, ExportCommand::tell));
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

    /** What the format could not hold goes beside the file, which may itself be the output. */
    private static void tell(Words note) {
        new PrintWriter(System.err, true, StandardCharsets.UTF_8).println(note.zh() + " " + note.en());
    }

    private FormatWriter writer() {
        if (format != null) {
            return Formats.writer(format);
        }
        String name = out == null || out.getFileName() == null
                ? ""
                : out.getFileName().toString().toLowerCase(Locale.ROOT);
        return Formats.writers().stream()
                .filter(w -> name.endsWith("." + w.extension()))
                .findFirst()
                .orElse(Formats.writer("geojson"));
    }
}
