package org.greenplan.format.dxf;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as CAD programs like them: never with an exponent, always with a point. */
public final class DxfNumber {
    private static final double MOST_EXACT = 9e11;

    private DxfNumber() {}

    /** To the millimetre. */
    public static String metres(double value) {
        return fixed(value, 3);
    }

    /** A number with so many decimals and a point, whatever the machine. */
    public static String fixed(double value, int decimals) {
        if (!(Math.abs(value) < MOST_EXACT) || decimals != 3) {
            return BigDecimal.valueOf(value)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
        long thousandths = Math.round(value * 1000);
        long absolute = Math.abs(thousandths);
        long rest = absolute % 1000;
        return (thousandths < 0 ? "-" : "")
                + absolute / 1000
                + '.'
                + (char) ('0' + rest / 100)
                + (char) ('0' + rest / 10 % 10)
                + (char) ('0' + rest % 10);
    }
}
