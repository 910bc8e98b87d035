package org.greenplan.works;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.problem.Words;
import org.greenplan.supply.Offer;
import org.greenplan.supply.Offers;
import org.greenplan.supply.Stages;
import org.greenplan.verdicts.JudgementMap;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.remedy.Requirement;
import org.jspecify.annotations.Nullable;

/** Works that were found as maps, lists and numbers, for whoever reads JSON. Capacities in m³ a day, money in yuan. */
public final class WorksMap {
    private WorksMap() {}

    /** All that is to be said. */
    public static Map<String, @Nullable Object> of(WorksAnswer answer) {
        Offers offers = answer.offers();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("changeset", answer.changeset());
        map.put("from", Stages.code(answer.question().there()));
        map.put("years", offers.years().stream().map(year -> year.year()).toList());
        map.put(
                "verdicts",
                answer.question().verdicts().stream()
                        .map(Verdict.Kind::code)
                        .sorted()
                        .toList());
        map.put("paid_year", offers.economy().year());
        map.put("cannot_say", offers.gaps().stream().map(JudgementMap::of).toList());
        map.put("assumed", offers.assumed().stream().map(JudgementMap::of).toList());
        map.put(
                "assumptions",
                answer.assumptions().stream().map(WorksMap::words).toList());
        map.put(
                "offers",
                offers.all().stream().map(offer -> offer(offers, offer)).toList());
        map.put(
                "points",
                answer.points().stream().map(point -> point(offers, point)).toList());
        return map;
    }

    private static Map<String, @Nullable Object> offer(Offers offers, Offer offer) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", offer.candidate().id());
        map.put("work", offer.candidate().work());
        map.put("name", offers.years().get(0).name(offer.features().get(0)));
        map.put("features", offer.features());
        map.put("sized", offer.sized());
        map.put("capacity_m3d", offer.isStorage() ? null : offer.capacityM3PerDay());
        map.put("storage_m3", offer.isStorage() ? offer.capacityM3PerDay() : null);
        map.put("capital_yuan", offer.candidate().capitalYuan());
        return map;
    }

    private static Map<String, @Nullable Object> point(Offers offers, WorksAnswer.Point point) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("standing", point.remedy().standing().name().toLowerCase(Locale.ROOT));
        map.put("months", point.remedy().months());
        map.put("capital_yuan", point.remedy().capitalYuan());
        map.put("running_yuan", point.remedy().runningYuan());
        map.put("total_yuan", point.remedy().totalYuan());
        map.put("sentence", words(point.sentence()));
        map.put(
                "works",
                point.built().stream().map(offer -> offer(offers, offer)).toList());
        map.put("failed", failed(point.remedy().failedMonths()));
        Map<String, Object> verdicts = new LinkedHashMap<>();
        point.verdicts()
                .forEach((year, all) ->
                        verdicts.put(year, all.stream().map(JudgementMap::of).toList()));
        map.put("replayed", verdicts);
        map.put("writes", point.writes().stream().map(WorksMap::write).toList());
        return map;
    }

    /** What was required and in how many months it fails, what fails first. */
    private static List<Map<String, @Nullable Object>> failed(Map<Requirement, List<Integer>> failed) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        failed.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Requirement, List<Integer>> one) -> -one.getValue().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .thenComparing(one -> one.getKey().toString()))
                .forEach(one -> {
                    Requirement requirement = one.getKey();
                    Map<String, @Nullable Object> map = new LinkedHashMap<>();
                    map.put("year", requirement.year());
                    map.put("group_out", requirement.groupOut());
                    map.put("month_out", requirement.month() == 0 ? null : requirement.month());
                    map.put("levels", requirement.upToLevel() == 0 ? null : one.getValue());
                    map.put(
                            "standing_months",
                            requirement.upToLevel() == 0 ? one.getValue().get(0) : null);
                    all.add(map);
                });
        return all;
    }

    private static Map<String, @Nullable Object> write(WorksAnswer.Write write) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        int slash = write.feature().indexOf('/');
        map.put("layer", write.feature().substring(0, slash));
        map.put("id", Long.valueOf(write.feature().substring(slash + 1)));
        map.put("version", write.version());
        map.put("attributes", write.attributes());
        return map;
    }

    private static Map<String, Object> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }
}
