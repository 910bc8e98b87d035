package org.greenplan.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.catalogue.AttributeType;
import org.jspecify.annotations.Nullable;

/** Finds out what the columns of a file hold that does not say so: every value is seen once, then the types are known. */
public final class FieldTypes {
    /** A table has some dozens of columns; whoever brings thousands wants the memory, not the table. */
    private static final int MOST_FIELDS = 2000;

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern REAL = Pattern.compile("-?(0|[1-9]\\d{0,14})\\.\\d{1,20}");
    private static final Pattern DATE = Pattern.compile("([12]\\d{3})([-/.])(\\d{1,2})\\2(\\d{1,2})");

    private final SourceFile file;
    private final Map<String, @Nullable AttributeType> types = new LinkedHashMap<>();

    public FieldTypes(SourceFile file) {
        this.file = file;
    }

    /** A field that is there, whether it ever holds anything or not. */
    public void name(String name) {
        if (types.size() >= MOST_FIELDS && !types.containsKey(name)) {
            throw file.broken(
                    "字段超过 " + MOST_FIELDS + " 个，不像属性表。请只保留需要的字段。",
                    "more than " + MOST_FIELDS + " fields; this is no attribute table. Keep only the fields you need.");
        }
        types.putIfAbsent(name, null);
    }

    /** A value of a field. */
    public void see(String name, @Nullable Object value) {
        name(name);
        if (value != null) {
            AttributeType seen = types.get(name);
            types.put(name, seen == null ? typeOf(value) : both(seen, typeOf(value)));
        }
    }

    public List<SourceField> fields() {
        List<SourceField> fields = new ArrayList<>();
        types.forEach((name, type) -> fields.add(new SourceField(name, type == null ? AttributeType.TEXT : type)));
        return fields;
    }

    /** The value as its field has it: a text where other records have other things, a real number where others have fractions. */
    public static @Nullable Object as(AttributeType type, @Nullable Object value) {
        if (value == null || typeOf(value) == type) {
            return value;
        }
        return type == AttributeType.REAL && value instanceof Long number
                ? (Object) number.doubleValue()
                : value.toString();
    }

    /** What the text was read as where that would be written just so; else the text, for a code such as 1.10 comes back as it was. */
    public static @Nullable Object faithful(String text, @Nullable Object read) {
        return read == null || read.toString().equals(text.strip()) ? read : text;
    }

    /** What a text of a table holds: a number, a date, or words; numbers with leading zeros are codes and stay words. */
    public static @Nullable Object typed(String text) {
        String word = text.strip();
        if (word.isEmpty()) {
            return null;
        }
        if (INTEGER.matcher(word).matches()) {
            return Long.valueOf(word);
        }
        return REAL.matcher(word).matches() ? (Object) Double.valueOf(word) : dated(text);
    }

    /** A date where the text is one (2026-03-15, 2026/3/15), otherwise the text. */
    public static Object dated(String text) {
        Matcher date = DATE.matcher(text);
        if (text.length() > 10 || !date.matches()) {
            return text;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(3)), Integer.parseInt(date.group(4)));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static AttributeType typeOf(Object value) {
        if (value instanceof Long) {
            return AttributeType.INTEGER;
        }
        if (value instanceof Double) {
            return AttributeType.REAL;
        }
        if (value instanceof Boolean) {
            return AttributeType.BOOLEAN;
        }
        return value instanceof LocalDate ? AttributeType.DATE : AttributeType.TEXT;
    }

    private static AttributeType both(AttributeType a, AttributeType b) {
        if (a == b) {
            return a;
        }
        boolean numbers = (a == AttributeType.INTEGER || a == AttributeType.REAL)
                && (b == AttributeType.INTEGER || b == AttributeType.REAL);
        return numbers ? AttributeType.REAL : AttributeType.TEXT;
    }
}
