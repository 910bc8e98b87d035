package org.greenplan.supply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.list.ListValue;
import org.greenplan.network.Drawn;
import org.greenplan.water.Given;
import org.greenplan.water.Monthly;
import org.jspecify.annotations.Nullable;

/**
 * A feature or a record as somebody filled it in. What its attribute {@code assumed} names is an assumption, or all of it where that says
 * yes; what is not there is missing.
 *
 * @param id layer or kind and number, such as {@code lakes/3}
 */
public record Row(String id, Map<String, @Nullable Object> values) {
    private static final String ASSUMED = "assumed";

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A feature of the network. */
    public static Row of(Drawn thing) {
        return new Row(thing.id(), thing.values());
    }

    /** A text or code; empty where none is given. */
    public String text(String attribute) {
        Object value = values.get(attribute);
        return value == null ? "" : value.toString();
    }

    boolean has(String attribute) {
        return values.get(attribute) != null;
    }

    /** What people call it; its id where they call it nothing. */
    public String name() {
        return text("name").isEmpty() ? id : text("name");
    }

    boolean isAssumed(String attribute) {
        return Boolean.TRUE.equals(values.get(ASSUMED))
                || Arrays.stream(text(ASSUMED).split("[,，、;；\\s]+", -1)).anyMatch(attribute::equals);
    }

    /** A number; missing where nobody has said. */
    public Given given(String attribute) {
        return told(attribute, values.get(attribute));
    }

    /** A number, or one taken in its place, which is told as an assumption. */
    Given given(String attribute, double otherwise) {
        return has(attribute) ? given(attribute) : Given.assumed(otherwise);
    }

    private Given told(String attribute, @Nullable Object value) {
        if (!(value instanceof Number number)) {
            return Given.MISSING;
        }
        return isAssumed(attribute) ? Given.assumed(number.doubleValue()) : Given.of(number.doubleValue());
    }

    /** A table of the months, January first; months beyond the table's end are missing. */
    Monthly monthly(String attribute) {
        List<Given> months = new ArrayList<>();
        List<@Nullable Double> given = values.get(attribute) instanceof ListValue list ? list.numbers() : List.of();
        given.stream().limit(12).forEach(month -> months.add(told(attribute, month)));
        months.addAll(Collections.nCopies(12 - months.size(), Given.MISSING));
        return new Monthly(months);
    }

    /**
     * Which months a text such as {@code 2-6, 9-12} names.
     *
     * @param otherwise what is said of every month where nothing is written
     * @return for each month, January first; nothing where it cannot be read
     */
    List<Boolean> months(String attribute, boolean otherwise) {
        if (text(attribute).isBlank()) {
            return Collections.nCopies(12, otherwise);
        }
        Boolean[] named = new Boolean[12];
        Arrays.fill(named, false);
        for (String piece : text(attribute).split("[,，、;；\\s]+", -1)) {
            String[] ends = piece.replace("月", "").split("[-–—~～至到]", -1);
            Integer from = month(ends[0]);
            Integer to = month(ends[ends.length - 1]);
            if (from == null || to == null || ends.length > 2) {
                return List.of();
            }
            for (int month = from; ; month = month % 12 + 1) {
                named[month - 1] = true;
                if (month == to) {
                    break;
                }
            }
        }
        return List.of(named);
    }

    private static @Nullable Integer month(String text) {
        return text.matches("[1-9]|1[0-2]") ? Integer.valueOf(text) : null;
    }

    /** 1 in the months that a text names, 0 in the others; 1 in all where nothing is written; missing where it cannot be read. */
    Monthly openShare(String attribute) {
        List<Boolean> named = months(attribute, true);
        return named.isEmpty()
                ? Monthly.constant(Given.MISSING)
                : new Monthly(named.stream()
                        .map(open -> told(attribute, open ? 1 : 0))
                        .toList());
    }
}
