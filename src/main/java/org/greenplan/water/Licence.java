package org.greenplan.water;

import java.util.Map;

/**
 * How much the sources that share it may bring in a year.
 *
 * @param m3PerYear by typical year
 * @param firstMonth of its own year, 1 to 12
 */
public record Licence(String id, Map<String, Given> m3PerYear, int firstMonth) {
    public Licence {
        m3PerYear = Map.copyOf(m3PerYear);
    }

    /** What it allows in a typical year, m³; NaN where nobody has said. */
    public double m3(String year) {
        return m3PerYear.getOrDefault(year, Given.MISSING).number();
    }
}
