package org.greenplan.format.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.crs.Crs;
import org.greenplan.crs.CrsWkt;
import org.jspecify.annotations.Nullable;

/** The tables that make a SQLite file a GeoPackage (OGC 12-128r17, version 1.3): the plan's own file and those that leave it. */
public final class GeoPackageTables {
    private static final int APPLICATION_ID = 0x47504B47;
    private static final int VERSION = 10300;
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

    private GeoPackageTables() {}

    /** A column beside the key and the geometry; the type as SQL has it. */
    public record Column(String name, String type) {}

    /** Makes the file a GeoPackage without layers. */
    public static void prepare(Connection connection) throws SQLException {
        run(connection, "PRAGMA application_id = " + APPLICATION_ID);
        run(connection, "PRAGMA user_version = " + VERSION);
        for (String sql : STANDARD_TABLES) {
            run(connection, sql);
        }
        system(connection, "Undefined Cartesian", -1, "NONE", "undefined");
        system(connection, "Undefined geographic", 0, "NONE", "undefined");
        system(connection, Crs.WGS84);
    }

    /** Makes a coordinate system known to the file, under its number in the registry; a local plane has one of the file's own. */
    public static void system(Connection connection, Crs crs) throws SQLException {
        if (isKnown(connection, crs)) {
            return;
        }
        CrsWkt wkt = CrsWkt.of(crs);
        system(connection, wkt.name(), crs.srsId(), crs.epsg().isPresent() ? "EPSG" : "NONE", wkt.ogc());
    }

    private static boolean isKnown(Connection connection, Crs crs) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM gpkg_spatial_ref_sys WHERE srs_id = ?")) {
            statement.setInt(1, crs.srsId());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** A table of features, or of plain attributes where there is no geometry; its key is {@code fid}, its shape {@code geom}. */
    public static void create(
            Connection connection,
            String name,
            String title,
            @Nullable GeometryKind kind,
            int srsId,
            List<Column> columns)
            throws SQLException {
        StringBuilder sql = new StringBuilder("CREATE TABLE ")
                .append(quoted(name))
                .append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
        if (kind != null) {
            sql.append(", geom ").append(type(kind));
        }
        for (Column column : columns) {
            sql.append(", ").append(quoted(column.name())).append(' ').append(column.type());
        }
        run(connection, sql.append(')').toString());
        execute(
                connection,
                "INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) VALUES (?, ?, ?, ?, ?)",
                name,
                kind == null ? "attributes" : "features",
                name,
                title,
                kind == null ? null : srsId);
        if (kind != null) {
            execute(
                    connection,
                    "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
                    name,
                    type(kind),
                    srsId);
        }
    }

    /** How an attribute is kept. */
    public static String type(AttributeType type) {
        return switch (type) {
            case TEXT, LIST -> "TEXT";
            case INTEGER -> "INTEGER";
            case REAL -> "REAL";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
        };
    }

    /** An empty index of the shapes of a table. */
    public static void spatialIndex(Connection connection, String table) throws SQLException {
        execute(
                connection,
                "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', "
                        + "'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')",
                table);
        String r = quoted(index(table));
        run(connection, "CREATE VIRTUAL TABLE " + r + " USING rtree(id, minx, maxx, miny, maxy)");
    }

    /**
     * Triggers that keep the index when somebody edits the file, as annex F.3 of the standard has them, letter by letter:
     * validators compare.
     */
    public static void keepSpatialIndex(Connection connection, String table) throws SQLException {
        String t = quoted(table);
        String r = quoted("rtree_" + table + "_geom");
        String bounds = "ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"), ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\")";
        String insert = "INSERT OR REPLACE INTO " + r + " VALUES (NEW.\"fid\", " + bounds + ");";
        String there = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))";
        String gone = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))";
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
                "CREATE TRIGGER " + quoted("rtree_" + table + "_geom_" + name) + " " + when + " BEGIN " + what
                        + " END");
    }

    /** Name of the index of a table of features. */
    static String index(String table) {
        return "rtree_" + table + "_geom";
    }

    private static String type(GeometryKind kind) {
        return switch (kind) {
            case POINT -> "POINT";
            case LINE -> "MULTILINESTRING";
            case POLYGON -> "MULTIPOLYGON";
            case NONE -> throw new IllegalArgumentException("a table of shapes has shapes");
        };
    }

    private static void system(Connection connection, String name, int id, String organisation, String wkt)
            throws SQLException {
        execute(
                connection,
                "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
                name,
                id,
                organisation,
                id,
                wkt);
    }

    /** Runs a statement with its values. */
    public static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** A name as SQL has it, whatever stands in it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
