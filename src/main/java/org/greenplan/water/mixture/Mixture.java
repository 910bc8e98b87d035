package org.greenplan.water.mixture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.greenplan.water.Demand;
import org.greenplan.water.Network;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.YearResult;

/**
 * Whose water stands in each lake and runs through each junction, month by month, when everything that comes to a place in a month mixes
 * there. The year is followed round until the shares repeat themselves.
 *
 * @param sharesFromJuly by place the shares of each origin, which add up to 1; none in a month in which a place has no water
 */
public record Mixture(Map<String, List<Map<String, Double>>> sharesFromJuly) {
    /** Rivers, rain and runoff of the land. */
    public static final String NATURAL = "natural";
    /** What stood there before anything was followed, and was never replaced. */
    public static final String BEFORE = "before";

    private static final int MOST_YEARS = 200;
    private static final double SAME = 1e-9;

    public Mixture {
        sharesFromJuly = Collections.unmodifiableMap(new TreeMap<>(sharesFromJuly));
    }

    /** Follows the water of a year; origins are the source groups, {@link #NATURAL} and {@link #BEFORE}. */
    public static Mixture of(Network network, YearResult year) {
        Map<String, Map<String, Double>> stands = new HashMap<>();
        network.lakes().forEach(lake -> stands.put(lake.id(), Map.of(BEFORE, 1.0)));
        Mixture last = new Mixture(Map.of());
        for (int round = 0; round < MOST_YEARS; round++) {
            Map<String, List<Map<String, Double>>> all = new TreeMap<>();
            network.places().forEach(place -> all.put(place, new ArrayList<>()));
            for (MonthResult month : year.months()) {
                Map<String, Map<String, Double>> now = new MonthMixture(network, year.year(), month, stands).shares();
                now.forEach((place, shares) ->
                        all.getOrDefault(place, new ArrayList<>()).add(shares));
                network.lakes().forEach(lake -> stands.put(lake.id(), now.getOrDefault(lake.id(), Map.of())));
            }
            var mixture = new Mixture(all);
            if (mixture.isLike(last)) {
                return mixture;
            }
            last = mixture;
        }
        return last;
    }

    private boolean isLike(Mixture other) {
        return sharesFromJuly.keySet().equals(other.sharesFromJuly.keySet())
                && sharesFromJuly.entrySet().stream().allMatch(entry -> {
                    List<Map<String, Double>> theirs = other.sharesFromJuly.getOrDefault(entry.getKey(), List.of());
                    for (int i = 0; i < theirs.size(); i++) {
                        if (MonthMixture.gap(entry.getValue().get(i), theirs.get(i)) > SAME) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    /**
     * What share of a demand's water comes from elsewhere than it accepts, the worst of the year. The balance does not steer by it:
     * water of all origins is one in a lake, and a demand that accepts some of them only is served by what stands there and told so here.
     *
     * @param accepted source groups, {@link #NATURAL}
     */
    public double unfitShare(Demand demand, Set<String> accepted) {
        return sharesFromJuly.getOrDefault(demand.at(), List.of()).stream()
                .mapToDouble(shares -> shares.entrySet().stream()
                        .filter(entry -> !accepted.contains(entry.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
                .max()
                .orElse(0);
    }
}
