package org.greenplan.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.LayerType;
import org.greenplan.format.geopackage.QgisStyles;
import org.greenplan.geo.GeoPackageBlob;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The embedded store: one GeoPackage 1.3 file. */
public record GeoPackageDialect() implements Dialect {
    private static final int BATCH = 1000;

    @Override
    public void patience(Connection connection, Duration patience) throws SQLException {
        run(connection, "PRAGMA busy_timeout = " + patience.toMillis());
    }

    @Override
    public void beginWrite(Connection connection, boolean made) throws SQLException {
        GeoPackageSteps.write(connection);
    }

    /** Triggers on the layer tables note every write that happens while this is not set. */
    @Override
    public void markOwn(Connection connection) throws SQLException {
        if (columns(connection, Tables.WRITER).containsKey("busy")) {
            run(connection, "UPDATE " + Tables.WRITER + " SET busy = 'yes'");
        }
    }

    @Override
    public void beginRead(Connection connection) throws SQLException {
        GeoPackageSteps.read(connection, GeoPackageSteps.MOST);
    }

    @Override
    public void beforeCommit(Connection connection) throws SQLException {
        run(connection, "UPDATE " + Tables.WRITER + " SET busy = 'no'");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        run(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        GeoPackageSteps.takeBack(connection);
    }

    @Override
    public void prepare(Connection connection, boolean isNew) throws SQLException {
        if (isNew) {
            GeoPackageSchema.requireEmpty(connection);
        }
        GeoPackageSchema.prepare(connection);
    }

    @Override
    public Map<String, String> columns(Connection connection, String table) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT name, type FROM pragma_table_info(?)")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return columns;
    }

    @Override
    public String columnType(AttributeType type) {
        return GeoPackageSchema.type(type);
    }

    @Override
    public void create(Connection connection, Table table) throws SQLException {
        GeoPackageSchema.create(connection, table);
    }

    @Override
    public void addColumn(Connection connection, Table table, Table.Column column) throws SQLException {
        run(
                connection,
                "ALTER TABLE " + Session.quoted(table.name()) + " ADD COLUMN " + Session.quoted(column.name()) + " "
                        + GeoPackageSchema.type(column.type()));
    }

    @Override
    public void addIndex(Connection connection, String table, String column) throws SQLException {
        GeoPackageSchema.index(connection, table, column);
    }

    @Override
    public String randomStamp() {
        return "lower(hex(randomblob(16)))";
    }

    /** Triggers that name a column must go before it; layers that left the catalogue are watched as the others are. */
    @Override
    public void spellBusy(Connection connection) throws SQLException {
        Set<String> watched = new LinkedHashSet<>();
        List<String> triggers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, tbl_name FROM sqlite_master"
                        + " WHERE type = 'trigger' AND name GLOB 'greenplan_outside_*'")) {
            while (rows.next()) {
                triggers.add(rows.getString(1));
                watched.add(rows.getString(2));
            }
        }
        for (String trigger : triggers) {
            run(connection, "DROP TRIGGER " + Session.quoted(trigger));
        }
        run(connection, "ALTER TABLE " + Tables.WRITER + " DROP COLUMN busy");
        run(connection, "ALTER TABLE " + Tables.WRITER + " ADD COLUMN busy TEXT");
        run(connection, "UPDATE " + Tables.WRITER + " SET busy = 'yes'");
        for (String table : watched) {
            // What program 0.1.0 watched has shapes.
            OutsideTriggers.of(connection).keep(table, true);
        }
    }

    /** Its changesets have no origin. The number with which it begins a write is let through: opening has to get as far as its check of types. */
    @Override
    public void stopFirstProgram(Connection connection) throws SQLException {
        run(
                connection,
                "CREATE TRIGGER IF NOT EXISTS greenplan_changeset_origin BEFORE INSERT ON " + Tables.CHANGESET
                        + " WHEN NEW.origin IS NULL BEGIN"
                        + " SELECT RAISE(ABORT, 'a newer Greenplan has migrated this plan'); END");
    }

    @Override
    public void watch(Connection connection, List<LayerType> types) throws SQLException {
        OutsideTriggers.of(connection).keep(types);
    }

    @Override
    public void finish(Connection connection, List<LayerType> layers, List<Table> tables) throws SQLException {
        run(
                connection,
                "INSERT INTO " + Tables.WRITER + "(busy) SELECT 'no' WHERE NOT EXISTS (SELECT 1 FROM " + Tables.WRITER
                        + ")");
        QgisStyles.write(connection, layers);
        for (Table table : tables) {
            if (table.geometry() != null) {
                GeoPackageSchema.measure(connection, table.name());
            }
        }
    }

    @Override
    public void touched(Connection connection, String table, Envelope lonLat) throws SQLException {
        GeoPackageSchema.touched(connection, table, lonLat);
    }

    @Override
    public String geometryPlaceholder() {
        return "?";
    }

    @Override
    public String geometryColumn() {
        return "geom";
    }

    @Override
    public String oneGeometryColumn() {
        return geometryColumn();
    }

    @Override
    public String envelopeCondition(String table) {
        return "fid IN (SELECT id FROM " + Session.quoted("rtree_" + table + "_geom")
                + " WHERE maxx >= ? AND maxy >= ? AND minx <= ? AND miny <= ?)";
    }

    @Override
    public Expressions expressions() {
        return new GeoPackageExpressions();
    }

    @Override
    public Object encode(Geometry lonLat) {
        return GeoPackageBlob.encode(lonLat, GeoPackageSchema.SRS_ID);
    }

    @Override
    public @Nullable Geometry shape(ResultSet row, int column) throws SQLException {
        byte[] blob = row.getBytes(column);
        return blob == null ? null : GeoPackageBlob.decode(blob);
    }

    @Override
    public @Nullable Object parameter(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1L : 0L;
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }

    @Override
    public @Nullable Object read(ResultSet row, int column, AttributeType type) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return null;
        }
        return switch (type) {
            case TEXT, LIST -> value.toString();
            case INTEGER -> value instanceof Number number ? Long.valueOf(number.longValue()) : null;
            case REAL -> value instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
            case BOOLEAN -> value instanceof Number number ? Boolean.valueOf(number.longValue() != 0) : null;
            case DATE -> TextFunctions.date(value.toString());
        };
    }

    /** SQLite keeps a word in a column of numbers. */
    @Override
    public @Nullable Object asLeft(ResultSet row, int column, AttributeType type) throws SQLException {
        Object value = row.getObject(column);
        return switch (type) {
            case TEXT, LIST -> value;
            case INTEGER -> value instanceof Integer number ? Long.valueOf(number) : value;
            case REAL -> value instanceof Number number ? Double.valueOf(number.doubleValue()) : value;
            case BOOLEAN ->
                value instanceof Integer number && (number == 0 || number == 1) ? Boolean.valueOf(number == 1) : value;
            case DATE -> value instanceof String text && TextFunctions.isDay(text) ? read(row, column, type) : value;
        };
    }

    /** Nobody else writes while we do. */
    @Override
    public String holding(boolean wait) {
        return "";
    }

    @Override
    public void advanceNumbers(Connection connection, String table, long used) throws SQLException {
        GeoPackageSchema.advance(connection, table, used);
    }

    @Override
    public void rewindNumbers(Connection connection, String table) throws SQLException {
        GeoPackageSchema.rewind(connection, table);
    }

    /** AUTOINCREMENT goes on above the highest number ever used; nobody else writes before we commit. */
    @Override
    public String newNumbers() {
        return """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
            SELECT (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE '"' || name || '"' = ?1) + i FROM n""";
    }

    @Override
    public void insertMany(
            Connection connection, String table, List<String> columns, Iterable<List<@Nullable Object>> rows)
            throws SQLException {
        String sql = "INSERT INTO " + Session.quoted(table) + " (" + Session.quoted(columns) + ") VALUES ("
                + Session.marks(columns.size()) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (List<@Nullable Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    Object value = row.get(i);
                    statement.setObject(i + 1, value instanceof Geometry g ? encode(g) : parameter(value));
                }
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
