package org.greenplan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.greenplan.format.SourceFile;

/** The index of a shapefile: where each shape begins and how long it is. */
final class ShxIndex implements Closeable {
    private static final int HEADER = 100;
    private static final int ENTRY = 8;

    private final FileWindow window;
    private long at = HEADER;
    private long offset;
    private long length;

    ShxIndex(SourceFile file) throws IOException {
        this.window = new FileWindow(file.path());
    }

    /** True where every entry lies within the shapes and all together are no longer than these. */
    static boolean fits(SourceFile file, long shapesBytes) throws IOException {
        try (ShxIndex index = new ShxIndex(file)) {
            if (index.window.size() < HEADER || (index.window.size() - HEADER) % ENTRY != 0) {
                return false;
            }
            long sum = HEADER;
            while (index.next()) {
                sum += index.length + ENTRY;
                boolean none = index.length == 0;
                boolean inside = index.offset >= HEADER && index.offset + ENTRY + index.length <= shapesBytes;
                if (index.length < 0 || !(none || inside) || sum > shapesBytes + entries(index)) {
                    return false;
                }
            }
            return index.at > HEADER || shapesBytes == HEADER;
        }
    }

    static long count(SourceFile file) {
        return Math.max(0, (file.bytes() - HEADER) / ENTRY);
    }

    boolean next() throws IOException {
        if (!window.holds(at, ENTRY)) {
            return false;
        }
        ByteBuffer entry = window.read(at, ENTRY);
        offset = 2L * entry.getInt(0);
        length = 2L * entry.getInt(4);
        at += ENTRY;
        return true;
    }

    long offset() {
        return offset;
    }

    /** Bytes of the shape; none where it was never drawn. */
    long length() {
        return length;
    }

    /** Shapes that were never drawn take an entry here and nothing there. */
    private static long entries(ShxIndex index) {
        return index.at - HEADER;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
