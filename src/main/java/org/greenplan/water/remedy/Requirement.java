package org.greenplan.water.remedy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenplan.water.Lake;
import org.greenplan.water.Network;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.verdict.Circulation;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold in a typical year: no demand of the levels up to one may fail, or water has to go round.
 *
 * @param groupOut the source group that is out, or null
 * @param month for thirty days of this month; 0 where it is out for the whole year
 * @param upToLevel the last level that has to hold; 0 where all lakes have to lead to each other and none may be dead in any month
 */
public record Requirement(String year, @Nullable String groupOut, int month, int upToLevel) {
    private static final int MONTHS = 12;

    /** That levels hold, with a group out for the whole year or with none out. */
    public Requirement(String year, @Nullable String groupOut, int upToLevel) {
        this(year, groupOut, 0, upToLevel);
    }

    /** That water goes round. */
    public static Requirement goesRound(String year) {
        return new Requirement(year, null, 0, 0);
    }

    /** Whether it holds in a network. */
    public boolean holds(Network network) {
        return failedMonths(new Replay(network)).stream().allMatch(months -> months == 0);
    }

    /** Months failed by level, level 1 first, up to the last that has to hold; or in one number those in which water stands. */
    List<Integer> failedMonths(Replay replay) {
        if (upToLevel == 0) {
            return List.of(standingMonths(replay, year));
        }
        List<MonthResult> months =
                groupOut == null ? replay.year(year).months() : replay.monthsWithout(year, groupOut, month);
        return IntStream.rangeClosed(1, upToLevel)
                .mapToObj(level ->
                        (int) months.stream().filter(one -> one.failed(level)).count())
                .toList();
    }

    private static int standingMonths(Replay replay, String year) {
        var found = Circulation.of(replay.network(), replay.year(year));
        if (found.passes(replay.network().lakes().stream().map(Lake::id).collect(Collectors.toSet()))) {
            return 0;
        }
        int dead = (int) IntStream.range(0, MONTHS)
                .filter(i -> found.roles().values().stream().anyMatch(all -> all.get(i) == Circulation.Role.DEAD))
                .count();
        return found.strong().size() > 1 ? MONTHS : dead;
    }
}
