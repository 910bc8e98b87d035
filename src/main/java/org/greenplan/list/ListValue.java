package org.greenplan.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of numbers, such as the rain of each month, or a table of them, such as a lake's levels, areas and volumes. A cell that is left
 * open is null and never zero.
 *
 * @param columns names of a table's columns; empty for a plain list
 * @param rows at least one; of a table a cell for each column, of a plain list the number alone
 */
public record ListValue(List<String> columns, List<List<@Nullable Double>> rows) {
    public ListValue {
        columns = List.copyOf(columns);
        rows = rows.stream().map(ListValue::fixed).toList();
        int cells = Math.max(1, columns.size());
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.size() != cells)) {
            throw new IllegalArgumentException("rows of " + cells + " cells, at least one, and not " + rows);
        }
    }

    /** A plain list of numbers. */
    public static ListValue of(List<@Nullable Double> numbers) {
        return new ListValue(
                List.of(), numbers.stream().map(Collections::singletonList).toList());
    }

    /** What JSON says where it is a list of numbers or of objects of numbers; nothing where it is anything else. */
    static Optional<ListValue> ofJson(@Nullable Object json) {
        if (!(json instanceof List<?> entries) || entries.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        boolean table = entries.get(0) instanceof Map<?, ?>;
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> row) {
                row.keySet().forEach(name -> names.add(String.valueOf(name)));
            }
            boolean numbers = entry instanceof Map<?, ?> row
                    ? table && row.values().stream().allMatch(ListValue::isCell)
                    : !table && isCell(entry);
            if (!numbers) {
                return Optional.empty();
            }
        }
        if (table && names.isEmpty()) {
            return Optional.empty();
        }
        List<List<@Nullable Double>> rows = new ArrayList<>();
        for (Object entry : entries) {
            rows.add(
                    entry instanceof Map<?, ?> row
                            ? names.stream()
                                    .<@Nullable Double>map(name -> cell(row.get(name)))
                                    .toList()
                            : Collections.singletonList(cell(entry)));
        }
        return Optional.of(new ListValue(List.copyOf(names), rows));
    }

    /** The numbers of a plain list in order, null where one is open. */
    public List<@Nullable Double> numbers() {
        if (!columns.isEmpty()) {
            throw new IllegalStateException("a table of " + columns + " is no plain list");
        }
        return fixed(rows.stream().<@Nullable Double>map(row -> row.get(0)).toList());
    }

    /** A column of a table from its first row to its last, null where a cell is open or the table has no such column. */
    public List<@Nullable Double> column(String name) {
        int at = columns.indexOf(name);
        return fixed(rows.stream()
                .<@Nullable Double>map(row -> at < 0 ? null : row.get(at))
                .toList());
    }

    /** As it is stored and read outside: JSON such as {@code [9,12,null]} or {@code [{"level_m":172,"volume_m3":311000}]}. */
    @Override
    public String toString() {
        return ListText.of(this);
    }

    private static boolean isCell(@Nullable Object value) {
        return value == null || (value instanceof Number number && Double.isFinite(number.doubleValue()));
    }

    private static @Nullable Double cell(@Nullable Object value) {
        return value instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    /** The same cells for ever; -0 is 0, for nobody sees a difference. */
    private static List<@Nullable Double> fixed(List<@Nullable Double> cells) {
        List<@Nullable Double> fixed = new ArrayList<>();
        for (Double cell : cells) {
            if (cell != null && !Double.isFinite(cell)) {
                throw new IllegalArgumentException("no number: " + cell);
            }
            fixed.add(cell == null ? null : Double.valueOf(cell + 0.0));
        }
        return Collections.unmodifiableList(fixed);
    }
}
