package org.greenplan.format.dxf.write;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.greenplan.format.dxf.DxfNumber;

/** Writes pairs of group code and value; Chinese in GBK, or as escapes in plain ASCII. */
final class DxfOut {
    private final Writer to;
    private final CharsetEncoder encoder;

    DxfOut(Writer to, boolean gbk) {
        this.to = to;
        this.encoder = charset(gbk).newEncoder();
    }

    static Charset charset(boolean gbk) {
        return gbk ? Charset.forName("GBK") : StandardCharsets.US_ASCII;
    }

    void pair(int code, String value) throws IOException {
        to.write(Integer.toString(code));
        to.write("\r\n");
        to.write(value);
        to.write("\r\n");
    }

    void pair(int code, long value) throws IOException {
        pair(code, Long.toString(value));
    }

    /** A text for people. */
    void text(int code, String text) throws IOException {
        pair(code, escaped(text));
    }

    /** A length or a coordinate, to the millimetre. */
    void metres(int code, double value) throws IOException {
        pair(code, DxfNumber.metres(value));
    }

    void number(int code, double value) throws IOException {
        pair(code, DxfNumber.fixed(value, 6));
    }

    /** Pairs as they stand in a text of ours: code, blank, value, one a line. */
    void lines(String block) throws IOException {
        for (String line : (Iterable<String>) block.lines()::iterator) {
            int blank = line.indexOf(' ');
            pair(Integer.parseInt(line.substring(0, blank)), line.substring(blank + 1));
        }
    }

    private String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                out.append(' ');
            } else if (c == '^') {
                out.append("^ ");
            } else if (c < 127 || encoder.canEncode(c)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\U+%04X", (int) c));
            }
        }
        return out.toString();
    }
}
