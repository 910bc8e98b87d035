package org.greenplan.water.operate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.water.Demand;

/**
 * What the network could do at best, if the whole year were known beforehand.
 *
 * @param worstShare by level: the largest share that every demand of that level can have in every month, when every earlier level has
 *     the share that stands here; levels without demands have 1
 * @param volumesM3 what stands in each lake at the end of each month, July first: the last estimate, from which the surfaces are
 * @param rounds how often the lakes' surfaces were estimated
 * @param settled whether the last estimate differed by less than 1e-6 of the normal volumes
 */
public record BestYear(
        String year,
        Map<Integer, Double> worstShare,
        Map<String, List<Double>> volumesM3,
        int rounds,
        boolean settled) {
    public BestYear {
        worstShare = Collections.unmodifiableMap(new TreeMap<>(worstShare));
        volumesM3 = Map.copyOf(volumesM3);
    }

    /** Whether every demand of the levels up to this one could have 99.9 % in every month. */
    public boolean passes(int upToLevel) {
        for (int level = 1; level <= Math.min(upToLevel, Demand.LEVELS); level++) {
            if (worstShare.getOrDefault(level, 1.0) < Served.ENOUGH) {
                return false;
            }
        }
        return true;
    }
}
