package org.greenplan.water.mixture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.water.Inflow;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.MonthResult;

/** One month: what comes to each place of which origin, solved round the rings until nothing changes. */
final class MonthMixture {
    private static final int MOST_SWEEPS = 10_000;
    private static final double SAME = 1e-12;
    private static final double LEAST_M3 = 1e-6;

    private final Network network;
    private final Map<String, Map<String, Double>> own = new HashMap<>();
    private final Map<String, List<Way>> ways = new HashMap<>();

    private record Way(String from, double m3) {}

    MonthMixture(Network network, String year, MonthResult month, Map<String, Map<String, Double>> stood) {
        this.network = network;
        for (Lake lake : network.lakes()) {
            LakeMonth result = month.lakes().get(lake.id());
            if (result != null) {
                stood.getOrDefault(lake.id(), Map.of())
                        .forEach((origin, share) -> add(lake.id(), origin, share * result.beforeM3()));
                double land = result.naturalM3() - rivers(lake.id(), year, month.month());
                add(lake.id(), Mixture.NATURAL, land + Math.max(0, result.skyM3()));
                if (lake.spillTo() != null) {
                    way(lake.id(), lake.spillTo(), result.spilledM3());
                }
            }
        }
        for (Inflow inflow : network.inflows()) {
            add(inflow.at(), Mixture.NATURAL, inflow.m3(year, month.month()));
        }
        for (Source source : network.sources()) {
            add(source.at(), source.group(), month.sourceM3().getOrDefault(source.id(), 0.0));
        }
        for (Link link : network.links()) {
            double led = month.linkM3().getOrDefault(link.id(), 0.0);
            way(link.from(), link.to(), led * (1 - link.lossShare().number()));
        }
    }

    private double rivers(String place, String year, int month) {
        return network.inflows().stream()
                .filter(inflow -> inflow.at().equals(place))
                .mapToDouble(inflow -> inflow.m3(year, month))
                .sum();
    }

    private void add(String place, String origin, double m3) {
        if (m3 > 0) {
            own.computeIfAbsent(place, key -> new HashMap<>()).merge(origin, m3, Double::sum);
        }
    }

    private void way(String from, String to, double m3) {
        if (m3 > LEAST_M3) {
            ways.computeIfAbsent(to, key -> new ArrayList<>()).add(new Way(from, m3));
        }
    }

    Map<String, Map<String, Double>> shares() {
        List<String> places = network.places().toList();
        Map<String, Map<String, Double>> shares = new HashMap<>();
        places.forEach(place -> shares.put(place, Map.of()));
        double change = 1;
        for (int sweep = 0; sweep < MOST_SWEEPS && change > SAME; sweep++) {
            change = 0;
            for (String place : places) {
                Map<String, Double> mixed = mixed(place, shares);
                change = Math.max(change, gap(mixed, shares.getOrDefault(place, Map.of())));
                shares.put(place, mixed);
            }
        }
        return shares;
    }

    private Map<String, Double> mixed(String place, Map<String, Map<String, Double>> shares) {
        Map<String, Double> sum = new HashMap<>(own.getOrDefault(place, Map.of()));
        for (Way way : ways.getOrDefault(place, List.of())) {
            shares.getOrDefault(way.from(), Map.of())
                    .forEach((origin, share) -> sum.merge(origin, share * way.m3(), Double::sum));
        }
        double all = sum.values().stream().mapToDouble(Double::doubleValue).sum();
        if (all <= LEAST_M3) {
            return Map.of();
        }
        sum.replaceAll((origin, m3) -> m3 / all);
        return sum;
    }

    static double gap(Map<String, Double> one, Map<String, Double> other) {
        Set<String> origins = new HashSet<>(one.keySet());
        origins.addAll(other.keySet());
        return origins.stream()
                .mapToDouble(origin -> Math.abs(one.getOrDefault(origin, 0.0) - other.getOrDefault(origin, 0.0)))
                .max()
                .orElse(0);
    }
}
