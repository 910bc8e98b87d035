package org.greenplan.pinyin;

import net.sourceforge.pinyin4j.PinyinHelper;
import org.jspecify.annotations.Nullable;

/** The readings of the Chinese characters that have been in Unicode from the beginning, looked up once. */
final class Readings {
    static final Readings ALL = new Readings();

    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';

    /** For each character a bit for each letter that begins a reading of it. */
    private final int[] initials = new int[LAST - FIRST + 1];
    /** For each letter the characters that it begins. */
    private final String[] byLetter = new String['z' - 'a' + 1];
    /** For each character its first reading with the number of its tone. */
    private final @Nullable String[] first = new String[LAST - FIRST + 1];

    private Readings() {
        StringBuilder[] lists = new StringBuilder[byLetter.length];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new StringBuilder();
        }
        for (char c = FIRST; c <= LAST; c++) {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(c);
            if (readings == null || readings.length == 0) {
                continue;
            }
            first[c - FIRST] = readings[0];
            for (String reading : readings) {
                int letter = reading.charAt(0) - 'a';
                if (letter >= 0 && letter < lists.length && (initials[c - FIRST] & 1 << letter) == 0) {
                    initials[c - FIRST] |= 1 << letter;
                    lists[letter].append(c);
                }
            }
        }
        for (int i = 0; i < lists.length; i++) {
            byLetter[i] = lists[i].toString();
        }
    }

    /** Whether a reading of a character begins with a small letter. */
    boolean begins(char character, char letter) {
        return character >= FIRST && character <= LAST && (initials[character - FIRST] & 1 << (letter - 'a')) != 0;
    }

    /** The characters of which a reading begins with a small letter. */
    String beginning(char letter) {
        return byLetter[letter - 'a'];
    }

    /** A character's first reading with the number of its tone, null where it has none. */
    @Nullable
    String first(char character) {
        return character >= FIRST && character <= LAST ? first[character - FIRST] : null;
    }
}
