package org.greenplan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The tables that make a SQLite file a GeoPackage (OGC 12-128r17, version 1.3), and the tables of a plan inside it. */
final class GeoPackageSchema {
    private static final int APPLICATION_ID = 0x47504B47;
    private static final int VERSION = 10300;
    private static final String CGCS2000 = "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\","
            + "SPHEROID[\"CGCS2000\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"1024\"]],AUTHORITY[\"EPSG\",\"1043\"]],"
            + "PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
            + "AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4490\"]]";
    private static final String WGS84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
                    + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
                    + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
                    + "AUTHORITY[\"EPSG\",\"4326\"]]";

    private static final List<String> STANDARD_TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
              organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)""",
            """
            CREATE TABLE IF NOT EXISTS gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
              identifier TEXT UNIQUE, description TEXT DEFAULT '',
              last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
              min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
              CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""",
            """
            CREATE TABLE IF NOT EXISTS gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
              geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
              CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
              CONSTRAINT uk_gc_table_name UNIQUE (table_name),
              CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
              CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""",
            """
            CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
              definition TEXT NOT NULL, scope TEXT NOT NULL,
              CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""");

    private static final String NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

    private GeoPackageSchema() {}

    static void prepare(Connection connection) throws SQLException {
        run(connection, "PRAGMA application_id = " + APPLICATION_ID);
        run(connection, "PRAGMA user_version = " + VERSION);
        for (String sql : STANDARD_TABLES) {
            run(connection, sql);
        }
        system(connection, "Undefined Cartesian", -1, "NONE", -1, "undefined");
        system(connection, "Undefined geographic", 0, "NONE", 0, "undefined");
        system(connection, "WGS 84", 4326, "EPSG", 4326, WGS84);
        system(connection, "CGCS2000", 4490, "EPSG", 4490, CGCS2000);
    }

    /** A file with tables of somebody else, a GeoPackage or not, is never made a plan. */
    static void requireEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1")) {
            if (row.next()) {
                throw new Problem.Invalid(
                        Words.of(
                                "文件中已有不是青绿规划建立的数据(表“" + row.getString(1) + "”)。请用新文件建立规划,再把它导入。",
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
        StringBuilder sql = new StringBuilder("CREATE TABLE ")
                .append(Session.quoted(table.name()))
                .append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
        GeometryKind kind = table.geometry();
        if (kind != null) {
            sql.append(", geom ").append(type(kind));
        }
        for (Table.Column column : table.columns()) {
            sql.append(", ").append(Session.quoted(column.name())).append(' ').append(type(column.type()));
            if (column.name().equals("version")) {
                sql.append(" NOT NULL DEFAULT 1");
            }
        }
        run(connection, sql.append(')').toString());
        register(connection, table);
        for (String column : table.indexed()) {
            run(
                    connection,
                    "CREATE INDEX " + Session.quoted(table.name() + "_" + column) + " ON "
                            + Session.quoted(table.name()) + " (" + Session.quoted(column) + ")");
        }
        if (kind != null) {
            spatialIndex(connection, table.name());
        }
    }

    static String type(AttributeType type) {
        return switch (type) {
            case TEXT -> "TEXT";
            case INTEGER -> "INTEGER";
            case REAL -> "REAL";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
        };
    }

    private static String type(GeometryKind kind) {
        return switch (kind) {
            case POINT -> "POINT";
            case LINE -> "MULTILINESTRING";
            case POLYGON -> "MULTIPOLYGON";
        };
    }

    private static void register(Connection connection, Table table) throws SQLException {
        GeometryKind kind = table.geometry();
        boolean features = kind != null;
        execute(
                connection,
                "INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) VALUES (?, ?, ?, ?, ?)",
                table.name(),
                features ? "features" : "attributes",
                table.name(),
                table.title(),
                features ? 4490 : null);
        if (kind != null) {
            execute(
                    connection,
                    "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4490, 0, 0)",
                    table.name(),
                    type(kind));
            execute(
                    connection,
                    "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', "
                            + "'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')",
                    table.name());
        }
    }

    /** R-tree and triggers as annex F.3 of the standard has them, letter by letter: validators compare. */
    private static void spatialIndex(Connection connection, String table) throws SQLException {
        String t = Session.quoted(table);
        String r = Session.quoted("rtree_" + table + "_geom");
        String bounds = "ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"), ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\")";
        String insert = "INSERT OR REPLACE INTO " + r + " VALUES (NEW.\"fid\", " + bounds + ");";
        String there = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))";
        String gone = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))";
        run(connection, "CREATE VIRTUAL TABLE " + r + " USING rtree(id, minx, maxx, miny, maxy)");
        trigger(
                connection,
                table,
                "insert",
                "AFTER INSERT ON " + t + " WHEN (new.\"geom\" NOT NULL AND NOT ST_IsEmpty(NEW.\"geom\"))",
                insert);
        trigger(
                connection,
                table,
                "update1",
                "AFTER UPDATE OF \"geom\" ON " + t + " WHEN OLD.\"fid\" = NEW.\"fid\" AND " + there,
                insert);
        trigger(
                connection,
                table,
                "update2",
                "AFTER UPDATE OF \"geom\" ON " + t + " WHEN OLD.\"fid\" = NEW.\"fid\" AND " + gone,
                "DELETE FROM " + r + " WHERE id = OLD.\"fid\";");
        trigger(
                connection,
                table,
                "update3",
                "AFTER UPDATE ON " + t + " WHEN OLD.\"fid\" != NEW.\"fid\" AND " + there,
                "DELETE FROM " + r + " WHERE id = OLD.\"fid\"; " + insert);
        trigger(
                connection,
                table,
                "update4",
                "AFTER UPDATE ON " + t + " WHEN OLD.\"fid\" != NEW.\"fid\" AND " + gone,
                "DELETE FROM " + r + " WHERE id IN (OLD.\"fid\", NEW.\"fid\");");
        trigger(
                connection,
                table,
                "delete",
                "AFTER DELETE ON " + t + " WHEN old.\"geom\" NOT NULL",
                "DELETE FROM " + r + " WHERE id = OLD.\"fid\";");
    }

    private static void trigger(Connection connection, String table, String name, String when, String what)
            throws SQLException {
        run(
                connection,
                "CREATE TRIGGER " + Session.quoted("rtree_" + table + "_geom_" + name) + " " + when + " BEGIN " + what
                        + " END");
    }

    private static void system(Connection connection, String name, int id, String organisation, int code, String wkt)
            throws SQLException {
        execute(
                connection,
                "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
                name,
                id,
                organisation,
                code,
                wkt);
    }

    static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
