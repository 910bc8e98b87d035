package org.greenplan.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    /** The language of a reader who accepts these languages (as in Accept-Language): Chinese unless English is preferred. */
    public static Locale language(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return Locale.CHINESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), List.of(Locale.CHINESE, Locale.ENGLISH));
            return best == null ? Locale.CHINESE : best;
        } catch (IllegalArgumentException e) {
            return Locale.CHINESE;
        }
    }
}
