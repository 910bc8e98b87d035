package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.supply.Supply;
import org.greenplan.water.Demand;
import org.greenplan.water.verdict.Backing;
import org.greenplan.water.verdict.Outage;
import org.jspecify.annotations.Nullable;

/** What happens when something is out, as maps and numbers, with what binds then. */
final class OutageMaps {
    private OutageMaps() {}

    static List<Map<String, @Nullable Object>> of(Supply supply, Backing backing) {
        List<Outage> all = new ArrayList<>(backing.wholeYear());
        all.addAll(backing.worstMonth());
        return all.stream()
                .map(outage -> {
                    Map<String, @Nullable Object> map = map(supply, outage);
                    map.put("group", outage.what());
                    map.put("month", outage.month() == 0 ? null : outage.month());
                    return map;
                })
                .toList();
    }

    static Map<String, @Nullable Object> map(Supply supply, Outage outage) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("failed", outage.failedMonths());
        map.put("worst_share", outage.worstShare());
        map.put("places", places(supply, outage));
        map.put("cut", OutageCut.of(supply, outage).map(JudgementMap::told).orElse(null));
        return map;
    }

    /** For each lake and river the least share served of each level that must hold; null where nothing is wanted there. */
    private static List<Map<String, @Nullable Object>> places(Supply supply, Outage outage) {
        Map<String, List<@Nullable Double>> byPlace = new LinkedHashMap<>();
        for (Demand demand : supply.network().demands()) {
            Double share = outage.leastShare().get(demand.id());
            if (share != null && demand.level() <= Judgement.HELD_LEVELS) {
                List<@Nullable Double> shares = byPlace.computeIfAbsent(
                        supply.feature(demand.id()),
                        id -> new ArrayList<>(Collections.nCopies(Judgement.HELD_LEVELS, null)));
                Double known = shares.get(demand.level() - 1);
                shares.set(demand.level() - 1, known == null ? share : Math.min(known, share));
            }
        }
        List<Map<String, @Nullable Object>> places = new ArrayList<>();
        byPlace.forEach((feature, shares) -> {
            Map<String, @Nullable Object> place = new LinkedHashMap<>();
            place.put("feature", feature);
            place.put("name", supply.name(feature));
            place.put("shares", shares);
            places.add(place);
        });
        return places;
    }
}
