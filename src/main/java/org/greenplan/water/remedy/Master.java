package org.greenplan.water.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cheapest choice that has one candidate at least of every cut and was not tried before: branch and bound, which is exact. The
 * steps of a work stand one after another among the candidates.
 */
final class Master {
    private final List<Candidate> candidates;
    private final List<Set<Integer>> cuts = new ArrayList<>();
    private final Set<Choice> tried = new HashSet<>();
    private Optional<Choice> best = Optional.empty();
    private double bound;

    Master(List<Candidate> candidates) {
        this.candidates = candidates;
    }

    void cut(Set<Integer> oneOf) {
        cuts.add(oneOf);
    }

    void tried(Choice choice) {
        tried.add(choice);
    }

    /** The cheapest choice below a cost; nothing where there is none. */
    Optional<Choice> cheapest(double belowYuan) {
        best = Optional.empty();
        bound = belowYuan;
        branch(Choice.NOTHING, Set.of());
        return best;
    }

    private void branch(Choice choice, Set<Integer> barred) {
        if (choice.capitalYuan() >= bound) {
            return;
        }
        Set<Integer> open = choice.beyond(candidates);
        Optional<Set<Integer>> unmet = cuts.stream()
                .filter(cut -> cut.stream().allMatch(open::contains))
                .findFirst();
        if (unmet.isEmpty() && !tried.contains(choice)) {
            best = Optional.of(choice);
            bound = choice.capitalYuan();
            return;
        }
        Set<Integer> later = new HashSet<>(barred);
        List<Integer> next = unmet.orElse(open).stream()
                .filter(i -> open.contains(i) && !barred.contains(i))
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> candidates.get(i).capitalYuan()))
                .toList();
        for (int i : next) {
            branch(choice.with(candidates.get(i)), Set.copyOf(later));
            later.add(i);
        }
    }
}
