package org.greenplan.format.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.PlotId;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Makes records of a table's rows: first looked through for what its columns hold, then read. */
record SheetRows(SourceFile file, SheetTable table, SheetLayout layout, @Nullable SheetPositions positions) {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int MOST_PLOTS = 1_000_000;

    /** Looks the table through. */
    static SourceLayer layer(SourceFile file, String format, SheetTable table, SheetLayout layout, List<Words> found) {
        SheetRole east = layout.east();
        SheetRows rows = new SheetRows(file, table, layout, east == null ? null : new SheetPositions(layout, east));
        FieldTypes types = new FieldTypes(file);
        layout.attributes().forEach(i -> types.name(layout.names().get(i)));
        rows.eachFilled((number, cells) -> rows.see(cells, types));
        List<SourceField> fields = types.fields();
        long[] count = {0};
        rows.each(fields, row -> count[0]++);
        List<Words> findings = new ArrayList<>(found);
        SheetPositions positions = rows.positions();
        Optional<DeclaredCrs> crs = Optional.empty();
        if (positions != null && !layout.roles().containsKey(SheetRole.WKT)) {
            findings.add(positions.finding());
            crs = positions.crs();
        }
        return new SheetLayer(rows, format, fields, crs, count[0], findings);
    }

    private void see(List<@Nullable Object> cells, FieldTypes types) {
        for (int i : layout.attributes()) {
            Object cell = i < cells.size() ? cells.get(i) : null;
            types.see(layout.names().get(i), cell instanceof String text ? FieldTypes.typed(text) : cell);
        }
        if (positions != null) {
            positions.see(cells);
        }
    }

    /** Every record in the table's order. */
    void each(List<SourceField> fields, Consumer<SourceRow> to) {
        if (layout.isBoundaryPoints()) {
            plots(fields, to);
        } else {
            eachFilled((number, cells) -> to.accept(row(number, cells, fields)));
        }
    }

    private interface Filled {
        void row(long number, List<@Nullable Object> cells);
    }

    private void eachFilled(Filled to) {
        table.each((number, cells) -> {
            if (number > layout.header() && cells.stream().anyMatch(c -> c != null)) {
                to.row(number, cells);
            }
            return true;
        });
    }

    private SourceRow row(long number, List<@Nullable Object> cells, List<SourceField> fields) {
        Map<String, @Nullable Object> values = values(cells, fields);
        Geometry shape = null;
        List<GeometryNote> notes = new ArrayList<>();
        if (layout.cell(SheetRole.WKT, cells) instanceof String wkt && !wkt.isBlank()) {
            SheetWkt read = SheetWkt.of(wkt);
            shape = read.shape();
            notes.addAll(read.notes());
        } else if (positions != null) {
            Coordinate at = positions.at(cells);
            shape = at == null ? null : FACTORY.createPoint(at);
        }
        if (shape == null && notes.isEmpty()) {
            notes.add(new GeometryNote("no-shape", Words.of("该行没有坐标。", "The row has no coordinates.")));
        }
        return new SourceRow(number, PlotId.in(values), values, shape, notes);
    }

    /** Rows of the same plot stand together; its attributes are those of its first row. */
    private void plots(List<SourceField> fields, Consumer<SourceRow> to) {
        Set<String> ended = new HashSet<>();
        SheetPlot[] current = {null};
        eachFilled((number, cells) -> {
            Object plot = layout.cell(SheetRole.PLOT, cells);
            SheetPlot open = current[0];
            String id = plot == null ? open == null ? "" : open.id() : plot.toString();
            if (open == null || !open.id().equals(id)) {
                if (open != null) {
                    to.accept(open.row());
                    ended.add(open.id());
                }
                if (ended.contains(id) || ended.size() > MOST_PLOTS) {
                    throw file.broken(
                            number,
                            "地块“" + shown(id) + "”的界址点不在一起,请先按地块排序。",
                            "the points of plot \"" + shown(id) + "\" do not stand together. Sort the table by plot.");
                }
                open = new SheetPlot(number, id, values(cells, fields));
                current[0] = open;
            }
            point(open, number, cells);
        });
        if (current[0] != null) {
            to.accept(current[0].row());
        }
    }

    private void point(SheetPlot plot, long number, List<@Nullable Object> cells) {
        Coordinate at = positions == null ? null : positions.at(cells);
        if (at == null) {
            throw file.broken(number, "界址点缺少坐标。", "the boundary point lacks its coordinates.");
        }
        if (!plot.point(text(SheetRole.POINT, cells), text(SheetRole.RING, cells), at)) {
            throw file.broken(number, "一个地块的界址点过多。", "too many boundary points in one plot.");
        }
    }

    private String text(SheetRole role, List<@Nullable Object> cells) {
        Object cell = layout.cell(role, cells);
        return cell == null ? "" : cell.toString();
    }

    private static String shown(String id) {
        return id.substring(0, Math.min(id.length(), 40));
    }

    private Map<String, @Nullable Object> values(List<@Nullable Object> cells, List<SourceField> fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<Integer> columns = layout.attributes();
        for (int i = 0; i < columns.size(); i++) {
            SourceField field = fields.get(i);
            Object cell = columns.get(i) < cells.size() ? cells.get(columns.get(i)) : null;
            values.put(
                    field.name(),
                    cell instanceof String text && field.type() != AttributeType.TEXT
                            ? FieldTypes.faithful(text, FieldTypes.typed(text))
                            : FieldTypes.as(field.type(), cell));
        }
        return values;
    }
}
