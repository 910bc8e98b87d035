package org.greenplan.backdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.crs.GaussKruger.PlanePoint;
import org.greenplan.crs.PlanCrs;
import org.greenplan.store.TestDatabases;
import org.greenplan.tile.TileAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

/** Pictures that GDAL wrote, whose colours tell where they lie. */
class GeoTiffTilesTest {
    private static final PlanCrs PLANE = PlanCrs.of("EPSG:4547");
    private static final double WEST = 430_000;
    private static final double NORTH = 3_855_000;
    private static final double PIXEL_M = 2;
    private static final int SIDE = 1024;

    @TempDir
    static Path folder;

    /** Red grows to the east and green to the south, by one each four pixels. */
    @BeforeAll
    static void pictures() throws IOException {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                picture.setRGB(x, y, ((x / 4) << 16) | ((y / 4) << 8) | 200);
            }
        }
        Path png =
                Files.write(folder.resolve("bare.png"), Picture.drawn(picture).bytes());
        List<String> corners = List.of(WEST, NORTH, WEST + SIDE * PIXEL_M, NORTH - SIDE * PIXEL_M).stream()
                .map(String::valueOf)
                .toList();
        List<String> translate = new ArrayList<>(List.of("gdal_translate", "-q", "-b", "1", "-b", "2", "-b", "3"));
        translate.addAll(List.of("-a_srs", "EPSG:4547", "-co", "TILED=YES", "-a_ullr"));
        translate.addAll(corners);
        translate.addAll(List.of(png.toString(), folder.resolve("4547.tif").toString()));
        TestDatabases.gdal(translate);
        TestDatabases.gdal(List.of(
                "gdalwarp",
                "-q",
                "-t_srs",
                "EPSG:4326",
                "-r",
                "bilinear",
                "-co",
                "TILED=YES",
                "-dstalpha",
                folder.resolve("4547.tif").toString(),
                folder.resolve("4326.tif").toString()));
        TestDatabases.gdal(List.of("gdaladdo", "-q", folder.resolve("4326.tif").toString(), "2", "4"));
        TestDatabases.gdal(List.of(
                "gdal_translate",
                "-q",
                "-ot",
                "UInt16",
                folder.resolve("4547.tif").toString(),
                folder.resolve("deep.tif").toString()));
        TestDatabases.gdal(List.of(
                "gdal_translate",
                "-q",
                png.toString(),
                folder.resolve("bare.tif").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4547.tif", "4326.tif"})
    void aPixelOfATileShowsWhatLiesThere(String name) {
        var centre = PLANE.projection().inverse(WEST + 1024, NORTH - 1024);
        try (TileSource tiles =
                BasemapFiles.open("x", folder.resolve(name), false).source()) {
            for (int z : new int[] {13, 16, 19}) {
                int x = (int) ((centre.lonDeg() + 180) / 360 * (1 << z));
                var at = new TileAddress(z, x, (int) new TileAddress(z, x, 0).down(centre.latDeg()));
                BufferedImage tile = tiles.tile(at).orElseThrow().pixels().orElseThrow();
                int inside = 0;
                for (int column = 3; column < 256; column += 50) {
                    for (int row = 3; row < 256; row += 50) {
                        inside += checked(at, tile, column, row);
                    }
                }
                assertThat(inside).as("zoom %s", z).isPositive();
            }
            assertThat(tiles.tile(new TileAddress(13, 100, 100))).isEmpty();
            Envelope box = tiles.lonLat();
            assertThat((Object) box).isNotNull();
            var corner = PLANE.projection().inverse(WEST, NORTH - SIDE * PIXEL_M);
            assertThat(box.getMinY()).isCloseTo(corner.latDeg(), within(0.0003));
            assertThat(box.getMinX()).isCloseTo(corner.lonDeg(), within(0.0003));
        }
    }

    /** Whether a pixel lies in the picture; there it has the colour of its place, outside it is nothing. */
    private static int checked(TileAddress at, BufferedImage tile, int column, int row) {
        var box = at.lonLat(0);
        double lon = box.getMinX() + box.getWidth() * (column + 0.5) / 256;
        double north = Math.PI * (1 - 2 * (at.y() + (row + 0.5) / 256) / (1 << at.z()));
        PlanePoint there = PLANE.projection().forward(lon, Math.toDegrees(Math.atan(Math.sinh(north))));
        double right = (there.eastM() - WEST) / PIXEL_M;
        double down = (NORTH - there.northM()) / PIXEL_M;
        int pixel = tile.getRGB(column, row);
        if (right < -20 || down < -20 || right > SIDE + 20 || down > SIDE + 20) {
            assertThat(pixel >>> 24).isZero();
            return 0;
        }
        if (right < 20 || down < 20 || right > SIDE - 20 || down > SIDE - 20) {
            return 0;
        }
        double perPixel = 156_543 / (double) (1 << at.z()) / PIXEL_M / 4;
        assertThat((double) ((pixel >> 16) & 0xff)).isCloseTo(right / 4, within(1.5 + perPixel));
        assertThat((double) ((pixel >> 8) & 0xff)).isCloseTo(down / 4, within(1.5 + perPixel));
        assertThat(pixel & 0xff).isCloseTo(200, within(3));
        return 1;
    }

    @Test
    void whatIsNoPictureWithAPlaceIsRefused() throws IOException {
        byte[] deep = Files.readAllBytes(folder.resolve("deep.tif"));
        byte[] bare = Files.readAllBytes(folder.resolve("bare.tif"));
        var maps = Basemaps.of(List.of(), folder.resolve("maps"));
        assertThatThrownBy(() -> maps.receive("deep.tif", new ByteArrayInputStream(deep)))
                .hasMessageContaining("no picture of 8 bits");
        assertThat(maps.list()).isEmpty();
        // One without a place is a scan, which waits for its control points.
        Basemap scan = maps.receive("bare.tif", new ByteArrayInputStream(bare));
        assertThat(scan.kind()).isEqualTo("scan");
        assertThat(scan.source().tile(new TileAddress(0, 0, 0))).isEmpty();
    }
}
