package org.greenplan.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import net.postgis.jdbc.PGgeometry;
import net.postgis.jdbc.PGgeometryLW;
import org.greenplan.crs.PlanCrs;
import org.greenplan.sql.PostgisShapes;
import org.greenplan.store.TestDatabases.Kind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;

/**
 * One plot into PostGIS and out again, by each way there is: COPY BINARY, well-known binary as bytes, and the driver's geometry type.
 *
 * <p>Arguments: vertices of a plot (14), rounds (2000).
 */
public final class RowBench {
    private static final int SRID = 4490;

    private final Connection connection;
    private long id;

    private RowBench(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] args) throws SQLException {
        int vertices = args.length > 0 ? Integer.parseInt(args[0]) : 14;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
        Geometry plane = DensePlan.draft(1000, vertices, 60, new Random(3));
        Geometry shape = plane.getFactory()
                .createMultiPolygon(
                        new org.locationtech.jts.geom.Polygon[] {(org.locationtech.jts.geom.Polygon) plane.copy()});
        Geometry lonLat = PlanCrs.of("EPSG:4547").toLonLat(shape);
        try (Connection connection = DriverManager.getConnection(Kind.POSTGIS.newAddress())) {
            execute(connection, "CREATE EXTENSION postgis");
            execute(
                    connection,
                    "CREATE TABLE plot (fid bigint PRIMARY KEY, name text, geom geometry(MultiPolygon, " + SRID + "))");
            execute(connection, "CREATE INDEX ON plot USING gist (geom)");
            connection.unwrap(PGConnection.class).addDataType("geometry", PGgeometryLW.class);
            // The disk's part is the same on every way.
            execute(connection, "SET synchronous_commit = off");
            connection.setAutoCommit(false);
            System.out.printf("PostGIS, one plot of %d vertices, %d rounds%n", vertices, rounds);
            new RowBench(connection).ways(rounds, lonLat);
        }
        System.exit(0);
    }

    /** Twice, so that no way is the one that warms the others up. */
    private void ways(int rounds, Geometry shape) {
        for (int pass = 0; pass < 2; pass++) {
            Stopwatch.often("insert one row, COPY BINARY", rounds, () -> copied(shape));
            Stopwatch.often(
                    "insert one row, ST_GeomFromWKB(?)",
                    rounds,
                    () -> inserted("ST_SetSRID(ST_GeomFromWKB(?), " + SRID + ")", new WKBWriter().write(shape)));
            Stopwatch.often(
                    "insert one row, PGgeometryLW", rounds, () -> inserted("?", PostgisShapes.parameter(shape)));
            Stopwatch.often("find one row, ST_AsBinary", rounds, () -> found("ST_AsBinary(geom)"));
            Stopwatch.often("find one row, PGgeometryLW", rounds, () -> found("geom"));
        }
    }

    private void inserted(String placeholder, Object shape) {
        try (var statement =
                connection.prepareStatement("INSERT INTO plot (fid, name, geom) VALUES (?, ?, " + placeholder + ")")) {
            statement.setLong(1, ++id);
            statement.setString(2, "公园");
            statement.setObject(3, shape);
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copied(Geometry shape) {
        try {
            var buffer = new ByteArrayOutputStream();
            var out = new DataOutputStream(buffer);
            out.write("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
            out.writeLong(0);
            out.writeShort(3);
            out.writeInt(8);
            out.writeLong(++id);
            Geometry copy = shape.copy();
            copy.setSRID(SRID);
            for (byte[] field : List.of("公园".getBytes(StandardCharsets.UTF_8), new WKBWriter(2, true).write(copy))) {
                out.writeInt(field.length);
                out.write(field);
            }
            out.writeShort(-1);
            var in = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY plot (fid, name, geom) FROM STDIN (FORMAT binary)");
            in.writeToCopy(buffer.toByteArray(), 0, buffer.size());
            in.endCopy();
            connection.commit();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void found(String column) {
        try (var statement = connection.prepareStatement("SELECT " + column + " FROM plot WHERE fid = ?")) {
            statement.setLong(1, id / 2 + 1);
            try (var row = statement.executeQuery()) {
                row.next();
                Object value = row.getObject(1);
                Geometry shape = value instanceof PGgeometry geometry
                        ? PostgisShapes.received(geometry.getGeometry())
                        : new WKBReader().read((byte[]) value);
                if (shape.isEmpty()) {
                    throw new IllegalStateException("an empty plot");
                }
            }
            connection.commit();
        } catch (SQLException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
