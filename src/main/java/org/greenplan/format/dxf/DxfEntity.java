package org.greenplan.format.dxf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.greenplan.format.SourceFile;
import org.greenplan.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One record of a drawing, such as an LWPOLYLINE with everything it has: its groups in their order. The vertices of a
 * POLYLINE and the attributes of an INSERT are appended, each begun by its own group 0.
 */
public final class DxfEntity {
    private static final int MOST_GROUPS = 4_000_000;
    private static final int MOST_BYTES = 1 << 25;
    private static final double[] TENS = tens();
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");

    private final SourceFile file;
    private final Charset charset;
    private final String type;
    private final long line;
    private int[] codes = new int[24];
    private int[] ends = new int[24];
    private int size;
    private byte[] values = new byte[192];

    /** A record without groups, begun at a line of the file. */
    public DxfEntity(SourceFile file, Charset charset, String type, long line) {
        this.file = file;
        this.charset = charset;
        this.type = type;
        this.line = line;
    }

    /** Appends a group: the first bytes of a value, copied. */
    public void add(int code, byte[] bytes, int length) {
        int used = end(size - 1);
        if (size >= MOST_GROUPS || used + length > MOST_BYTES) {
            throw broken("一个 " + type + " 的数据超过 32 MB", "one " + type + " holds more than 32 MB");
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        if (used + length > values.length) {
            values = Arrays.copyOf(values, Math.max(values.length * 2, used + length));
        }
        System.arraycopy(bytes, 0, values, used, length);
        codes[size] = code;
        ends[size++] = used + length;
    }

    /** What its group 0 says: LINE, INSERT, …. */
    public String type() {
        return type;
    }

    /** How many groups it has, with those appended. */
    public int size() {
        return size;
    }

    /** The code of group {@code i}. */
    public int code(int i) {
        return codes[i];
    }

    private int end(int i) {
        return i < 0 ? 0 : ends[i];
    }

    /** Bytes it takes in memory, about. */
    public long weight() {
        return 8L * codes.length + values.length;
    }

    /** The number of group {@code i}. */
    public double real(int i) {
        int at = end(i - 1);
        int end = ends[i];
        while (at < end && values[at] <= ' ' && values[at] >= 0) {
            at++;
        }
        while (end > at && values[end - 1] <= ' ' && values[end - 1] >= 0) {
            end--;
        }
        double value = plain(at, end);
        return Double.isNaN(value) ? parsed(new String(values, at, end - at, StandardCharsets.ISO_8859_1)) : value;
    }

    /** Digits with a point at most, of fifteen significant places: exact without the slow way; NaN for anything else. */
    private double plain(int from, int end) {
        int at = from;
        boolean negative = at < end && values[at] == '-';
        if (negative) {
            at++;
        }
        if (at >= end || end - at > 16) {
            return Double.NaN;
        }
        long digits = 0;
        int point = -1;
        for (; at < end; at++) {
            int c = values[at];
            if (c == '.' && point < 0) {
                point = at;
            } else if (c >= '0' && c <= '9') {
                digits = digits * 10 + c - '0';
            } else {
                return Double.NaN;
            }
        }
        if (digits > 9_007_199_254_740_992L) {
            return Double.NaN;
        }
        double value = point < 0 ? digits : digits / TENS[end - 1 - point];
        return negative ? -value : value;
    }

    private double parsed(String text) {
        if (NUMBER.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw broken(
                type + " 中“" + (text.length() > 40 ? text.substring(0, 40) : text) + "”不是数字",
                "\"" + (text.length() > 40 ? text.substring(0, 40) : text) + "\" in a " + type + " is no number");
    }

    private static double[] tens() {
        var tens = new double[17];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = tens[i - 1] * 10;
        }
        return tens;
    }

    /** The whole number of group {@code i}, cut to what an int holds. */
    public int integer(int i) {
        double value = real(i);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** The text of group {@code i}, escapes resolved. */
    public String text(int i) {
        int at = end(i - 1);
        return DxfText.unescaped(new String(values, at, ends[i] - at, charset));
    }

    /** Place of the first group with the code in the record itself (not in its vertices or attributes), or -1. */
    public int find(int code) {
        for (int i = 0; i < size && codes[i] != 0; i++) {
            if (codes[i] == code) {
                return i;
            }
        }
        return -1;
    }

    /** The number of the first group with the code, in the record itself. */
    public double real(int code, double otherwise) {
        int i = find(code);
        return i < 0 ? otherwise : real(i);
    }

    /** The whole number of the first group with the code, in the record itself. */
    public int integer(int code, int otherwise) {
        int i = find(code);
        return i < 0 ? otherwise : integer(i);
    }

    /** The text of the first group with the code, in the record itself; null where there is none. */
    @Nullable
    public String textOf(int code) {
        int i = find(code);
        return i < 0 ? null : text(i);
    }

    /** True where the bits of a flag group are set. */
    public boolean flag(int code, int bit) {
        return (integer(code, 0) & bit) != 0;
    }

    /** The records that were appended to this one: attributes of an INSERT. */
    public List<DxfEntity> parts() {
        List<DxfEntity> parts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (codes[i] == 0) {
                parts.add(new DxfEntity(file, charset, text(i).strip(), line));
            } else if (!parts.isEmpty()) {
                int at = end(i - 1);
                parts.get(parts.size() - 1).add(codes[i], Arrays.copyOfRange(values, at, ends[i]), ends[i] - at);
            }
        }
        return parts;
    }

    /** The layer of the drawing on which it lies; 0 where it names none. */
    public String layer() {
        String layer = textOf(8);
        return layer == null || layer.isBlank() ? "0" : layer.strip();
    }

    /** The file is broken in this record. */
    public Problem.Invalid broken(String zh, String en) {
        return DxfGroups.broken(file, line, zh, en);
    }
}
