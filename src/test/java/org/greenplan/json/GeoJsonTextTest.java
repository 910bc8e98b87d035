package org.greenplan.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.WKTReader;

class GeoJsonTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (113.29000000000001 34.81)",
                "LINESTRING (113.1 34.1, 113.2 34.2)",
                "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
                "MULTIPOINT ((1 2), (3 4))",
                "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
                "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
                "MULTIPOLYGON EMPTY",
                "POINT EMPTY"
            })
    void whatIsWrittenIsReadBackBitForBit(String wkt) throws Exception {
        var geometry = new WKTReader().read(wkt);
        var parsed = GeoJsonText.parse(GeoJsonText.text(geometry));
        assertThat(parsed.geometry().equalsExact(geometry)).isTrue();
        assertThat(parsed.notes()).isEmpty();
    }

    @Test
    void roundsWhenAsked() throws Exception {
        var point = new WKTReader().read("POINT (113.123456789 34.987654321)");
        assertThat(GeoJsonText.text(point, 7))
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[113.1234568,34.9876543]}");
    }

    @Test
    void membersMayComeInAnyOrderAndForeignOnesAreSkipped() {
        var parsed =
                GeoJsonText.parse("{\"coordinates\":[1,2],\"bbox\":[1,2,1,2],\"x\":{\"y\":[1]},\"type\":\"Point\"}");
        assertThat(parsed.geometry().toText()).isEqualTo("POINT (1 2)");
    }

    @Test
    void heightsAreDroppedWithANotice() {
        var parsed = GeoJsonText.parse("{\"type\":\"LineString\",\"coordinates\":[[1,2,90],[3,4,91,7]]}");
        assertThat(parsed.geometry().toText()).isEqualTo("LINESTRING (1 2, 3 4)");
        assertThat(parsed.notes()).extracting(GeometryNote::kind).containsExactly("height-dropped");
    }

    @Test
    void anOpenRingIsClosedWithANotice() {
        var parsed = GeoJsonText.parse("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}");
        assertThat(parsed.geometry().toText()).isEqualTo("POLYGON ((0 0, 1 0, 1 1, 0 0))");
        assertThat(parsed.notes()).extracting(GeometryNote::kind).containsExactly("ring-closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,2]                                                  | geometry",
                "null                                                   | geometry",
                "{}                                                     | geometry",
                "{\"type\":\"Point\"}                                   | geometry",
                "{\"type\":\"Circle\",\"coordinates\":[[1,2]]}          | geometry",
                "{\"type\":\"Point\",\"coordinates\":[1]}               | geometry.coordinates",
                "{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]}     | geometry.coordinates[0]",
                "{\"type\":\"Point\",\"coordinates\":[1,2,3,4,5]}       | geometry.coordinates",
                "{\"type\":\"Point\",\"coordinates\":[1,null]}          | geometry.coordinates",
                "{\"type\":\"Point\",\"coordinates\":[1e999,2]}         | geometry.coordinates",
                "{\"type\":\"Point\",\"coordinates\":[181,2]}           | geometry.coordinates",
                "{\"type\":\"Point\",\"coordinates\":[435035,3853744]}  | geometry.coordinates",
                "{\"type\":\"LineString\",\"coordinates\":[1,2]}        | geometry.coordinates",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,95]]} | geometry.coordinates[1]",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2]]}      | geometry",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1]]]} | geometry",
                "{\"type\":\"Polygon\",\"coordinates\":[[0,0],[1,1]]}   | geometry.coordinates",
                "{\"type\":\"Point\",\"coordinates\":[[[[[[1]]]]]]}     | geometry.coordinates[0][0][0][0]",
                "{\"type\":\"Point\",\"coordinates\":[NaN,1]}           | geometry",
                "{\"type\":\"Point\",\"coordinates\":[1,2               | geometry"
            })
    void refusesWithTheField(String json, String field) {
        assertThatThrownBy(() -> GeoJsonText.parse(json))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo(field));
    }

    @Test
    void metresAreToldFromDegrees() {
        assertThatThrownBy(() -> GeoJsonText.parse("{\"type\":\"Point\",\"coordinates\":[435035.35,3853744.31]}"))
                .hasMessageContaining("looks like metres");
    }

    @Test
    void collectionsDoNotNestForEver() {
        String deep = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(50) + "]}".repeat(50);
        assertThatThrownBy(() -> GeoJsonText.parse(deep)).isInstanceOf(Problem.Invalid.class);
    }
}
