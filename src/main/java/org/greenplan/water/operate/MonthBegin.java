package org.greenplan.water.operate;

import java.util.Map;
import java.util.Objects;

/**
 * Where a month begins.
 *
 * @param month 1 to 12
 * @param volumeM3 by lake
 * @param allowanceM3 what each licence allows in this month
 */
record MonthBegin(String year, int month, Map<String, Double> volumeM3, Map<String, Double> allowanceM3) {
    double volumeM3(String lake) {
        return Objects.requireNonNull(volumeM3.get(lake), lake);
    }

    double allowanceM3(String licence) {
        return Objects.requireNonNull(allowanceM3.get(licence), licence);
    }
}
