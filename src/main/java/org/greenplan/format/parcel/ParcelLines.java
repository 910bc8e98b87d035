package org.greenplan.format.parcel;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a parcel file, numbered as an editor shows them. Its own marks count however wide they are typed: the brackets of a
 * heading, {@code @} at the end of a parcel's line and {@code =}; those within names are left alone. What follows the end mark of DOS (Ctrl-Z) is nothing.
 */
final class ParcelLines implements Closeable {
    private static final int LONGEST = 20_000;
    private static final int END = 0x1A;
    private static final String OPENING = "[\uFF3B\u3010\u3014";
    private static final String CLOSING = "\uFF3D\u3011\u3015";
    private static final Pattern POINT_NAME = Pattern.compile("[A-Za-z\\u4E00-\\u9FFF]{0,4}-?\\d{1,7}(?:-\\d{1,7})?");

    private final Reader text;
    private int ahead;
    private long number;
    private boolean tooLong;

    ParcelLines(Reader text) throws IOException {
        this.text = text;
        this.ahead = text.read();
    }

    /** The next line without blanks around it; null at the end. */
    @Nullable
    String next() throws IOException {
        if (ahead < 0 || ahead == END) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        while (ahead >= 0 && ahead != END && ahead != '\n' && ahead != '\r') {
            if (line.length() >= LONGEST) {
                tooLong = true;
                return line.toString();
            }
            if (ahead != 0) {
                line.append((char) ahead);
            }
            ahead = text.read();
        }
        boolean carriage = ahead == '\r';
        if (carriage || ahead == '\n') {
            ahead = text.read();
            ahead = carriage && ahead == '\n' ? text.read() : ahead;
        }
        return heading(line.toString().strip());
    }

    /** Number of the last line, from 1: CR LF ends one line, not two. */
    long number() {
        return number;
    }

    /** True where the last line is longer than any of this format. */
    boolean isTooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** A heading in brackets of any width as one in plain brackets; every other line stays as it is, for names hold such signs too. */
    private static String heading(String line) {
        return !line.isEmpty() && OPENING.indexOf(line.charAt(0)) >= 0
                ? "[" + line.substring(1).replaceAll("[" + CLOSING + "]", "]")
                : line;
    }

    /** True for the heading of the section that holds the parcels. */
    static boolean isOfPoints(String heading) {
        return heading.contains("坐标") && !heading.contains("坐标系");
    }

    /** Where the mark of a parcel's line stands: on its own behind a comma, else the last there is; -1 where there is none. */
    static int mark(String line) {
        int last = lastMark(line, line.length() - 1);
        for (int at = last; at >= 0; at = lastMark(line, at - 1)) {
            String before = line.substring(0, at).stripTrailing();
            if (before.endsWith(",") || before.endsWith("\uFF0C")) {
                return at;
            }
        }
        return last;
    }

    private static int lastMark(String line, int from) {
        return Math.max(line.lastIndexOf('@', from), line.lastIndexOf('\uFF20', from));
    }

    /** Where a name ends and its value begins: at {@code =}, else at a colon; -1 where there is neither. */
    static int equals(String line) {
        int equals = first(line, '=', '\uFF1D');
        return equals >= 0 ? equals : first(line, ':', '\uFF1A');
    }

    private static int first(String line, char plain, char wide) {
        int one = line.indexOf(plain);
        int other = line.indexOf(wide);
        return one < 0 || other < 0 ? Math.max(one, other) : Math.min(one, other);
    }

    /** True for a line that begins with a point's name or ends with two numbers, sound or not. */
    static boolean isPoint(List<String> fields) {
        int size = fields.size();
        return POINT_NAME.matcher(plain(fields.get(0))).matches()
                || (size >= 2 && hasDigit(fields.get(size - 1)) && hasDigit(fields.get(size - 2)) && size <= 6);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> Character.digit(c, 10) >= 0);
    }

    /** Full-width digits, points and letters as plain ones. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
