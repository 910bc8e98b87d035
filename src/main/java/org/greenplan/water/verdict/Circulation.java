package org.greenplan.water.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
        var passing = new Passing(network);
        for (MonthResult month : year.months()) {
            Set<String> failed = passing.failed(month);
            Set<String> ring = new HashSet<>();
            strongLakes(network, lakes, used(network, month)).stream()
                    .filter(set -> set.size() > 1)
                    .forEach(ring::addAll);
            roles.forEach((lake, all) -> all.add(
                    ring.contains(lake)
                            ? Role.RING
                            : passing.isThrough(month, failed, lake) ? Role.THROUGH : Role.DEAD));
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

    private static List<String> bridges(Network network, Set<String> lakes) {
        return Bridges.of(network, lakes).stream().map(Link::id).toList();
    }

    /** What decides whether water passes through a lake, found once for a network. */
    private static final class Passing {
        private final Map<String, List<Link>> out = new HashMap<>();
        private final Map<String, String> turnovers = new HashMap<>();

        Passing(Network network) {
            for (Demand demand : network.demands()) {
                if (demand instanceof Demand.Turnover) {
                    turnovers.put(demand.id(), demand.at());
                }
            }
            for (Lake lake : network.lakes()) {
                out.put(lake.id(), new ArrayList<>());
            }
            Map<String, Set<String>> aside = new HashMap<>();
            for (Link link : network.links()) {
                List<Link> ways = out.get(link.from());
                if (ways != null
                        && !aside.computeIfAbsent(link.from(), lake -> Demand.notRenewing(network.demands(), lake))
                                .contains(link.id())) {
                    ways.add(link);
                }
            }
        }

        /** Lakes that are not renewed as they ought to be. */
        Set<String> failed(MonthResult month) {
            Set<String> lakes = new HashSet<>();
            for (Served served : month.served()) {
                String lake = turnovers.get(served.demand());
                if (lake != null && served.failed()) {
                    lakes.add(lake);
                }
            }
            return lakes;
        }

        boolean isThrough(MonthResult month, Set<String> failed, String lake) {
            LakeMonth result = month.lakes().get(lake);
            if (result == null || failed.contains(lake)) {
                return false;
            }
            double in = result.linksInM3() + result.sourcesM3() + result.naturalM3();
            double away = 0;
            for (Link link : out.getOrDefault(lake, List.of())) {
                away += month.linkM3().getOrDefault(link.id(), 0.0);
            }
            return in >= FLOWS_M3 && away >= FLOWS_M3;
        }
    }

    /** Whether no lake is dead in any month, and the lakes named as the ring lead to each other. */
    public boolean passes(Set<String> namedAsRing) {
        boolean alive = roles.values().stream().noneMatch(all -> all.contains(Role.DEAD));
        return alive && strong.stream().anyMatch(set -> set.containsAll(namedAsRing));
    }
}
