package org.greenplan.water.operate;

import java.util.List;
import java.util.Optional;

/**
 * A typical year, repeated until it ends as it began.
 *
 * @param months July first
 * @param rounds how often it was repeated
 * @param drift the lake that changes most from year to year, where it never ends as it began
 */
public record YearResult(String year, List<MonthResult> months, int rounds, Optional<Drift> drift) {
    public YearResult {
        months = List.copyOf(months);
    }

    /**
     * A lake that ends each year lower or higher.
     *
     * @param perYearM3 less than nothing where it falls
     * @param leftM3 what stands in it at the end of the last year
     */
    public record Drift(String lake, double perYearM3, double leftM3) {
        /** Years until it is empty; infinite where it rises. */
        public double emptyInYears() {
            return perYearM3 < 0 ? -leftM3 / perYearM3 : Double.POSITIVE_INFINITY;
        }
    }

    /** Months in which any demand of a level failed. */
    public int failedMonths(int level) {
        return (int) months.stream().filter(month -> month.failed(level)).count();
    }

    /** Energy for lifting, kWh. */
    public double energyKwh() {
        return months.stream().mapToDouble(MonthResult::energyKwh).sum();
    }
}
