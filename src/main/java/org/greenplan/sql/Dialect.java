package org.greenplan.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.LayerType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** All that differs between the two stores. Everything else is written once. */
public sealed interface Dialect permits GeoPackageDialect, PostgisDialect {
    /** A table of the plan as statements name it, with the schema where it has one. */
    default String table(String name) {
        return Session.quoted(name);
    }

    /** A statement that names tables alone, as the database shall see it. */
    default String placed(String sql) {
        return sql;
    }

    /** How long the next transaction that writes waits for other programs to end theirs. */
    void patience(Connection connection, Duration patience) throws SQLException;

    /**
     * Begins a transaction that writes, alone among all writers of this plan. It sees one state of the plan, as it is after the wait.
     *
     * @param made whether the plan has all its tables
     */
    void beginWrite(Connection connection, boolean made) throws SQLException;

    /** Tells the watchers of the layers' tables, until the transaction ends, that what is written is written by this program. */
    void markOwn(Connection connection) throws SQLException;

    /** Begins a transaction that sees one state of the plan. */
    void beginRead(Connection connection) throws SQLException;

    /** What must be done just before a writing transaction commits. */
    void beforeCommit(Connection connection) throws SQLException;

    void commit(Connection connection) throws SQLException;

    void rollback(Connection connection) throws SQLException;

    /** Things a database needs before its tables; a new plan is only made where nothing foreign is overwritten. */
    void prepare(Connection connection, boolean isNew) throws SQLException;

    /** Columns of a table with their types as the database spells them; none where there is no such table. */
    Map<String, String> columns(Connection connection, String table) throws SQLException;

    /** The type of a column for an attribute, as the database spells it. */
    String columnType(AttributeType type);

    void create(Connection connection, Table table) throws SQLException;

    void addColumn(Connection connection, Table table, Table.Column column) throws SQLException;

    void addIndex(Connection connection, String table, String column) throws SQLException;

    /** Expression for a stamp that no other row has. */
    String randomStamp();

    /** Makes the mark of the writer, a number in plans of program 0.1.0, a word; the layers are watched anew afterwards. */
    void spellBusy(Connection connection) throws SQLException;

    /** Makes a program 0.1.0 that has had the plan open since before it was migrated fail at its next write. */
    void stopFirstProgram(Connection connection) throws SQLException;

    /** Watches the tables of layers and kinds of records for writes that are not ours. */
    void watch(Connection connection, List<LayerType> types) throws SQLException;

    /** Styles and other service for foreign programs, after all tables are there. */
    void finish(Connection connection, List<LayerType> layers, List<Table> tables) throws SQLException;

    /** Tells foreign programs that a table has changed, and the box (degrees) of what was written. */
    void touched(Connection connection, String table, Envelope lonLat) throws SQLException;

    /** Placeholder for a geometry value. */
    String geometryPlaceholder();

    /** Expression that reads the geometry of many rows. */
    String geometryColumn();

    /** Expression that reads the geometry of a single row. */
    String oneGeometryColumn();

    /** Condition that the index finds: envelopes meet; parameters west, south, east, north in degrees. */
    String envelopeCondition(String table);

    /** What filters say differently. */
    Expressions expressions();

    /** Parameter value of a geometry in lon/lat degrees. */
    Object encode(Geometry lonLat);

    /** The shape that {@link #geometryColumn} or {@link #oneGeometryColumn} gave; null where there is none. */
    @Nullable
    Geometry shape(ResultSet row, int column) throws SQLException;

    /** A value as the driver wants it. */
    @Nullable
    Object parameter(@Nullable Object value);

    /** A column's value as the catalogue has it; a list as the text that it is kept as. */
    @Nullable
    Object read(ResultSet row, int column, AttributeType type) throws SQLException;

    /** A column's value as another program left it: as {@link #read} gives it where it is of that type, else what stands there. */
    @Nullable
    Object asLeft(ResultSet row, int column, AttributeType type) throws SQLException;

    /** What a query of rows ends with to hold them against other programs: wait for them, or pass over those that somebody holds. */
    String holding(boolean wait);

    /** Numbers above are given by nobody in their senses: the next ones would not be whole in a browser. */
    long GREATEST_NUMBER = 1L << 52;

    /** Keeps automatic numbers above those that were given by hand, and above one that was used, 0 where none is known. */
    void advanceNumbers(Connection connection, String table, long used) throws SQLException;

    /** Brings automatic numbers back to where they were before somebody gave one above {@link #GREATEST_NUMBER}, which is gone. */
    void rewindNumbers(Connection connection, String table) throws SQLException;

    /** Query for numbers that nobody has and nobody else will get; parameters are the {@link #table} and how many, at least one. */
    String newNumbers();

    /** Inserts many rows fast; each row is the values of {@code columns} in order, geometries encoded on the way. */
    void insertMany(Connection connection, String table, List<String> columns, Iterable<List<@Nullable Object>> rows)
            throws SQLException;
}
