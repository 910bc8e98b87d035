package org.greenplan.waters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.network.Touch;
import org.greenplan.sql.Session;
import org.greenplan.sql.Table;
import org.jspecify.annotations.Nullable;

/** The stored network. */
record NetworkStore(Session session) {
    /** Writes rows in place of others; what is the same in both is left alone. */
    void put(NetworkRows before, NetworkRows after) {
        for (Table table : NetworkTables.PART.tables()) {
            Map<String, List<@Nullable Object>> had = before.of(table.name());
            Map<String, List<@Nullable Object>> has = after.of(table.name());
            had.forEach((id, row) -> {
                if (!row.equals(has.get(id))) {
                    session.execute("DELETE FROM " + table.name() + " WHERE id = ?", List.of(id));
                }
            });
            List<List<@Nullable Object>> added = has.entrySet().stream()
                    .filter(row -> !row.getValue().equals(had.get(row.getKey())))
                    .map(Map.Entry::getValue)
                    .toList();
            session.insertMany(table.name(), columns(table), Session.rows(added, row -> row));
        }
    }

    /** Writes rows in place of all there are. */
    void replace(NetworkRows after) {
        NetworkTables.PART.tables().forEach(table -> session.execute("DELETE FROM " + table.name(), List.of()));
        put(NetworkRows.none(), after);
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(Table.Column::name).toList();
    }

    /** What is stored. */
    NetworkRows rows() {
        Map<String, Map<String, List<@Nullable Object>>> rows = new LinkedHashMap<>();
        for (Table table : NetworkTables.PART.tables()) {
            Map<String, List<@Nullable Object>> some = new LinkedHashMap<>();
            session.each(
                    "SELECT " + Session.quoted(columns(table)) + " FROM " + table.name() + " ORDER BY fid",
                    List.of(),
                    row -> values(table, row),
                    row -> some.put(String.valueOf(row.get(0)), row));
            rows.put(table.name(), some);
        }
        return new NetworkRows(rows);
    }

    private static List<@Nullable Object> values(Table table, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            values.add(
                    switch (table.columns().get(i).type()) {
                        case INTEGER -> row.getLong(i + 1);
                        case REAL -> row.getDouble(i + 1);
                        default -> row.getString(i + 1);
                    });
        }
        return values;
    }

    /** What touches, as it is stored. */
    List<Touch> touches() {
        return session.list(
                "SELECT how, a, a_part, a_from_m, a_to_m, b, b_part, b_from_m, b_to_m, east_m, north_m, amount FROM "
                        + NetworkTables.TOUCH,
                List.of(),
                row -> new Touch(
                        Touch.How.valueOf(row.getString(1)),
                        new Touch.Place(row.getString(2), row.getInt(3), row.getDouble(4), row.getDouble(5)),
                        new Touch.Place(row.getString(6), row.getInt(7), row.getDouble(8), row.getDouble(9)),
                        row.getDouble(10),
                        row.getDouble(11),
                        row.getDouble(12)));
    }
}
