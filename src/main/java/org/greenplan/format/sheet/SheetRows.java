package org.greenplan.format.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.FieldTypes;
import org.greenplan.format.PlotId;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceRow;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Makes records of a table's rows.
 *
 * @param plots true where rows are the corners of plots, false where each stands for itself
 * @param keyed fields that stand above the points instead of in a column
 */
record SheetRows(
        SourceFile file,
        SheetTable table,
        SheetLayout layout,
        @Nullable SheetPositions positions,
        boolean plots,
        Set<String> keyed) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** The columns that hold attributes. */
    List<Integer> attributes() {
        return layout.attributes(plots);
    }

    /** Every record in the table's order; gives how many rows among the points hold words only. */
    long each(List<SourceField> fields, Consumer<SourceRow> to) {
        if (!plots) {
            eachFilled((number, cells) -> {
                if (number > layout.header()) {
                    to.accept(row(number, cells, fields));
                }
            });
            return 0;
        }
        var joined = new SheetPlots(this, row -> to.accept(typed(row, fields)));
        eachFilled(joined::row);
        joined.end();
        return joined.passedOver();
    }

    /** Takes a row with something in it. */
    interface Filled {
        void row(long number, List<@Nullable Object> cells);
    }

    void eachFilled(Filled to) {
        table.each((number, cells) -> {
            if (cells.stream().anyMatch(c -> c != null)) {
                to.row(number, cells);
            }
            return true;
        });
    }

    private SourceRow row(long number, List<@Nullable Object> cells, List<SourceField> fields) {
        Map<String, @Nullable Object> values = typed(values(cells, Map.of()), fields);
        Geometry shape = null;
        List<GeometryNote> notes = new ArrayList<>();
        if (layout.cell(SheetRole.WKT, cells) instanceof String wkt && !wkt.isBlank()) {
            SheetWkt read = SheetWkt.of(wkt);
            shape = read.shape();
            notes.addAll(read.notes());
        } else if (positions != null) {
            Coordinate at = positions.at(cells);
            String wrong = at == null ? positions.unreadable(cells) : null;
            shape = at == null ? null : FACTORY.createPoint(at);
            if (wrong != null && !wrong.isEmpty()) {
                String shown = wrong.substring(0, Math.min(wrong.length(), 40));
                notes.add(new GeometryNote(
                        "no-shape", Words.of("“" + shown + "”不是坐标。", "\"" + shown + "\" is no coordinate.")));
            }
        }
        if (shape == null && notes.isEmpty()) {
            notes.add(new GeometryNote("no-shape", Words.of("该行没有坐标。", "The row has no coordinates.")));
        }
        return new SourceRow(number, PlotId.in(values), values, shape, notes);
    }

    /** The values of a row as they stand, with what stands above it; a plot has a name in any case. */
    Map<String, @Nullable Object> values(List<@Nullable Object> cells, Map<String, String> keys) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int column : attributes()) {
            values.put(layout.names().get(column), SheetLayout.cell(column, cells));
        }
        for (String key : keyed) {
            if (!values.containsKey(key)) {
                values.put(key, keys.get(key));
            }
        }
        if (keyed.contains(SheetPlot.NAME) && values.get(SheetPlot.NAME) == null) {
            Object plot = SheetLayout.cell(layout.plotColumn(), cells);
            String name = plot == null ? SheetKeys.name(keys) : plot.toString();
            values.put(SheetPlot.NAME, name.isEmpty() ? title() : PlotId.is(name) ? null : name);
        }
        return values;
    }

    /** The sheet's name where somebody gave it one, else the file's. */
    private String title() {
        boolean made = table.name().matches("(?i)sheet ?\\d*|工作表 ?\\d*|\\d{1,3}|表\\d*");
        String name = made ? file.stem() : table.name();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static SourceRow typed(SourceRow row, List<SourceField> fields) {
        return new SourceRow(row.number(), row.id(), typed(row.values(), fields), row.shape(), row.notes());
    }

    private static Map<String, @Nullable Object> typed(Map<String, @Nullable Object> values, List<SourceField> fields) {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        for (SourceField field : fields) {
            Object cell = values.get(field.name());
            typed.put(
                    field.name(),
                    cell instanceof String text && field.type() != AttributeType.TEXT
                            ? FieldTypes.faithful(text, FieldTypes.typed(text))
                            : FieldTypes.as(field.type(), cell));
        }
        return typed;
    }
}
