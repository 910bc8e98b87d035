package org.greenplan.water.operate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the network does in a month.
 *
 * @param month 1 to 12
 * @param linkM3 what enters each link
 * @param sourceM3 what each source brings
 * @param allowanceM3 what each licence allowed
 * @param overbankM3 what found no way out, by lake or junction; empty where all did
 * @param closed links that a sill closed: the lake stood too low when the month began
 * @param rounds how often the lakes' surfaces were estimated
 * @param settled whether the last estimate differed by less than 1e-6 of the normal volumes
 */
public record MonthResult(
        int month,
        Map<String, LakeMonth> lakes,
        Map<String, Double> linkM3,
        Map<String, Double> sourceM3,
        Map<String, Double> allowanceM3,
        Map<String, Double> overbankM3,
        List<Served> served,
        List<String> closed,
        double energyKwh,
        double costYuan,
        int rounds,
        boolean settled) {
    public MonthResult {
        lakes = Collections.unmodifiableMap(new TreeMap<>(lakes));
        linkM3 = Collections.unmodifiableMap(new TreeMap<>(linkM3));
        sourceM3 = Collections.unmodifiableMap(new TreeMap<>(sourceM3));
        allowanceM3 = Collections.unmodifiableMap(new TreeMap<>(allowanceM3));
        overbankM3 = Collections.unmodifiableMap(new TreeMap<>(overbankM3));
        served = List.copyOf(served);
        closed = List.copyOf(closed);
    }

    /** Whether any demand of a level got less than 99.9 %. */
    public boolean failed(int level) {
        return served.stream().anyMatch(one -> one.level() == level && one.failed());
    }
}
