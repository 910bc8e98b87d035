package org.greenplan.format.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import org.jspecify.annotations.Nullable;

/** The values of a row that are no texts. Null is "not set"; what is no value of its kind is {@link #UNREADABLE}. */
final class DbfValue {
    static final Object UNREADABLE = new Object();

    private static final long FIRST_JULIAN_DAY = 1_721_426;
    private static final long LAST_JULIAN_DAY = 5_373_484;

    private DbfValue() {}

    static @Nullable Object number(byte[] row, DbfField field, boolean whole) {
        String text = ascii(row, field);
        if (text.isEmpty() || text.chars().allMatch(c -> c == '*')) {
            return null;
        }
        String plain = text.replace(',', '.');
        if (!plain.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            return UNREADABLE;
        }
        try {
            if (whole) {
                return Long.valueOf(plain);
            }
            double value = Double.parseDouble(plain);
            return Double.isFinite(value) ? (Object) value : UNREADABLE;
        } catch (NumberFormatException e) {
            return UNREADABLE;
        }
    }

    static @Nullable Object logical(byte[] row, DbfField field) {
        return switch (field.length() == 0 ? ' ' : (char) row[field.offset()]) {
            case 'T', 't', 'Y', 'y', '1' -> true;
            case 'F', 'f', 'N', 'n', '0' -> false;
            default -> null;
        };
    }

    static @Nullable Object date(byte[] row, DbfField field) {
        String text = ascii(row, field);
        if (text.isEmpty() || text.chars().allMatch(c -> c == '0')) {
            return null;
        }
        if (text.length() != 8 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return UNREADABLE;
        }
        int day = Integer.parseInt(text);
        try {
            return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
        } catch (DateTimeException e) {
            return UNREADABLE;
        }
    }

    /** Four bytes; dBASE 7 writes them so that they sort as text: high byte first, sign turned. */
    static @Nullable Object integer(byte[] row, DbfField field, boolean level7) {
        if (field.length() != 4) {
            return number(row, field, false) instanceof Double d ? (Object) Math.round(d) : null;
        }
        int value = bytes(row, field, level7).getInt();
        if (level7) {
            return value == 0 ? null : (Object) (long) (value ^ Integer.MIN_VALUE);
        }
        return (long) value;
    }

    /** Eight bytes; dBASE 7 turns the sign, and all the other bits of what is negative. */
    static @Nullable Object real(byte[] row, DbfField field, boolean level7) {
        if (field.length() != 8) {
            return number(row, field, false);
        }
        long bits = bytes(row, field, level7).getLong();
        if (level7) {
            if (bits == 0) {
                return null;
            }
            bits = bits < 0 ? bits ^ Long.MIN_VALUE : ~bits;
        }
        double value = Double.longBitsToDouble(bits);
        return Double.isFinite(value) ? (Object) value : UNREADABLE;
    }

    /** A day and a time of the day; the day is kept. */
    static @Nullable Object timestamp(byte[] row, DbfField field) {
        if (field.length() != 8) {
            return date(row, field);
        }
        long day = bytes(row, field, false).getInt() & 0xFFFFFFFFL;
        if (day == 0) {
            return null;
        }
        if (day < FIRST_JULIAN_DAY || day > LAST_JULIAN_DAY) {
            day = (bytes(row, field, true).getInt() ^ Integer.MIN_VALUE) & 0xFFFFFFFFL;
        }
        return day < FIRST_JULIAN_DAY || day > LAST_JULIAN_DAY
                ? UNREADABLE
                : LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day);
    }

    /** Money in ten-thousandths. */
    static Object currency(byte[] row, DbfField field) {
        return field.length() == 8 ? (Object) (bytes(row, field, false).getLong() / 1e4) : UNREADABLE;
    }

    static String ascii(byte[] row, DbfField field) {
        int from = field.offset();
        int to = from + field.length();
        while (to > from && row[to - 1] >= 0 && row[to - 1] <= ' ') {
            to--;
        }
        while (from < to && row[from] >= 0 && row[from] <= ' ') {
            from++;
        }
        return new String(row, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer bytes(byte[] row, DbfField field, boolean highFirst) {
        return ByteBuffer.wrap(row, field.offset(), field.length())
                .slice()
                .order(highFirst ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
}
