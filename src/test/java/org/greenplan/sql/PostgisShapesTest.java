package org.greenplan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import net.postgis.jdbc.PGgeometry;
import net.postgis.jdbc.PGgeometryLW;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.postgresql.PGConnection;

/** Shapes go through the PostGIS driver as they are, and the database reads them as we do. */
class PostgisShapesTest {
    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        connection = DriverManager.getConnection(Kind.POSTGIS.newAddress());
        connection.createStatement().execute("CREATE EXTENSION postgis");
        connection.unwrap(PGConnection.class).addDataType("geometry", PGgeometryLW.class);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (113.28 34.81)",
                "LINESTRING (113.28 34.81, 113.290000000000003 34.82, 113.3 34.800000000000004)",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1), (4 4, 5 4, 5 5, 4 4))",
                "MULTIPOINT ((1 2), (3 4))",
                "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8, 9 9))",
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1)), ((20 20, 21 20, 21 21, 20 20)))",
                "MULTIPOLYGON EMPTY",
                "GEOMETRYCOLLECTION (POINT (1 2), POLYGON ((0 0, 1 0, 1 1, 0 0)))"
            })
    void thereAndBackNothingChanges(String wkt) throws SQLException, ParseException {
        Geometry shape = new WKTReader().read(wkt);
        try (var statement =
                connection.prepareStatement("SELECT g, ST_AsText(g, 17), ST_SRID(g) FROM (SELECT ? AS g) s")) {
            statement.setObject(1, PostgisShapes.parameter(shape));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Geometry back = PostgisShapes.received(((PGgeometry) row.getObject(1)).getGeometry());
                assertThat(back.equalsExact(shape)).as(back.toText()).isTrue();
                assertThat(back.getGeometryType()).isEqualTo(shape.getGeometryType());
                assertThat(new WKTReader().read(row.getString(2)).equalsExact(shape))
                        .isTrue();
                assertThat(row.getInt(3)).isEqualTo(PostgisShapes.SRID);
            }
        }
    }
}
