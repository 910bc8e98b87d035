package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenplan.problem.Words;
import org.greenplan.supply.Supply;
import org.greenplan.water.Lake;
import org.greenplan.water.verdict.Circulation;
import org.greenplan.water.verdict.LoopIndices;

/** 循环畅通: no lake is dead in any month, and all lakes lead to each other. */
final class Circulating {
    private Circulating() {}

    static Verdict verdict(Supply supply, Circulation found) {
        List<Words> reasons = new ArrayList<>();
        List<String> features = new ArrayList<>();
        int deadMonths = 0;
        Map<Integer, List<String>> dead = new TreeMap<>(Comparator.reverseOrder());
        for (Lake lake : supply.network().lakes()) {
            int months = count(found, lake.id(), Circulation.Role.DEAD);
            deadMonths += months;
            if (months > 0) {
                features.add(lake.id());
                dead.computeIfAbsent(months, each -> new ArrayList<>()).add(supply.name(lake.id()));
            }
        }
        dead.forEach((months, lakes) -> reasons.add(dead(months, lakes)));
        alive(supply, found, Circulation.Role.RING, "成环（与别的湖互通）的湖，月数", "On a ring with another lake, months each")
                .ifPresent(reasons::add);
        alive(supply, found, Circulation.Role.THROUGH, "只过水（不成环）的湖，月数", "Run through without a ring, months each")
                .ifPresent(reasons::add);
        Set<String> all = supply.network().lakes().stream().map(Lake::id).collect(Collectors.toSet());
        int parts = found.strong().size();
        if (parts > 1) {
            reasons.add(Words.of(
                    all.size() + " 个湖分成 " + parts + " 组，组与组之间的水回不来：" + groups(supply, found, "、") + "。",
                    "The " + all.size() + " lakes are " + parts + " sets between which water does not come back: "
                            + groups(supply, found, ", ") + "."));
        }
        boolean passes = !all.isEmpty() && found.passes(all);
        if (passes) {
            reasons.add(
                    0,
                    Words.of(
                            all.size() + " 个湖在同一循环内，全年没有死水。",
                            "All " + all.size() + " lakes lead to each other, and none is dead in any month."));
        }
        if (all.isEmpty()) {
            reasons.add(Words.of("还没有画湖泊。", "No lake is drawn."));
        }
        features.addAll(found.bridges().stream().map(supply::feature).toList());
        return new Verdict(
                Verdict.Kind.CIRCULATING,
                passes ? Standing.PASSES : Standing.FAILS,
                reasons,
                features,
                figures(supply, parts, deadMonths, found.bridges().size()));
    }

    /** Lakes that are dead equally long are said together. */
    private static Words dead(int months, List<String> lakes) {
        return Words.of(
                String.join("、", lakes) + (months == 12 ? " 全年都是死水" : " 有 " + months + " 个月是死水") + "：没有同时进水、出水并换够水。",
                String.join(", ", lakes) + (lakes.size() == 1 ? " is dead in " : " are dead in ")
                        + (months == 12 ? "every month" : months + " months")
                        + ": water does not come in, go out and renew it.");
    }

    private static int count(Circulation found, String lake, Circulation.Role role) {
        return Collections.frequency(found.roles().getOrDefault(lake, List.of()), role);
    }

    /** The lakes that have a role in any month, each with in how many. */
    private static Optional<Words> alive(
            Supply supply, Circulation found, Circulation.Role role, String zh, String en) {
        List<String> each = supply.network().lakes().stream()
                .map(Lake::id)
                .filter(lake -> count(found, lake, role) > 0)
                .map(lake -> supply.name(lake) + " " + count(found, lake, role))
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Words.of(zh + "：" + String.join("、", each) + "。", en + ": " + String.join(", ", each) + "."));
    }

    private static String groups(Supply supply, Circulation found, String between) {
        return found.strong().stream()
                .map(set -> set.stream().sorted().map(supply::name).collect(Collectors.joining(between)))
                .sorted()
                .collect(Collectors.joining(" | "));
    }

    private static Map<String, Double> figures(Supply supply, int parts, int deadMonths, int bridges) {
        var loops = LoopIndices.of(supply.network());
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("parts", (double) parts);
        figures.put("dead_months", (double) deadMonths);
        figures.put("bridges", (double) bridges);
        figures.put("alpha", loops.alpha());
        figures.put("beta", loops.beta());
        figures.put("gamma", loops.gamma());
        return figures;
    }
}
