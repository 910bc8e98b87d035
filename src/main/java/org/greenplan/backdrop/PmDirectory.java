package org.greenplan.backdrop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * A directory of a PMTiles file: numbers of tiles in rising order, with where their bytes lie. An entry without a run leads to a further
 * directory.
 */
final class PmDirectory {
    /** A directory unfolds to no more; the largest of real files have some hundred kilobytes. */
    private static final int MOST_BYTES = 16 << 20;

    private final long[] ids;
    private final long[] runs;
    private final long[] lengths;
    private final long[] offsets;

    private PmDirectory(int entries) {
        ids = new long[entries];
        runs = new long[entries];
        lengths = new long[entries];
        offsets = new long[entries];
    }

    /**
     * Reads a directory.
     *
     * @param gzip whether it is folded
     * @throws IOException where the bytes are no directory
     */
    static PmDirectory of(byte[] bytes, boolean gzip) throws IOException {
        var in = new Numbers(gzip ? unfolded(bytes) : bytes);
        long count = in.next();
        // Each entry takes four bytes at the least, so no file can ask for more memory than it has bytes.
        if (count > in.left() / 4) {
            throw new IOException("a directory of " + count + " entries in " + in.left() + " bytes");
        }
        int n = (int) count;
        var directory = new PmDirectory(n);
        long id = 0;
        for (int i = 0; i < n; i++) {
            id += in.next();
            directory.ids[i] = id;
        }
        for (int i = 0; i < n; i++) {
            directory.runs[i] = in.next();
        }
        for (int i = 0; i < n; i++) {
            directory.lengths[i] = in.next();
        }
        for (int i = 0; i < n; i++) {
            long offset = in.next();
            if (offset == 0 && i == 0) {
                throw new IOException("the first entry follows none");
            }
            // Nought says that it follows the one before.
            directory.offsets[i] = offset == 0 ? directory.offsets[i - 1] + directory.lengths[i - 1] : offset - 1;
        }
        return directory;
    }

    /** The entry that holds a tile or leads to it; -1 where none does. */
    int find(long id) {
        int low = 0;
        int high = ids.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (ids[middle] <= id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        boolean holds = high >= 0 && (runs[high] == 0 || id - ids[high] < runs[high]);
        return holds ? high : -1;
    }

    /** Whether an entry leads to a further directory. */
    boolean isDirectory(int entry) {
        return runs[entry] == 0;
    }

    /** How many bytes it has. */
    long length(int entry) {
        return lengths[entry];
    }

    /** Where they begin, in the part of the file for tiles or for directories. */
    long offset(int entry) {
        return offsets[entry];
    }

    /** The number of a tile: all of the levels above first, then along Hilbert's curve. */
    static long id(int z, int x, int y) {
        long before = ((1L << (2 * z)) - 1) / 3;
        long along = 0;
        long right = x;
        long down = y;
        for (long half = (1L << z) / 2; half > 0; half /= 2) {
            long inRight = (right & half) > 0 ? 1 : 0;
            long inDown = (down & half) > 0 ? 1 : 0;
            along += half * half * ((3 * inRight) ^ inDown);
            if (inDown == 0) {
                if (inRight == 1) {
                    right = half - 1 - (right & (half - 1));
                    down = half - 1 - (down & (half - 1));
                }
                long other = right;
                right = down;
                down = other;
            }
        }
        return before + along;
    }

    private static byte[] unfolded(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] all = in.readNBytes(MOST_BYTES + 1);
            if (all.length > MOST_BYTES) {
                throw new IOException("a directory that unfolds without end");
            }
            return all;
        }
    }

    /** Whole numbers of seven bits a byte, the lowest first. */
    private static final class Numbers {
        private final byte[] bytes;
        private int at;

        Numbers(byte[] bytes) {
            this.bytes = bytes;
        }

        int left() {
            return bytes.length - at;
        }

        long next() throws IOException {
            long number = 0;
            for (int shift = 0; shift < 63; shift += 7) {
                if (at >= bytes.length) {
                    throw new IOException("the directory ends too early");
                }
                byte part = bytes[at++];
                number |= (long) (part & 0x7f) << shift;
                if (part >= 0) {
                    return number;
                }
            }
            throw new IOException("a number without end");
        }
    }
}
