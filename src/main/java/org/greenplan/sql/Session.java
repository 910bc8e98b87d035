package org.greenplan.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.greenplan.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * One transaction on one connection. Values only ever travel as parameters; statements name the plan's tables alone, in quotes or with
 * their name of {@link Tables}, and the dialect says where those lie.
 */
public record Session(Connection connection, Dialect dialect, Catalogue catalogue) {
    private static final int PORTION = 500;

    /** Turns the current row of a result into a value. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The same transaction by another description of the plan's layers. */
    public Session with(Catalogue other) {
        return new Session(connection, dialect, other);
    }

    public <T> List<T> list(String sql, List<? extends @Nullable Object> parameters, Row<T> row) {
        List<T> found = new ArrayList<>();
        each(sql, parameters, row, found::add);
        return found;
    }

    public <T> Optional<T> find(String sql, List<? extends @Nullable Object> parameters, Row<T> row) {
        return list(sql, parameters, row).stream().findFirst();
    }

    /** Streams the rows; the database holds the rest meanwhile. */
    public <T> void each(String sql, List<? extends @Nullable Object> parameters, Row<T> row, Consumer<T> to) {
        try (PreparedStatement statement = bound(sql, parameters)) {
            statement.setFetchSize(500);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Wanted.look();
                    to.accept(row.of(rows));
                }
            }
        } catch (SQLException e) {
            throw new StoreFailure(sql, e);
        }
    }

    /** Whether there is such a table. */
    public boolean has(String table) {
        return !columns(table).isEmpty();
    }

    /** Columns of a table with their types as the database spells them; none where there is no such table. */
    public Map<String, String> columns(String table) {
        try {
            return dialect.columns(connection, table);
        } catch (SQLException e) {
            throw new StoreFailure(table, e);
        }
    }

    /** Adds the columns that a table lacks, empty. */
    public void grow(Table table) {
        Map<String, String> present = columns(table.name());
        try {
            for (Table.Column column : table.columns()) {
                if (!present.containsKey(column.name())) {
                    dialect.addColumn(connection, table, column);
                }
            }
        } catch (SQLException e) {
            throw new StoreFailure(table.name(), e);
        }
    }

    /** Adds an index. */
    public void index(String table, String column) {
        try {
            dialect.addIndex(connection, table, column);
        } catch (SQLException e) {
            throw new StoreFailure(table, e);
        }
    }

    /** Number of rows changed. */
    public int execute(String sql, List<? extends @Nullable Object> parameters) {
        try (PreparedStatement statement = bound(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreFailure(sql, e);
        }
    }

    /** Runs a statement once for each number, with more parameters that stay the same. */
    public void executeMany(String sql, Collection<Long> numbers, Object... same) {
        try (PreparedStatement statement = connection.prepareStatement(dialect.placed(sql))) {
            for (Long number : numbers) {
                Wanted.look();
                statement.setLong(1, number);
                for (int i = 0; i < same.length; i++) {
                    statement.setObject(i + 2, same[i]);
                }
                statement.addBatch();
            }
            if (!numbers.isEmpty()) {
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw new StoreFailure(sql, e);
        }
    }

    /** The one number of a query that must answer. */
    public long number(String sql, List<? extends @Nullable Object> parameters) {
        return find(sql, parameters, row -> row.getLong(1)).orElseThrow();
    }

    /** Inserts one row and gives its number. Columns are names of ours, never input. */
    public long insert(String table, List<String> columns, List<? extends @Nullable Object> values) {
        List<String> marks = new ArrayList<>();
        for (String column : columns) {
            marks.add(column.equals("geom") ? dialect.geometryPlaceholder() : "?");
        }
        return number(
                "INSERT INTO " + quoted(table) + " (" + quoted(columns) + ") VALUES (" + String.join(", ", marks)
                        + ") RETURNING fid",
                values);
    }

    public void insertMany(String table, List<String> columns, Iterable<List<@Nullable Object>> rows) {
        try {
            dialect.insertMany(connection, table, columns, rows);
        } catch (SQLException e) {
            throw new StoreFailure(table, e);
        }
    }

    /** Rows for a table, each made only when it is written: half a million lines of history never stand in memory at once. */
    public static <T> Iterable<List<@Nullable Object>> rows(
            Collection<T> values, Function<T, List<@Nullable Object>> row) {
        return () -> values.stream()
                .map(value -> {
                    Wanted.look();
                    return row.apply(value);
                })
                .iterator();
    }

    /** Notes for foreign programs that a table has changed, and the box (degrees) of what was written. */
    public void touched(String table, Envelope lonLat) {
        try {
            dialect.touched(connection, table, lonLat);
        } catch (SQLException e) {
            throw new StoreFailure(table, e);
        }
    }

    /**
     * Holds rows of a table against other programs until the transaction ends, in the order of their numbers. Whoever holds one of them
     * is waited for, a moment.
     */
    public void hold(String table, Collection<Long> numbers) {
        holding(table, numbers, dialect.holding(true));
    }

    /** Holds those rows that nobody else holds, and gives the numbers of the others. */
    public Set<Long> holdFree(String table, Collection<Long> numbers) {
        String clause = dialect.holding(false);
        if (clause.isEmpty()) {
            return Set.of();
        }
        Set<Long> others = new HashSet<>(holding(table, numbers, ""));
        holding(table, numbers, clause).forEach(others::remove);
        return others;
    }

    private List<Long> holding(String table, Collection<Long> numbers, String clause) {
        List<Long> found = new ArrayList<>();
        for (List<Long> some : portions(numbers.stream().sorted().toList())) {
            found.addAll(list(
                    "SELECT fid FROM " + quoted(table) + " WHERE fid IN (" + marks(some.size()) + ") ORDER BY fid"
                            + clause,
                    some,
                    row -> row.getLong(1)));
        }
        return found;
    }

    /** So many numbers of a table that nobody has and nobody else will get. */
    public List<Long> newNumbers(String table, int count) {
        return count == 0
                ? List.of()
                : list(dialect.newNumbers(), List.of(dialect.table(table), count), row -> row.getLong(1));
    }

    /** An identifier as SQL has it. */
    public static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    public static String quoted(List<String> identifiers) {
        return String.join(", ", identifiers.stream().map(i -> quoted(i)).toList());
    }

    /** Numbers in portions that fit into one statement. */
    public static List<List<Long>> portions(Collection<Long> numbers) {
        List<Long> all = List.copyOf(numbers);
        List<List<Long>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(all.size(), from + PORTION)));
        }
        return portions;
    }

    /** As many placeholders as there are values, for IN (…). */
    public static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private PreparedStatement bound(String sql, List<? extends @Nullable Object> parameters) throws SQLException {
        Wanted.look();
        PreparedStatement statement = connection.prepareStatement(dialect.placed(sql));
        for (int i = 0; i < parameters.size(); i++) {
            Object value = parameters.get(i);
            statement.setObject(
                    i + 1, value instanceof Geometry geometry ? dialect.encode(geometry) : dialect.parameter(value));
        }
        return statement;
    }
}
