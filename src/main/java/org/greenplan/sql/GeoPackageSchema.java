package org.greenplan.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.crs.Crs;
import org.greenplan.format.geopackage.GeoPackageTables;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The tables of a plan inside a GeoPackage. */
final class GeoPackageSchema {
    /** Number of CGCS2000 in the file, as in the registry. */
    static final int SRS_ID = 4490;

    private static final String NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

    private GeoPackageSchema() {}

    static void prepare(Connection connection) throws SQLException {
        GeoPackageTables.prepare(connection);
        GeoPackageTables.system(connection, Crs.CGCS2000);
    }

    /** A file with tables of somebody else, a GeoPackage or not, is never made a plan. */
    static void requireEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1")) {
            if (row.next()) {
                throw new Problem.Invalid(
                        Words.of(
                                "文件中已有不是青绿规划建立的数据(表“" + row.getString(1) + "”)。请用新文件建立规划，再把它导入。",
                                "The file holds data that Greenplan did not make (table \"" + row.getString(1)
                                        + "\"). Make the plan in a new file and import this one."),
                        null);
            }
        }
    }

    /** The extent of a table of features as its index has it, also where other programs wrote. */
    static void measure(Connection connection, String table) throws SQLException {
        execute(
                connection,
                "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = (SELECT min(minx), min(miny), max(maxx), max(maxy)"
                        + " FROM " + Session.quoted("rtree_" + table + "_geom") + ") WHERE table_name = ?",
                table);
    }

    /** Notes the time of a change; the extent of a table of features grows by what was written, as the standard allows. */
    static void touched(Connection connection, String table, Envelope lonLat) throws SQLException {
        if (lonLat.isNull()) {
            execute(connection, "UPDATE gpkg_contents SET last_change = " + NOW + " WHERE table_name = ?", table);
            return;
        }
        execute(
                connection,
                "UPDATE gpkg_contents SET last_change = " + NOW
                        + ", min_x = min(coalesce(min_x, 1e9), ?), min_y = min(coalesce(min_y, 1e9), ?),"
                        + " max_x = max(coalesce(max_x, -1e9), ?), max_y = max(coalesce(max_y, -1e9), ?)"
                        + " WHERE table_name = ?",
                lonLat.getMinX(),
                lonLat.getMinY(),
                lonLat.getMaxX(),
                lonLat.getMaxY(),
                table);
    }

    static void create(Connection connection, Table table) throws SQLException {
        List<GeoPackageTables.Column> columns = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            String type = GeoPackageTables.type(column.type());
            columns.add(new GeoPackageTables.Column(
                    column.name(), column.name().equals("version") ? type + " NOT NULL DEFAULT 1" : type));
        }
        GeoPackageTables.create(connection, table.name(), table.title(), table.geometry(), SRS_ID, columns);
        for (String column : table.indexed()) {
            index(connection, table.name(), column);
        }
        if (table.geometry() != null) {
            GeoPackageTables.spatialIndex(connection, table.name());
            GeoPackageTables.keepSpatialIndex(connection, table.name());
        }
    }

    static void index(Connection connection, String table, String column) throws SQLException {
        execute(
                connection,
                "CREATE INDEX " + Session.quoted(table + "_" + column) + " ON " + Session.quoted(table) + " ("
                        + Session.quoted(column) + ")");
    }

    /**
     * AUTOINCREMENT remembers the highest number that an insert brought, but not one that an update did or that another copy of the plan
     * used.
     */
    static void advance(Connection connection, String table, long used) throws SQLException {
        execute(
                connection,
                "INSERT INTO sqlite_sequence(name, seq) SELECT ?1, 0"
                        + " WHERE ?2 > 0 AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
                table,
                used);
        execute(
                connection,
                "UPDATE sqlite_sequence SET seq = max(seq, ?2, (SELECT coalesce(max(fid), 0) FROM "
                        + Session.quoted(table) + " WHERE fid <= " + Dialect.GREATEST_NUMBER + ")) WHERE name = ?1",
                table,
                used);
    }

    /** AUTOINCREMENT goes on where it was before a number too great to be counted on, whose row is gone. */
    static void rewind(Connection connection, String table) throws SQLException {
        execute(
                connection,
                "UPDATE sqlite_sequence SET seq = max((SELECT coalesce(max(fid), 0) FROM " + Session.quoted(table)
                        + " WHERE fid <= " + Dialect.GREATEST_NUMBER + "), (SELECT coalesce(max(feature), 0) FROM "
                        + Tables.CHANGE + " WHERE layer = ? AND feature <= " + Dialect.GREATEST_NUMBER
                        + ")) WHERE name = ? AND seq > " + Dialect.GREATEST_NUMBER,
                table,
                table);
    }

    static String type(AttributeType type) {
        return GeoPackageTables.type(type);
    }

    private static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        GeoPackageTables.execute(connection, sql, values);
    }
}
