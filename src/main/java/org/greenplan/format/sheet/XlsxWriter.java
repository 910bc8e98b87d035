package org.greenplan.format.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.ReadMe;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Writes a workbook with two sheets for each layer: the features, and the boundary points of areas. */
public final class XlsxWriter implements FormatWriter {
    /** Ending of the name of a sheet of boundary points. */
    static final String POINTS = "界址点";

    /** The last sheet: what to know of the whole. */
    private static final String NOTES = "说明";

    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public Words title() {
        return Words.of("Excel（属性表与界址点表）", "Excel (attributes and boundary points)");
    }

    @Override
    public List<Words> limits() {
        return List.of(
                Words.of(
                        "图形写作文字（WKT）；超过 32,767 字的留空，其界址点表仍完整。",
                        "Shapes are texts (WKT); those of more than 32,767 characters are left out, their boundary points are complete."),
                Words.of(
                        "选“内部点坐标”时没有图形，不能导回。",
                        "With a point inside there are no shapes, and the file cannot come back."));
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
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
        return write(plan, rows, options, out, words -> {});
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out, Consumer<Words> notes)
            throws IOException {
        TablePlan tables = TablePlan.of(plan, options);
        Workbook book = new Workbook(out, "Greenplan", null);
        long count = 0;
        for (TargetLayer layer : plan.layers()) {
            String title = layer.type().title().zh();
            try (XlsxSheet sheet = new XlsxSheet(book, title, tables.headings(layer), notes)) {
                count += rows.each(layer, row -> sheet.line(tables.cells(layer, row)));
            }
            if (layer.type().geometry() == GeometryKind.POLYGON) {
                points(book, tables, layer, rows, notes);
            }
        }
        try (XlsxSheet sheet = new XlsxSheet(book, NOTES, List.of("项目", "说明", "Item", "Note"), notes)) {
            for (ReadMe.Line line : ReadMe.of(plan)) {
                sheet.line(List.of(
                        line.title().zh(),
                        line.text().zh(),
                        line.title().en(),
                        line.text().en()));
            }
        }
        book.finish();
        return count;
    }

    private static void points(
            Workbook book, TablePlan tables, TargetLayer layer, TargetRows rows, Consumer<Words> notes)
            throws IOException {
        String title = layer.type().title().zh() + POINTS;
        try (XlsxSheet sheet = new XlsxSheet(book, title, tables.pointHeadings(), notes)) {
            rows.each(layer, row -> tables.points(row, (List<? extends @Nullable Object> cells) -> sheet.line(cells)));
        }
    }
}
