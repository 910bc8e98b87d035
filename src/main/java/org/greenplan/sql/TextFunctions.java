package org.greenplan.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.greenplan.pinyin.Initials;
import org.greenplan.pinyin.NameOrder;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** What PostgreSQL does with text and dates, for the embedded store; null in, null out. */
public final class TextFunctions {
    private TextFunctions() {}

    public static void register(Connection connection) throws SQLException {
        register(connection, "greenplan_like", 2, new Like());
        register(connection, "greenplan_without_case", 1, new OfText(TextFunctions::withoutCase));
        register(connection, "greenplan_without_accents", 1, new OfText(TextFunctions::withoutAccents));
        register(connection, "greenplan_day", 1, new Day());
        register(connection, "greenplan_has_initials", 2, new HasInitials());
        register(connection, "greenplan_name_order", 1, new OfText(NameOrder::key));
    }

    private static void register(Connection connection, String name, int arguments, Function function)
            throws SQLException {
        Function.create(connection, name, function, arguments, Function.FLAG_DETERMINISTIC);
    }

    /** Matches like LIKE of PostgreSQL: code points, capitals matter, the backslash takes the meaning from the next character. */
    public static boolean like(String text, String pattern) {
        return like(text.codePoints().toArray(), pattern.codePoints().toArray());
    }

    /** Text with small letters only. */
    public static String withoutCase(String text) {
        StringBuilder small = new StringBuilder(Letters.CASE.replaced(text));
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            small.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return small.toString();
    }

    /** Text with letters without accents only. */
    public static String withoutAccents(String text) {
        StringBuilder bare = new StringBuilder();
        Letters.ACCENTS
                .replaced(text)
                .chars()
                .filter(c -> Letters.MARKS.indexOf(c) < 0)
                .forEach(c -> bare.append((char) c));
        return bare.toString();
    }

    private static boolean like(int[] text, int[] pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int starText = 0;
        while (t < text.length) {
            boolean escaped = p + 1 < pattern.length && pattern[p] == '\\';
            int wanted = p >= pattern.length ? -1 : pattern[escaped ? p + 1 : p];
            if (p < pattern.length && !escaped && wanted == '%') {
                star = p++;
                starText = t;
            } else if (p < pattern.length && ((!escaped && wanted == '_') || wanted == text[t])) {
                p += escaped ? 2 : 1;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++starText;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == '%') {
            p++;
        }
        return p == pattern.length;
    }

    private static final class Like extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            String pattern = value_text(1);
            if (text == null || pattern == null) {
                result();
            } else {
                result(like(text, pattern) ? 1 : 0);
            }
        }
    }

    /** What becomes of a text. */
    private static final class OfText extends Function {
        private final UnaryOperator<String> becomes;

        OfText(UnaryOperator<String> becomes) {
            this.becomes = becomes;
        }

        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            if (text == null) {
                result();
            } else {
                result(becomes.apply(text));
            }
        }
    }

    private static final class HasInitials extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            String letters = value_text(1);
            if (text == null || letters == null) {
                result();
            } else {
                result(Initials.in(text, letters) ? 1 : 0);
            }
        }
    }

    /** Day number of a date; dates of other programs may carry a time, and what is no date is not set. */
    private static final class Day extends Function {
        @Override
        protected void xFunc() throws SQLException {
            LocalDate date = date(value_text(0));
            if (date == null) {
                result();
            } else {
                result(date.toEpochDay());
            }
        }
    }

    /** Whether a text is a day, with or without a time of the day. */
    static boolean isDay(String text) {
        boolean ends =
                text.length() == 10 || (text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' '));
        return ends && date(text) != null;
    }

    static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
