package org.greenplan.water;

import java.util.Map;

/**
 * What a river brings by itself.
 *
 * @param at the lake or junction where it enters
 * @param m3PerDay by typical year and month
 */
public record Inflow(String id, String at, Map<String, Monthly> m3PerDay) {
    public Inflow {
        m3PerDay = Map.copyOf(m3PerDay);
    }

    /** What it brings in a month of a typical year, m³; NaN where nobody has said. */
    public double m3(String year, int month) {
        Monthly now = m3PerDay.get(year);
        return now == null ? Double.NaN : now.at(month) * Monthly.days(month);
    }
}
