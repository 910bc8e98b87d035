package org.greenplan.water.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenplan.water.Network;

/**
 * The works with the least capital and present value of energy and water with which everything required holds.
 *
 * <p>A small integer programme ({@link Master}) proposes the cheapest works that keep every cut; they are replayed in operation. Where they
 * fail, they are added to until anything more would make them pass, and the cut says that something of what is left has to
 * be built. Where they pass, works of less capital than their whole cost are still looked for, since energy and water may tip the scale.
 *
 * <p>The cuts rest on one assumption: that works which fail still fail when some of them are taken away. Operation is without
 * foresight, so a work may do harm; works that pass only because another is <em>not</em> built are not looked for. A new lake is the
 * exception, for it always wants water first: each way to make some of them or none is a search of its own ({@link NewLakes}).
 */
public final class CheapestWorks {
    private final Network network;
    private final List<Candidate> candidates;
    private final List<Requirement> required;
    private final Economy economy;
    private final int mostReplays;
    private final IntConsumer told;
    /** What was replayed, by the new lakes that were made for it. */
    private final Map<List<String>, Map<Choice, Replay>> known;

    private final Map<Choice, Replay> replayed;

    /**
     * A search.
     *
     * @param network what is there without any of the candidates; every number must be there
     * @param candidates the steps of a work one after another, the smallest first
     * @param mostReplays after so many the search is cut off
     */
    public CheapestWorks(
            Network network, List<Candidate> candidates, List<Requirement> required, Economy economy, int mostReplays) {
        this(network, candidates, required, economy, mostReplays, replays -> {}, List.of(), new HashMap<>());
    }

    private CheapestWorks(
            Network network,
            List<Candidate> candidates,
            List<Requirement> required,
            Economy economy,
            int mostReplays,
            IntConsumer told,
            List<String> lakes,
            Map<List<String>, Map<Choice, Replay>> known) {
        this.network = network;
        this.candidates = List.copyOf(candidates);
        this.required = List.copyOf(required);
        this.economy = economy;
        this.mostReplays = mostReplays;
        this.told = told;
        this.known = known;
        this.replayed = known.computeIfAbsent(lakes, none -> new HashMap<>());
    }

    /** The same, heard: before each new choice is replayed, how many were. What is thrown there ends the search. */
    public CheapestWorks heard(IntConsumer by) {
        return new CheapestWorks(network, candidates, required, economy, mostReplays, by, List.of(), known);
    }

    /** The same where more has to hold; what was replayed stays known. */
    public CheapestWorks requiringAlso(List<Requirement> more) {
        List<Requirement> all =
                Stream.concat(required.stream(), more.stream()).distinct().toList();
        return new CheapestWorks(network, candidates, all, economy, mostReplays, told, List.of(), known);
    }

    /** The network with what was chosen. */
    public Network built(Remedy remedy) {
        List<Candidate> chosen = candidates.stream()
                .filter(candidate -> remedy.chosen().contains(candidate.id()))
                .toList();
        Choice choice = Choice.NOTHING;
        for (Candidate candidate : NewLakes.others(chosen)) {
            choice = choice.with(candidate);
        }
        return choice.built(NewLakes.among(chosen).of(network));
    }

    /** The same search where these lakes are made. */
    private CheapestWorks with(NewLakes lakes) {
        return new CheapestWorks(
                lakes.of(network),
                NewLakes.others(candidates),
                required,
                economy,
                mostReplays,
                told,
                lakes.ids(),
                known);
    }

    /** The cheapest works with which nothing fails. */
    public Remedy find() {
        return find(0);
    }

    /** The cheapest works with which at most so many months fail, over all requirements and levels. */
    public Remedy find(int mayFail) {
        List<NewLakes> ways = NewLakes.ways(candidates);
        Remedy best = with(ways.get(0)).findBeside(mayFail);
        boolean proved = best.standing() != Remedy.Standing.ENOUGH;
        for (NewLakes way : ways.subList(1, ways.size())) {
            if (best.standing() == Remedy.Standing.IMPOSSIBLE || way.capitalYuan() < best.totalYuan()) {
                Remedy found = way.and(with(way).findBeside(mayFail));
                proved &= found.standing() != Remedy.Standing.ENOUGH;
                best = NewLakes.better(best, found);
            }
        }
        return proved || best.standing() == Remedy.Standing.IMPOSSIBLE ? best : best.unproved();
    }

    /** The same where no new lakes are left to be chosen. */
    private Remedy findBeside(int mayFail) {
        Choice everything = Choice.NOTHING;
        for (Candidate candidate : candidates) {
            everything = everything.with(candidate);
        }
        if (fails(everything, mayFail)) {
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
            if (fails(choice, mayFail)) {
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
                if (fails(more, mayFail)) {
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
        return new Remedy(choice.ids(), choice.capitalYuan(), runningYuan(choice), failedMonths(choice), standing);
    }

    private double runningYuan(Choice choice) {
        if (economy.years() == 0) {
            return 0;
        }
        double each = replay(choice).year(economy.year()).months().stream()
                .mapToDouble(month -> month.costYuan())
                .sum();
        return each * economy.presentValue();
    }

    private int months(Choice choice) {
        return required.stream().mapToInt(one -> months(choice, one)).sum();
    }

    /** Whether more months fail than may; what follows the one with which they do is not replayed. */
    private boolean fails(Choice choice, int mayFail) {
        int months = 0;
        for (Requirement requirement : required) {
            months += months(choice, requirement);
            if (months > mayFail) {
                return true;
            }
        }
        return false;
    }

    private int months(Choice choice, Requirement requirement) {
        return replay(choice).failedMonths(requirement).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Map<Requirement, List<Integer>> failedMonths(Choice choice) {
        return required.stream()
                .collect(Collectors.toMap(one -> one, one -> replay(choice).failedMonths(one)));
    }

    private Replay replay(Choice choice) {
        Replay replay = replayed.get(choice);
        if (replay == null) {
            told.accept(known.values().stream().mapToInt(Map::size).sum());
            replay = new Replay(choice.built(network));
            replayed.put(choice, replay);
        }
        return replay;
    }
}
