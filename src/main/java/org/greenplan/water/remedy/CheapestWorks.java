package org.greenplan.water.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenplan.water.Network;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.YearOperation;

/**
 * The works with the least capital and present value of energy and water with which everything required holds.
 *
 * <p>A small integer programme ({@link Master}) proposes the cheapest works that keep every cut; they are replayed in operation. Where they
 * fail, they are added to until anything more would make them pass, and the cut says that something of what is left has to
 * be built. Where they pass, works of less capital than their whole cost are still looked for, since energy and water may tip the scale.
 *
 * <p>The cuts rest on one assumption: that works which fail still fail when some of them are taken away. Operation is without
 * foresight, so a work may do harm; works that pass only because another is <em>not</em> built are not looked for.
 */
public final class CheapestWorks {
    private final Network network;
    private final List<Candidate> candidates;
    private final List<Requirement> required;
    private final Economy economy;
    private final int mostReplays;
    private final Map<Choice, Map<Requirement, List<Integer>>> replayed = new HashMap<>();

    /**
     * A search.
     *
     * @param network what is there without any of the candidates; every number must be there
     * @param candidates the steps of a work one after another, the smallest first
     * @param mostReplays after so many the search is cut off
     */
    public CheapestWorks(
            Network network, List<Candidate> candidates, List<Requirement> required, Economy economy, int mostReplays) {
        this.network = network;
        this.candidates = List.copyOf(candidates);
        this.required = List.copyOf(required);
        this.economy = economy;
        this.mostReplays = mostReplays;
    }

    /** The cheapest works with which nothing fails. */
    public Remedy find() {
        return find(0);
    }

    /** The cheapest works with which at most so many months fail, over all requirements and levels. */
    public Remedy find(int mayFail) {
        Choice everything = Choice.NOTHING;
        for (Candidate candidate : candidates) {
            everything = everything.with(candidate);
        }
        if (months(everything) > mayFail) {
            return leastFailing(everything);
        }
        var master = new Master(candidates);
        Optional<Remedy> best = Optional.empty();
        double bound = Double.POSITIVE_INFINITY;
        while (true) {
            Optional<Choice> proposed = master.cheapest(bound);
            if (proposed.isEmpty()) {
                return best.orElseThrow();
            }
            Choice choice = proposed.get();
            if (replayed.size() >= mostReplays) {
                return best.orElse(remedy(everything, Remedy.Standing.ENOUGH)).unproved();
            }
            master.tried(choice);
            if (months(choice) > mayFail) {
                master.cut(grown(choice, mayFail).beyond(candidates));
            } else {
                Remedy remedy = remedy(choice, Remedy.Standing.CHEAPEST);
                if (remedy.totalYuan() < bound) {
                    bound = remedy.totalYuan();
                    best = Optional.of(remedy);
                }
            }
        }
    }

    /** Cost against months failed: one remedy for each number of months that may fail, dearer ones that do no more left out. */
    public List<Remedy> tradeOff(List<Integer> mayFail) {
        Map<List<String>, Remedy> different = new LinkedHashMap<>();
        for (int months : mayFail.stream().sorted().toList()) {
            Remedy remedy = find(months);
            different.putIfAbsent(remedy.chosen(), remedy);
        }
        List<Remedy> points = new ArrayList<>();
        for (Remedy remedy : different.values()) {
            boolean worse = different.values().stream()
                    .anyMatch(other -> !other.equals(remedy)
                            && other.months() <= remedy.months()
                            && other.totalYuan() <= remedy.totalYuan());
            if (!worse) {
                points.add(remedy);
            }
        }
        return points;
    }

    /** Works that fail, with everything added with which they still fail. */
    private Choice grown(Choice choice, int mayFail) {
        Choice grown = choice;
        for (int i = candidates.size() - 1; i >= 0; i--) {
            if (grown.beyond(candidates).contains(i)) {
                Choice more = grown.with(candidates.get(i));
                if (months(more) > mayFail) {
                    grown = more;
                }
            }
        }
        return grown;
    }

    /** From everything, one work less as long as no more months fail. */
    private Remedy leastFailing(Choice everything) {
        Choice least = everything;
        List<Candidate> dearest = everything.steps().values().stream()
                .sorted(Comparator.comparingDouble(Candidate::capitalYuan)
                        .reversed()
                        .thenComparing(Candidate::id))
                .toList();
        for (Candidate candidate : dearest) {
            Map<String, Candidate> fewer = new TreeMap<>(least.steps());
            fewer.remove(candidate.work());
            var without = new Choice(fewer);
            if (months(without) <= months(least)) {
                least = without;
            }
        }
        return remedy(least, Remedy.Standing.IMPOSSIBLE);
    }

    private Remedy remedy(Choice choice, Remedy.Standing standing) {
        return new Remedy(choice.ids(), choice.capitalYuan(), runningYuan(choice), replay(choice), standing);
    }

    private double runningYuan(Choice choice) {
        if (economy.years() == 0) {
            return 0;
        }
        if (YearOperation.run(choice.built(network), economy.year()) instanceof Answer.Said said) {
            double each = said.result().months().stream()
                    .mapToDouble(month -> month.costYuan())
                    .sum();
            return each * economy.presentValue();
        }
        throw new IllegalArgumentException("numbers are missing in " + economy.year());
    }

    private int months(Choice choice) {
        return replay(choice).values().stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Map<Requirement, List<Integer>> replay(Choice choice) {
        return replayed.computeIfAbsent(choice, one -> {
            Network built = one.built(network);
            return required.stream()
                    .collect(Collectors.toMap(
                            requirement -> requirement, requirement -> requirement.failedMonths(built)));
        });
    }
}
