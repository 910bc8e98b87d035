package org.greenplan.water;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A number for each month of the year, January first.
 *
 * @param months twelve of them
 */
public record Monthly(List<Given> months) {
    /** Days of each month; a hydrological year has no leap day. */
    private static final List<Integer> DAYS = List.of(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

    public Monthly {
        months = List.copyOf(months);
        if (months.size() != 12) {
            throw new IllegalArgumentException("a year has twelve months, not " + months.size());
        }
    }

    /** The same number in every month. */
    public static Monthly constant(Given number) {
        return new Monthly(Collections.nCopies(12, number));
    }

    /** Twelve numbers that somebody entered. */
    public static Monthly of(double... numbers) {
        return new Monthly(Arrays.stream(numbers).mapToObj(Given::of).toList());
    }

    /** Days of a month, 1 to 12. */
    public static int days(int month) {
        return DAYS.get(month - 1);
    }

    /** The number of a month, 1 to 12. */
    public double at(int month) {
        return months.get(month - 1).number();
    }

    /** Every number so many times. */
    public Monthly times(double factor) {
        return new Monthly(months.stream().map(given -> given.times(factor)).toList());
    }
}
