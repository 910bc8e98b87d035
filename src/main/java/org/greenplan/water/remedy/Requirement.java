package org.greenplan.water.remedy;

import java.util.List;
import java.util.stream.IntStream;
import org.greenplan.water.Network;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.YearOperation;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold: no demand of the levels up to one may fail in a typical year.
 *
 * @param groupOut the source group that is out for the whole year, or null
 */
public record Requirement(String year, @Nullable String groupOut, int upToLevel) {
    /** Months failed by level, level 1 first, up to the last that has to hold. */
    List<Integer> failedMonths(Network network) {
        Network left = groupOut == null ? network : network.withoutGroup(groupOut);
        if (YearOperation.run(left, year) instanceof Answer.Said said) {
            return IntStream.rangeClosed(1, upToLevel)
                    .mapToObj(said.result()::failedMonths)
                    .toList();
        }
        throw new IllegalArgumentException("numbers are missing in " + year);
    }
}
