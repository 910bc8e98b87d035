package org.greenplan.format.dxf.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.Scratch;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.format.dxf.read.DxfReader;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * The drawing that a designer works on: AutoCAD 2000 DXF in metres, the zone number before the easting as drawings of the land
 * survey have it. Entities wait in a file until the layers, the extent and the last handle are known, which must stand before
 * them.
 *
 * <p>Options: {@code vertices} numbers the boundary points and lists them in a table; {@code hatch} fills the polygons;
 * {@code origin=local} counts from a round place near the first point, said in the drawing and in a text beside it (both in one
 * zip); {@code encoding=escapes} writes Chinese as escapes in ASCII instead of the code page of Chinese Windows. The code page
 * is the rule because GDAL and with it QGIS resolve escapes in texts but not in the names of layers.
 */
public final class DxfWriter implements FormatWriter {
    private static final Set<String> OPTIONS = Set.of("vertices", "hatch", "origin", "encoding");

    @Override
    public String id() {
        return DxfReader.ID;
    }

    @Override
    public Words title() {
        return Words.of("DXF 图纸（AutoCAD 2000）", "DXF drawing (AutoCAD 2000)");
    }

    @Override
    public List<Words> limits() {
        return List.of(Words.of(
                "只带图形、地块编号、名称和净面积；其他属性不在图中。",
                "Only shapes, plot numbers, names and net areas go along; no other attributes."));
    }

    @Override
    public String extension() {
        return "dxf";
    }

    @Override
    public String mediaType() {
        return "image/vnd.dxf";
    }

    @Override
    public String extension(WriteOptions options) {
        return isLocal(options) ? "zip" : extension();
    }

    @Override
    public String mediaType(WriteOptions options) {
        return isLocal(options) ? "application/zip" : mediaType();
    }

    @Override
    public Coordinates coordinates() {
        return Coordinates.PREFIXED_PLANE;
    }

    @Override
    public boolean drawsBelts() {
        return true;
    }

    @Override
    public boolean hasColumns() {
        return false;
    }

    @Override
    public Set<String> options() {
        return OPTIONS;
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out) throws IOException {
        options.requireKnown(OPTIONS);
        if (plan.isLonLat()) {
            throw new Problem.Invalid(
                    Words.of(
                            "DXF 图纸以米为单位，不能用经纬度。请选择平面坐标系，例如 "
                                    + plan.profile().plane().text() + "。",
                            "A DXF drawing is in metres and cannot be in degrees. Choose a plane such as "
                                    + plan.profile().plane().text() + "."),
                    "crs");
        }
        boolean gbk = isGbk(options);
        boolean local = isLocal(options);
        Path spool = Scratch.newFile("entities", ".dxf");
        try {
            DxfSheet sheet;
            long count;
            try (BufferedWriter writer = Files.newBufferedWriter(spool, DxfOut.charset(gbk))) {
                sheet = new DxfSheet(new DxfOut(writer, gbk), local);
                count = draw(plan, rows, options, sheet);
            }
            var notes = new DxfNotes(plan, sheet);
            if (local) {
                zip(plan, notes, spool, gbk, out);
            } else {
                join(notes, spool, gbk, out);
            }
            return count;
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private static long draw(TargetPlan plan, TargetRows rows, WriteOptions options, DxfSheet sheet)
            throws IOException {
        long count = 0;
        try (var vertices = new DxfVertexTable(sheet)) {
            boolean table = options.flag("vertices");
            var plots = new DxfPlots(sheet, plan.catalogue(), options.flag("hatch"), table ? vertices : null);
            for (TargetLayer layer : plan.layers()) {
                count += rows.each(layer, row -> plots.row(layer.type(), row));
            }
            if (table) {
                vertices.place();
            }
        }
        new DxfNotes(plan, sheet).draw();
        return count;
    }

    /** The frame around the entities that wait in the file. */
    private static void join(DxfNotes notes, Path spool, boolean gbk, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, DxfOut.charset(gbk)));
        var frame = new DxfFrame(new DxfOut(writer, gbk), notes, gbk);
        frame.begin();
        writer.flush();
        Files.copy(spool, out);
        frame.end();
        writer.flush();
    }

    private static void zip(TargetPlan plan, DxfNotes notes, Path spool, boolean gbk, OutputStream out)
            throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(plan.profile().id() + ".dxf"));
        join(notes, spool, gbk, zip);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry(plan.profile().id() + ".txt"));
        zip.write(("\uFEFF" + String.join("\r\n", notes.lines()) + "\r\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    private static boolean isLocal(WriteOptions options) {
        String origin = options.find("origin");
        if (origin != null && !origin.equals("local")) {
            throw new Problem.Invalid(
                    Words.of(
                            "origin 只能是 local，收到“" + origin + "”。去掉该选项即用真实坐标。",
                            "origin can only be \"local\", not \"" + origin + "\". Leave it out for true coordinates."),
                    "origin");
        }
        return origin != null;
    }

    private static boolean isGbk(WriteOptions options) {
        String encoding = options.find("encoding");
        if (encoding == null || encoding.equalsIgnoreCase("gbk")) {
            return true;
        }
        if (encoding.equals("escapes")) {
            return false;
        }
        throw new Problem.Invalid(
                Words.of(
                        "encoding 可以是 gbk（默认）或 escapes，收到“" + encoding + "”。",
                        "encoding can be gbk (without the option too) or escapes, not \"" + encoding + "\"."),
                "encoding");
    }
}
