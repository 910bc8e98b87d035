package org.greenplan.cql2;

import java.util.Locale;

/**
 * A word, sign or literal of a filter's text.
 *
 * @param text what it says: of a literal without its quotes
 * @param written as it stands in the text, empty at the end
 * @param place of its first character, counted from 1
 */
record Token(Kind kind, String text, String written, int place) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** A word of the language; capitals do not matter. */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }
}
