package org.greenplan.water;

/**
 * A number that was entered, one that was assumed, or none: a missing number is never zero.
 *
 * @param number NaN where the number is missing; infinite where a capacity has no limit
 */
public record Given(double number, Origin origin) {
    /** Nobody has said. */
    public static final Given MISSING = new Given(Double.NaN, Origin.MISSING);

    /** Where a number comes from. */
    public enum Origin {
        /** Somebody entered it. */
        ENTERED,
        /** Taken for want of a better one; flagged wherever it is shown. */
        ASSUMED,
        /** Nobody has said. */
        MISSING
    }

    public Given {
        if (Double.isNaN(number) != (origin == Origin.MISSING)) {
            throw new IllegalArgumentException("a number is missing exactly when it is no number: " + number);
        }
    }

    /** A number that somebody entered. */
    public static Given of(double number) {
        return new Given(number, Origin.ENTERED);
    }

    /** A number taken for want of a better one. */
    public static Given assumed(double number) {
        return new Given(number, Origin.ASSUMED);
    }

    /** Whether nobody has said. */
    public boolean isMissing() {
        return origin == Origin.MISSING;
    }

    /** Whether it was taken for want of a better one. */
    public boolean isAssumed() {
        return origin == Origin.ASSUMED;
    }

    /** The number so many times; missing stays missing. */
    public Given times(double factor) {
        return isMissing() ? this : new Given(number * factor, origin);
    }
}
