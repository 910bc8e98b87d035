package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.greenplan.problem.Words;
import org.greenplan.supply.Need;
import org.greenplan.supply.Supply;
import org.greenplan.water.Demand;
import org.greenplan.water.Network;
import org.greenplan.water.why.Told;
import org.greenplan.water.why.Why;
import org.greenplan.water.why.WhyWords;

/**
 * Why something that is wanted at a place is not served: the month that lacks most, what holds it back there, and the planned link that is
 * missing.
 *
 * @param need what is wanted
 * @param sentences the weightiest first
 * @param features of which they speak
 */
public record WhyLake(Need need, int level, Why why, List<Words> sentences, List<String> features) {
    public WhyLake {
        sentences = List.copyOf(sentences);
        features = List.copyOf(features);
    }

    /**
     * Of a lake or river, by its feature; nothing where all is served or nothing can be said.
     *
     * @param planned the network with all works, where a missing link is looked for
     */
    public static List<WhyLake> of(Judgement judgement, Network planned, String feature) {
        Supply supply = judgement.supply();
        List<WhyLake> all = new ArrayList<>();
        judgement.result().ifPresent(year -> {
            for (Demand demand : supply.network().demands()) {
                if (supply.feature(demand.id()).equals(feature)) {
                    Why.of(supply.network(), planned, year, demand.id())
                            .ifPresent(why -> all.add(of(supply, demand, why)));
                }
            }
        });
        all.sort(Comparator.comparingInt(WhyLake::level).thenComparing(WhyLake::need));
        return all;
    }

    private static WhyLake of(Supply supply, Demand demand, Why why) {
        List<Told> zh = new WhyWords(named(supply, true)).tell(why);
        List<Told> en = new WhyWords(named(supply, false)).tell(why);
        List<Words> sentences = new ArrayList<>();
        Set<String> features = new LinkedHashSet<>();
        for (int i = 0; i < zh.size(); i++) {
            sentences.add(Words.of(zh.get(i).words().zh(), en.get(i).words().en()));
            zh.get(i).ids().forEach(id -> features.add(supply.feature(id)));
        }
        return new WhyLake(Need.of(demand.id()), demand.level(), why, sentences, List.copyOf(features));
    }

    /** A demand is named by what wants and what is wanted, everything else by its feature. */
    private static UnaryOperator<String> named(Supply supply, boolean zh) {
        Set<String> demands = new LinkedHashSet<>();
        supply.network().demands().forEach(demand -> demands.add(demand.id()));
        return id -> {
            String name = supply.name(id);
            if (!demands.contains(id)) {
                return name;
            }
            Words title = Need.of(id).title();
            return zh ? name + "的" + title.zh() : title.en() + " of " + name;
        };
    }
}
