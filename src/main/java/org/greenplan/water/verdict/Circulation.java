package org.greenplan.water.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.greenplan.water.Demand;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.Served;
import org.greenplan.water.operate.YearResult;

/**
 * 循环畅通: whether water goes round, as built and month by month.
 *
 * @param strong the lakes that lead to each other, as built; each lake is in one set
 * @param bridges links without which lakes would part, as built
 * @param roles of each lake, in the months of the year, July first
 */
public record Circulation(List<Set<String>> strong, List<String> bridges, Map<String, List<Role>> roles) {
    /** Less than this does not flow, m³ in a month. */
    private static final double FLOWS_M3 = 1;

    /** What a lake is in a month. */
    public enum Role {
        /** On a directed circle with another lake. */
        RING,
        /** Water comes in and goes out by a link, and the lake is renewed as it ought to be. */
        THROUGH,
        /** Neither. */
        DEAD
    }

    public Circulation {
        strong = strong.stream().map(Set::copyOf).toList();
        bridges = List.copyOf(bridges);
        roles = Map.copyOf(roles);
    }

    /** Looks at a network and what it did in a year. */
    public static Circulation of(Network network, YearResult year) {
        Set<String> lakes = new TreeSet<>(network.lakes().stream().map(Lake::id).toList());
        Map<String, List<Role>> roles = new TreeMap<>();
        lakes.forEach(lake -> roles.put(lake, new ArrayList<>()));
        for (MonthResult month : year.months()) {
            Set<String> ring = new HashSet<>();
            strongLakes(network, lakes, used(network, month)).stream()
                    .filter(set -> set.size() > 1)
                    .forEach(ring::addAll);
            roles.forEach((lake, all) -> all.add(
                    ring.contains(lake) ? Role.RING : isThrough(network, month, lake) ? Role.THROUGH : Role.DEAD));
        }
        return new Circulation(strongLakes(network, lakes, network.links()), bridges(network, lakes), roles);
    }

    private static List<Link> used(Network network, MonthResult month) {
        return network.links().stream()
                .filter(link -> month.linkM3().getOrDefault(link.id(), 0.0) >= FLOWS_M3)
                .toList();
    }

    private static List<Set<String>> strongLakes(Network network, Set<String> lakes, Collection<Link> links) {
        var graph = new PlaceGraph(network.places().toList());
        links.forEach(link -> graph.arc(link.from(), link.to()));
        List<Set<String>> strong = new ArrayList<>();
        for (Set<String> set : graph.strong()) {
            Set<String> some = new TreeSet<>(set);
            some.retainAll(lakes);
            if (!some.isEmpty()) {
                strong.add(some);
            }
        }
        return strong;
    }

    private static boolean isThrough(Network network, MonthResult month, String lake) {
        LakeMonth result = month.lakes().get(lake);
        if (result == null) {
            return false;
        }
        boolean in = result.linksInM3() + result.sourcesM3() + result.naturalM3() >= FLOWS_M3;
        Set<String> turnovers = new HashSet<>(network.demands().stream()
                .filter(demand ->
                        demand instanceof Demand.Turnover && demand.at().equals(lake))
                .map(Demand::id)
                .toList());
        Set<String> aside = Demand.notRenewing(network.demands(), lake);
        double out = network.links().stream()
                .filter(link -> link.from().equals(lake) && !aside.contains(link.id()))
                .mapToDouble(link -> month.linkM3().getOrDefault(link.id(), 0.0))
                .sum();
        return in
                && out >= FLOWS_M3
                && month.served().stream()
                        .filter(served -> turnovers.contains(served.demand()))
                        .noneMatch(Served::failed);
    }

    private static List<String> bridges(Network network, Set<String> lakes) {
        var graph = new PlaceGraph(network.places().toList());
        network.links().forEach(link -> graph.edge(link.from(), link.to()));
        List<String> bridges = new ArrayList<>();
        for (Link link : network.links()) {
            if (network.links().stream().anyMatch(other -> isBeside(link, other))) {
                continue;
            }
            graph.cut(link.from(), link.to());
            if (hasLake(graph.reach(link.from()), lakes, link.to())
                    && graph.reach(link.to()).stream().anyMatch(lakes::contains)) {
                bridges.add(link.id());
            }
            graph.edge(link.from(), link.to());
        }
        return bridges;
    }

    private static boolean isBeside(Link link, Link other) {
        boolean same = other.from().equals(link.from()) && other.to().equals(link.to());
        boolean back = other.from().equals(link.to()) && other.to().equals(link.from());
        return (same || back) && !other.id().equals(link.id());
    }

    private static boolean hasLake(Set<String> reached, Set<String> lakes, String without) {
        return !reached.contains(without) && reached.stream().anyMatch(lakes::contains);
    }

    /** Whether no lake is dead in any month, and the lakes named as the ring lead to each other. */
    public boolean passes(Set<String> namedAsRing) {
        boolean alive = roles.values().stream().noneMatch(all -> all.contains(Role.DEAD));
        return alive && strong.stream().anyMatch(set -> set.containsAll(namedAsRing));
    }
}
