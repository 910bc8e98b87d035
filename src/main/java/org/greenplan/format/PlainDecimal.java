package org.greenplan.format;

/** Numbers as drawing programs and spreadsheets read them: fixed decimals, never an exponent. */
public final class PlainDecimal {
    private PlainDecimal() {}

    /** The value with so many decimals; times 10^decimals it must fit a long, as every coordinate on earth does. */
    public static String of(double value, int decimals) {
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long scaled = Math.round(value * scale);
        long whole = Math.abs(scaled) / scale;
        String sign = scaled < 0 ? "-" : "";
        return decimals == 0
                ? sign + whole
                : sign + whole + "."
                        + Long.toString(scale + Math.abs(scaled) % scale).substring(1);
    }
}
