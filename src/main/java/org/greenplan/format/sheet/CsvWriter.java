package org.greenplan.format.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.ReadMe;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.format.text.CsvText;
import org.greenplan.problem.Words;

/** Writes two CSV files for each layer into one archive: the features, and the boundary points of areas; a text says what they are. */
public final class CsvWriter implements FormatWriter {
    /** Ending of the name of a table of boundary points. */
    static final String POINTS = "-points";

    private static final int BUFFER_CHARS = 1 << 16;

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public Words title() {
        return Words.of("CSV（属性表与界址点表）", "CSV (attributes and boundary points)");
    }

    @Override
    public List<Words> limits() {
        return List.of(
                Words.of(
                        "图形写作文字（WKT）；选“内部点坐标”时没有图形，不能导回。",
                        "Shapes are texts (WKT); with a point inside there are none, and the file cannot come back."),
                Words.of(
                        "日期和数值都是文字，打开的软件可能改写它们。",
                        "Dates and numbers are texts, which the program that opens them may rewrite."));
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

    /** {@code geometry}: {@code wkt}, or {@code centre} for a point inside. */
    @Override
    public Set<String> options() {
        return TablePlan.OPTIONS;
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out) throws IOException {
        TablePlan tables = TablePlan.of(plan, options);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        long count = 0;
        for (TargetLayer layer : plan.layers()) {
            String id = layer.type().id();
            Writer text = begin(zip, id + ".csv");
            CsvText.line(text, tables.headings(layer), TablePlan::number);
            count += rows.each(layer, row -> CsvText.line(text, tables.cells(layer, row), TablePlan::number));
            text.flush();
            zip.closeEntry();
            if (layer.type().geometry() == GeometryKind.POLYGON) {
                points(tables, layer, rows, begin(zip, id + POINTS + ".csv"));
                zip.closeEntry();
            }
        }
        Writer readMe = begin(zip, "README.txt");
        readMe.write(ReadMe.text(plan));
        readMe.flush();
        zip.closeEntry();
        zip.finish();
        return count;
    }

    private static void points(TablePlan tables, TargetLayer layer, TargetRows rows, Writer text) throws IOException {
        CsvText.line(text, tables.pointHeadings(), TablePlan::number);
        rows.each(layer, row -> tables.points(row, cells -> CsvText.line(text, cells, TablePlan::number)));
        text.flush();
    }

    private static Writer begin(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), BUFFER_CHARS);
        text.write(CsvText.BYTE_ORDER_MARK);
        return text;
    }
}
