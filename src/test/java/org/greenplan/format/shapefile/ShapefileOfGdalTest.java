package org.greenplan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greenplan.crs.CrsText;
import org.greenplan.format.Gdal;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapefiles that GDAL writes, with its various options, are read as GDAL meant them. */
class ShapefileOfGdalTest {
    private static final String PLOTS =
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"DKMC":"孟津路游园","MJ":12.5,"SL":7,"RQ":"2019-03-15"},"geometry":{"type":"MultiPolygon",
             "coordinates":[[[[113.28,34.80],[113.29,34.80],[113.29,34.81],[113.28,34.81],[113.28,34.80]],
              [[113.282,34.802],[113.282,34.808],[113.288,34.808],[113.288,34.802],[113.282,34.802]]],
              [[[113.284,34.804],[113.286,34.804],[113.286,34.806],[113.284,34.806],[113.284,34.804]]]]}},
            {"type":"Feature","properties":{"DKMC":"朱寨游园","MJ":null,"SL":8,"RQ":"2019-03-16"},"geometry":{"type":"Polygon",
             "coordinates":[[[113.30,34.80],[113.31,34.80],[113.31,34.81],[113.30,34.80]]]}}]}
            """;

    @TempDir
    Path folder;

    private Path json;

    @BeforeEach
    void twoPlots() throws IOException {
        json = Files.writeString(folder.resolve("plots.geojson"), PLOTS);
    }

    private SourceLayer written(String... options) throws IOException {
        Path target = Files.createDirectory(folder.resolve("out"));
        String[] command = new String[options.length + 5];
        command[0] = "ogr2ogr";
        command[1] = "-f";
        command[2] = "ESRI Shapefile";
        command[3] = target.resolve("宗地.shp").toString();
        command[4] = json.toString();
        System.arraycopy(options, 0, command, 5, options.length);
        Gdal.run(command);
        return ShapefileBytes.only(Uploads.in(target));
    }

    @ParameterizedTest(name = "EPSG:{1} in {0}")
    @CsvSource({"UTF-8, 4326", "GBK, 4490", "GBK, 4547", "UTF-8, 4526", "CP936, 3857", "GBK, 4497"})
    void everyEncodingAndSystemComesBack(String encoding, int epsg) throws IOException {
        SourceLayer layer = written("-lco", "ENCODING=" + encoding, "-t_srs", "EPSG:" + epsg);
        assertThat(CrsText.of(layer.crs().orElseThrow().wkt()).orElseThrow().code())
                .isEqualTo("EPSG:" + epsg);
        List<SourceRow> rows = Uploads.rows(layer);
        assertThat(rows).extracting(r -> r.values().get("DKMC")).containsExactly("孟津路游园", "朱寨游园");
        assertThat(rows).extracting(r -> r.values().get("SL")).containsExactly(7L, 8L);
        assertThat(rows.get(0).values()).containsEntry("MJ", 12.5);
        assertThat(rows.get(1).values()).containsEntry("MJ", null);
        assertThat(rows.get(0).shape().getNumGeometries()).isEqualTo(2);
    }

    @Test
    void heightsHolesAndIslandsHaveTheirArea() throws IOException {
        SourceLayer layer = written("-nlt", "MULTIPOLYGONZ", "-dim", "XYZ");
        SourceRow first = Uploads.rows(layer).get(0);
        assertThat(first.shape().getArea()).isCloseTo(1e-4 - 3.6e-5 + 4e-6, within(1e-12));
        assertThat(first.notes()).isNotEmpty();
    }

    @Test
    void aShapeThatGdalDrewAnewCountsOnceAndADeletedRowNot() throws IOException {
        written("-t_srs", "EPSG:4547");
        Path shp = folder.resolve("out/宗地.shp");
        Gdal.run(
                "ogrinfo",
                shp.toString(),
                "-dialect",
                "sqlite",
                "-sql",
                "UPDATE 宗地 SET geometry = ST_Buffer(geometry, 10) WHERE SL = 8");
        Gdal.run("ogrinfo", shp.toString(), "-dialect", "sqlite", "-sql", "DELETE FROM 宗地 WHERE SL = 7");
        SourceLayer layer = ShapefileBytes.only(Uploads.in(folder.resolve("out")));
        assertThat(Uploads.rows(layer)).singleElement().satisfies(row -> {
            assertThat(row.values()).containsEntry("SL", 8L);
            assertThat(row.shape().getNumPoints()).isGreaterThan(20);
        });
        assertThat(layer.count()).hasValue(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"POINT, POINT", "MULTIPOINT, MULTIPOINT", "LINESTRING, LINESTRING"})
    void otherShapesAreRead(String type, String read) throws IOException {
        String coordinates = type.equals("POINT") ? "[113.3,34.8]" : "[[113.3,34.8],[113.31,34.81]]";
        String name = type.equals("POINT") ? "Point" : type.equals("LINESTRING") ? "LineString" : "MultiPoint";
        Files.writeString(
                json,
                "{\"type\":\"Feature\",\"properties\":{\"A\":true},\"geometry\":{\"type\":\"" + name
                        + "\",\"coordinates\":" + coordinates + "}}");
        assertThat(Uploads.rows(written()).get(0).shape().toText()).startsWith(read);
    }
}
