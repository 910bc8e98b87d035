package org.greenplan.problem;

import java.util.Locale;

/** The same words in Chinese and in English. */
public record Words(String zh, String en) {
    public Words {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("words need both languages: zh=" + zh + ", en=" + en);
        }
    }

    public static Words of(String zh, String en) {
        return new Words(zh, en);
    }

    /** The words in the reader's language; Chinese unless English is asked for. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
