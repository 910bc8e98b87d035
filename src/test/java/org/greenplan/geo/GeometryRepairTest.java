package org.greenplan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

class GeometryRepairTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "POINT   | POINT (1 2)                    | -                  | POINT (1 2)",
                "POINT   | MULTIPOINT ((1 2))             | -                  | POINT (1 2)",
                "POINT   | POINT Z (1 2 3)                | height-dropped     | POINT (1 2)",
                "LINE    | LINESTRING (0 0, 1 1)          | -                  | MULTILINESTRING ((0 0, 1 1))",
                "LINE    | LINESTRING (0 0, 0 0, 1 1, 1 1)| duplicates-dropped | MULTILINESTRING ((0 0, 1 1))",
                "LINE    | LINESTRING (0 0, 2 0, 1 0)     | -                  | MULTILINESTRING ((0 0, 2 0, 1 0))",
                "LINE    | MULTILINESTRING ((0 0, 1 1), (5 5, 5 5)) | duplicates-dropped,part-dropped | MULTILINESTRING ((0 0, 1 1))",
                "POLYGON | POLYGON ((0 0, 2 0, 2 2, 0 0)) | -                  | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)))",
                "POLYGON | POLYGON ((0 0, 2 2, 2 0, 0 0)) | -                  | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)))",
                "POLYGON | POLYGON ((0 0, 2 0, 2 0, 2 2, 0 0)) | duplicates-dropped | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)))",
                "POLYGON | POLYGON ((0 0, 2 0, 4 0, 2 0, 2 2, 0 0)) | spikes-dropped | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)))",
                "POLYGON | POLYGON ((4 0, 2 0, 2 2, 0 0, 2 0, 4 0)) | spikes-dropped | MULTIPOLYGON (((2 0, 2 2, 0 0, 2 0)))",
                "POLYGON | POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0)) | outline-mended | MULTIPOLYGON (((0 0, 2 2, 0 4, 0 0)), ((2 2, 4 0, 4 4, 2 2)))",
                "POLYGON | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 0, 3 0, 3 2, 1 2, 1 0))) | outline-mended | MULTIPOLYGON (((0 0, 1 0, 2 0, 3 0, 3 2, 2 2, 1 2, 0 2, 0 0)))",
                "POLYGON | GEOMETRYCOLLECTION (POLYGON ((0 0, 2 0, 2 2, 0 0))) | - | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)))"
            })
    void mendsAndSaysSo(String kind, String wkt, String notes, String expected) throws Exception {
        var repaired = repaired(new WKTReader().read(wkt), kind);
        assertThat(repaired.geometry().norm().toText())
                .isEqualTo(new WKTReader().read(expected).norm().toText());
        assertThat(repaired.geometry().getGeometryType())
                .isEqualTo(new WKTReader().read(expected).getGeometryType());
        assertThat(repaired.notices())
                .extracting(GeometryNote::kind)
                .containsExactly(notes == null ? new String[0] : notes.split(","));
        var again = repaired(repaired.geometry(), kind);
        assertThat(again.geometry().equalsExact(repaired.geometry())).isTrue();
        assertThat(again.notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON | POINT (1 2)                         | takes polygons",
                "LINE    | POLYGON ((0 0, 1 0, 1 1, 0 0))      | takes lines",
                "POINT   | LINESTRING (0 0, 1 1)               | takes points",
                "POLYGON | POLYGON EMPTY                       | empty",
                "POINT   | POINT EMPTY                         | empty",
                "POINT   | MULTIPOINT ((1 2), (3 4))           | one point",
                "LINE    | LINESTRING (1 1, 1 1)               | no length",
                "POLYGON | POLYGON ((0 0, 1 1, 2 2, 0 0))      | no area",
                "POLYGON | POLYGON ((0 0, 1 0, 1 91, 0 0))     | latitude ±90",
                "POINT   | POINT (435035 3853744)              | looks like metres"
            })
    void refusesInWords(String kind, String wkt, String words) throws Exception {
        var geometry = new WKTReader().read(wkt);
        assertThatThrownBy(() -> repaired(geometry, kind))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining(words);
    }

    @Test
    void saysWhereTheFaultIs() throws Exception {
        var flat = new WKTReader().read("POLYGON ((3 4, 5 6, 7 8, 3 4))");
        assertThatThrownBy(() -> repaired(flat, "POLYGON"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        p -> assertThat(p.details().get("place")).hasToString("{type=Point, coordinates=[3.0, 4.0]}"));
    }

    @Test
    void refusesWhatIsNotANumber() {
        var point = new GeometryFactory().createPoint(new Coordinate(Double.NaN, 3));
        assertThatThrownBy(() -> repaired(point, "POINT")).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void aLongSpikeCostsNoStack() {
        int n = 100_000;
        var coordinates = new Coordinate[2 * n + 3];
        for (int i = 0; i < n; i++) {
            coordinates[i] = new Coordinate(i * 1e-4, 0);
            coordinates[2 * n - 1 - i] = new Coordinate(i * 1e-4, 0);
        }
        coordinates[2 * n] = new Coordinate(0, 1);
        coordinates[2 * n + 1] = new Coordinate(1, 1);
        coordinates[2 * n + 2] = coordinates[0];
        var ring = new GeometryFactory().createPolygon(coordinates);
        var repaired = repaired(ring, "POLYGON");
        assertThat(repaired.geometry().toText()).isEqualTo("MULTIPOLYGON (((0 0, 1 1, 0 1, 0 0)))");
    }

    private static GeometryRepair.Repaired repaired(Geometry geometry, String kind) {
        return switch (kind) {
            case "POINT" -> GeometryRepair.point(geometry);
            case "LINE" -> GeometryRepair.line(geometry);
            default -> GeometryRepair.polygon(geometry);
        };
    }
}
