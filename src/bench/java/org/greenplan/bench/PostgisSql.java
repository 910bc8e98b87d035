package org.greenplan.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.greenplan.count.LedgerInput;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;

/**
 * The same total by PostGIS: the plane cut into tiles, what is clipped to each united and subtracted by SQL, tiles shared among
 * connections.
 *
 * @param tileM side of a tile, metres; 250 to 500 is the fastest for plots of 60 m
 */
record PostgisSql(String url, double tileM) {

    /** Copies the plan into tables with spatial indexes; not part of the time measured. */
    void load(LedgerInput input) throws SQLException, java.io.IOException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
            copy(
                    connection,
                    "bench_plot",
                    input.plots().stream().map(p -> p.area()).toList());
            copy(connection, "bench_green", input.baseline());
            copy(connection, "bench_district", List.of(input.district()));
            statement.execute("DROP TABLE IF EXISTS bench_tile");
            statement.execute("CREATE TABLE bench_tile AS SELECT row_number() OVER () AS id, g.geom FROM "
                    + "(SELECT ST_SetSRID(ST_Extent(geom)::geometry, 0) AS e FROM bench_plot) x, "
                    + "LATERAL ST_SquareGrid(" + tileM + ", x.e) g");
            statement.execute("VACUUM ANALYZE");
        }
    }

    /** Net area of the whole plan on the plane, square metres. */
    double totalM2() {
        int connections = Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, connections)
                .parallel()
                .mapToDouble(part -> part(part, connections))
                .sum();
    }

    private double part(int part, int parts) {
        String sql =
                """
                SELECT coalesce(sum(ST_Area(CASE WHEN b.geom IS NULL THEN p.geom ELSE ST_Difference(p.geom, b.geom) END)), 0)
                FROM bench_tile t
                CROSS JOIN LATERAL (SELECT ST_Intersection(t.geom, d.geom) AS geom FROM bench_district d) AS c
                CROSS JOIN LATERAL (SELECT ST_CollectionExtract(ST_Intersection(ST_Union(ST_ClipByBox2D(q.geom, t.geom::box2d)), c.geom), 3) AS geom
                    FROM bench_plot q WHERE q.geom && t.geom) AS p
                CROSS JOIN LATERAL (SELECT ST_Union(ST_ClipByBox2D(g.geom, t.geom::box2d)) AS geom
                    FROM bench_green g WHERE g.geom && t.geom) AS b
                WHERE t.id %% %d = %d AND NOT ST_IsEmpty(c.geom)"""
                        .formatted(parts, part);
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            // Compiling the query costs more than it saves, and the connections are the parallel workers.
            statement.execute("SET jit = off; SET work_mem = '256MB'; SET max_parallel_workers_per_gather = 0");
            try (var result = statement.executeQuery(sql)) {
                result.next();
                return result.getDouble(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Connection connection, String table, List<Geometry> shapes)
            throws SQLException, java.io.IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + table);
            statement.execute("CREATE TABLE " + table + " (geom geometry)");
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
            WKBWriter writer = new WKBWriter();
            for (Geometry shape : shapes) {
                byte[] row = (WKBWriter.toHex(writer.write(shape)) + "\n").getBytes(StandardCharsets.US_ASCII);
                copy.writeToCopy(row, 0, row.length);
            }
            copy.endCopy();
            statement.execute("CREATE INDEX ON " + table + " USING gist (geom)");
        }
    }
}
