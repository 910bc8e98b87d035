package org.greenplan.water.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.greenplan.water.Demand;
import org.greenplan.water.Network;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.Served;
import org.greenplan.water.operate.Shortage;
import org.greenplan.water.operate.WhyShort;

/**
 * What happens when something is out.
 *
 * @param what a source group or a link
 * @param month 1 to 12 for thirty days in that month, 0 for the whole year
 * @param failedMonths by level, level 1 first
 * @param worstShare of any demand in any month, by level, level 1 first
 * @param leastShare served of each demand in its worst month, by the demand's name
 * @param cut what keeps the demand short that lacks most of the first level that fails, in its worst month; empty where no level fails,
 *     and where nobody looked
 */
public record Outage(
        String what,
        int month,
        List<Integer> failedMonths,
        List<Double> worstShare,
        Map<String, Double> leastShare,
        Optional<Shortage> cut) {
    public Outage {
        failedMonths = List.copyOf(failedMonths);
        worstShare = List.copyOf(worstShare);
        leastShare = Map.copyOf(leastShare);
    }

    static Outage of(String what, int month, List<MonthResult> months) {
        List<Integer> failed = new ArrayList<>();
        List<Double> worst = new ArrayList<>();
        for (int each = 1; each <= Demand.LEVELS; each++) {
            int level = each;
            failed.add((int) months.stream().filter(one -> one.failed(level)).count());
            worst.add(months.stream()
                    .flatMap(one -> one.served().stream())
                    .filter(one -> one.level() == level)
                    .mapToDouble(Served::share)
                    .min()
                    .orElse(1));
        }
        Map<String, Double> least = new TreeMap<>();
        months.forEach(one -> one.served().forEach(served -> least.merge(served.demand(), served.share(), Math::min)));
        return new Outage(what, month, failed, worst, least, Optional.empty());
    }

    /** The same with its cut, of the months that it was made of. */
    Outage withCut(Network without, String year, List<MonthResult> months) {
        for (int each = 1; each <= Demand.LEVELS; each++) {
            int level = each;
            Optional<Failure> worst = months.stream()
                    .flatMap(one -> one.served().stream()
                            .filter(served -> served.level() == level && served.failed())
                            .map(served -> new Failure(one, served)))
                    .min(Comparator.comparingDouble(one -> one.served().share()));
            if (worst.isPresent()) {
                Failure one = worst.get();
                Shortage shortage =
                        WhyShort.of(without, year, one.month(), one.served().demand());
                return new Outage(what, month, failedMonths, worstShare, leastShare, Optional.of(shortage));
            }
        }
        return this;
    }

    private record Failure(MonthResult month, Served served) {}

    /** Whether no demand of the levels up to this one fails. */
    public boolean holds(int upToLevel) {
        return failedMonths.subList(0, upToLevel).stream().allMatch(count -> count == 0);
    }

    /** Negative where this outage is worse: an earlier level fails more often, or lacks more. */
    int compareWeight(Outage other) {
        return IntStream.range(0, Demand.LEVELS)
                .map(i -> {
                    int byMonths = other.failedMonths.get(i) - failedMonths.get(i);
                    return byMonths != 0 ? byMonths : Double.compare(worstShare.get(i), other.worstShare.get(i));
                })
                .filter(order -> order != 0)
                .findFirst()
                .orElseGet(() -> what.compareTo(other.what));
    }
}
