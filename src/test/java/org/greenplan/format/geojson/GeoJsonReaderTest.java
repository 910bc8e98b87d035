package org.greenplan.format.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.format.GivenFiles.rows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceField;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GeoJSON as people and programs write it. */
class GeoJsonReaderTest {
    private static final String PARK =
            """
            {"type":"Feature","id":7,"properties":{"名称":"孟津路游园","面积":3333.3,"年":2019,"日期":"2019-03-15","开放":true,"层":{"a":[1,"b"]}},
             "geometry":{"type":"Polygon","coordinates":[[[113.29,34.81,120],[113.3,34.81],[113.3,34.82]]]}}""";

    private static final GeoJsonReader READER = new GeoJsonReader();

    @Test
    void aCollectionGivesTypedRowsAndSaysWhatItMended() {
        SourceLayer layer =
                only(GivenFiles.of("parks.geojson", "{\"type\":\"FeatureCollection\",\"features\":[" + PARK + "]}"));
        assertThat(layer.name()).isEqualTo("parks");
        assertThat(layer.count()).hasValue(1);
        assertThat(layer.crs()).hasValueSatisfying(crs -> assertThat(crs.epsg()).isEqualTo(4326));
        assertThat(layer.fields())
                .containsExactly(
                        new SourceField("名称", AttributeType.TEXT),
                        new SourceField("面积", AttributeType.REAL),
                        new SourceField("年", AttributeType.INTEGER),
                        new SourceField("日期", AttributeType.DATE),
                        new SourceField("开放", AttributeType.BOOLEAN),
                        new SourceField("层", AttributeType.TEXT));
        SourceRow row = rows(layer).get(0);
        assertThat(row.id()).isEqualTo("7");
        assertThat(row.values())
                .containsEntry("日期", LocalDate.of(2019, 3, 15))
                .containsEntry("年", 2019L)
                .containsEntry("层", "{\"a\":[1,\"b\"]}");
        assertThat(row.notes()).extracting("kind").containsExactly("height-dropped", "ring-closed");
        assertThat(row.shape().getNumPoints()).isEqualTo(4);
    }

    @Test
    void membersComeInAnyOrder() {
        SourceLayer layer = only(GivenFiles.of(
                "a.json",
                "{\"features\":[{\"geometry\":{\"coordinates\":[435035.35,3853744.31],\"type\":\"Point\"},\"properties\":null,"
                        + "\"type\":\"Feature\"}],\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4547\"},\"type\":\"name\"},"
                        + "\"type\":\"FeatureCollection\"}"));
        assertThat(layer.crs()).hasValueSatisfying(crs -> assertThat(crs.epsg()).isEqualTo(4547));
        assertThat(rows(layer).get(0).shape().getCoordinate().x).isEqualTo(435035.35);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EPSG:4547|4547",
                "urn:ogc:def:crs:OGC:1.3:CRS84|4326",
                "http://www.opengis.net/def/crs/EPSG/0/4526|4526",
                "my plane|"
            })
    void theOldCrsMemberIsUnderstood(String name, Integer epsg) {
        SourceLayer layer = only(GivenFiles.of(
                "a.json",
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + name
                        + "\"}},\"features\":[]}"));
        assertThat(layer.crs()).hasValueSatisfying(crs -> assertThat(crs.epsg()).isEqualTo(epsg));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001E%s\n\u001E%s\n", "%s\n%s\n", "%s\r\n\r\n%s", "[%s,%s]"})
    void sequencesAreReadWithAndWithoutSeparators(String form) {
        String line = PARK.replace("\n", "");
        boolean array = form.startsWith("[");
        SourceFiles files = GivenFiles.of("a.geojsonl", String.format(form, line, line));
        if (array) {
            assertThat(READER.claims(files)).isEmpty();
        } else {
            assertThat(rows(READER, files)).extracting(SourceRow::number).containsExactly(1L, 2L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void everyEncodingIsFound(String charset) {
        String text = PARK;
        if (!charset.equals("GB18030")) {
            assertThat(rows(READER, GivenFiles.of("a.json", "\uFEFF" + text, charset)))
                    .hasSize(1);
        }
        SourceRow row = rows(READER, GivenFiles.of("a.json", text, charset)).get(0);
        assertThat(row.values()).containsEntry("名称", "孟津路游园");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}",
                "{\"coordinates\":[1,2],\"type\":\"Point\"}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}]}"
            })
    void bareGeometriesAndNestedCollectionsAreRead(String json) {
        assertThat(rows(READER, GivenFiles.of("a.json", json)))
                .singleElement()
                .satisfies(row -> assertThat(row.shape() != null).isTrue());
    }

    @Test
    void ourOwnFileComesBackAsItsLayersUnderThePlotsIds() {
        String json = "{\"type\":\"FeatureCollection\",\"features\":[" + own("parks", 17) + "," + own("lakes", 3) + ","
                + own("parks", 18) + "]}";
        List<SourceLayer> layers = READER.open(GivenFiles.of("all.geojson", json), ReadOptions.DETECT);
        assertThat(layers).extracting(SourceLayer::name).containsExactly("parks", "lakes");
        assertThat(rows(layers.get(0)).stream().map(SourceRow::id)).containsExactly("parks.17", "parks.18");
        assertThat(rows(layers.get(1))).extracting(SourceRow::number).containsExactly(2L);
    }

    @Test
    void mixedColumnsBecomeText() {
        SourceLayer layer = only(
                GivenFiles.of(
                        "a.json",
                        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":1,\"b\":1,\"d\":\"2019/3/15\"}}"
                                + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":\"x\",\"b\":1.5,\"d\":\"soon\"}}"));
        assertThat(rows(layer).get(0).values())
                .containsEntry("a", "1")
                .containsEntry("b", 1.0)
                .containsEntry("d", "2019/3/15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Topology\",\"objects\":{}}",
                "{\"features\":[{\"attributes\":{},\"geometry\":{\"rings\":[]}}]}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"prop",
                "{\"type\":\"Point\",\"coordinates\":[1e999,1]}",
                "{\"type\":\"Point\",\"coordinates\":[NaN,1]}",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2]]}",
                "{\"type\":\"FeatureCollection\",\"features\":3}",
                "{\"type\":\"FeatureCollection\"}",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Circle\",\"coordinates\":[[1,2]]}}"
            })
    void whatIsNoGeoJsonIsRefusedByFileAndRecord(String json) {
        assertThatThrownBy(() -> rows(READER, GivenFiles.of("坏.geojson", json)))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.words().zh()).contains("坏.geojson"));
    }

    @Test
    void aDeepOrEndlessFileIsRefusedBeforeItFillsTheMemory() {
        String deep = "{\"type\":\"Feature\",\"properties\":{\"a\":" + "[".repeat(100_000);
        String rings = "{\"type\":\"MultiPolygon\",\"coordinates\":[" + "[],".repeat(1_100_000) + "[]]}";
        String text = "{\"type\":\"Feature\",\"properties\":{\"a\":\"" + "x".repeat(1_100_000) + "\"}}";
        StringBuilder names = new StringBuilder("{\"type\":\"Feature\",\"geometry\":null,\"properties\":{");
        for (int i = 0; i < 5000; i++) {
            names.append("\"f").append(i).append("\":1,");
        }
        names.append("\"z\":1}}");
        for (String json : List.of(deep, rings, text, names.toString())) {
            assertThatThrownBy(() -> rows(READER, GivenFiles.of("a.geojson", json)))
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void brokenBytesGiveRowsOrWords() {
        String file =
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4547\"}},\"features\":["
                        + PARK + "," + own("parks", 1) + "," + own("lakes", 2) + "]}";
        GivenFiles.fuzz(READER, "a.geojson", file.getBytes(StandardCharsets.UTF_8), 1500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GeoJSON", "GeoJSONSeq"})
    void whatGdalWritesIsRead(String driver) {
        Path in = GivenFiles.of("in.geojson", "{\"type\":\"FeatureCollection\",\"features\":[" + PARK + "]}")
                .files()
                .get(0)
                .path();
        Path out = GivenFiles.folder().resolve("out.geojson");
        GivenFiles.run("ogr2ogr", "-f", driver, "-dim", "XY", out.toString(), in.toString());
        assertThat(rows(READER, GivenFiles.of(out)).get(0).values())
                .containsEntry("名称", "孟津路游园")
                .containsEntry("面积", 3333.3);
    }

    private static String own(String layer, int id) {
        return "{\"type\":\"Feature\",\"id\":\"" + layer + "." + id
                + "\",\"properties\":{\"name\":\"名\",\"gp_layer\":\"" + layer + "\",\"gp_id\":" + id
                + "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[113.3,34.8]}}";
    }

    private static SourceLayer only(SourceFiles files) {
        List<SourceLayer> layers = READER.open(files, ReadOptions.DETECT);
        assertThat(layers).hasSize(1);
        return layers.get(0);
    }
}
