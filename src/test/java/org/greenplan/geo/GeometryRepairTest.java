package org.greenplan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.VertexMap;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeometryRepairTest {
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");
    private static final double EAST = 435_000;
    private static final double NORTH = 3_853_000;

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
                "POLYGON | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 0, 3 0, 3 2, 1 2, 1 0))) | outline-mended | MULTIPOLYGON (((0 0, 1 0, 1 2, 0 2, 0 0)), ((2 0, 3 0, 3 2, 2 2, 2 0)))",
                "POLYGON | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((2 0, 4 0, 4 2, 2 2, 2 0))) | outline-mended | MULTIPOLYGON (((0 0, 2 0, 4 0, 4 2, 2 2, 0 2, 0 0)))",
                "POLYGON | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((3 3, 6 3, 6 6, 3 6, 3 3))) | outline-mended | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3)))",
                "POLYGON | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (20 0, 21 0, 21 1, 20 1, 20 0)) | hole-left-out | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)))",
                "POLYGON | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (8 1, 12 1, 12 2, 8 2, 8 1)) | hole-left-out,outline-mended | MULTIPOLYGON (((0 0, 9 0, 9 1, 8 1, 8 2, 9 2, 9 9, 0 9, 0 0)))",
                "POLYGON | POLYGON ((0 0, 9 0, 9 9, -0.0001 9, 0 9, 0 0)) | duplicates-dropped | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)))",
                "POLYGON | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((20 0, 20.05 0, 20.05 0.05, 20 0))) | small-part-dropped | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)))",
                "POLYGON | GEOMETRYCOLLECTION (POLYGON ((0 0, 2 0, 2 2, 0 0))) | - | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)))"
            })
    void mendsAndSaysSo(String kind, String wkt, String notes, String expected) throws Exception {
        var repaired = repaired(lonLat(wkt), kind);
        assertThat(rounded(repaired.geometry()).norm().toText())
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
                "POLYGON | POLYGON ((0 0, 1 1, 0 0, 0 0))      | no area",
                "POLYGON | POLYGON ((0 0, 4 0, 2 0, 0 0))      | less than 1 m²",
                "POLYGON | POLYGON ((0 0, 0.09 0, 0.09 0.09, 0 0)) | less than 1 m²",
                "POLYGON | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (0.0001 0.0001, 8.9999 0.0001, 8.9999 8.9999, 0.0001 8.9999, 0.0001 0.0001)) | less than 1 m²",
                "POLYGON | POLYGON ((0 0, 9 0, 9 9, 0 0, 9 0, 9 9, 0 0)) | less than 1 m²"
            })
    void refusesInWords(String kind, String wkt, String words) throws Exception {
        var geometry = lonLat(wkt);
        assertThatThrownBy(() -> repaired(geometry, kind))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON | POLYGON ((0 0, 1 0, 1 91, 0 0))     | latitude ±90",
                "POINT   | POINT (435035 3853744)              | looks like metres",
                "POLYGON | POLYGON ((24 0, 24.01 0, 24 0.01, 24 0)) | too far from the plan's plane",
                "LINE    | LINESTRING (24 0, 24 0.001)         | too far from the plan's plane"
            })
    void refusesWhatIsNoLonLat(String kind, String wkt, String words) throws Exception {
        var geometry = new WKTReader().read(wkt);
        assertThatThrownBy(() -> repaired(geometry, kind))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining(words);
    }

    @Test
    void saysWhereTheFaultIs() throws Exception {
        var flat = new WKTReader().read("POLYGON ((3 4, 5 6, 3 4, 3 4))");
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
            coordinates[i] = new Coordinate(113 + i * 1e-5, 34);
            coordinates[2 * n - 1 - i] = new Coordinate(113 + i * 1e-5, 34);
        }
        coordinates[2 * n] = new Coordinate(113, 35);
        coordinates[2 * n + 1] = new Coordinate(114, 35);
        coordinates[2 * n + 2] = coordinates[0];
        var ring = new GeometryFactory().createPolygon(coordinates);
        var repaired = repaired(ring, "POLYGON");
        assertThat(repaired.geometry().toText()).isEqualTo("MULTIPOLYGON (((113 34, 114 35, 113 35, 113 34)))");
    }

    private static GeometryRepair.Repaired repaired(Geometry geometry, String kind) {
        return switch (kind) {
            case "POINT" -> GeometryRepair.point(geometry, CRS);
            case "LINE" -> GeometryRepair.line(geometry, CRS);
            default -> GeometryRepair.polygon(geometry, CRS);
        };
    }

    /** Degrees of a shape given in steps of ten metres from a corner of the plane. */
    private static Geometry lonLat(String wkt) throws ParseException {
        return CRS.toLonLat(
                VertexMap.moved(new WKTReader().read(wkt), (x, y) -> new Coordinate(EAST + 10 * x, NORTH + 10 * y)));
    }

    /** The steps again, to a tenth of a millimetre. */
    private static Geometry rounded(Geometry lonLat) {
        return VertexMap.moved(CRS.toPlane(lonLat), (x, y) -> new Coordinate(steps(x - EAST), steps(y - NORTH)));
    }

    private static double steps(double metres) {
        // Adding zero makes a zero of a minus zero.
        return Math.rint(metres * 1e4) / 1e5 + 0.0;
    }
}
