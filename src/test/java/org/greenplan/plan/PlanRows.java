package org.greenplan.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.sql.Session;
import org.greenplan.sql.Table;
import org.greenplan.sql.Tables;
import org.greenplan.store.Database;

/** All rows of a plan, in words that are the same for both stores. */
final class PlanRows {
    private PlanRows() {}

    /** Rows by table; the mark of the writer belongs to a store, not to the plan. */
    static Map<String, List<String>> of(Database plan) {
        return plan.read(session -> {
            Map<String, List<String>> rows = new TreeMap<>();
            for (Table table : plan.blueprint().tables()) {
                if (!table.name().equals(Tables.WRITER)) {
                    rows.put(table.name(), of(session, table));
                }
            }
            return rows;
        });
    }

    private static List<String> of(Session session, Table table) {
        StringBuilder sql = new StringBuilder("SELECT fid");
        table.columns().forEach(column -> sql.append(", ").append(Session.quoted(column.name())));
        if (table.geometry() != null) {
            sql.append(", ").append(session.dialect().geometryColumn());
        }
        return session.list(
                sql.append(" FROM ")
                        .append(Session.quoted(table.name()))
                        .append(" ORDER BY fid")
                        .toString(),
                List.of(),
                row -> {
                    List<Object> values = new ArrayList<>(List.of(row.getLong(1)));
                    for (int i = 0; i < table.columns().size(); i++) {
                        AttributeType type = table.columns().get(i).type();
                        values.add(String.valueOf(session.dialect().read(row, i + 2, type)));
                    }
                    if (table.geometry() != null) {
                        values.add(shape(session, row, table.columns().size() + 2));
                    }
                    return values.toString();
                });
    }

    private static String shape(Session session, java.sql.ResultSet row, int column) throws SQLException {
        return String.valueOf(session.dialect().shape(row, column));
    }
}
