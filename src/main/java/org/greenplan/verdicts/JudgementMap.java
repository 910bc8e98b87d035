package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.problem.Words;
import org.greenplan.supply.Need;
import org.greenplan.supply.Quality;
import org.greenplan.supply.Stages;
import org.greenplan.supply.Supply;
import org.greenplan.supply.ValueAt;
import org.greenplan.water.Demand;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.verdict.BlackOdour;
import org.greenplan.water.why.Told;
import org.jspecify.annotations.Nullable;

/** A judgement as maps, lists and numbers, for whoever reads JSON. Volumes in m³, months in the order of the hydrological year. */
public final class JudgementMap {
    private JudgementMap() {}

    /** All that is to be said. */
    public static Map<String, @Nullable Object> of(Judgement judgement) {
        Supply supply = judgement.supply();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("state", Stages.code(supply.state()));
        map.put("year", supply.year());
        map.put("years", supply.years().stream().map(JudgementMap::year).toList());
        map.put("verdicts", judgement.verdicts().stream().map(JudgementMap::of).toList());
        map.put("cannot_say", supply.gaps().stream().map(JudgementMap::of).toList());
        map.put("strays", supply.strays().stream().map(JudgementMap::of).toList());
        map.put("assumed", supply.assumed().stream().map(JudgementMap::of).toList());
        map.put(
                "uphill",
                supply.uphill().stream()
                        .map(id -> Map.of("feature", id, "name", supply.name(id)))
                        .toList());
        map.put("levels", levels(supply));
        map.put("waters", supply.qualities().stream().map(JudgementMap::water).toList());
        judgement.result().ifPresent(result -> {
            map.put("months", result.months().stream().map(MonthResult::month).toList());
            map.put("lakes", LakeMaps.of(judgement, result));
            map.put("links", links(supply, result));
            map.put("sources", sources(supply, result));
            map.put("failed", failed(result));
        });
        judgement.backing().ifPresent(backing -> map.put("outages", OutageMaps.of(supply, backing)));
        return map;
    }

    /** Why a place is short. */
    public static Map<String, @Nullable Object> of(WhyLake told) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("need", told.need().code());
        map.put("title", words(told.need().title()));
        map.put("level", told.level());
        map.put("months", told.why().failedMonths());
        map.put("worst_month", told.why().cut().month());
        map.put("wanted_m3", told.why().cut().wantedM3());
        map.put("missing_m3", told.why().cut().missingM3());
        map.put("since_full_months", told.why().sinceFull().orElse(null));
        map.put("sentences", told.told().stream().map(JudgementMap::told).toList());
        map.put("features", told.features());
        return map;
    }

    /** A sentence with the features of which it speaks. */
    static Map<String, @Nullable Object> told(Told told) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>(words(told.words()));
        map.put("features", told.ids());
        return map;
    }

    private static Map<String, Object> year(Supply.YearName year) {
        return Map.of("code", year.code(), "name", year.name(), "frequency_percent", year.frequencyPercent());
    }

    /** A verdict. */
    public static Map<String, @Nullable Object> of(Verdict verdict) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", verdict.kind().code());
        map.put("title", words(verdict.kind().title()));
        map.put("standing", verdict.standing().code());
        map.put("reasons", verdict.reasons().stream().map(JudgementMap::words).toList());
        map.put("features", verdict.features());
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        verdict.figures().forEach((name, figure) -> figures.put(name, number(figure)));
        map.put("figures", figures);
        return map;
    }

    private static Map<String, @Nullable Object> water(Quality water) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", water.row().id());
        map.put("name", water.name());
        map.put("feature", water.feature().isEmpty() ? null : water.feature());
        map.put("listed", water.isListed());
        map.put("grade", water.grade().name().toLowerCase(Locale.ROOT));
        map.put("measured", water.measured() != BlackOdour.NOT_CHECKED);
        map.put("samples", water.samples().size());
        map.put("condition", words(water.condition()));
        map.put("remediation", water.text("remediation").isEmpty() ? null : water.text("remediation"));
        return map;
    }

    /** Where a value is filled in. */
    public static Map<String, @Nullable Object> of(ValueAt value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", value.id());
        map.put("name", value.of());
        map.put("attribute", value.attribute());
        map.put("month", value.month() == 0 ? null : value.month());
        return map;
    }

    /** Which needs stand at which level. */
    private static List<Map<String, @Nullable Object>> levels(Supply supply) {
        Map<Integer, Map<String, Words>> byLevel = new TreeMap<>();
        for (Demand demand : supply.network().demands()) {
            Need need = Need.of(demand.id());
            byLevel.computeIfAbsent(demand.level(), level -> new TreeMap<>()).put(need.code(), need.title());
        }
        List<Map<String, @Nullable Object>> levels = new ArrayList<>();
        byLevel.forEach((level, needs) -> {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("level", level);
            map.put("needs", needs.values().stream().map(JudgementMap::words).toList());
            levels.add(map);
        });
        return levels;
    }

    /** How many months each level fails, level 1 first. */
    private static List<Integer> failed(YearResult result) {
        List<Integer> failed = new ArrayList<>();
        for (int level = 1; level <= Demand.LEVELS; level++) {
            failed.add(result.failedMonths(level));
        }
        return failed;
    }

    /** What enters each link in each month, with where it leads: the drawn network's edges by their ids. */
    private static List<Map<String, @Nullable Object>> links(Supply supply, YearResult result) {
        return supply.network().links().stream()
                .map(link -> {
                    Map<String, @Nullable Object> map = new LinkedHashMap<>();
                    map.put("edge", link.id());
                    map.put("feature", supply.feature(link.id()));
                    map.put("name", supply.name(link.id()));
                    map.put("from", link.from());
                    map.put("to", link.to());
                    map.put("capacity_m3d", number(link.capacityM3PerDay().number()));
                    map.put("loss_share", number(link.lossShare().number()));
                    map.put(
                            "m3",
                            result.months().stream()
                                    .map(month -> month.linkM3().getOrDefault(link.id(), 0.0))
                                    .toList());
                    return map;
                })
                .toList();
    }

    private static List<Map<String, @Nullable Object>> sources(Supply supply, YearResult result) {
        return supply.network().sources().stream()
                .map(source -> {
                    Map<String, @Nullable Object> map = new LinkedHashMap<>();
                    map.put("feature", source.id());
                    map.put("name", supply.name(source.id()));
                    map.put("group", source.group());
                    map.put("at", source.at());
                    map.put(
                            "m3",
                            result.months().stream()
                                    .map(month -> month.sourceM3().getOrDefault(source.id(), 0.0))
                                    .toList());
                    return map;
                })
                .toList();
    }

    static Map<String, Object> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }

    /** JSON knows no infinity and nothing that is no number. */
    static @Nullable Double number(double number) {
        return Double.isFinite(number) ? Double.valueOf(number) : null;
    }
}
