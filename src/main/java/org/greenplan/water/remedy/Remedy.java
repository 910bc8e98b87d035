package org.greenplan.water.remedy;

import java.util.List;
import java.util.Map;

/**
 * Works and what they do, replayed in operation.
 *
 * @param chosen ids of candidates
 * @param capitalYuan what building them costs
 * @param runningYuan present value of energy and water
 * @param failedMonths by requirement and level: all zeros where everything holds
 * @param standing what is known of it
 */
public record Remedy(
        List<String> chosen,
        double capitalYuan,
        double runningYuan,
        Map<Requirement, List<Integer>> failedMonths,
        Standing standing) {
    /** What is known of a choice. */
    public enum Standing {
        /** Nothing cheaper does it. */
        CHEAPEST,
        /** It does it; the search was cut off before it was known whether something cheaper does. */
        ENOUGH,
        /** Nothing does it: this fails in the fewest months of what was tried. */
        IMPOSSIBLE
    }

    public Remedy {
        chosen = List.copyOf(chosen);
        failedMonths = Map.copyOf(failedMonths);
    }

    /** Capital and present value together. */
    public double totalYuan() {
        return capitalYuan + runningYuan;
    }

    /** The same, not known to be the cheapest. */
    Remedy unproved() {
        return new Remedy(chosen, capitalYuan, runningYuan, failedMonths, Standing.ENOUGH);
    }

    /** Months failed, over all requirements and levels. */
    public int months() {
        return failedMonths.values().stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
