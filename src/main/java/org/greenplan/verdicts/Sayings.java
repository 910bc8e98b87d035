package org.greenplan.verdicts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.greenplan.problem.Words;
import org.greenplan.supply.Need;
import org.greenplan.supply.Supply;
import org.greenplan.water.why.Told;
import org.greenplan.water.why.WhyWords;

/** Says in both languages what the kernel found: a demand is named by what wants and what is wanted, everything else by its feature. */
record Sayings(Supply supply, Set<String> demands) {
    static Sayings of(Supply supply) {
        Set<String> demands = new HashSet<>();
        supply.network().demands().forEach(demand -> demands.add(demand.id()));
        return new Sayings(supply, demands);
    }

    /** The kernel's sentences, each with the features of which it speaks. */
    List<Told> say(Function<WhyWords, List<Told>> sentences) {
        List<Told> zh = sentences.apply(new WhyWords(named(true)));
        List<Told> en = sentences.apply(new WhyWords(named(false)));
        return IntStream.range(0, zh.size())
                .mapToObj(i -> new Told(
                        zh.get(i).ids().stream().map(supply::feature).distinct().toList(),
                        Words.of(zh.get(i).words().zh(), en.get(i).words().en())))
                .toList();
    }

    private UnaryOperator<String> named(boolean zh) {
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
