package org.greenplan.water.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.greenplan.water.Network;

/**
 * New lakes that are made together. A lake wants water before it gives any, so works that pass without it may fail with it: which lakes
 * are made is tried one way after another, and what else is built is looked for in each.
 *
 * @param made none or one size of each
 */
record NewLakes(List<Candidate> made) {
    NewLakes {
        made = List.copyOf(made);
    }

    /** Every way to make some of the new lakes among candidates, the cheapest first: none at all. */
    static List<NewLakes> ways(List<Candidate> candidates) {
        List<NewLakes> ways = new ArrayList<>(List.of(new NewLakes(List.of())));
        for (Candidate lake : among(candidates).made) {
            for (NewLakes way : List.copyOf(ways)) {
                if (way.made.stream().noneMatch(one -> one.work().equals(lake.work()))) {
                    ways.add(new NewLakes(
                            Stream.concat(way.made.stream(), Stream.of(lake)).toList()));
                }
            }
        }
        ways.sort(Comparator.comparingDouble(NewLakes::capitalYuan));
        return ways;
    }

    /** The new lakes of a choice. */
    static NewLakes among(List<Candidate> candidates) {
        return new NewLakes(candidates.stream().filter(Candidate::isNewLake).toList());
    }

    /** Candidates that are no new lakes. */
    static List<Candidate> others(List<Candidate> candidates) {
        return candidates.stream().filter(one -> !one.isNewLake()).toList();
    }

    List<String> ids() {
        return made.stream().map(Candidate::id).toList();
    }

    double capitalYuan() {
        return made.stream().mapToDouble(Candidate::capitalYuan).sum();
    }

    Network of(Network network) {
        Network with = network;
        for (Candidate lake : made) {
            with = with.withLake(lake.lakes().get(0), lake.wanted());
        }
        return with;
    }

    /** What was found beside them, with them. */
    Remedy and(Remedy beside) {
        return new Remedy(
                Stream.concat(made.stream().map(Candidate::id), beside.chosen().stream())
                        .sorted()
                        .toList(),
                capitalYuan() + beside.capitalYuan(),
                beside.runningYuan(),
                beside.failedMonths(),
                beside.standing());
    }

    /** The better of two: what holds, the cheaper of two that do; where neither does, the one with which fewer months fail. */
    static Remedy better(Remedy one, Remedy other) {
        boolean fails = one.standing() == Remedy.Standing.IMPOSSIBLE;
        if (fails != (other.standing() == Remedy.Standing.IMPOSSIBLE)) {
            return fails ? other : one;
        } else if (fails && one.months() != other.months()) {
            return one.months() < other.months() ? one : other;
        }
        return one.totalYuan() <= other.totalYuan() ? one : other;
    }
}
