package org.greenplan.backdrop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.tile.TileAddress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Tiles in a PMTiles file of version 3. Only what a tile needs is read of it, and nothing that it says of itself is believed unseen. */
final class PmTiles implements TileSource {
    private static final int HEAD = 127;
    private static final int MOST_BYTES = 4 << 20;
    private static final int DEEPEST = 4;
    private static final int KEPT_DIRECTORIES = 32;
    private static final int NONE = 1;
    private static final int GZIP = 2;
    private static final int PNG = 2;
    private static final int WEBP = 4;

    private final FileChannel file;
    private final boolean gzip;
    private final long leavesAt;
    private final long tilesAt;
    private final int minZoom;
    private final int maxZoom;
    private final @Nullable Envelope lonLat;
    private final PmDirectory root;
    private final Map<Long, PmDirectory> leaves = new LinkedHashMap<>();

    private PmTiles(FileChannel file, String name) throws IOException {
        this.file = file;
        ByteBuffer head = ByteBuffer.wrap(bytes(0, HEAD)).order(ByteOrder.LITTLE_ENDIAN);
        String signature = new String(head.array(), 0, 7, StandardCharsets.US_ASCII);
        int folding = head.get(97);
        if (!signature.equals("PMTiles") || head.get(7) != 3 || (folding != NONE && folding != GZIP)) {
            throw new IOException("not of version 3, or folded otherwise");
        }
        if (head.get(99) < PNG || head.get(99) > WEBP) {
            throw MbtilesStore.vector(name);
        }
        this.gzip = folding == GZIP;
        this.leavesAt = head.getLong(40);
        this.tilesAt = head.getLong(56);
        this.minZoom = head.get(100);
        this.maxZoom = Math.min(24, head.get(101));
        this.lonLat = BasemapFiles.box(
                head.getInt(102) / 1e7, head.getInt(106) / 1e7, head.getInt(110) / 1e7, head.getInt(114) / 1e7);
        this.root = directory(head.getLong(8), head.getLong(16));
    }

    /** Opens a file; vector tiles are refused, for they are no picture. */
    static PmTiles open(Path path, String name) {
        FileChannel file = null;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
            return new PmTiles(file, name);
        } catch (IOException | RuntimeException e) {
            close(file);
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw BasemapFiles.unreadable(name, "PMTiles");
        }
    }

    @Override
    public Optional<Picture> tile(TileAddress at) {
        if (at.z() < minZoom || at.z() > maxZoom) {
            return Optional.empty();
        }
        long id = PmDirectory.id(at.z(), at.x(), at.y());
        try {
            PmDirectory directory = root;
            for (int depth = 0; depth < DEEPEST; depth++) {
                int entry = directory.find(id);
                if (entry < 0) {
                    return Optional.empty();
                }
                if (!directory.isDirectory(entry)) {
                    return Picture.of(bytes(tilesAt + directory.offset(entry), directory.length(entry)));
                }
                directory = leaf(leavesAt + directory.offset(entry), directory.length(entry));
            }
            throw new IOException("directories without end");
        } catch (IOException e) {
            throw Problem.Unavailable.of(
                    Words.of("底图文件读不出这一块，文件可能已损坏。", "The base map's file cannot be read here; it may be damaged."), 30);
        }
    }

    private synchronized PmDirectory leaf(long offset, long length) throws IOException {
        PmDirectory known = leaves.get(offset);
        if (known == null) {
            if (leaves.size() >= KEPT_DIRECTORIES) {
                leaves.clear();
            }
            known = directory(offset, length);
            leaves.put(offset, known);
        }
        return known;
    }

    private PmDirectory directory(long offset, long length) throws IOException {
        return PmDirectory.of(bytes(offset, length), gzip);
    }

    private byte[] bytes(long offset, long length) throws IOException {
        if (offset < 0 || length < 0 || length > MOST_BYTES || offset > file.size() - length) {
            throw new IOException("bytes that the file does not have");
        }
        var buffer = ByteBuffer.allocate((int) length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("the file ends too early");
            }
        }
        return buffer.array();
    }

    @Override
    public int maxZoom() {
        return maxZoom;
    }

    @Override
    public @Nullable Envelope lonLat() {
        return lonLat == null ? null : new Envelope(lonLat);
    }

    @Override
    public void close() {
        close(file);
    }

    private static void close(@Nullable FileChannel file) {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // It was only read.
                return;
            }
        }
    }
}
