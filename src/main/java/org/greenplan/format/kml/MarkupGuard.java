package org.greenplan.format.kml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.regex.Pattern;
import org.greenplan.format.SourceFile;

/**
 * Stops an XML text whose single tag, comment or CDATA section is longer than any honest one, for the parser keeps these in
 * memory as a whole; and one with a document type, which KML has no use for and attackers have. An ampersand that begins no
 * entity, as in a name or an address written by hand, is a character like others: one of them never costs the file.
 */
final class MarkupGuard extends FilterReader {
    private static final int LONGEST = 4_000_000;
    private static final int PREFIX = 8;

    private static final int LONGEST_ENTITY = 12;
    private static final Pattern ENTITY = Pattern.compile("(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});");

    private final SourceFile file;
    private final CharBuffer given = CharBuffer.allocate(8192).limit(0);
    private String between = "";
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
        int count = 0;
        while (count < most && (!between.isEmpty() || given.hasRemaining() || (count == 0 && fill()))) {
            to[from + count++] = next();
        }
        return count == 0 && most > 0 ? -1 : count;
    }

    private char next() throws IOException {
        if (!between.isEmpty()) {
            char first = between.charAt(0);
            between = between.substring(1);
            return first;
        }
        char c = given.get();
        see(c);
        if (c == '&' && (state == State.TEXT || state == State.TAG) && !entity()) {
            between = "amp;";
        }
        return c;
    }

    private boolean entity() throws IOException {
        while (given.remaining() < LONGEST_ENTITY && fill()) {
            // reads on until an entity would be whole
        }
        return ENTITY.matcher(given).lookingAt();
    }

    /** Reads on behind what is not yet taken; false at the end. */
    private boolean fill() throws IOException {
        given.compact();
        int count = in.read(given);
        given.flip();
        return count > 0;
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
