package org.greenplan.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.greenplan.geo.GeoPackageBlob;
import org.locationtech.jts.geom.Geometry;

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

    /** Runs statements in one transaction and gives the rows that the last one changed. */
    public static int commit(String address, String... statements) {
        try (Edit edit = begin(address)) {
            int changed = 0;
            for (String sql : statements) {
                changed = edit.run(sql);
            }
            edit.commit();
            return changed;
        }
    }

    /** Begins a transaction that stays open: somebody edits and has not saved yet. */
    public static Edit begin(String address) {
        boolean file = !address.startsWith("jdbc:");
        try {
            Connection connection = DriverManager.getConnection(file ? "jdbc:sqlite:" + address : address);
            if (file) {
                GeoPackageFunctions.register(connection);
                try (var statement = connection.createStatement()) {
                    statement.execute("PRAGMA busy_timeout = 20000");
                }
            }
            connection.setAutoCommit(false);
            return new Edit(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(address, e);
        }
    }

    /** A transaction of another program; closed without a commit it leaves nothing. */
    public record Edit(Connection connection) implements AutoCloseable {
        /** Runs a statement and gives the rows it changed. */
        public int run(String sql) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
                return statement.getUpdateCount();
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        public void commit() {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Takes back what was not committed, and ends. */
        public void giveUp() {
            close();
        }

        @Override
        public void close() {
            try {
                if (!connection.isClosed()) {
                    connection.rollback();
                    connection.close();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A shape in lon/lat degrees as a value of SQL. */
    public static String shape(String address, Geometry lonLat) {
        if (address.startsWith("jdbc:")) {
            return "ST_GeomFromEWKT('SRID=4490;" + lonLat.toText() + "')";
        }
        return "x'" + HexFormat.of().formatHex(GeoPackageBlob.encode(lonLat, 4490)) + "'";
    }
}
