package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.greenplan.supply.Stages;
import org.greenplan.supply.Supply;
import org.greenplan.water.Drive;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.verdict.Backing;
import org.greenplan.water.verdict.Outage;
import org.jspecify.annotations.Nullable;

/**
 * What each link and each pump is worth: the year without it, the heaviest loss first, with what binds then; and in how many ways that
 * share no link water comes to each lake. Both are shown, and neither is required of 多源互补.
 *
 * @param without by feature; empty where values are missing
 * @param paths by lake
 */
public record Removals(Supply supply, List<Outage> without, Map<String, Integer> paths) {
    public Removals {
        without = List.copyOf(without);
        paths = Map.copyOf(paths);
    }

    /** Takes away one after the other each of some features that lead water. */
    public static Removals of(Supply supply, Set<String> features) {
        Map<String, Integer> paths = new TreeMap<>();
        for (Lake lake : supply.network().lakes()) {
            paths.put(lake.id(), Backing.disjointPaths(supply.network(), lake.id()));
        }
        if (!supply.gaps().isEmpty()) {
            return new Removals(supply, List.of(), paths);
        }
        Map<String, Set<String>> links = new TreeMap<>();
        for (Link link : supply.network().links()) {
            String feature = supply.feature(link.id());
            if (features.contains(feature)) {
                links.computeIfAbsent(feature, id -> new TreeSet<>()).add(link.id());
            }
        }
        return new Removals(supply, Backing.without(supply.network(), supply.year(), links), paths);
    }

    /** The same as maps, lists and numbers, for whoever reads JSON. */
    public Map<String, @Nullable Object> map() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("state", Stages.code(supply.state()));
        map.put("year", supply.year());
        map.put("cannot_say", supply.gaps().stream().map(JudgementMap::of).toList());
        List<Map<String, @Nullable Object>> links = new ArrayList<>();
        for (Outage outage : without) {
            Map<String, @Nullable Object> link = new LinkedHashMap<>();
            link.put("feature", outage.what());
            link.put("name", supply.name(outage.what()));
            link.put("pump", isPumped(outage.what()));
            link.putAll(OutageMaps.map(supply, outage));
            links.add(link);
        }
        map.put("links", links);
        List<Map<String, @Nullable Object>> lakes = new ArrayList<>();
        for (Lake lake : supply.network().lakes()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("feature", lake.id());
            one.put("name", supply.name(lake.id()));
            one.put("disjoint_paths", Optional.ofNullable(paths.get(lake.id())).orElse(0));
            lakes.add(one);
        }
        map.put("lakes", lakes);
        return map;
    }

    private boolean isPumped(String feature) {
        return supply.network().links().stream()
                .anyMatch(link -> link.drive() instanceof Drive.Pump
                        && supply.feature(link.id()).equals(feature));
    }
}
