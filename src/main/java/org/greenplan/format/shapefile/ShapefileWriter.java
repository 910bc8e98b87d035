package org.greenplan.format.shapefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.crs.CrsWkt;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.PlotId;
import org.greenplan.format.Scratch;
import org.greenplan.format.TargetField;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRow;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes a zip with one shapefile for each layer, a list of the long names of the fields, and a read-me.
 *
 * <p>Everything is written to a temporary folder first, so that a plan too large for the format is refused before the first byte
 * has left.
 */
public final class ShapefileWriter implements FormatWriter {
    private static final String ENCODING = "encoding";
    private static final long TWO_GB = Integer.MAX_VALUE;
    private static final TargetField PLOT =
            new TargetField(PlotId.FIELD, PlotId.FIELD, Words.of("地块标识", "Plot id"), AttributeType.TEXT);

    private final long most;

    public ShapefileWriter() {
        this(TWO_GB);
    }

    ShapefileWriter(long most) {
        this.most = most;
    }

    @Override
    public String id() {
        return ShapefileReader.ID;
    }

    @Override
    public Words title() {
        return Words.of("Shapefile(zip)", "Shapefile (zip)");
    }

    @Override
    public List<Words> limits() {
        return List.of(
                Words.of(
                        "字段名最多 10 个字节：用短名，全名列在 fields.csv。",
                        "Field names have ten bytes at most: short ones are used, the long ones are listed in fields.csv."),
                Words.of(
                        "文字超过 254 字节（约 84 个汉字）会截短；GBK 没有的字写作“?”。实际情况列在 readme.txt。",
                        "Texts longer than 254 bytes (some 84 Chinese characters) are cut, and what GBK lacks becomes \"?\"; readme.txt says where."),
                Words.of("小数最多 15 位，其后四舍五入。", "Numbers keep 15 decimals and are rounded after these."),
                Words.of("没有样式与图例。", "No styles, no legend."));
    }

    @Override
    public String extension() {
        return "zip";
    }

    @Override
    public String mediaType() {
        return "application/zip";
    }

    @Override
    public Coordinates coordinates() {
        return Coordinates.ANY;
    }

    @Override
    public Set<String> options() {
        return Set.of(ENCODING);
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out) throws IOException {
        return write(plan, rows, options, out, loss -> {});
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out, Consumer<Words> losses)
            throws IOException {
        options.requireKnown(options());
        Charset charset = charset(options);
        Path folder = Scratch.newFolder("shapefile");
        try {
            ShapefileNotes notes = new ShapefileNotes(plan, charset);
            long written = 0;
            for (TargetLayer layer : plan.layers()) {
                written += write(plan, layer, rows, charset, folder, notes);
            }
            notes.losses().forEach(losses);
            Files.write(folder.resolve("fields.csv"), notes.fields());
            Files.write(folder.resolve("readme.txt"), notes.readMe());
            zip(folder, plan, out);
            return written;
        } finally {
            remove(folder);
        }
    }

    private long write(
            TargetPlan plan, TargetLayer layer, TargetRows rows, Charset charset, Path folder, ShapefileNotes notes)
            throws IOException {
        String name = layer.type().id();
        Path waiting = folder.resolve(name + ".rows");
        long count;
        try (ShpWriter shapes = new ShpWriter(
                        folder.resolve(name + ".shp"),
                        folder.resolve(name + ".shx"),
                        layer.type().geometry(),
                        most);
                DbfWriter table = new DbfWriter(waiting, fields(layer), charset)) {
            count = rows.each(layer, row -> {
                shapes.write(row.shape());
                table.write(values(row));
            });
            table.finish(
                    folder.resolve(name + ".dbf"),
                    plan.exportedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                    most);
            notes.layer(layer, table.columns());
        }
        Files.delete(waiting);
        Files.writeString(folder.resolve(name + ".prj"), CrsWkt.of(plan.crs()).esri());
        Files.writeString(folder.resolve(name + ".cpg"), charset.name());
        return count;
    }

    private static List<TargetField> fields(TargetLayer layer) {
        List<TargetField> fields = new ArrayList<>(layer.fields());
        if (fields.stream().noneMatch(f -> f.name().equals(PlotId.FIELD))) {
            fields.add(0, PLOT);
        }
        return fields;
    }

    private static Map<String, @Nullable Object> values(TargetRow row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
        values.put(PlotId.FIELD, row.plotId());
        return values;
    }

    private static Charset charset(WriteOptions options) {
        String wanted = options.find(ENCODING);
        String plain = wanted == null ? "utf8" : wanted.toLowerCase(Locale.ROOT).replace("-", "");
        return switch (plain) {
            case "utf8" -> StandardCharsets.UTF_8;
            case "gbk", "gb2312" -> CodePages.GBK;
            default ->
                throw new Problem.Invalid(
                        Words.of(
                                "Shapefile 的编码只能是 utf-8 或 gbk，不能是“" + wanted + "”。",
                                "The encoding of a shapefile is utf-8 or gbk, not \"" + wanted + "\"."),
                        ENCODING);
        };
    }

    private static void zip(Path folder, TargetPlan plan, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.sorted().toList();
        }
        for (Path file : files) {
            ZipEntry entry = new ZipEntry(file.getFileName().toString());
            entry.setTime(plan.exportedAt().toEpochMilli());
            zip.putNextEntry(entry);
            Files.copy(file, zip);
            zip.closeEntry();
            Files.delete(file);
        }
        zip.finish();
        zip.flush();
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
