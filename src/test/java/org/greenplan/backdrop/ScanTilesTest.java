package org.greenplan.backdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greenplan.crs.ControlFit.Method;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.GaussKruger.PlanePoint;
import org.greenplan.crs.PlanCrs;
import org.greenplan.picture.PictureFile;
import org.greenplan.scan.ScanPoints;
import org.greenplan.tile.TileAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drawing whose colours tell which pixel of it one sees, laid askew on the earth. */
class ScanTilesTest {
    private static final PlanCrs PLANE = PlanCrs.of("EPSG:4547");
    private static final double EAST = 430_000;
    private static final double NORTH = 3_855_000;
    private static final double TURN = Math.toRadians(-35);
    private static final double PIXEL_M = 2.5;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;

    @TempDir
    Path folder;

    /** Red grows to the right and green down, by one each four pixels. */
    private static byte[] picture() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, ((x / 4) << 16) | ((y / 4) << 8) | 200);
            }
        }
        return PictureFile.png(picture);
    }

    private static ScanPoints points() {
        return new ScanPoints(
                "EPSG:4547", Method.SIMILARITY, List.of(point(0, 0), point(900, 50), point(950, 650), point(20, 600)));
    }

    private static ScanPoints.Point point(double x, double y) {
        double right = x * PIXEL_M;
        double up = -y * PIXEL_M;
        LonLat there = PLANE.projection()
                .inverse(
                        EAST + right * Math.cos(TURN) - up * Math.sin(TURN),
                        NORTH + right * Math.sin(TURN) + up * Math.cos(TURN));
        return new ScanPoints.Point(x, y, there.lonDeg(), there.latDeg());
    }

    @Test
    void aPixelOfATileShowsWhatIsDrawnThere() throws IOException {
        Basemaps maps = Basemaps.of(List.of(), folder);
        Basemap map = maps.receive("规划图.png", new ByteArrayInputStream(picture()));
        assertThat(map.title()).isEqualTo("规划图");
        assertThat(map.source().lonLat() == null).isTrue();
        String before = map.url();
        maps.scan(map.id()).lay(points());
        assertThat(map.url()).isNotEqualTo(before);
        for (Basemap each : List.of(map, Basemaps.of(List.of(), folder).get(map.id()))) {
            assertThat(each.source()
                            .lonLat()
                            .contains(point(500, 350).lonDeg(), point(500, 350).latDeg()))
                    .isTrue();
            for (int z : new int[] {13, 16, 19}) {
                ScanPoints.Point centre = point(500, 350);
                int x = (int) ((centre.lonDeg() + 180) / 360 * (1 << z));
                var at = new TileAddress(z, x, (int) new TileAddress(z, x, 0).down(centre.latDeg()));
                BufferedImage tile =
                        each.source().tile(at).orElseThrow().pixels().orElseThrow();
                int inside = 0;
                for (int i = 0; i < 36; i++) {
                    inside += checked(at, tile, 3 + i % 6 * 50, 3 + i / 6 * 50);
                }
                assertThat(inside).as("zoom %s", z).isPositive();
            }
            assertThat(each.source().tile(new TileAddress(13, 100, 100))).isEmpty();
        }
        maps.remove(map.id());
        try (var left = Files.list(folder)) {
            assertThat(left).as("its points go with it").isEmpty();
        }
    }

    /** Whether a pixel lies in the drawing; there it has the colour of its place, outside it is nothing. */
    private static int checked(TileAddress at, BufferedImage tile, int column, int row) {
        double lon = (at.x() + (column + 0.5) / 256) / (1 << at.z()) * 360 - 180;
        double north = Math.PI * (1 - 2 * (at.y() + (row + 0.5) / 256) / (1 << at.z()));
        PlanePoint there = PLANE.projection().forward(lon, Math.toDegrees(Math.atan(Math.sinh(north))));
        double east = (there.eastM() - EAST) / PIXEL_M;
        double up = (there.northM() - NORTH) / PIXEL_M;
        double right = east * Math.cos(TURN) + up * Math.sin(TURN);
        double down = east * Math.sin(TURN) - up * Math.cos(TURN);
        int pixel = tile.getRGB(column, row);
        if (right < -20 || down < -20 || right > WIDTH + 20 || down > HEIGHT + 20) {
            assertThat(pixel >>> 24).isZero();
            return 0;
        }
        if (right < 20 || down < 20 || right > WIDTH - 20 || down > HEIGHT - 20) {
            return 0;
        }
        double perPixel = 156_543 / (double) (1 << at.z()) / PIXEL_M / 4;
        assertThat((double) ((pixel >> 16) & 0xff)).isCloseTo(right / 4, within(1 + perPixel));
        assertThat((double) ((pixel >> 8) & 0xff)).isCloseTo(down / 4, within(1 + perPixel));
        assertThat(pixel & 0xff).isCloseTo(200, within(3));
        return 1;
    }

    /** At the closest each pixel is one, at the farthest all of it is one tile. */
    @Test
    void theDrawingItselfIsSeenInTiles() throws IOException {
        Basemaps maps = Basemaps.of(List.of(), folder);
        ScanTiles scan = maps.scan(
                maps.receive("a.png", new ByteArrayInputStream(picture())).id());
        assertThat(scan.levels()).isEqualTo(2);
        BufferedImage close =
                scan.piece(new TileAddress(2, 3, 2)).orElseThrow().pixels().orElseThrow();
        assertThat(close.getRGB(100, 150)).isEqualTo(0xff000000 | (868 / 4) << 16 | (662 / 4) << 8 | 200);
        assertThat(close.getRGB(100, 200) >>> 24).as("below the drawing").isZero();
        BufferedImage all =
                scan.piece(new TileAddress(0, 0, 0)).orElseThrow().pixels().orElseThrow();
        assertThat((all.getRGB(200, 100) >> 16) & 0xff).isBetween(199, 202);
        assertThat(all.getRGB(200, 180) >>> 24).isZero();
        assertThat(scan.piece(new TileAddress(2, 3, 3))).isEmpty();
        assertThat(scan.piece(new TileAddress(3, 0, 0))).isEmpty();
    }
}
