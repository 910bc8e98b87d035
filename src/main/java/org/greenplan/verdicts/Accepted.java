package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenplan.problem.Words;
import org.greenplan.supply.Need;
import org.greenplan.supply.Supply;
import org.greenplan.water.Network;
import org.greenplan.water.mixture.Mixture;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.YearOperation;
import org.greenplan.water.operate.YearResult;

/**
 * Whether uses that accept some kinds of source only were served by such. Waters mix in a lake, so the network cannot be run for each kind
 * by itself: the year is run, the origins are followed, and a use that got more than a thousandth of what it refuses was not served as it
 * wants. Where the year without the refused sources serves all that must hold, those need not be used at all, and nothing is unfit.
 *
 * @param months by use those in which it got water that it refuses
 * @param without whether all that must hold is served without the refused sources
 */
record Accepted(Supply supply, Map<String, List<Integer>> months, boolean without) {
    private static final double UNFIT = 1e-3;

    static Accepted of(Supply supply, YearResult year) {
        Map<String, List<Integer>> months = new TreeMap<>();
        if (!supply.refused().isEmpty()) {
            var mixture = Mixture.of(supply.network(), year);
            supply.network().demands().stream()
                    .filter(demand -> supply.refused().containsKey(demand.id()))
                    .forEach(demand -> {
                        Set<String> refused = supply.refused().getOrDefault(demand.id(), Set.of());
                        List<Map<String, Double>> shares =
                                mixture.sharesFromJuly().getOrDefault(demand.at(), List.of());
                        List<Integer> unfit = new ArrayList<>();
                        for (int i = 0; i < year.months().size(); i++) {
                            boolean took = year.months().get(i).served().stream()
                                    .anyMatch(served -> served.demand().equals(demand.id()) && served.servedM3() > 0);
                            double share = share(shares.get(i), refused);
                            if (took && share > UNFIT) {
                                unfit.add(year.months().get(i).month());
                            }
                        }
                        if (!unfit.isEmpty()) {
                            months.put(demand.id(), unfit);
                        }
                    });
        }
        return new Accepted(supply, months, !months.isEmpty() && holdsWithout(supply));
    }

    private static double share(Map<String, Double> shares, Set<String> refused) {
        return refused.stream()
                .mapToDouble(group -> shares.getOrDefault(group, 0.0))
                .sum();
    }

    private static boolean holdsWithout(Supply supply) {
        Set<String> groups = new HashSet<>();
        supply.refused().values().forEach(groups::addAll);
        Network rest = supply.network();
        for (String group : groups) {
            rest = rest.withoutGroup(group);
        }
        return YearOperation.run(rest, supply.year()) instanceof Answer.Said said
                && IntStream.rangeClosed(1, Judgement.HELD_LEVELS)
                        .allMatch(level -> said.result().failedMonths(level) == 0);
    }

    /** Whether no use has to take what it refuses. */
    boolean isFit() {
        return months.isEmpty() || without;
    }

    /** What is to be said; nothing where nobody refuses anything. */
    List<Words> reasons() {
        List<Words> reasons = new ArrayList<>();
        months.forEach((demand, unfit) -> {
            String groups = String.join("、", supply.refused().getOrDefault(demand, Set.of()));
            String groupsEn = groups.replace("、", ", ");
            String which = unfit.stream().map(String::valueOf).collect(Collectors.joining("、"));
            Words need = Need.of(demand).title();
            reasons.add(
                    without
                            ? Words.of(
                                    supply.name(demand) + "的" + need.zh() + "不用“" + groups + "”的水也能满足；照常运行时有 "
                                            + unfit.size() + " 个月混有该水。",
                                    "The " + need.en() + " of " + supply.name(demand) + " can be served without "
                                            + groupsEn + "; as it is run, " + unfit.size()
                                            + " months have such water in them.")
                            : Words.of(
                                    supply.name(demand) + "的" + need.zh() + "不接受“" + groups + "”，但 " + which
                                            + " 月的水中混有该水；请用单独的连通和湖泊引水。",
                                    "The " + need.en() + " of " + supply.name(demand) + " refuses " + groupsEn
                                            + ", which is in its water in months " + which.replace("、", ", ")
                                            + "; lead other water to it by links and lakes of its own."));
        });
        return reasons;
    }

    /** The uses that have to take what they refuse. */
    List<String> features() {
        return without
                ? List.of()
                : months.keySet().stream().map(supply::feature).toList();
    }
}
