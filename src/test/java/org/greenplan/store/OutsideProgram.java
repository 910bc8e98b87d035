package org.greenplan.store;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Another program at the same tables, such as QGIS: its statements know nothing of ours. */
public final class OutsideProgram {
    private OutsideProgram() {}

    /** Runs a statement with one number and gives the rows it changed. */
    public static int run(String address, String sql, long id) {
        boolean file = !address.startsWith("jdbc:");
        try (var connection = DriverManager.getConnection(file ? "jdbc:sqlite:" + address : address)) {
            if (file) {
                GeoPackageFunctions.register(connection);
            }
            try (var statement = connection.prepareStatement(sql)) {
                statement.setLong(1, id);
                return statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
