package org.greenplan.pinyin;

import java.util.Locale;

/**
 * Where a name stands in a list that people read: signs, numbers by their size, Chinese characters by their reading and
 * tone, then Latin letters whether small or capital.
 */
public final class NameOrder {
    /** Numbers of more digits are compared by their last ones. */
    public static final int DIGITS = 12;

    /** Stands before each character that is read: behind all digits, before all letters. */
    private static final char READ = ':';
    /** Stands before each sign: before all else. */
    private static final char SIGN = ' ';

    private NameOrder() {}

    /** A text by whose bytes in UTF-8 names are sorted. */
    public static String key(String name) {
        StringBuilder key = new StringBuilder(name.length() * 3);
        String small = name.toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < small.length()) {
            int end = at;
            while (end < small.length() && isDigit(small.charAt(end))) {
                end++;
            }
            if (end > at) {
                String digits = "0".repeat(DIGITS) + small.substring(at, end);
                key.append(digits, digits.length() - DIGITS, digits.length());
                at = end;
                continue;
            }
            char c = small.charAt(at++);
            String reading = Readings.ALL.first(c);
            if (reading != null) {
                key.append(READ).append(reading);
            } else if (!Character.isLetterOrDigit(c)) {
                key.append(SIGN);
            }
            key.append(c);
        }
        return key.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
