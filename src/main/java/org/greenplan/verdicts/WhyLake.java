package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.greenplan.problem.Words;
import org.greenplan.supply.Need;
import org.greenplan.supply.Supply;
import org.greenplan.water.Demand;
import org.greenplan.water.Network;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.why.Told;
import org.greenplan.water.why.Why;

/**
 * Why something that is wanted at a place is not served: in a month, or in the one that lacks most, what holds it back there, and the
 * planned link that is missing.
 *
 * @param need what is wanted
 * @param told sentence by sentence, the weightiest first, each with the features of which it speaks
 */
public record WhyLake(Need need, int level, Why why, List<Told> told) {
    public WhyLake {
        told = List.copyOf(told);
    }

    /** The sentences alone. */
    public List<Words> sentences() {
        return told.stream().map(Told::words).toList();
    }

    /** Of which all of them speak. */
    public List<String> features() {
        return told.stream().flatMap(one -> one.ids().stream()).distinct().toList();
    }

    /**
     * Of a lake or river, by its feature; nothing where all is served or nothing can be said.
     *
     * @param planned the network with all works, where a missing link is looked for
     * @param month 1 to 12, or 0 for the one in which each demand lacks most
     */
    public static List<WhyLake> of(Judgement judgement, Network planned, String feature, int month) {
        Supply supply = judgement.supply();
        List<WhyLake> all = new ArrayList<>();
        judgement.result().ifPresent(year -> {
            for (Demand demand : supply.network().demands()) {
                if (supply.feature(demand.id()).equals(feature)) {
                    why(supply.network(), planned, year, month, demand.id())
                            .ifPresent(why -> all.add(of(supply, demand, why)));
                }
            }
        });
        all.sort(Comparator.comparingInt(WhyLake::level).thenComparing(WhyLake::need));
        return all;
    }

    private static Optional<Why> why(Network network, Network planned, YearResult year, int month, String demand) {
        if (month == 0) {
            return Why.of(network, planned, year, demand);
        }
        boolean fails = year.months().stream()
                .filter(result -> result.month() == month)
                .flatMap(result -> result.served().stream())
                .anyMatch(served -> served.demand().equals(demand) && served.failed());
        return fails ? Optional.of(Why.of(network, planned, year, month, demand)) : Optional.empty();
    }

    private static WhyLake of(Supply supply, Demand demand, Why why) {
        return new WhyLake(
                Need.of(demand.id()), demand.level(), why, Sayings.of(supply).say(words -> words.tell(why)));
    }
}
