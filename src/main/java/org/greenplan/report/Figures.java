package org.greenplan.report;

import java.util.Locale;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.geo.Unit;

/** Figures as they are printed. Sums keep every digit; only the print is rounded. */
final class Figures {
    private Figures() {}

    static double mu(double m2) {
        return Unit.MU.amount(m2);
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
        return Unit.of(line.unit()).amount(value);
    }

    /** The same with its decimals: pieces whole, kilometres to the metre. */
    static String ofTarget(TargetLine line, double value) {
        return fixed(inUnit(line, value), Unit.of(line.unit()).decimals());
    }

    static String percent(double part, double whole) {
        return whole <= 0 ? "–" : fixed(100 * part / whole, 1) + " %";
    }
}
