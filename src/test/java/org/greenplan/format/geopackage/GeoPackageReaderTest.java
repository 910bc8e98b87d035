package org.greenplan.format.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.Gdal;
import org.greenplan.format.LeavingPlan;
import org.greenplan.format.Mutations;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.Uploads;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GeoPackages of strangers: any layers, any system, and nothing in them is executed. */
class GeoPackageReaderTest {
    private static final String PLOTS =
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"名称":"孟津路游园","MJ":12.5,"SL":7,"RQ":"2019-03-15","KF":true},"geometry":{"type":"Polygon",
             "coordinates":[[[113.28,34.80,5],[113.29,34.80,5],[113.29,34.81,5],[113.28,34.81,5],[113.28,34.80,5]]]}},
            {"type":"Feature","properties":{"名称":null,"MJ":null,"SL":8,"RQ":null,"KF":false},"geometry":null}]}
            """;

    @TempDir
    Path folder;

    private List<SourceLayer> layers() {
        return new GeoPackageReader().open(Uploads.in(folder), ReadOptions.DETECT);
    }

    private SourceRow first() {
        return Uploads.rows(layers().get(0)).get(0);
    }

    private Path byGdal(String... options) throws IOException {
        Path json = Files.writeString(Files.createTempFile("plots", ".geojson"), PLOTS);
        Path file = folder.resolve("地块 1.gpkg");
        String[] command = new String[options.length + 5];
        System.arraycopy(new String[] {"ogr2ogr", "-f", "GPKG", file.toString(), json.toString()}, 0, command, 0, 5);
        System.arraycopy(options, 0, command, 5, options.length);
        Gdal.run(command);
        Files.delete(json);
        return file;
    }

    private static void sql(Path file, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file of ours with one more park whose bytes are these. */
    private void withShape(String hex) throws IOException {
        Path file =
                Files.write(folder.resolve("a.gpkg"), new LeavingPlan(4547).written(new GeoPackageWriter(), Map.of()));
        sql(
                file,
                "DROP TRIGGER rtree_parks_geom_insert",
                "DELETE FROM lakes",
                "DROP TRIGGER rtree_lakes_geom_insert",
                "DELETE FROM gpkg_geometry_columns WHERE table_name <> 'lakes'",
                "INSERT INTO lakes(fid, geom) VALUES (3, x'" + hex + "')");
    }

    @ParameterizedTest(name = "EPSG:{0} {1}")
    @CsvSource({
        "4326, -lco VERSION=1.0",
        "4490, -lco SPATIAL_INDEX=NO",
        "4547, -lco FID=OBJECTID",
        "2364, -nlt MULTIPOLYGONZ"
    })
    void whatGdalWritesIsReadAsItMeant(int epsg, String options) throws IOException {
        byGdal(("-nln 地块 -t_srs EPSG:" + epsg + " " + options).split(" "));
        SourceLayer layer = layers().get(0);
        assertThat(layer.name()).isEqualTo("地块");
        assertThat(layer.crs().orElseThrow().epsg()).isEqualTo(epsg);
        assertThat(layer.fields())
                .contains(
                        new SourceField("名称", AttributeType.TEXT),
                        new SourceField("MJ", AttributeType.REAL),
                        new SourceField("SL", AttributeType.INTEGER),
                        new SourceField("RQ", AttributeType.DATE),
                        new SourceField("KF", AttributeType.BOOLEAN));
        List<SourceRow> rows = Uploads.rows(layer);
        assertThat(rows.get(0).values())
                .containsEntry("名称", "孟津路游园")
                .containsEntry("MJ", 12.5)
                .containsEntry("KF", true)
                .containsEntry("RQ", java.time.LocalDate.of(2019, 3, 15));
        assertThat(rows.get(0).shape().getNumPoints()).isEqualTo(5);
        assertThat(rows.get(0).notes()).extracting(GeometryNote::kind).containsExactly("heights-dropped");
        assertThat((Object) rows.get(1).shape()).isNull();
        assertThat(rows.get(1).values()).containsEntry("名称", null).containsEntry("KF", false);
    }

    @Test
    void theLogBesideTheFileIsNotNeeded() throws IOException {
        Path file = byGdal();
        sql(file, "PRAGMA journal_mode = WAL");
        Files.deleteIfExists(Path.of(file + "-wal"));
        Files.deleteIfExists(Path.of(file + "-shm"));
        assertThat(first().values()).containsEntry("SL", 7L);
        assertThat(folder.toFile().list()).containsExactly("地块 1.gpkg");
        Files.writeString(Path.of(file + "-wal"), "changes");
        assertThat(layers().get(0).findings()).anyMatch(w -> w.zh().contains("-wal"));
        assertThat(new GeoPackageReader().claims(Uploads.in(folder))).hasSize(2);
    }

    @Test
    void viewsComputedColumnsAndPlainTablesAreNamedAndLeftAlone() throws IOException {
        Path file = byGdal("-nln", "plots");
        sql(
                file,
                "CREATE TABLE remarks(id INTEGER PRIMARY KEY, text TEXT)",
                "INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('remarks', 'attributes', 'remarks')",
                "ALTER TABLE plots ADD COLUMN trap TEXT GENERATED ALWAYS AS (hex(zeroblob(60000000))) VIRTUAL",
                "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, NULL AS geom FROM n",
                "INSERT INTO gpkg_contents(table_name, data_type, identifier, srs_id) VALUES ('endless', 'features', 'endless', 4326)",
                "INSERT INTO gpkg_geometry_columns VALUES ('endless', 'geom', 'POINT', 4326, 0, 0)");
        List<SourceLayer> layers = layers();
        assertThat(layers).extracting(SourceLayer::name).containsExactly("plots");
        String findings = layers.get(0).findings().toString();
        assertThat(findings).contains("endless", "trap", "remarks");
        assertThat(first().values()).doesNotContainKey("trap").containsEntry("SL", 7L);
    }

    @Test
    void aViewInThePlaceOfTheContentsIsRefused() throws IOException {
        Path file = byGdal();
        sql(
                file,
                "ALTER TABLE gpkg_geometry_columns RENAME TO hidden",
                "CREATE VIEW gpkg_geometry_columns AS SELECT *, load_extension('/tmp/evil.so') AS x FROM hidden");
        refused("gpkg_geometry_columns");
    }

    @Test
    void aPlansOwnFileGivesThePlotsTheirIds() throws IOException {
        withShape("475000000000000000" + "00000001" + "3FF0000000000000" + "4000000000000000");
        sql(folder.resolve("a.gpkg"), "CREATE TABLE greenplan_changeset(fid INTEGER PRIMARY KEY)");
        assertThat(first().id()).isEqualTo("lakes.3");
    }

    @Test
    void arcsBecomeChordsAndBothByteOrdersAreRead() throws IOException {
        // CURVEPOLYGON of one CIRCULARSTRING: a circle of radius 1 around the origin, (1 0) → (-1 0) → (1 0), low byte
        // first.
        String ones = "000000000000F03F0000000000000000";
        String circle = "000000000000F03F0000000000000000000000000000F0BF0000000000000000" + ones;
        withShape("475000010000000001" + "0A000000" + "01000000" + "01" + "08000000" + "03000000" + circle);
        SourceRow row = first();
        assertThat(row.shape().getArea()).isBetween(3.13, 3.1416);
        assertThat(row.notes()).extracting(GeometryNote::kind).containsExactly("arcs-to-chords");
        Files.delete(folder.resolve("a.gpkg"));
        withShape("475000000000000000" + "00000001" + "3FF0000000000000" + "4000000000000000");
        assertThat(String.valueOf(first().shape())).isEqualTo("POINT (1 2)");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "4750002100000000, 扩展类型",
        "475000010000000001110000000000000, 扩展类型",
        "4750000100000000010200000001000000, 已损坏",
        "47500001000000000103000000FFFFFF7F, 已损坏",
        "4750000F00000000, 已损坏",
        "00, 已损坏",
        "4750000100000000010100000000000000000000F07F0000000000000000, 无效坐标",
    })
    void shapesThatAreNoneAreRefusedByRecord(String hex, String words) throws IOException {
        withShape(hex.length() % 2 == 0 ? hex : hex + "0");
        refused("第 3 条记录", words);
    }

    @Test
    void whatIsNoGeoPackageIsRefused() throws IOException {
        Path file = folder.resolve("a.gpkg");
        sql(file, "CREATE TABLE t(a)");
        refused("gpkg_contents");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(byGdal()), 9000));
        Files.delete(folder.resolve("地块 1.gpkg"));
        refused("损坏");
        Files.write(file, HexFormat.of().parseHex("00"));
        assertThat(new GeoPackageReader().claims(Uploads.in(folder))).isEmpty();
    }

    @Test
    void anyDamageIsReadOrRefusedInWords() throws IOException {
        byte[] whole = new LeavingPlan(4547).written(new GeoPackageWriter(), Map.of());
        int read = Mutations.survive(new GeoPackageReader(), Uploads.of("a.gpkg", whole), 200, 7);
        assertThat(read).isPositive();
    }

    private void refused(String... words) {
        assertThatThrownBy(() -> layers().forEach(Uploads::rows))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.words().zh()).contains(words));
    }
}
