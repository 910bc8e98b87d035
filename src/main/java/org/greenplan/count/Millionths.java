package org.greenplan.count;

/**
 * Figures as the ledger keeps them: whole millionths of a square metre (square millimetres) and of a metre (micrometres).
 *
 * <p>Whole numbers add up to the same sum in every order, so a sum by difference is the sum counted anew, to the last digit, on
 * every instance. Up to 9·10⁹ m² or m a number goes to a double and back unchanged.
 */
public final class Millionths {
    private static final double PER_ONE = 1e6;

    private Millionths() {}

    /** The nearest whole number of millionths of square metres or metres. */
    public static long of(double value) {
        return Math.round(value * PER_ONE);
    }

    /** Square metres or metres of a whole number of millionths. */
    public static double value(long millionths) {
        return millionths / PER_ONE;
    }

    /** A figure rounded to whole millionths. */
    public static double rounded(double value) {
        return value(of(value));
    }
}
