package org.greenplan.format.shapefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.format.TargetField;
import org.jspecify.annotations.Nullable;

/** A column on its way into a .dbf: it learns from the values how wide it must be. */
final class DbfColumn {
    private static final int WIDEST_TEXT = 254;
    private static final int WIDEST_NUMBER = 32;
    private static final int MOST_DECIMALS = 15;
    private static final int NAME = 10;
    /** Java writes smaller numbers with an exponent. */
    private static final double SMALLEST_PLAIN = 1e-3;

    private final TargetField field;
    private final Charset charset;
    private final CharsetEncoder encoder;
    private int width = 1;
    private int before = 1;
    private int after;
    private long cut;
    private long unwritable;

    DbfColumn(TargetField field, Charset charset) {
        this.field = field;
        this.charset = charset;
        this.encoder = charset.newEncoder();
        if (field.shortName().getBytes(charset).length > NAME) {
            throw new IllegalArgumentException("longer than ten bytes: " + field.shortName());
        }
    }

    TargetField field() {
        return field;
    }

    /** Number of texts that had to be cut. */
    long cut() {
        return cut;
    }

    /** Number of texts with characters that the encoding does not have. */
    long unwritable() {
        return unwritable;
    }

    /** The value as it will stand in the row, not yet filled up; empty for none. */
    byte[] take(@Nullable Object value) {
        if (value == null) {
            return new byte[0];
        }
        return switch (field.type()) {
            case TEXT, LIST -> text(value.toString());
            case BOOLEAN -> ascii(Boolean.TRUE.equals(value) ? "T" : "F");
            case DATE -> ascii(value.toString().replace("-", ""));
            case INTEGER -> widened(ascii(value.toString()));
            case REAL -> real(((Number) value).doubleValue());
        };
    }

    /** The value filled up to the width of the column. */
    byte[] filled(byte[] taken) {
        byte[] bytes = new byte[width()];
        boolean number = field.type() == AttributeType.INTEGER || field.type() == AttributeType.REAL;
        Arrays.fill(bytes, (byte) blank(taken));
        byte[] value = number && taken.length > 0 ? withDecimals(taken) : taken;
        System.arraycopy(value, 0, bytes, number ? bytes.length - value.length : 0, value.length);
        return bytes;
    }

    char type() {
        return switch (field.type()) {
            case TEXT, LIST -> 'C';
            case BOOLEAN -> 'L';
            case DATE -> 'D';
            case INTEGER, REAL -> 'N';
        };
    }

    int width() {
        return switch (field.type()) {
            case TEXT, LIST -> width;
            case BOOLEAN -> 1;
            case DATE -> 8;
            case INTEGER -> Math.max(9, width);
            case REAL -> Math.max(width, before + 1 + decimals());
        };
    }

    int decimals() {
        return field.type() == AttributeType.REAL ? Math.max(1, after) : 0;
    }

    private char blank(byte[] taken) {
        if (taken.length > 0) {
            return ' ';
        }
        return field.type() == AttributeType.DATE ? '0' : field.type() == AttributeType.BOOLEAN ? '?' : ' ';
    }

    private byte[] text(String text) {
        byte[] bytes = text.getBytes(charset);
        if (!charset.equals(StandardCharsets.UTF_8) && !encoder.canEncode(text)) {
            unwritable++;
        }
        if (bytes.length > WIDEST_TEXT) {
            cut++;
            int end = text.length();
            while (bytes.length > WIDEST_TEXT) {
                end = text.offsetByCodePoints(end, -1);
                bytes = text.substring(0, end).getBytes(charset);
            }
        }
        return widened(bytes);
    }

    /** In plain digits as far as these fit, so that the number comes back as it was; else with an exponent. */
    private byte[] real(double value) {
        if (!Double.isFinite(value)) {
            return new byte[0];
        }
        BigDecimal number = new BigDecimal(Double.toString(value));
        if (number.scale() > MOST_DECIMALS && Math.abs(value) >= SMALLEST_PLAIN) {
            number = number.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN);
        }
        number = number.stripTrailingZeros();
        int decimals = Math.max(0, number.scale());
        int digits = Math.max(1, number.precision() - number.scale()) + 1;
        if (decimals > MOST_DECIMALS || digits + decimals + 1 > WIDEST_NUMBER) {
            return widened(ascii(Double.toString(value)));
        }
        before = Math.max(before, digits);
        after = Math.max(after, decimals);
        return ascii(number.toPlainString());
    }

    private byte[] withDecimals(byte[] taken) {
        String text = new String(taken, StandardCharsets.US_ASCII);
        if (field.type() != AttributeType.REAL || text.indexOf('E') >= 0) {
            return taken;
        }
        return ascii(new BigDecimal(text).setScale(decimals()).toPlainString());
    }

    private byte[] widened(byte[] bytes) {
        width = Math.max(width, bytes.length);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
