package org.greenplan.verdicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.problem.Words;
import org.greenplan.supply.Need;
import org.greenplan.supply.Supply;
import org.greenplan.water.Demand;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.Reason;
import org.greenplan.water.operate.Shortage;
import org.greenplan.water.operate.WhyShort;

/**
 * Why what is wanted at a place is not served: of each demand that fails, the month that lacks most and what holds it back there.
 *
 * @param demand what is wanted
 * @param months in which it fails
 * @param worst the month that lacks most
 * @param sentences what holds it back, what helps most first
 * @param features that hold it back
 */
public record WhyLake(
        Need demand, int level, List<Integer> months, Shortage worst, List<Words> sentences, List<String> features) {
    public WhyLake {
        months = List.copyOf(months);
        sentences = List.copyOf(sentences);
        features = features.stream().distinct().toList();
    }

    /** Of a lake or river, by its feature; nothing where all is served or nothing can be said. */
    public static List<WhyLake> of(Judgement judgement, String feature) {
        List<WhyLake> all = new ArrayList<>();
        judgement.result().ifPresent(year -> {
            Map<String, List<MonthResult>> failed = new LinkedHashMap<>();
            for (MonthResult month : year.months()) {
                month.served().stream()
                        .filter(served -> served.failed()
                                && judgement.supply().feature(served.demand()).equals(feature))
                        .forEach(served -> failed.computeIfAbsent(served.demand(), id -> new ArrayList<>())
                                .add(month));
            }
            failed.forEach((demand, months) -> all.add(of(judgement.supply(), demand, months)));
        });
        all.sort(Comparator.comparingInt(WhyLake::level).thenComparing(WhyLake::demand));
        return all;
    }

    private static WhyLake of(Supply supply, String demand, List<MonthResult> months) {
        MonthResult worst = months.stream()
                .max(Comparator.comparingDouble(month -> lacks(month, demand)))
                .orElseThrow();
        Shortage shortage = WhyShort.of(supply.network(), supply.year(), worst, demand);
        List<Words> sentences = new ArrayList<>();
        List<String> features = new ArrayList<>();
        for (Reason reason : shortage.reasons()) {
            sentences.add(sentence(supply, shortage, reason));
            features.add(supply.feature(reason.at()));
        }
        int level = supply.network().demands().stream()
                .filter(one -> one.id().equals(demand))
                .mapToInt(Demand::level)
                .findFirst()
                .orElseThrow();
        return new WhyLake(
                Need.of(demand),
                level,
                months.stream().map(MonthResult::month).toList(),
                shortage,
                sentences,
                features);
    }

    private static double lacks(MonthResult month, String demand) {
        return month.served().stream()
                .filter(served -> served.demand().equals(demand))
                .mapToDouble(served -> served.wantedM3() * (1 - served.share()))
                .sum();
    }

    private static Words sentence(Supply supply, Shortage shortage, Reason reason) {
        String name = supply.name(reason.at());
        String bound = m3(reason.boundM3());
        Words more = more(reason);
        return switch (reason.kind()) {
            case LINK_FULL ->
                join("“" + name + "”已满负荷，本月至多输水 " + bound, name + " leads all it can: " + bound + " this month", more);
            case LINK_CLOSED -> Words.of("“" + name + "”本月关闭。", name + " is closed this month.");
            case BELOW_SILL -> Words.of("月初水位低于“" + name + "”的取水口。", "The lake stood below the sill of " + name + ".");
            case SOURCE_FULL ->
                join("水源“" + name + "”本月至多供水 " + bound, name + " brings all there is: " + bound + " this month", more);
            case SOURCE_SHUT -> Words.of("水源“" + name + "”本月停供。", name + " is shut this month.");
            case LICENCE ->
                join(
                        "“" + name + "”本月的额度 " + bound + " 已用完",
                        "The share of " + name + " for this month is used up: " + bound,
                        more);
            case LAKE_AT_FLOOR -> Words.of(name + " 已到死水位。", name + " is at its dead level.");
            case PROMISED -> promised(supply, reason, bound);
            case NO_WAY -> {
                String lacks = m3(shortage.missingM3());
                String place = supply.name(shortage.demand());
                yield Words.of(
                        "没有连通或水源把水送到 " + place + "，本月缺 " + lacks + "：要画一条通到它的连通。",
                        "No link and no source leads water to " + place + ", which lacks " + lacks
                                + " this month: draw a link to it.");
            }
        };
    }

    private static Words promised(Supply supply, Reason reason, String bound) {
        Need need = Need.of(reason.at());
        String name = supply.name(reason.at());
        return Words.of(
                "水先给了 " + name + " 的" + need.title().zh() + "（" + bound + "）。",
                "Water is promised to " + name + ", " + need.title().en() + ": " + bound + ".");
    }

    private static Words more(Reason reason) {
        return Double.isNaN(reason.tenPercentM3())
                ? Words.of("。", ".")
                : Words.of(
                        "；再大一成可多得 " + m3(reason.tenPercentM3()) + "。",
                        "; a tenth more would give " + m3(reason.tenPercentM3()) + ".");
    }

    private static Words join(String zh, String en, Words more) {
        return Words.of(zh + more.zh(), en + more.en());
    }

    private static String m3(double amountM3) {
        return String.format(Locale.ROOT, "%,.0f m³", amountM3);
    }
}
