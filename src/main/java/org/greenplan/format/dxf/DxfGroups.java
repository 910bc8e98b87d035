package org.greenplan.format.dxf;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.greenplan.format.SourceFile;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** The pairs of a text DXF, one after the other: a line with a group code, a line with its value. */
public final class DxfGroups implements Closeable {
    /** DXF itself allows 2,049 characters a line; programs that write more exist, files of one endless line are none. */
    private static final int LONGEST_LINE = 1 << 20;

    private final SourceFile file;
    private static final int NEAR = 4096;
    /** The end mark of DOS. */
    private static final int END = 0x1A;

    private final FileChannel in;
    private final byte[] chunk = new byte[1 << 16];
    private int ahead = chunk.length;
    private long chunkStart;
    private int chunkAt;
    private int chunkEnd;
    private byte[] line = new byte[256];
    private int length;
    private long lines;
    private int code;
    private long pairAt;
    private boolean ended;

    /** Before the first pair of the file, which stays open until it is closed. */
    public DxfGroups(SourceFile file) {
        this.file = file;
        try {
            this.in = FileChannel.open(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to the next pair; false at the end of the file, and behind its end mark: what stands there is nothing. */
    public boolean next() {
        do {
            pairAt = chunkStart + chunkAt;
            if (ended || !readLine()) {
                return false;
            }
        } while (isBlank() && isNothingLeft());
        if (length > 0 && (line[0] == END || line[0] == 0)) {
            return false;
        }
        code = parsedCode();
        if (!readLine()) {
            throw broken(
                    "组码 " + code + " 之后没有值，文件被截断", "the value of group " + code + " is missing; the file was cut off");
        }
        ended = code == 0 && isEnd();
        return true;
    }

    /** Where the present pair begins, bytes from the beginning of the file. */
    public long pairAt() {
        return pairAt;
    }

    /** Goes to the pair that begins at a place; lines are counted from there. */
    public void seek(long place) {
        ended = false;
        long within = place - chunkStart;
        if (within >= 0 && within <= chunkEnd) {
            chunkAt = (int) within;
            return;
        }
        try {
            in.position(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chunkStart = place;
        chunkAt = 0;
        chunkEnd = 0;
        ahead = NEAR;
    }

    private boolean isEnd() {
        return new String(line, 0, Math.min(length, 8), StandardCharsets.ISO_8859_1)
                .strip()
                .equalsIgnoreCase("EOF");
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] > ' ' || line[i] < 0) {
                return false;
            }
        }
        return length == 0 || (line[0] != END && line[0] != 0);
    }

    /** Blank lines at the end of a file are nothing; before a pair they are a fault, as they always were. */
    private boolean isNothingLeft() {
        long before = chunkStart + chunkAt;
        long lineBefore = lines;
        while (readLine()) {
            if (!isBlank() && line[0] != END && line[0] != 0) {
                seek(before);
                lines = lineBefore;
                length = 0;
                return false;
            }
        }
        ended = true;
        return true;
    }

    /** The group code of the present pair. */
    public int code() {
        return code;
    }

    /** The bytes of the value, valid until the next pair; without blanks around a number, as they stand for a text. */
    public byte[] bytes() {
        return line;
    }

    /** How many of the bytes are the value. */
    public int length() {
        return length;
    }

    /** The line of the file that was read last, counted from 1. */
    public long line() {
        return lines;
    }

    private int parsedCode() {
        int at = 0;
        int end = length;
        while (at < end && line[at] <= ' ' && line[at] >= 0) {
            at++;
        }
        while (end > at && line[end - 1] <= ' ' && line[end - 1] >= 0) {
            end--;
        }
        boolean negative = at < end && line[at] == '-';
        int value = 0;
        int first = negative ? at + 1 : at;
        for (int i = first; i < end; i++) {
            if (line[i] < '0' || line[i] > '9' || i - first > 4) {
                throw noCode();
            }
            value = value * 10 + line[i] - '0';
        }
        if (first >= end) {
            throw noCode();
        }
        return negative ? -value : value;
    }

    private boolean readLine() {
        length = 0;
        int b = read();
        if (b < 0) {
            return false;
        }
        while (b >= 0 && b != '\n' && b != '\r') {
            if (length == line.length) {
                if (length >= LONGEST_LINE) {
                    throw broken("一行超过 1 MB，不是 DXF 文本", "a line is longer than 1 MB, which no DXF has");
                }
                line = Arrays.copyOf(line, line.length * 2);
            }
            line[length++] = (byte) b;
            b = read();
        }
        if (b == '\r' && peek() == '\n') {
            chunkAt++;
        }
        if (lines++ == 0 && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF) {
            length -= 3;
            System.arraycopy(line, 3, line, 0, length);
        }
        return true;
    }

    private int read() {
        return peek() < 0 ? -1 : chunk[chunkAt++] & 0xFF;
    }

    private int peek() {
        if (chunkAt == chunkEnd) {
            try {
                chunkStart += chunkEnd;
                chunkEnd = Math.max(0, in.read(ByteBuffer.wrap(chunk, 0, ahead)));
                ahead = Math.min(chunk.length, ahead * 2);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            chunkAt = 0;
        }
        return chunkEnd == 0 ? -1 : chunk[chunkAt] & 0xFF;
    }

    private Problem.Invalid noCode() {
        return broken("这里应是组码（整数）", "a group code, a whole number, was expected here");
    }

    /** The file is broken at the present line. */
    Problem.Invalid broken(String zh, String en) {
        return broken(file, lines, zh, en);
    }

    /** The file is broken at a line: what is wrong there, and how a CAD program mends it. */
    public static Problem.Invalid broken(SourceFile file, long line, String zh, String en) {
        return new Problem.Invalid(
                Words.of(
                        file.name() + " 第 " + line + " 行：" + zh + "。请在 CAD 中打开、执行 AUDIT 后另存为 DXF（2000 或 2007 ASCII）。",
                        file.name() + ", line " + line + ": " + en
                                + ". Open it in a CAD program, run AUDIT and save it as DXF (2000 or 2007 ASCII) again."),
                null);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
