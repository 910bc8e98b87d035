package org.greenplan.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.LayerType;
import org.greenplan.geo.GeoPackageBlob;

/**
 * Triggers in a GeoPackage that note what is written by others than this program. They run inside QGIS, GDAL or the shell of SQLite, so
 * they call nothing that is not in SQLite itself: the box of a shape is in the first bytes of its value.
 */
record OutsideTriggers(Connection connection, Map<String, String> present) {
    /** Those of a file as they stand in it, by name. */
    static OutsideTriggers of(Connection connection) throws SQLException {
        Map<String, String> present = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'greenplan_outside_%'")) {
            while (row.next()) {
                present.put(row.getString(1), row.getString(2));
            }
        }
        return new OutsideTriggers(connection, present);
    }

    /** Sees that the tables of layers and kinds of records have theirs. */
    void keep(List<LayerType> types) throws SQLException {
        for (LayerType type : types) {
            keep(type.id(), !type.isRecord());
        }
    }

    /**
     * Sees that a table has its own; one that another version of this program made is made anew.
     *
     * @param shapes whether its rows have shapes, whose boxes are noted
     */
    void keep(String table, boolean shapes) throws SQLException {
        String insert = "INSERT INTO " + Tables.OUTSIDE + "(layer, feature, op, old_box, new_box) ";
        String layer = "'" + table.replace("'", "''") + "'";
        String was = shapes ? head("OLD") : "NULL";
        String is = shapes ? head("NEW") : "NULL";
        String same = "OLD.fid = NEW.fid";
        Map<String, String> actions = new LinkedHashMap<>();
        actions.put("INSERT", insert + "VALUES (" + layer + ", NEW.fid, 'INSERT', NULL, " + is + ")");
        actions.put(
                "UPDATE",
                insert + "SELECT " + layer + ", OLD.fid, 'DELETE', " + was + ", NULL WHERE NOT " + same + "; " + insert
                        + "VALUES (" + layer + ", NEW.fid, CASE WHEN " + same + " THEN 'UPDATE' ELSE 'INSERT' END, "
                        + "CASE WHEN " + same + " THEN " + was + " END, " + is + ")");
        actions.put("DELETE", insert + "VALUES (" + layer + ", OLD.fid, 'DELETE', " + was + ", NULL)");
        for (var action : actions.entrySet()) {
            String name = "greenplan_outside_" + table + "_" + action.getKey().toLowerCase(java.util.Locale.ROOT);
            put(
                    name,
                    "CREATE TRIGGER " + Session.quoted(name) + " AFTER " + action.getKey() + " ON "
                            + Session.quoted(table) + " WHEN (SELECT busy FROM " + Tables.WRITER + ") = 'no' BEGIN "
                            + action.getValue() + "; END");
        }
    }

    private static String head(String row) {
        return "hex(substr(" + row + ".geom, 1, " + GeoPackageBlob.HEAD_BYTES + "))";
    }

    private void put(String name, String sql) throws SQLException {
        if (sql.equals(present.get(name))) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER IF EXISTS " + Session.quoted(name));
            statement.execute(sql);
        }
    }
}
