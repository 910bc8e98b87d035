package org.greenplan.list;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a list is to look like.
 *
 * @param table whether its entries are rows of named columns; else they are numbers
 * @param columns of a table all of them, of a plain list the one
 * @param length how many entries it has, or null where they may be any number
 * @param months whether its entries are January to December
 * @param sortedBy name of the column in which each row has more than the one before it, or null
 * @param maxRows how many entries it has at most
 */
public record ListForm(
        boolean table,
        List<ListColumn> columns,
        @Nullable Integer length,
        boolean months,
        @Nullable String sortedBy,
        int maxRows) {
    /** January to December. */
    public static final int MONTHS = 12;

    public ListForm {
        columns = List.copyOf(columns);
    }

    /** The column of a name. */
    public Optional<ListColumn> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** What people call a cell: July, number 3, or row 3 and the column. */
    public Words place(int row, ListColumn column) {
        if (table) {
            return Words.of(
                    row(row).zh() + " " + column.title().zh(),
                    row(row).en() + ", " + column.title().en());
        }
        return row(row);
    }

    private Words row(int row) {
        if (months && row < MONTHS) {
            return Words.of(row + 1 + "月", Month.of(row + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        return table
                ? Words.of("第 " + (row + 1) + " 行", "row " + (row + 1))
                : Words.of("第 " + (row + 1) + " 个", "no. " + (row + 1));
    }

    /** Whether what fits one fits the other as far as both have the same columns. */
    public boolean isLike(ListForm other) {
        return table == other.table && months == other.months && Objects.equals(length, other.length);
    }

    /** This one and the columns that another has beside; these may stay open, for there are rows without them. */
    public ListForm grown(ListForm other) {
        List<ListColumn> all = new ArrayList<>(columns);
        if (table) {
            other.columns.stream()
                    .filter(column -> find(column.name()).isEmpty())
                    .forEach(column -> all.add(column.opened()));
        }
        return new ListForm(table, all, length, months, sortedBy, maxRows);
    }
}
