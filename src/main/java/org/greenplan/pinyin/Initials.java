package org.greenplan.pinyin;

import java.util.Locale;

/**
 * The first letters by which Chinese characters are read: {@code 孟津路} is found by {@code mjl}. A character of several readings is found
 * by each of them; whatever else stands in a name is found as itself, small or capital.
 */
public final class Initials {
    private Initials() {}

    /** Whether some characters of a name that follow each other begin with these letters. */
    public static boolean in(String name, String letters) {
        String wanted = letters.toLowerCase(Locale.ROOT);
        for (int from = 0; from + wanted.length() <= name.length(); from++) {
            int at = 0;
            while (at < wanted.length() && begins(name.charAt(from + at), wanted.charAt(at))) {
                at++;
            }
            if (at == wanted.length()) {
                return true;
            }
        }
        return false;
    }

    /** The same as a regular expression, of which every database knows as much: groups of characters in brackets. */
    public static String pattern(String letters) {
        StringBuilder pattern = new StringBuilder();
        letters.toLowerCase(Locale.ROOT).chars().forEach(c -> {
            if (isLetter((char) c)) {
                pattern.append('[')
                        .append((char) c)
                        .append(Character.toUpperCase((char) c))
                        .append(Readings.ALL.beginning((char) c))
                        .append(']');
            } else if (c >= '0' && c <= '9') {
                pattern.append((char) c);
            } else {
                // A character by its number means itself, whatever it is.
                pattern.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return pattern.toString();
    }

    /** Whether there is a letter to read by. */
    public static boolean are(String words) {
        return words.toLowerCase(Locale.ROOT).chars().anyMatch(c -> isLetter((char) c));
    }

    private static boolean begins(char character, char wanted) {
        if (Character.toLowerCase(character) == wanted) {
            return true;
        }
        return isLetter(wanted) && Readings.ALL.begins(character, wanted);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
