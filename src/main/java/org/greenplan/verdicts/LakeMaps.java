package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenplan.supply.Need;
import org.greenplan.supply.Supply;
import org.greenplan.water.Demand;
import org.greenplan.water.Lake;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.Served;
import org.greenplan.water.operate.YearResult;
import org.jspecify.annotations.Nullable;

/** Each lake's year as maps and numbers: its balance, whose water stands in it, what it is in the network, and what was served there. */
record LakeMaps(
        Judgement judgement,
        YearResult result,
        Map<String, List<Demand>> demands,
        List<Map<String, Served>> served,
        List<Map<String, List<String>>> failed) {
    static List<Map<String, @Nullable Object>> of(Judgement judgement, YearResult result) {
        Supply supply = judgement.supply();
        Map<String, List<Demand>> demands = new HashMap<>();
        supply.network().demands().forEach(demand -> demands.computeIfAbsent(
                        supply.feature(demand.id()), feature -> new ArrayList<>())
                .add(demand));
        List<Map<String, Served>> served = new ArrayList<>();
        List<Map<String, List<String>>> failed = new ArrayList<>();
        for (MonthResult month : result.months()) {
            Map<String, Served> byDemand = new HashMap<>();
            Map<String, List<String>> byFeature = new HashMap<>();
            for (Served one : month.served()) {
                byDemand.putIfAbsent(one.demand(), one);
                if (one.failed()) {
                    byFeature
                            .computeIfAbsent(supply.feature(one.demand()), feature -> new ArrayList<>())
                            .add(Need.of(one.demand()).code());
                }
            }
            served.add(byDemand);
            failed.add(byFeature);
        }
        var maps = new LakeMaps(judgement, result, demands, served, failed);
        return judgement.supply().network().lakes().stream().map(maps::lake).toList();
    }

    private Map<String, @Nullable Object> lake(Lake lake) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("feature", lake.id());
        map.put("name", judgement.supply().name(lake.id()));
        map.put("normal_m3", lake.normalM3().number());
        List<Map<String, @Nullable Object>> months = new ArrayList<>();
        for (int i = 0; i < result.months().size(); i++) {
            months.add(month(lake, i));
        }
        map.put("months", months);
        map.put("needs", needs(lake));
        return map;
    }

    private Map<String, @Nullable Object> month(Lake lake, int index) {
        MonthResult then = result.months().get(index);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        LakeMonth month = then.lakes().get(lake.id());
        map.put("month", then.month());
        if (month != null) {
            map.put("before_m3", month.beforeM3());
            map.put("links_in_m3", month.linksInM3());
            map.put("sources_m3", month.sourcesM3());
            map.put("natural_m3", month.naturalM3());
            map.put("sky_m3", month.skyM3());
            map.put("spilled_in_m3", month.spilledInM3());
            map.put("links_out_m3", month.linksOutM3());
            map.put("uses_m3", month.usesM3());
            map.put("spilled_m3", month.spilledM3());
            map.put("after_m3", month.afterM3());
            map.put("level_m", JudgementMap.number(lake.shape().levelM(month.afterM3())));
        }
        map.put("failed", failed.get(index).getOrDefault(lake.id(), List.of()));
        judgement
                .circulation()
                .flatMap(found -> at(found.roles(), lake, index))
                .ifPresent(role -> map.put("role", role.name().toLowerCase(Locale.ROOT)));
        judgement
                .mixture()
                .flatMap(mixture -> at(mixture.sharesFromJuly(), lake, index))
                .ifPresent(shares -> map.put("shares", shares));
        return map;
    }

    private static <T> Optional<T> at(Map<String, List<T>> byLake, Lake lake, int index) {
        List<T> months = byLake.getOrDefault(lake.id(), List.of());
        return index < months.size() ? Optional.of(months.get(index)) : Optional.empty();
    }

    /** What is wanted there and which share of it was served, by month. */
    private List<Map<String, @Nullable Object>> needs(Lake lake) {
        List<Map<String, @Nullable Object>> needs = new ArrayList<>();
        for (Demand demand : demands.getOrDefault(lake.id(), List.of())) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("need", Need.of(demand.id()).code());
            map.put("title", JudgementMap.words(Need.of(demand.id()).title()));
            map.put("level", demand.level());
            map.put("shares", served.stream().map(month -> share(month, demand)).toList());
            needs.add(map);
        }
        return needs;
    }

    private static double share(Map<String, Served> month, Demand demand) {
        Served served = month.get(demand.id());
        return served == null ? 1 : served.share();
    }
}
