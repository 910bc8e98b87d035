package org.greenplan.backdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.greenplan.problem.Problem;
import org.greenplan.tile.TileAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Files of tiles as they are made, and as somebody makes them who means no good. */
class BasemapFilesTest {
    @TempDir
    Path folder;

    /** An image that tells which it is by its length and a byte; only its first bytes are looked at. */
    private static byte[] image(int number) {
        byte[] bytes = new byte[20 + number];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, bytes, 0, 8);
        bytes[10] = (byte) number;
        return bytes;
    }

    private static int number(Optional<Picture> tile) {
        return tile.map(Picture::bytes)
                .map(bytes -> bytes[10] == bytes.length - 20 ? (int) bytes[10] : -2)
                .orElse(-1);
    }

    private Path mbtiles(String format, String tiles) throws SQLException {
        Path file = folder.resolve("a " + format + ".mbtiles");
        try (Connection made = DriverManager.getConnection("jdbc:sqlite:" + file);
                var sql = made.createStatement()) {
            sql.execute("CREATE TABLE metadata (name text, value text)");
            sql.execute("INSERT INTO metadata VALUES ('name','航片<script>'),('format','" + format
                    + "'),('bounds','113,34,114,35'),('attribution','<a href=\"x\">某测绘院</a>')");
            sql.execute(tiles);
            if (tiles.startsWith("CREATE TABLE")) {
                try (var row = made.prepareStatement("INSERT INTO tiles VALUES (3, 6, 5, ?), (4, 13, 9, ?)")) {
                    row.setBytes(1, image(1));
                    row.setBytes(2, image(2));
                    row.execute();
                }
            }
        }
        return file;
    }

    @Test
    void tilesOfADatabaseAreCountedFromTheSouth() throws SQLException {
        Path file = mbtiles(
                "png",
                "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)");
        Basemap map = BasemapFiles.open("x", file, false);
        assertThat(map.title()).isEqualTo("航片");
        assertThat(map.attribution()).isEqualTo("某测绘院");
        assertThat(map.source().maxZoom()).isEqualTo(4);
        assertThat((Object) map.source().lonLat()).isEqualTo(new Envelope(113, 114, 34, 35));
        assertThat(number(map.source().tile(new TileAddress(3, 6, 2)))).isEqualTo(1);
        assertThat(number(map.source().tile(new TileAddress(4, 13, 6)))).isEqualTo(2);
        assertThat(map.source().tile(new TileAddress(4, 13, 9))).isEmpty();
        map.source().close();
    }

    @Test
    void aDatabaseThatMeansNoGoodIsGivenUp() throws SQLException, IOException {
        Path endless = mbtiles(
                "png",
                "CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                        + " SELECT i AS zoom_level, i AS tile_column, i AS tile_row, zeroblob(9) AS tile_data FROM n");
        assertThatThrownBy(() -> BasemapFiles.open("x", endless, false))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.words().zh()).contains("MBTiles"));
        Path vector = mbtiles("pbf", "CREATE TABLE tiles (zoom_level integer, tile_column, tile_row, tile_data)");
        assertThatThrownBy(() -> BasemapFiles.open("x", vector, false))
                .hasMessageContaining("a pbf.mbtiles holds vector tiles");
        Path huge = mbtiles(
                "jpg",
                "CREATE VIEW tiles AS SELECT 3 AS zoom_level, 6 AS tile_column, 5 AS tile_row, zeroblob(900000000) AS tile_data");
        try (TileSource tiles = BasemapFiles.open("x", huge, false).source()) {
            assertThat(tiles.tile(new TileAddress(3, 6, 2))).isEmpty();
        }
    }

    /** Numbers of the specification's own table. */
    @ParameterizedTest
    @CsvSource({"0,0,0,0", "1,0,0,1", "1,0,1,2", "1,1,1,3", "1,1,0,4", "2,0,0,5", "2,1,0,6", "12,3423,1763,19078479"})
    void tilesAreNumberedAlongACurve(int z, int x, int y, long id) {
        assertThat(PmDirectory.id(z, x, y)).isEqualTo(id);
    }

    /** Two tiles that are one image, a third in a further directory. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void tilesOfAnArchiveAreFoundThroughItsDirectories(boolean gzip) throws IOException {
        byte[] leaf = directory(gzip, new long[] {2, 9, 1, 1, 1, image(1).length, image(2).length, 1, 0});
        byte[] root = directory(gzip, new long[] {2, 1, 3, 2, 0, image(1).length, leaf.length, 1, 1});
        Basemap map = BasemapFiles.open("x", archive(gzip, 2, root, leaf), false);
        assertThat(map.source().maxZoom()).isEqualTo(3);
        assertThat((Object) map.source().lonLat()).isEqualTo(new Envelope(113, 114, 34, 35));
        assertThat(number(map.source().tile(new TileAddress(1, 0, 0)))).isEqualTo(1);
        assertThat(number(map.source().tile(new TileAddress(1, 0, 1)))).isEqualTo(1);
        assertThat(map.source().tile(new TileAddress(1, 1, 1)))
                .as("after the run")
                .isEmpty();
        assertThat(number(map.source().tile(tile(9)))).isEqualTo(1);
        assertThat(number(map.source().tile(tile(10))))
                .as("follows the one before")
                .isEqualTo(2);
        assertThat(map.source().tile(new TileAddress(3, 0, 0))).isEmpty();
        map.source().close();
    }

    private static TileAddress tile(long id) {
        for (int x = 0; x < 4; x++) {
            for (int y = 0; y < 4; y++) {
                if (PmDirectory.id(2, x, y) == id) {
                    return new TileAddress(2, x, y);
                }
            }
        }
        throw new AssertionError();
    }

    @Test
    void anArchiveThatMeansNoGoodIsGivenUp() throws IOException {
        byte[] loop = directory(false, new long[] {1, 0, 0, 6, 1});
        byte[] good = directory(false, new long[] {1, 1, 1, 5, 1});
        try (TileSource circle =
                BasemapFiles.open("x", archive(false, 2, loop, loop), false).source()) {
            assertThatThrownBy(() -> circle.tile(new TileAddress(1, 0, 0))).isInstanceOf(Problem.Unavailable.class);
        }
        byte[] many = directory(false, new long[] {1L << 40, 1});
        byte[] none = directory(false, new long[] {1, 1, 1, 5, 0});
        var zeros = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zeros)) {
            for (int i = 0; i < 20; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        for (Path bad : List.of(
                archive(false, 2, many, good),
                archive(false, 2, none, good),
                archive(true, 2, zeros.toByteArray(), good),
                archive(false, 1, good, good),
                cut(archive(false, 2, good, good), 100),
                cut(archive(false, 2, good, good), 128))) {
            assertThatThrownBy(() -> BasemapFiles.open("x", bad, false)).isInstanceOf(Problem.Invalid.class);
        }
    }

    private Path cut(Path file, int length) throws IOException {
        return Files.write(
                folder.resolve("cut-" + length + ".pmtiles"), Arrays.copyOf(Files.readAllBytes(file), length));
    }

    private static byte[] directory(boolean gzip, long[] numbers) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (long number : numbers) {
            for (long rest = number; ; rest >>>= 7) {
                bytes.write((int) ((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0)));
                if (rest <= 0x7f) {
                    break;
                }
            }
        }
        if (!gzip) {
            return bytes.toByteArray();
        }
        var folded = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(folded)) {
            bytes.writeTo(out);
        }
        return folded.toByteArray();
    }

    private Path archive(boolean gzip, int type, byte[] root, byte[] leaf) throws IOException {
        byte[] tiles = new byte[image(1).length + image(2).length];
        System.arraycopy(image(1), 0, tiles, 0, image(1).length);
        System.arraycopy(image(2), 0, tiles, image(1).length, image(2).length);
        var head = ByteBuffer.allocate(127 + root.length + leaf.length + tiles.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        head.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
        head.putLong(8, 127).putLong(16, root.length);
        head.putLong(40, 127 + root.length).putLong(48, leaf.length);
        head.putLong(56, 127 + root.length + leaf.length).putLong(64, tiles.length);
        head.put(97, (byte) (gzip ? 2 : 1))
                .put(98, (byte) 1)
                .put(99, (byte) type)
                .put(100, (byte) 0)
                .put(101, (byte) 3);
        head.putInt(102, 1_130_000_000)
                .putInt(106, 340_000_000)
                .putInt(110, 1_140_000_000)
                .putInt(114, 350_000_000);
        head.position(127).put(root).put(leaf).put(tiles);
        return Files.write(Files.createTempFile(folder, "archive", ".pmtiles"), head.array());
    }

    @Test
    void whatIsSentIsKeptInTheFolderOrNotAtAll() throws IOException {
        byte[] root = directory(false, new long[] {1, 1, 1, image(1).length, 1});
        byte[] file = Files.readAllBytes(archive(false, 2, root, root));
        Path kept = folder.resolve("plan/basemaps");
        Basemaps maps = Basemaps.of(List.of(), kept);
        Basemap laid = maps.receive("..\\..//etc/航片 1.pmtiles", new ByteArrayInputStream(file));
        FileTime made = Files.getLastModifiedTime(kept.resolve("航片 1.pmtiles"));
        assertThat(laid.title()).isEqualTo("航片 1");
        assertThat(number(laid.source().tile(new TileAddress(1, 0, 0)))).isEqualTo(1);
        maps.receive("航片 1.pmtiles", new ByteArrayInputStream(file));
        assertThatThrownBy(() ->
                        maps.receive("x.svg", new ByteArrayInputStream("<svg/>".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("x.svg cannot lie under the plan");
        try (var files = Files.list(kept)) {
            assertThat(files.map(path -> path.getFileName().toString()).sorted())
                    .containsExactly("2-航片 1.pmtiles", "航片 1.pmtiles");
        }
        Files.setLastModifiedTime(kept.resolve("航片 1.pmtiles"), FileTime.fromMillis(0));
        assertThat(Basemaps.of(List.of(), kept).list())
                .as("another file of the same name is another map")
                .noneMatch(map -> map.id().equals(laid.id()));
        Files.setLastModifiedTime(kept.resolve("航片 1.pmtiles"), made);
        maps.remove(laid.id());
        assertThat(Basemaps.of(List.of(), kept).list())
                .extracting(Basemap::title)
                .containsExactly("2-航片 1");
    }

    @ParameterizedTest
    @CsvSource({
        "../../x.mbtiles, x.mbtiles",
        "C:\\a\\b.tif, b.tif",
        ".hidden, hidden",
        "online.json, basemap-online.json",
        "a\0b, a_b"
    })
    void aNameIsNeverAPath(String sent, String kept) {
        assertThat(BasemapFiles.safe(sent.replace("\\0", "\0"))).isEqualTo(kept);
    }
}
