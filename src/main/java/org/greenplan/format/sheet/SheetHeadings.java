package org.greenplan.format.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenplan.format.text.DatumName;
import org.greenplan.format.text.WrittenNumber;
import org.jspecify.annotations.Nullable;

/** Finds the headings of a table: under titles and notes, over up to three rows with merged cells, or as the planner says. */
final class SheetHeadings {
    /** Titles, owners and notes may stand above the headings, but not many. */
    private static final int ROWS_LOOKED_AT = 40;

    private static final int DEEPEST = 3;
    private static final int ROWS_BELOW = 10;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_MADE_UP = 100;

    private final List<Row> rows = new ArrayList<>();

    private record Row(long number, List<@Nullable Object> cells) {
        String text(int column) {
            return column >= 0 && column < cells.size() && cells.get(column) instanceof String text ? text.strip() : "";
        }

        boolean hasNumber() {
            return cells.stream()
                    .anyMatch(c ->
                            c instanceof Number || (c instanceof String text && !Double.isNaN(WrittenNumber.of(text))));
        }

        long filled() {
            return cells.stream().filter(c -> c != null).count();
        }
    }

    private SheetHeadings(SheetTable table) {
        table.each((number, cells) -> {
            rows.add(new Row(number, cells));
            return rows.size() < ROWS_LOOKED_AT;
        });
    }

    /**
     * The layout of a table; empty where no columns hold coordinates.
     *
     * @param chosen names of columns by the roles of {@link org.greenplan.format.TableColumns}; empty to find out
     */
    static Optional<SheetLayout> of(SheetTable table, Map<String, String> chosen) {
        var headings = new SheetHeadings(table);
        Optional<SheetLayout> found = headings.found();
        return chosen.isEmpty() ? found : found.or(headings::guessed).map(layout -> chosen(layout, chosen));
    }

    /** The layout of a table of which nobody knows which columns hold what; empty where it holds no numbers that could be places. */
    static Optional<SheetLayout> unrecognised(SheetTable table) {
        return new SheetHeadings(table).guessed();
    }

    private Optional<SheetLayout> found() {
        for (int i = 0; i < rows.size(); i++) {
            for (int depth = Math.min(DEEPEST, i + 1); depth >= 1; depth--) {
                if (areHeadings(i, depth)) {
                    SheetLayout layout = layout(i, depth);
                    if (layout.hasPlaces() && (layout.east() != SheetRole.PAIR || hasPairs(layout, i))) {
                        return Optional.of(layout);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean areHeadings(int last, int depth) {
        for (int i = last - depth + 1; i < last; i++) {
            if (rows.get(i).filled() < 2 || rows.get(i).hasNumber()) {
                return false;
            }
        }
        return rows.get(last).filled() > 0;
    }

    /** A heading such as 坐标 may stand over two columns: only what lies below tells that each cell holds two numbers. */
    private boolean hasPairs(SheetLayout layout, int header) {
        Integer column = layout.roles().get(SheetRole.PAIR);
        return rows.stream()
                .skip(header + 1L)
                .limit(ROWS_BELOW)
                .map(row -> SheetLayout.cell(column, row.cells()))
                .anyMatch(cell -> cell instanceof String text && WrittenNumber.pair(text) != null);
    }

    private SheetLayout layout(int last, int depth) {
        Row own = rows.get(last);
        int width = 0;
        for (int i = last - depth + 1; i <= last; i++) {
            width = Math.max(width, rows.get(i).cells().size());
        }
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<Optional<SheetRole>> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            String name = own.text(column);
            if (name.isEmpty() && column < own.cells().size() && own.cells().get(column) != null) {
                name = String.valueOf(own.cells().get(column));
            }
            List<String> above = new ArrayList<>();
            for (int i = last - 1; i > last - depth; i--) {
                String over = over(rows.get(i), column, name.isEmpty());
                above.addAll(over.isEmpty() ? List.of() : List.of(over));
            }
            names.add(different(name.isEmpty() && !above.isEmpty() ? above.get(0) : name, column, taken));
            columns.add(Optional.ofNullable(role(own.text(column), above)));
        }
        complete(columns);
        return new SheetLayout(own.number(), names, columns, null, datum(last));
    }

    /** The heading above a column; where cells are merged sideways, the first one to the left stands over it too. */
    private static String over(Row row, int column, boolean straight) {
        int at = column;
        while (!straight && at > 0 && row.text(at).isEmpty()) {
            at--;
        }
        return row.text(at);
    }

    /** By its own words, with those above it, or by those above alone: 界址点 over 编号, 边长 over m. */
    private static @Nullable SheetRole role(String own, List<String> above) {
        List<String> tried = new ArrayList<>();
        if (!own.isEmpty()) {
            tried.add(own);
            above.forEach(over -> tried.addAll(List.of(over + own, own + over)));
        } else {
            if (above.size() > 1) {
                tried.add(above.get(1) + above.get(0));
            }
            tried.addAll(above);
        }
        return tried.stream()
                .map(SheetRole::of)
                .filter(role -> role != null)
                .findFirst()
                .orElse(null);
    }

    /** A northing beside a bare Y, or an easting beside a bare X, belong together. */
    private static void complete(List<Optional<SheetRole>> columns) {
        boolean north = columns.contains(Optional.of(SheetRole.NORTH));
        boolean east = columns.contains(Optional.of(SheetRole.EAST));
        if (north && !east) {
            columns.replaceAll(c -> c.equals(Optional.of(SheetRole.Y)) ? Optional.of(SheetRole.EAST) : c);
        } else if (east && !north) {
            columns.replaceAll(c -> c.equals(Optional.of(SheetRole.X)) ? Optional.of(SheetRole.NORTH) : c);
        }
    }

    private @Nullable DatumName datum(int last) {
        for (int i = 0; i <= last; i++) {
            for (Object cell : rows.get(i).cells()) {
                Optional<DatumName> named = cell instanceof String text ? DatumName.in(text) : Optional.empty();
                if (named.isPresent()) {
                    return named.get();
                }
            }
        }
        return null;
    }

    private static String different(String wished, int column, Set<String> taken) {
        String name = wished.strip();
        name = name.isEmpty() ? "列" + (column + 1) : name.substring(0, Math.min(name.length(), LONGEST_NAME));
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** The last row of words before the first with two numbers, or made-up names where the table begins with numbers. */
    private Optional<SheetLayout> guessed() {
        int numbers = 0;
        while (numbers < rows.size() && !isOfNumbers(rows.get(numbers))) {
            numbers++;
        }
        if (numbers == rows.size()) {
            return Optional.empty();
        }
        int header = numbers - 1;
        while (header >= 0 && rows.get(header).filled() < 2) {
            header--;
        }
        if (header >= 0) {
            return Optional.of(layout(header, 1));
        }
        List<String> names = new ArrayList<>();
        List<Optional<SheetRole>> columns = new ArrayList<>();
        for (int i = 0; i < rows.get(numbers).cells().size() && i < MOST_MADE_UP; i++) {
            names.add("列" + (i + 1));
            columns.add(Optional.empty());
        }
        return Optional.of(new SheetLayout(rows.get(numbers).number() - 1, names, columns, null, datum(numbers)));
    }

    private static boolean isOfNumbers(Row row) {
        long numbers = row.cells().stream()
                .filter(c -> (c instanceof Number n && Math.abs(n.doubleValue()) >= 3)
                        || (c instanceof String text && Math.abs(WrittenNumber.of(text)) >= 3))
                .count();
        return numbers >= 2;
    }

    private static SheetLayout chosen(SheetLayout found, Map<String, String> chosen) {
        boolean onlyRows = chosen.keySet().equals(Set.of("rows"));
        List<Optional<SheetRole>> columns = new ArrayList<>(onlyRows ? found.columns() : List.of());
        for (String name : onlyRows ? List.<String>of() : found.names()) {
            columns.add(chosen.entrySet().stream()
                    .filter(e -> !e.getKey().equals("rows") && e.getValue().equals(name))
                    .map(e -> SheetLayout.chosen(e.getKey()))
                    .findFirst());
        }
        String rows = chosen.getOrDefault("rows", "");
        Boolean plots = rows.equals("plots") ? Boolean.TRUE : rows.equals("points") ? Boolean.FALSE : null;
        return new SheetLayout(found.header(), found.names(), columns, plots, found.datum());
    }
}
