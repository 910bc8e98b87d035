package org.greenplan.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.greenplan.crs.PlanCrs;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** Heights of a model that GDAL wrote. */
class ReliefTest {
    private static final double WEST = 420_000;
    private static final double SOUTH = 3_850_000;
    private static final double CELL_M = 30;
    private static final PlanCrs PLANE = PlanCrs.of("EPSG:4547");

    @TempDir
    static Path folder;

    /** A slope of 1 in 100 to the east and 2 in 100 to the north, with one cell that nobody measured. */
    @BeforeAll
    static void slope() throws IOException {
        var grid = new StringBuilder(String.format(
                Locale.ROOT,
                "ncols 40%nnrows 30%nxllcorner %.0f%nyllcorner %.0f%ncellsize %.0f%nNODATA_value -9999%n",
                WEST,
                SOUTH,
                CELL_M));
        for (int row = 29; row >= 0; row--) {
            for (int column = 0; column < 40; column++) {
                boolean lacking = row == 20 && column == 30;
                double height = 100 + (column + 0.5) * CELL_M / 100 + (row + 0.5) * CELL_M / 50;
                grid.append(lacking ? "-9999" : String.format(Locale.ROOT, "%.4f", height))
                        .append(column < 39 ? " " : "\n");
            }
        }
        Path ascii = Files.writeString(folder.resolve("slope.asc"), grid);
        for (String epsg : List.of("4547", "4326")) {
            TestDatabases.gdal(
                    epsg.equals("4547")
                            ? List.of(
                                    "gdal_translate",
                                    "-q",
                                    "-a_srs",
                                    "EPSG:4547",
                                    "-ot",
                                    "Float32",
                                    ascii.toString(),
                                    tif(epsg).toString())
                            : List.of(
                                    "gdalwarp",
                                    "-q",
                                    "-t_srs",
                                    "EPSG:4326",
                                    "-r",
                                    "bilinear",
                                    tif("4547").toString(),
                                    tif(epsg).toString()));
        }
    }

    private static Path tif(String epsg) {
        return folder.resolve("slope-" + epsg + ".tif");
    }

    private static Coordinate at(double x, double y) {
        var place = PLANE.projection().inverse(WEST + x, SOUTH + y);
        return new Coordinate(place.lonDeg(), place.latDeg());
    }

    @Test
    void aHeightLiesBetweenTheCellsAroundIt() {
        try (Relief relief = Relief.open(tif("4547"))) {
            assertThat(relief.heightsM(List.of(at(100, 200), at(431.7, 555.5), at(1000, 20))))
                    .satisfiesExactly(
                            h -> assertThat(h).isEqualTo(100 + 1 + 4, within(1e-3)),
                            h -> assertThat(h).isEqualTo(100 + 4.317 + 11.11, within(1e-3)),
                            h -> assertThat(h).isEqualTo(100 + 10 + 0.4, within(1e-3)));
        }
    }

    @Test
    void aModelInDegreesTellsTheSame() {
        try (Relief relief = Relief.open(tif("4326"))) {
            assertThat(relief.heightsM(List.of(at(431.7, 555.5))).get(0)).isEqualTo(115.427, within(0.05));
        }
    }

    @Test
    void beyondTheModelAndWhereNobodyMeasuredThereIsNoHeight() {
        try (Relief relief = Relief.open(tif("4547"))) {
            assertThat(relief.heightsM(List.of(at(-500, 300), at(915, 615), at(300, 300), at(5e6, 300))))
                    .satisfiesExactly(
                            h -> assertThat(h).isNaN(),
                            h -> assertThat(h).isNaN(),
                            h -> assertThat(h).isEqualTo(109, within(1e-3)),
                            h -> assertThat(h).isNaN());
            assertThat(relief.heightsM(List.of(at(-5000, -3000)))).containsExactly(Double.NaN);
        }
    }

    @Test
    void whatIsNoModelIsRefusedInWords() throws IOException {
        Path text = Files.writeString(folder.resolve("a.tif"), "no model");
        assertThatThrownBy(() -> Relief.open(text))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("could not be read as heights");
        assertThatThrownBy(() -> Relief.open(folder.resolve("none.tif"))).hasMessageContaining("Check the path");
        Path bands = folder.resolve("bands.tif");
        TestDatabases.gdal(List.of(
                "gdal_translate", "-q", "-b", "1", "-b", "1", tif("4547").toString(), bands.toString()));
        assertThatThrownBy(() -> Relief.open(bands)).hasMessageContaining("one band");
    }
}
