package org.greenplan.format.kml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.greenplan.format.SourceFile;

/**
 * Stops an XML text whose single tag, comment or CDATA section is longer than any honest one, for the parser keeps these in
 * memory as a whole; and one with a document type, which KML has no use for and attackers have.
 */
final class MarkupGuard extends FilterReader {
    private static final int LONGEST = 4_000_000;
    private static final int PREFIX = 8;

    private final SourceFile file;
    private final StringBuilder prefix = new StringBuilder();
    private State state = State.TEXT;
    private int length;
    private char last;
    private char lastButOne;

    private enum State {
        TEXT,
        TAG,
        CDATA,
        COMMENT,
        INSTRUCTION
    }

    MarkupGuard(Reader in, SourceFile file) {
        super(in);
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] to, int from, int most) throws IOException {
        int count = in.read(to, from, most);
        for (int i = from; i < from + count; i++) {
            see(to[i]);
        }
        return count;
    }

    private void see(char c) {
        if (state == State.TEXT) {
            if (c == '<') {
                state = State.TAG;
                prefix.setLength(0);
                length = 0;
            }
        } else {
            inside(c);
        }
        lastButOne = last;
        last = c;
    }

    private void inside(char c) {
        if (++length > LONGEST) {
            throw file.broken("XML 中有过长的标记或文字段。", "a tag or section of the XML is too long.");
        }
        if (state == State.TAG && prefix.length() < PREFIX) {
            prefix.append(c);
            state = kind(prefix.toString());
        }
        boolean ends = c == '>'
                && switch (state) {
                    case TAG -> true;
                    case CDATA -> last == ']' && lastButOne == ']';
                    case COMMENT -> last == '-' && lastButOne == '-';
                    case INSTRUCTION -> last == '?';
                    case TEXT -> false;
                };
        if (ends) {
            state = State.TEXT;
        }
    }

    private State kind(String start) {
        if (start.startsWith("!DOCTYPE")) {
            throw file.broken(
                    "XML 含有 DOCTYPE，出于安全不读取。请删除该声明。",
                    "the XML has a DOCTYPE and is not read for safety. Remove that declaration.");
        }
        if (start.startsWith("![CDATA[")) {
            return State.CDATA;
        }
        if (start.startsWith("!--")) {
            return State.COMMENT;
        }
        return start.startsWith("?") ? State.INSTRUCTION : State.TAG;
    }
}
