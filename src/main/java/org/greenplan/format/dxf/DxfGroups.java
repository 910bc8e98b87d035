package org.greenplan.format.dxf;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.greenplan.format.SourceFile;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** The pairs of a text DXF, one after the other: a line with a group code, a line with its value. */
public final class DxfGroups implements Closeable {
    /** DXF itself allows 2,049 characters a line; programs that write more exist, files of one endless line are none. */
    private static final int LONGEST_LINE = 1 << 20;

    private final SourceFile file;
    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private int chunkAt;
    private int chunkEnd;
    private byte[] line = new byte[256];
    private int length;
    private long lines;
    private int code;

    /** Before the first pair of the file, which stays open until it is closed. */
    public DxfGroups(SourceFile file) {
        this.file = file;
        try {
            this.in = Files.newInputStream(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to the next pair; false at the end of the file. */
    public boolean next() {
        if (!readLine()) {
            return false;
        }
        code = parsedCode();
        if (!readLine()) {
            throw broken(
                    "组码 " + code + " 之后没有值,文件被截断", "the value of group " + code + " is missing; the file was cut off");
        }
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
                    throw broken("一行超过 1 MB,不是 DXF 文本", "a line is longer than 1 MB, which no DXF has");
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
                chunkEnd = Math.max(0, in.read(chunk));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            chunkAt = 0;
        }
        return chunkEnd == 0 ? -1 : chunk[chunkAt] & 0xFF;
    }

    private Problem.Invalid noCode() {
        return broken("这里应是组码(整数)", "a group code, a whole number, was expected here");
    }

    /** The file is broken at the present line. */
    Problem.Invalid broken(String zh, String en) {
        return broken(file, lines, zh, en);
    }

    /** The file is broken at a line: what is wrong there, and how a CAD program mends it. */
    public static Problem.Invalid broken(SourceFile file, long line, String zh, String en) {
        return new Problem.Invalid(
                Words.of(
                        file.name() + " 第 " + line + " 行:" + zh + "。请在 CAD 中打开、执行 AUDIT 后另存为 DXF(2000 或 2007 ASCII)。",
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
