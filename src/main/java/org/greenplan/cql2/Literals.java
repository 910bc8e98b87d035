package org.greenplan.cql2;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/** Literals of a filter as values, the same for text and JSON. */
public final class Literals {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt].*");
    private static final Pattern OPEN = Pattern.compile("|\\.\\.");

    private Literals() {}

    /** Text that both stores can hold: no null character, no half of a character. */
    static String text(String text, IntSupplier place) {
        boolean whole = text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (!whole) {
            throw Refusal.of(
                    "第 " + place.getAsInt() + " 个字符处的文字含有不可见的控制字符或残缺字符，请重新输入。",
                    "the text at character " + place.getAsInt()
                            + " contains a null character or half a character; type it again.");
        }
        return text;
    }

    static Value.Amount number(double number, String written) {
        if (!Double.isFinite(number)) {
            throw Refusal.of(
                    "“" + Refusal.quoted(written) + "”不是可用的数字。",
                    "\"" + Refusal.quoted(written) + "\" is no number that can be used.");
        }
        return new Value.Amount(number == 0 ? 0 : number);
    }

    static Value.Day day(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return new Value.Day(LocalDate.parse(text));
            }
        } catch (DateTimeException e) {
            // Told below, like every other text that is no date.
        }
        throw Refusal.of(
                "“" + Refusal.quoted(text) + "”不是日期，应如 DATE('2019-06-30')。",
                "\"" + Refusal.quoted(text) + "\" is no date; write it as DATE('2019-06-30').");
    }

    static Value.Moment moment(String text) {
        try {
            if (TIMESTAMP.matcher(text).matches()) {
                return new Value.Moment(OffsetDateTime.parse(text).toInstant());
            }
        } catch (DateTimeException e) {
            // Told below, like every other text that is no time.
        }
        throw Refusal.of(
                "“" + Refusal.quoted(text) + "”不是时刻，应如 TIMESTAMP('2019-06-30T08:00:00Z')。",
                "\"" + Refusal.quoted(text) + "\" is no time; write it as TIMESTAMP('2019-06-30T08:00:00Z').");
    }

    /** True where the end of an interval is left open: {@code ..} or nothing. */
    static boolean open(String text) {
        return OPEN.matcher(text).matches();
    }

    /** A date or a time, by its looks. */
    public static Value instant(String text) {
        return text.length() > 10 ? moment(text) : day(text);
    }
}
