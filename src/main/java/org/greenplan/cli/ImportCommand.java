package org.greenplan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.greenplan.compare.Prepared;
import org.greenplan.exchange.Formats;
import org.greenplan.format.Scratch;
import org.greenplan.format.SourceFile;
import org.greenplan.intake.EncodingName;
import org.greenplan.intake.Intake;
import org.greenplan.plan.Applied;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes files into the plan as one changeset; what is not said is found out as the page would suggest it. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "导入文件，写为一次修改。%nTakes files in, as one changeset.")
public final class ImportCommand implements Callable<Integer> {
    /** What a long import is doing, for whoever waits. */
    private static final Map<String, String> PHASES = Map.of(
            "reading", "读取 Reading …",
            "checking", "检查 Checking …",
            "comparing", "比对 Comparing …",
            "writing", "写入 Writing …",
            "counting", "计算台账 Counting the ledger …",
            "recording", "记入历史 Noting it in history …");

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "Shapefile、GeoPackage、GeoJSON、KML/KMZ、DXF、TXT、CSV、XLSX 或 zip。",
                "Files to read, zipped or not."
            })
    private List<Path> files = List.of();

    @Option(
            names = "--layer",
            paramLabel = "ID",
            description = {"导入到的图层；不写则按名称识别。", "Layer they go to; found by name where it is left out."})
    private @Nullable String layer;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = {"只导入文件中的这个图层。", "Only this layer of the file."})
    private @Nullable String only;

    @Option(
            names = "--crs",
            paramLabel = "CODE",
            description = {
                "坐标系：EPSG:4490、EPSG:3857:swapped、投影带的代号、地方坐标系、GCJ02、BD09…；不写则自动判断。",
                "Coordinate system, such as EPSG:4490, EPSG:3857:swapped, the code of a zone, a local plane, GCJ02; found out where it is left out."
            })
    private @Nullable String crs;

    @Option(
            names = "--parameters",
            paramLabel = "dX,dY,dZ,rX,rY,rZ,ppm",
            description = {"七参数（西安 80、北京 54）。", "Seven parameters, for Xi'an 1980 and Beijing 1954."})
    private @Nullable String parameters;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = {"文字编码；不写则自动识别。", "Encoding; found out where it is left out."})
    private @Nullable String encoding;

    @Option(
            names = "--map",
            paramLabel = "FIELD=attribute",
            description = {"字段对应，可多次。", "A column and the attribute it fills; may be repeated."})
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(
            names = "--set",
            paramLabel = "attribute=VALUE",
            description = {"给新要素的固定值，如 status=approved。", "A value for every new feature, such as status=approved."})
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--mode",
            paramLabel = "new|update|replace",
            defaultValue = "new",
            description = {"新增、更新或替换图层。", "Add, update, or replace the layer. (${DEFAULT-VALUE})"})
    private LayerChoice.Mode mode = LayerChoice.Mode.NEW;

    @Option(
            names = "--key",
            paramLabel = "attribute",
            description = {"更新时按该属性识别要素。", "Attribute that identifies a feature, with update and replace."})
    private @Nullable String key;

    @Option(
            names = "--skip-refused",
            description = {"跳过无法导入的记录。", "Leave out records that cannot be taken."})
    private boolean skipRefused;

    @Option(
            names = "--skip-repeated",
            description = {"同一图形只取第一个。", "Of new records with the same shape take the first only."})
    private boolean skipRepeated;

    @Option(
            names = "--close-open",
            description = {"闭合未封口的线，作为面。", "Close open outlines, whatever their gap."})
    private boolean closeOpen;

    @Option(
            names = "--take-outside",
            description = {"连同区界外的地块。", "Take plots outside the district too."})
    private boolean takeOutside;

    @Option(
            names = "--dry-run",
            description = {"只检查，不写入。", "Check only; write nothing."})
    private boolean dryRun;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            defaultValue = "import",
            description = {"作者。", "Author of the changeset. (${DEFAULT-VALUE})"})
    private String author = "import";

    @Override
    public Integer call() throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Path folder = Scratch.newFolder("import");
        try (PlanDesk desk = plan.open()) {
            Intake intake = new Intake(desk, Formats.readers());
            var progress = new Progress(phase -> err.println(PHASES.getOrDefault(phase, phase)));
            Charset charset = encoding == null ? null : EncodingName.charset(encoding);
            Intake.Found found = intake.survey(sources(), folder, charset, progress);
            found.findings().forEach(words -> out.println(words.zh() + " " + words.en()));
            List<LayerChoice> choices = choices(intake, found);
            List<Prepared> prepared = intake.prepare(found, choices, progress).layers();
            prepared.forEach(p -> out.println(p.summary()));
            if (!dryRun) {
                Applied applied = intake.apply(author, comment(), prepared, progress);
                out.println("changeset " + applied.changeset());
            }
            return 0;
        } finally {
            WholeFile.clear(folder);
        }
    }

    private List<SourceFile> sources() throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (Path file : withCompanions()) {
            sources.add(new SourceFile(file.getFileName().toString(), file, Files.size(file)));
        }
        return sources;
    }

    /** A shapefile named alone brings the files beside it that share its name. */
    private List<Path> withCompanions() throws IOException {
        var all = new java.util.LinkedHashSet<Path>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new Problem.Invalid(Words.of("文件不存在：" + file, "There is no file " + file), "FILE");
            }
            all.add(file);
            String name = file.getFileName().toString();
            if (name.toLowerCase(Locale.ROOT).endsWith(".shp")) {
                String stem = name.substring(0, name.length() - 3);
                try (var beside = Files.list(file.toAbsolutePath().getParent())) {
                    beside.filter(p -> p.getFileName().toString().startsWith(stem))
                            .forEach(all::add);
                }
            }
        }
        return List.copyOf(all);
    }

    private List<LayerChoice> choices(Intake intake, Intake.Found found) {
        List<LayerChoice> choices = new ArrayList<>();
        for (int source = 0; source < found.layers().size(); source++) {
            if (only == null || only.equals(found.layers().get(source).layer().name())) {
                choices.add(choice(intake.suggested(found, source, layer)));
            }
        }
        if (choices.isEmpty()) {
            String names = String.join(
                    ", ", found.layers().stream().map(l -> l.layer().name()).toList());
            throw new Problem.Invalid(
                    Words.of(
                            "文件中没有图层“" + only + "”。可用：" + names + "。",
                            "The files have no layer \"" + only + "\". They have: " + names + "."),
                    "--only");
        }
        return choices;
    }

    /** What would be suggested, with what was said on the command line in its place. */
    private LayerChoice choice(LayerChoice suggested) {
        Map<String, String> fields = new LinkedHashMap<>(suggested.fields());
        map.forEach((field, attribute) -> {
            fields.values().remove(attribute);
            fields.put(field, attribute);
        });
        return new LayerChoice(
                suggested.source(),
                suggested.target(),
                crs == null ? suggested.crs() : crs,
                parameters,
                suggested.method(),
                List.of(),
                fields,
                new LinkedHashMap<>(set),
                mode,
                key,
                Set.of(),
                Set.of(),
                Set.of(),
                skipRefused,
                skipRepeated,
                closeOpen,
                takeOutside);
    }

    private String comment() {
        return "导入 / import: "
                + String.join(
                        ", ",
                        files.stream()
                                .limit(5)
                                .map(f -> f.getFileName().toString())
                                .toList());
    }
}
