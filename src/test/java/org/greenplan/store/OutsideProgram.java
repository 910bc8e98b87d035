package org.greenplan.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

    /** Runs a statement on a file. */
    public static void execute(String file, String sql) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs a statement on a file or a server. */
    public static void change(String address, String sql) {
        boolean file = !address.startsWith("jdbc:");
        try (var connection = DriverManager.getConnection(file ? "jdbc:sqlite:" + address : address)) {
            if (file) {
                GeoPackageFunctions.register(connection);
            }
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one number of a query. */
    public static long count(String address, String sql) {
        String url = address.startsWith("jdbc:") ? address : "jdbc:sqlite:" + address;
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows of a query, each as its values in brackets. */
    public static List<String> rows(String address, String sql) {
        String url = address.startsWith("jdbc:") ? address : "jdbc:sqlite:" + address;
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append('[').append(rows.getString(i)).append(']');
                }
                found.add(row.toString());
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The type of a column as the database spells it. */
    public static String columnType(String address, String table, String column) {
        String sql = address.startsWith("jdbc:")
                ? "SELECT data_type FROM information_schema.columns WHERE table_name = '" + table
                        + "' AND column_name = '" + column + "'"
                : "SELECT type FROM pragma_table_info('" + table + "') WHERE name = '" + column + "'";
        return rows(address, sql).get(0).replaceAll("[\\[\\]]", "");
    }
}
