package org.greenplan.verdicts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.supply.Supply;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.Source;

/**
 * A question that writes nothing: what if these were closed, those groups of sources out, and others larger or smaller?
 *
 * @param close features that lead or bring nothing
 * @param without source groups that are out
 * @param scale features and how many times as much they can lead or bring
 */
public record WhatIf(Set<String> close, Set<String> without, Map<String, Double> scale) {
    public WhatIf {
        close = Set.copyOf(close);
        without = Set.copyOf(without);
        scale = Map.copyOf(scale);
        scale.forEach((id, factor) -> {
            if (!(factor >= 0 && factor <= 1000)) {
                throw new Problem.Invalid(
                        Words.of("“" + id + "”的倍数应在 0 与 1000 之间。", "The factor of " + id + " is 0 to 1000."), "scale");
            }
        });
    }

    /** The network as if it were so; what it names must be a link or source of that state of the works. */
    public Supply of(Supply supply) {
        Network network = supply.network();
        close.forEach(id -> requireKnown(supply, id, "close"));
        scale.keySet().forEach(id -> requireKnown(supply, id, "scale"));
        for (String group : without) {
            if (network.sources().stream().noneMatch(source -> source.group().equals(group))) {
                throw new Problem.Invalid(
                        Words.of(
                                "此时没有名为“" + group + "”的水源组。", "No source group is called " + group + " in this state."),
                        "without");
            }
        }
        List<Link> links = network.links().stream()
                .filter(link -> !close.contains(supply.feature(link.id())))
                .map(link -> link.withCapacity(link.capacityM3PerDay().times(factor(supply.feature(link.id())))))
                .toList();
        List<Source> sources = network.sources().stream()
                .filter(source -> !close.contains(source.id()) && !without.contains(source.group()))
                .map(source -> source.withCapacity(source.capacityM3PerDay().times(factor(source.id()))))
                .toList();
        return supply.with(network.withWorks(links, sources));
    }

    private double factor(String feature) {
        return scale.getOrDefault(feature, 1.0);
    }

    private static void requireKnown(Supply supply, String feature, String field) {
        boolean known = supply.network().sources().stream()
                        .anyMatch(source -> source.id().equals(feature))
                || supply.network().links().stream()
                        .anyMatch(link -> supply.feature(link.id()).equals(feature));
        if (!known) {
            throw new Problem.Invalid(
                    Words.of(
                            "此时没有要素 " + feature + "，或它不输水也不供水。",
                            "There is no feature " + feature + " in this state, or it neither leads nor brings water."),
                    field);
        }
    }
}
