package org.greenplan.water;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Water that is brought: an intake, a works of reclaimed water.
 *
 * @param at the lake or junction where it enters
 * @param group what fails together with it: one river, one silt, one ice
 * @param availability share of the capacity by typical year and month
 * @param openShare by month, 0 shut to 1 open
 * @param licence the yearly licence it draws on, or null
 * @param pricePerM3 yuan
 * @param stage from when on it is there
 */
public record Source(
        String id,
        String at,
        String group,
        Given capacityM3PerDay,
        Map<String, Monthly> availability,
        Monthly openShare,
        @Nullable String licence,
        Given pricePerM3,
        Stage stage) {
    public Source {
        availability = Map.copyOf(availability);
    }

    /** What it can bring in a month of a typical year, m³. */
    public double availableM3(String year, int month) {
        Monthly share = availability.get(year);
        double now = share == null ? Double.NaN : share.at(month);
        return capacityM3PerDay.number() * Monthly.days(month) * now * openShare.at(month);
    }

    /** The same with another capacity. */
    public Source withCapacity(Given other) {
        return new Source(id, at, group, other, availability, openShare, licence, pricePerM3, stage);
    }

    /** The same, open otherwise. */
    public Source withOpenShare(Monthly other) {
        return new Source(id, at, group, capacityM3PerDay, availability, other, licence, pricePerM3, stage);
    }
}
