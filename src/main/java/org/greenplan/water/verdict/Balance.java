package org.greenplan.water.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.greenplan.water.Demand;
import org.greenplan.water.Missing;
import org.greenplan.water.Network;
import org.greenplan.water.ValueList;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.BestPossible;
import org.greenplan.water.operate.YearOperation;
import org.greenplan.water.operate.YearResult;

/**
 * 丰枯调剂: whether a typical year is got through.
 *
 * @param levels how each level was served, level 1 first; empty where nothing can be said
 * @param drift the lake that never comes to rest, if any
 * @param missing the numbers without which nothing can be said
 */
public record Balance(
        String year,
        Standing standing,
        List<Reliability> levels,
        Optional<YearResult.Drift> drift,
        List<Missing> missing) {
    public Balance {
        levels = List.copyOf(levels);
        missing = List.copyOf(missing);
    }

    /** What is to be said. */
    public enum Standing {
        /** No month fails as it would be run, month by month. */
        PASSES,
        /** Months fail as it would be run; none would if the year were known beforehand. */
        ONLY_WITH_FORESIGHT,
        /** Months fail even if the year were known beforehand. */
        CANNOT,
        /** Numbers are missing. */
        CANNOT_SAY
    }

    /**
     * Judges a typical year.
     *
     * @param upToLevel the levels that must hold
     */
    public static Balance of(Network network, String year, int upToLevel) {
        if (YearOperation.run(network, year) instanceof Answer.Said said) {
            YearResult result = said.result();
            boolean holds = IntStream.rangeClosed(1, upToLevel).allMatch(level -> result.failedMonths(level) == 0);
            Standing standing = holds
                    ? Standing.PASSES
                    : BestPossible.of(network, year).passes(upToLevel) ? Standing.ONLY_WITH_FORESIGHT : Standing.CANNOT;
            return new Balance(year, standing, levels(result), result.drift(), List.of());
        }
        List<Missing> missing = new ValueList(network, year).missing();
        return new Balance(year, Standing.CANNOT_SAY, List.of(), Optional.empty(), missing);
    }

    private static List<Reliability> levels(YearResult result) {
        return IntStream.rangeClosed(1, Demand.LEVELS)
                .mapToObj(level -> Reliability.of(result, level))
                .toList();
    }
}
