package org.greenplan.water.operate;

import java.util.List;

/**
 * Why a demand got no more in a month.
 *
 * @param reasons the month's cut, what helps most first
 */
public record Shortage(String demand, int month, double wantedM3, double servedM3, List<Reason> reasons) {
    public Shortage {
        reasons = List.copyOf(reasons);
    }

    /** What is missing, m³. */
    public double missingM3() {
        return Math.max(0, wantedM3 - servedM3);
    }
}
