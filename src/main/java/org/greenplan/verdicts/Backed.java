package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.greenplan.problem.Words;
import org.greenplan.supply.Supply;
import org.greenplan.water.verdict.Backing;
import org.greenplan.water.verdict.Outage;

/** 多源互补: the levels that must hold do so with any one source group out. */
final class Backed {
    private Backed() {}

    static Verdict verdict(Supply supply, Backing backing) {
        List<Words> reasons = new ArrayList<>();
        List<String> features = new ArrayList<>();
        Map<String, Double> figures = new LinkedHashMap<>();
        Stream.concat(backing.wholeYear().stream(), backing.worstMonth().stream())
                .forEach(outage -> {
                    if (!outage.holds(Judgement.HELD_LEVELS)) {
                        reasons.add(sentence(outage));
                        supply.network().sources().stream()
                                .filter(source -> source.group().equals(outage.what()))
                                .forEach(source -> features.add(source.id()));
                    }
                });
        int groups = backing.wholeYear().size();
        figures.put("source_groups", (double) groups);
        boolean passes = groups > 1 && reasons.isEmpty();
        if (groups < 2) {
            reasons.add(Words.of(
                    "只有 " + groups + " 个水源组，谈不上互补。",
                    "There " + (groups == 1 ? "is 1 source group" : "are no source groups") + ": nothing backs it."));
        } else if (passes) {
            reasons.add(Words.of(
                    groups + " 个水源组任停一个，第 1 至 " + Judgement.HELD_LEVELS + " 级需水仍得到满足。",
                    "With any one of " + groups + " source groups out, levels 1 to " + Judgement.HELD_LEVELS
                            + " hold."));
        }
        return new Verdict(Verdict.Kind.BACKED, passes ? Standing.PASSES : Standing.FAILS, reasons, features, figures);
    }

    private static Words sentence(Outage outage) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (int level = 1; level <= Judgement.HELD_LEVELS; level++) {
            int months = outage.failedMonths().get(level - 1);
            if (months > 0) {
                zh.append(zh.isEmpty() ? "" : "、")
                        .append("第 ")
                        .append(level)
                        .append(" 级 ")
                        .append(months)
                        .append(" 个月");
                en.append(en.isEmpty() ? "" : ", ")
                        .append("level ")
                        .append(level)
                        .append(" in ")
                        .append(months)
                        .append(" months");
            }
        }
        return outage.month() == 0
                ? Words.of(
                        "“" + outage.what() + "”全年停供时不满足：" + zh + "。",
                        "Without " + outage.what() + " all year fail: " + en + ".")
                : Words.of(
                        "“" + outage.what() + "”在 " + outage.month() + " 月停供 30 天时不满足：" + zh + "。",
                        "Without " + outage.what() + " for 30 days in month " + outage.month() + " fail: " + en + ".");
    }
}
