package org.greenplan.report;

import java.util.Locale;
import org.greenplan.catalogue.TargetLine;

/** Figures as they are printed. Sums keep every digit; only the print is rounded. */
final class Figures {
    /** 1 mu is 2000/3 m² exactly. */
    private static final double M2_PER_MU = 2000 / 3.0;

    private Figures() {}

    static double mu(double m2) {
        return m2 / M2_PER_MU;
    }

    /** Two decimals with thousands separators: square metres, mu, hectares. */
    static String area(double value) {
        return fixed(value, 2);
    }

    static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.matches("-[0,.]+") ? text.substring(1) : text;
    }

    /** A value of a target (square metres, metres or pieces) in the unit in which planners read it. */
    static double inUnit(TargetLine line, double value) {
        return switch (line.unit()) {
            case "mu" -> mu(value);
            case "ha" -> value / 10_000;
            case "km" -> value / 1000;
            default -> value;
        };
    }

    /** The same with its decimals: pieces whole, kilometres to the metre. */
    static String ofTarget(TargetLine line, double value) {
        int decimals =
                switch (line.unit()) {
                    case "count" -> 0;
                    case "km" -> 3;
                    case "m" -> 1;
                    default -> 2;
                };
        return fixed(inUnit(line, value), decimals);
    }

    static String percent(double part, double whole) {
        return whole <= 0 ? "–" : fixed(100 * part / whole, 1) + " %";
    }
}
