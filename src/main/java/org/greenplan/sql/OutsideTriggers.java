package org.greenplan.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greenplan.geo.GeoPackageBlob;

/**
 * Triggers in a GeoPackage that note what is written by others than this program. They run inside QGIS, GDAL or the shell of SQLite, so
 * they call nothing that is not in SQLite itself: the box of a shape is in the first bytes of its value.
 */
final class OutsideTriggers {
    private OutsideTriggers() {}

    /** @param shapes whether its rows have shapes, whose boxes are noted */
    static void create(Connection connection, String table, boolean shapes) throws SQLException {
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
                    connection,
                    name,
                    "CREATE TRIGGER " + Session.quoted(name) + " AFTER " + action.getKey() + " ON "
                            + Session.quoted(table) + " WHEN (SELECT busy FROM " + Tables.WRITER + ") = 'no' BEGIN "
                            + action.getValue() + "; END");
        }
    }

    private static String head(String row) {
        return "hex(substr(" + row + ".geom, 1, " + GeoPackageBlob.HEAD_BYTES + "))";
    }

    /** One that another version of this program made is made anew. */
    private static void put(Connection connection, String name, String sql) throws SQLException {
        String present = "";
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                present = row.next() ? row.getString(1) : "";
            }
        }
        if (present.equals(sql)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER IF EXISTS " + Session.quoted(name));
            statement.execute(sql);
        }
    }
}
