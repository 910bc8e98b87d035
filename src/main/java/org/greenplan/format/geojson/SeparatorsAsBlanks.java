package org.greenplan.format.geojson;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** The record separators of RFC 8142 read as blanks, so that a sequence is one JSON value after another. */
final class SeparatorsAsBlanks extends FilterReader {
    private static final char SEPARATOR = '\u001E';

    SeparatorsAsBlanks(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c == SEPARATOR ? ' ' : c;
    }

    @Override
    public int read(char[] to, int from, int most) throws IOException {
        int count = super.read(to, from, most);
        for (int i = from; i < from + count; i++) {
            if (to[i] == SEPARATOR) {
                to[i] = ' ';
            }
        }
        return count;
    }
}
