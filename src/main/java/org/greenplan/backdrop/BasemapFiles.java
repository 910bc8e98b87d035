package org.greenplan.backdrop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.greenplan.picture.PictureFile;
import org.greenplan.picture.TiffHead;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that lie under the plan, in a folder beside it. What a file is, its first bytes say; its name is only what it is called. */
final class BasemapFiles {
    private static final Logger LOG = LoggerFactory.getLogger(BasemapFiles.class);
    private static final long MOST_BYTES = 16L << 30;
    private static final long ROOM_LEFT_BYTES = 500L << 20;
    private static final int LONGEST_NAME = 80;

    private BasemapFiles() {}

    /** A file as it is laid under the plan. */
    static Basemap open(String id, Path file, boolean removable) {
        return open(id, file, String.valueOf(file.getFileName()), removable);
    }

    private static Basemap open(String id, Path file, String name, boolean removable) {
        String head = head(file);
        String bare = name.replaceFirst("\\.[A-Za-z0-9]{1,8}$", "");
        if (head.startsWith("SQLite format 3\0")) {
            MbtilesStore tiles = MbtilesStore.open(file, name);
            String title = tiles.title().isBlank() ? bare : plain(tiles.title());
            return new Basemap(id, title, plain(tiles.attribution()), "mbtiles", false, removable, tiles);
        }
        if (head.startsWith("PMTiles")) {
            return new Basemap(id, bare, "", "pmtiles", false, removable, PmTiles.open(file, name));
        }
        Optional<PictureFile.Form> form = PictureFile.Form.of(head.getBytes(StandardCharsets.ISO_8859_1));
        if (form.isPresent() && form.get() == PictureFile.Form.TIFF) {
            return new Basemap(id, bare, "", "geotiff", false, removable, new GeoTiffTiles(file, name));
        }
        if (form.isPresent() && removable) {
            return new Basemap(id, bare, "", "scan", false, true, ScanTiles.open(file, name));
        }
        throw new Problem.Invalid(
                Words.of(
                        name + " 不是能作底图的文件。请用 MBTiles、PMTiles 栅格瓦片或 GeoTIFF；扫描图（PNG、JPEG、TIFF）请在页面上添加。",
                        name
                                + " cannot lie under the plan. Raster tiles in MBTiles or PMTiles, or a GeoTIFF, can; a scan (PNG,"
                                + " JPEG, TIFF) is added from the page."),
                "file");
    }

    /** The files of a folder; one that cannot be read is passed over. */
    static List<Basemap> list(Path folder) {
        List<Basemap> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path ->
                            !path.getFileName().toString().matches("online\\.json.*|.*\\.part|.*\\.points\\.json"))
                    .sorted()
                    .toList()) {
                try {
                    found.add(open(id(file), file, true));
                } catch (Problem e) {
                    LOG.warn("{}", e.words().en());
                }
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be listed", folder);
        }
        return found;
    }

    /** Takes a file in under a name that its sender gives it, never a path; what cannot lie under the plan is thrown away again. */
    static Basemap receive(Path folder, String name, InputStream body) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(UUID.randomUUID() + ".part");
            try {
                copy(body, part, Files.getFileStore(folder).getUsableSpace() - ROOM_LEFT_BYTES);
                take(part, safe(name));
                Path kept = free(folder, safe(name));
                Files.move(part, kept);
                return open(id(kept), kept, true);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at what came, and makes a scan of a picture that does not know its place. */
    private static void take(Path part, String name) {
        PictureFile.Form form = PictureFile.Form.of(head(part).getBytes(StandardCharsets.ISO_8859_1))
                .orElse(null);
        if (form == null || (form == PictureFile.Form.TIFF && TiffHead.knowsItsPlace(part))) {
            try (TileSource trial = open("trial", part, name, true).source()) {
                trial.look();
            }
        } else {
            ScanTiles.shrink(part, name, form);
        }
    }

    /** The file of a map that was laid from the page. */
    static void delete(Path folder, String id) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> id(each).equals(id)).toList()) {
                Files.delete(file);
                Files.deleteIfExists(ScanTiles.beside(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(InputStream body, Path to, long roomBytes) throws IOException {
        long most = Math.min(MOST_BYTES, roomBytes);
        byte[] buffer = new byte[1 << 16];
        long sum = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                sum += n;
                if (sum > most) {
                    throw new Problem.TooLarge(Words.of(
                            "文件过大或磁盘空间不足，没有保留。可在启动时用 --basemap 文件路径 直接给出。",
                            "The file is too large, or the disk lacks room; it was not kept. Name it at the start instead: --basemap"
                                    + " FILE."));
                }
                out.write(buffer, 0, n);
            }
        }
    }

    /** The last part of a name without what could lead elsewhere. */
    static String safe(String name) {
        String last = name.replaceFirst("(?s).*[/\\\\]", "")
                .replaceAll("[^\\p{L}\\p{N} ._()（）-]", "_")
                .replaceFirst("^[. ]+", "");
        String kept = last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
        return kept.isBlank() || kept.toLowerCase(Locale.ROOT).startsWith("online.json") ? "basemap-" + kept : kept;
    }

    private static Path free(Path folder, String name) {
        Path path = folder.resolve(name);
        for (int i = 2; Files.exists(path); i++) {
            path = folder.resolve(i + "-" + name);
        }
        return path;
    }

    /** Another file of the same name is another map: whoever has tiles of the former must not be shown them. */
    private static String id(Path file) {
        try {
            String seen = file.getFileName() + "\n" + Files.size(file) + "\n"
                    + Files.getLastModifiedTime(file).toMillis();
            return "file-" + UUID.nameUUIDFromBytes(seen.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(String.valueOf(file.getFileName()), "");
        }
    }

    private static String head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(16), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw unreadable(String.valueOf(file.getFileName()), "");
        }
    }

    /** Text without the marks of a web page that such files carry. */
    private static String plain(String text) {
        String bare = text.replaceAll("<[^>]{0,300}>", "").strip();
        return bare.substring(0, Math.min(LONGEST_NAME, bare.length()));
    }

    /** A box in degrees; null where it is none. */
    static @Nullable Envelope box(double west, double south, double east, double north) {
        boolean sound = Arrays.stream(new double[] {west, south, east, north}).allMatch(Double::isFinite)
                && west < east
                && south < north
                && west >= -180
                && east <= 180
                && south >= -90
                && north <= 90;
        return sound ? new Envelope(west, east, south, north) : null;
    }

    static Problem unreadable(String file, String form) {
        return new Problem.Invalid(
                Words.of(
                        file + (form.isEmpty() ? " 读不出。" : " 作为 " + form + " 读不出，文件可能不完整。请重新导出或复制。"),
                        file
                                + (form.isEmpty()
                                        ? " cannot be read."
                                        : " cannot be read as " + form
                                                + "; it may be incomplete. Export or copy it again.")),
                "file");
    }
}
