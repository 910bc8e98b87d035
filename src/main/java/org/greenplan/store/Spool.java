package org.greenplan.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.greenplan.format.Scratch;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is made while the plan is read and sent when the plan has been let go: whoever takes long to receive it keeps nobody
 * waiting. A small one stays in memory, a large one lies in a file, which is gone when the answer has been read or closed.
 */
public final class Spool {
    /** With every thread of the server sending, this is what memory must hold 250 times. */
    private static final int MOST_IN_MEMORY = 256 << 10;

    private static final int RETRY_AFTER_S = 30;

    private final Sink sink = new Sink();

    private Spool() {}

    /** What makes an answer. */
    interface Making {
        void to(OutputStream out) throws IOException;
    }

    /** Has an answer made; nothing is left of one that failed. */
    static Spool of(Making making) {
        Spool spool = new Spool();
        try {
            making.to(spool.sink);
            spool.sink.close();
            return spool;
        } catch (IOException e) {
            spool.sink.discard();
            throw full(e);
        } catch (RuntimeException | Error e) {
            spool.sink.discard();
            throw e;
        }
    }

    /** How long the answer is. */
    public long bytes() {
        return sink.bytes;
    }

    /** The answer, to be read once; closing it leaves nothing behind. */
    public InputStream open() {
        Path file = sink.path;
        try {
            return file == null
                    ? new ByteArrayInputStream(sink.memory.toByteArray())
                    : Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw full(e);
        }
    }

    static Problem.Unavailable full(Exception cause) {
        return Problem.Unavailable.full(
                Words.of(
                        "服务器的临时文件夹写不下这份结果(" + cause.getMessage() + ")。请清理磁盘，或缩小所选范围。",
                        "The temporary folder of the server cannot hold this answer (" + cause.getMessage()
                                + "). Make room on the disk, or ask for less."),
                RETRY_AFTER_S);
    }

    private static final class Sink extends OutputStream {
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private @Nullable Path path;
        private @Nullable OutputStream file;
        private long bytes;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            bytes += length;
            OutputStream out = file;
            if (out == null && bytes > MOST_IN_MEMORY) {
                out = spill();
            }
            if (out == null) {
                memory.write(from, offset, length);
            } else {
                out.write(from, offset, length);
            }
        }

        private OutputStream spill() throws IOException {
            Path to = Scratch.newFile("answer", ".bin");
            path = to;
            OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(to), 1 << 16);
            file = out;
            memory.writeTo(out);
            memory.reset();
            return out;
        }

        @Override
        public void close() throws IOException {
            OutputStream out = file;
            if (out != null) {
                out.close();
            }
        }

        void discard() {
            try {
                close();
            } catch (IOException e) {
                // It was full: that is why it is thrown away.
            } finally {
                delete();
            }
        }

        private void delete() {
            Path to = path;
            if (to != null) {
                Scratch.delete(to);
            }
        }
    }
}
