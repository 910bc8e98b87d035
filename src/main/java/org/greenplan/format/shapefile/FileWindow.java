package org.greenplan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file read piece by piece from any place; nothing is asked of the disk twice while pieces follow each other. */
final class FileWindow implements Closeable {
    private static final int WINDOW = 1 << 17;

    private final FileChannel channel;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long start;

    FileWindow(Path path) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    boolean holds(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= size - length;
    }

    /** Those bytes, valid until the next call; the file must hold them. */
    ByteBuffer read(long offset, int length) throws IOException {
        if (offset < start || offset + length > start + window.limit()) {
            if (length > window.capacity()) {
                window = ByteBuffer.allocate(length);
            }
            window.clear();
            start = offset;
            while (window.position() < length) {
                if (channel.read(window, offset + window.position()) < 0) {
                    throw new IOException("the file shrank while it was read");
                }
            }
            window.flip();
        }
        return window.slice((int) (offset - start), length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
