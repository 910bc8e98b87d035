package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenplan.problem.Words;
import org.greenplan.supply.Need;
import org.greenplan.supply.Supply;
import org.greenplan.water.Demand;
import org.greenplan.water.operate.BestPossible;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.Served;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.verdict.Reliability;

/** 丰枯调剂: every level that must hold is served in every month. */
final class Balanced {
    private Balanced() {}

    /** @param foresight whether to ask what would be possible if the year were known beforehand */
    static Verdict verdict(Supply supply, YearResult year, boolean foresight) {
        List<Words> reasons = new ArrayList<>();
        List<String> features = new ArrayList<>();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int level = 1; level <= Demand.LEVELS; level++) {
            Reliability how = Reliability.of(year, level);
            boolean wanted = isWanted(supply, level);
            if (wanted) {
                figures.put("failed_" + level, (double) how.failedMonths());
                figures.put("in_volume_" + level, how.inVolume());
            }
            if (wanted && how.failedMonths() > 0) {
                failed(supply, year, how, reasons, features);
            }
        }
        boolean holds =
                IntStream.rangeClosed(1, Judgement.HELD_LEVELS).allMatch(level -> year.failedMonths(level) == 0);
        Accepted accepted = Accepted.of(supply, year);
        reasons.addAll(accepted.reasons());
        features.addAll(accepted.features());
        year.drift().ifPresent(drift -> drifts(supply, drift, reasons, features));
        if (holds && reasons.isEmpty()) {
            reasons.add(Words.of("全年各级需水都得到满足。", "Every level is served in every month."));
        }
        figures.put("energy_kwh", year.energyKwh());
        return new Verdict(
                Verdict.Kind.BALANCED,
                holds && accepted.isFit()
                        ? Standing.PASSES
                        : holds ? Standing.FAILS : standing(supply, foresight, reasons),
                reasons,
                features,
                figures);
    }

    private static boolean isWanted(Supply supply, int level) {
        return supply.network().demands().stream().anyMatch(demand -> demand.level() == level);
    }

    private static Standing standing(Supply supply, boolean foresight, List<Words> reasons) {
        if (foresight && BestPossible.of(supply.network(), supply.year()).passes(Judgement.HELD_LEVELS)) {
            reasons.add(Words.of(
                    "只有事先知道全年来水时才能满足；照常逐月运行则不能。",
                    "It would hold only if the year were known beforehand; run month by month it does not."));
            return Standing.ONLY_WITH_FORESIGHT;
        }
        return Standing.FAILS;
    }

    /** Of each need of a level, who fails in how many months, the most often first. */
    private static void failed(
            Supply supply, YearResult year, Reliability how, List<Words> reasons, List<String> features) {
        Map<String, Integer> months = new TreeMap<>();
        for (MonthResult month : year.months()) {
            for (Served served : month.served()) {
                if (served.level() == how.level() && served.failed()) {
                    months.merge(served.demand(), 1, Integer::sum);
                }
            }
        }
        List<String> worst = months.keySet().stream()
                .sorted(Comparator.comparingInt((String id) -> -months.getOrDefault(id, 0))
                        .thenComparing(id -> id))
                .toList();
        features.addAll(worst.stream().map(supply::feature).toList());
        String need =
                worst.stream().map(id -> Need.of(id).title().zh()).distinct().collect(Collectors.joining("、"));
        String needEn =
                worst.stream().map(id -> Need.of(id).title().en()).distinct().collect(Collectors.joining(", "));
        List<String> who = each(supply, year, how.level());
        String lacks = String.format(Locale.ROOT, "%.0f %%", 100 * how.vulnerability());
        reasons.add(Words.of(
                "第 " + how.level() + " 级（" + need + "）有 " + how.failedMonths() + " 个月不满足，最多缺 " + lacks + "。各处月数："
                        + String.join("、", who) + "。",
                "Level " + how.level() + " (" + needEn + ") fails in " + how.failedMonths() + " months and lacks up to "
                        + lacks + ". Months each: " + String.join(", ", who) + "."));
    }

    /** Each place with the months in which anything of a level fails there, the most often first: a lake is told once, whatever it lacks. */
    private static List<String> each(Supply supply, YearResult year, int level) {
        Map<String, Integer> months = new TreeMap<>();
        for (MonthResult month : year.months()) {
            month.served().stream()
                    .filter(served -> served.level() == level && served.failed())
                    .map(served -> supply.feature(served.demand()))
                    .distinct()
                    .forEach(place -> months.merge(place, 1, Integer::sum));
        }
        return months.keySet().stream()
                .sorted(Comparator.comparingInt((String place) -> -months.getOrDefault(place, 0))
                        .thenComparing(place -> place))
                .map(place -> supply.name(place) + " " + months.get(place))
                .toList();
    }

    private static void drifts(Supply supply, YearResult.Drift drift, List<Words> reasons, List<String> features) {
        features.add(drift.lake());
        String name = supply.name(drift.lake());
        reasons.add(
                Double.isInfinite(drift.emptyInYears())
                        ? Words.of(name + " 逐年上涨，没有稳定下来。", name + " rises from year to year and does not settle.")
                        : Words.of(
                                String.format(Locale.ROOT, "%s 逐年下降，%.1f 年后干涸。", name, drift.emptyInYears()),
                                String.format(
                                        Locale.ROOT,
                                        "%s falls from year to year and is empty in %.1f years.",
                                        name,
                                        drift.emptyInYears())));
    }
}
