package org.greenplan.backdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenplan.crs.MapShift;
import org.greenplan.tile.TileAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a pixel of a tile comes from, told by its colour. */
class MosaicTest {
    /** Of a service that paints each row in a shade of its latitude, the rows of a tile of the map tell theirs. */
    @ParameterizedTest
    @CsvSource({"2, 3, 1", "5, 26, 12", "14, 13343, 6545", "16, 53374, 26181", "14, 13343, 12001"})
    void aTileOfDegreesLiesAtItsLatitude(int z, int x, int y) {
        var at = new TileAddress(z, x, y);
        List<Long> columns = new ArrayList<>();
        BufferedImage tile = Mosaic.fromDegrees(at, (zoom, column, row) -> {
            columns.add(column);
            return Optional.of(shades(at, 90 - 360.0 / (1L << zoom) * row, 90 - 360.0 / (1L << zoom) * (row + 1)));
        });
        assertThat(columns).containsOnly((long) x);
        check(at, tile);
    }

    @Test
    void aPictureOfDegreesLiesAtItsLatitude() {
        var at = new TileAddress(4, 13, 6);
        var box = at.lonLat(0);
        check(at, Mosaic.fromDegrees(at, shades(at, box.getMaxY(), box.getMinY())));
    }

    private static void check(TileAddress at, BufferedImage tile) {
        for (int row : new int[] {0, 1, 77, 128, 200, 255}) {
            double north = Math.PI * (1 - 2 * (at.y() + (row + 0.5) / 256) / (1 << at.z()));
            double lat = Math.toDegrees(Math.atan(Math.sinh(north)));
            int pixel = tile.getRGB(100, row);
            assertThat(pixel >>> 24).as("opaque").isEqualTo(255);
            assertThat((double) (pixel & 0xff)).as("row %s", row).isCloseTo(shade(at, lat), within(1.5));
        }
    }

    /** 0 at the lower edge of a tile and 255 at the upper. */
    private static double shade(TileAddress at, double lat) {
        var box = at.lonLat(0);
        return Math.max(0, Math.min(255, 255 * (lat - box.getMinY()) / box.getHeight()));
    }

    private static BufferedImage shades(TileAddress at, double top, double bottom) {
        var image = Mosaic.blank(256, 256);
        for (int row = 0; row < 256; row++) {
            int shade = (int) Math.round(shade(at, top + (bottom - top) * (row + 0.5) / 256));
            for (int column = 0; column < 256; column++) {
                image.setRGB(column, row, 0xff000000 | shade);
            }
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({"12, 3336, 1636", "16, 53374, 26181", "18, 213500, 104725"})
    void whatIsShownBesideItsPlaceIsBroughtBack(int z, int x, int y) {
        var at = new TileAddress(z, x, y);
        BufferedImage tile =
                Mosaic.unshifted(at, MapShift.GCJ_02, (zoom, column, row) -> Optional.of(places(column, row)));
        var centre = at.lonLat(0).centre();
        var seen = MapShift.GCJ_02.shifted(centre.x, centre.y);
        long across = Math.round((at.across(seen.lonDeg()) + x) * 256 - 0.5);
        long down = Math.round((at.down(seen.latDeg()) + y) * 256 - 0.5);
        int pixel = tile.getRGB(128, 128);
        assertThat((double) ((pixel >> 12) & 0xfff)).isCloseTo(across & 0xfff, within(1.0));
        assertThat((double) (pixel & 0xfff)).isCloseTo(down & 0xfff, within(1.0));
        for (int[] corner : new int[][] {{0, 0}, {255, 0}, {0, 255}, {255, 255}}) {
            assertThat(tile.getRGB(corner[0], corner[1]) >>> 24).isEqualTo(255);
        }
    }

    /** Pixels that carry the last twelve bits of where they are in the whole map. */
    private static BufferedImage places(long column, long row) {
        var image = Mosaic.blank(256, 256);
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                int right = (int) ((column * 256 + x) & 0xfff);
                int down = (int) ((row * 256 + y) & 0xfff);
                image.setRGB(x, y, 0xff000000 | (right << 12) | down);
            }
        }
        return image;
    }
}
