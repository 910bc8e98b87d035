package org.greenplan.chapter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.problem.Words;
import org.greenplan.supply.ValueAt;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.OutageCut;
import org.greenplan.water.Lake;
import org.greenplan.water.mixture.Mixture;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.verdict.Circulation;
import org.greenplan.water.verdict.Outage;
import org.jspecify.annotations.Nullable;

/** The figures behind the verdicts as tables, for the chapter and for the workbook. */
record WaterTables(List<Judgement> states, Catalogue catalogue, Locale language) {
    private static final double THOUSAND = 1000;

    /** In how many months each lake is on a ring, only run through, or dead. */
    Listed roles() {
        var words = new WaterWords(language);
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Judgement state : states) {
            state.circulation()
                    .ifPresent(found -> state.supply().network().lakes().forEach(lake -> {
                        List<Circulation.Role> roles = found.roles().getOrDefault(lake.id(), List.of());
                        List<@Nullable Object> cells = named(words, state, lake);
                        Stream.of(Circulation.Role.values())
                                .forEach(role -> cells.add(Collections.frequency(roles, role)));
                        rows.add(cells);
                    }));
        }
        return new Listed(
                words.say("各湖成环、过水与死水的月数", "Months on a ring, run through and dead"),
                words.heads("工程", "Works", "湖泊", "Lake", "成环", "Ring", "过水", "Through", "死水", "Dead"),
                rows);
    }

    /** What came to each lake, what went, and whose water stood in it at the end: the whole year, in 1,000 m³. */
    Listed years() {
        var words = new WaterWords(language);
        List<String> heads = new ArrayList<>(words.heads("工程", "Works", "湖泊", "Lake"));
        WaterWords.PARTS.forEach(part -> heads.add(words.say(part.year())));
        heads.add(words.say("年末湖水来源", "Whose water at the end"));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Judgement state : states) {
            state.result()
                    .ifPresent(year ->
                            state.supply().network().lakes().forEach(lake -> rows.add(year(words, state, year, lake))));
        }
        return new Listed(words.say("各湖全年水量平衡（千 m³）", "Balance of each lake over the year (1,000 m³)"), heads, rows);
    }

    private static List<? extends @Nullable Object> year(
            WaterWords words, Judgement state, YearResult year, Lake lake) {
        List<@Nullable Object> cells = named(words, state, lake);
        List<LakeMonth> months = year.months().stream()
                .flatMap(month -> Stream.ofNullable(month.lakes().get(lake.id())))
                .toList();
        WaterWords.PARTS.forEach(part -> cells.add(part.yearM3(months) / THOUSAND));
        cells.add(origins(words, state, lake));
        return cells;
    }

    /** Shares of one per cent and more, the largest first. */
    private static @Nullable String origins(WaterWords words, Judgement state, Lake lake) {
        List<Map<String, Double>> months = state.mixture()
                .map(mixture -> mixture.sharesFromJuly().getOrDefault(lake.id(), List.of()))
                .orElse(List.of());
        if (months.isEmpty()) {
            return null;
        }
        return months.get(months.size() - 1).entrySet().stream()
                .filter(share -> share.getValue() >= 0.01)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(share -> origin(words, share.getKey()) + " " + Math.round(100 * share.getValue()) + " %")
                .reduce((one, other) -> one + words.say("、", ", ") + other)
                .orElse(null);
    }

    private static String origin(WaterWords words, String origin) {
        return switch (origin) {
            case Mixture.NATURAL -> words.say("河流、降雨与产流", "rivers, rain and runoff");
            case Mixture.BEFORE -> words.say("原有湖水", "what was there before");
            default -> origin;
        };
    }

    /** The same month by month, in m³. */
    Listed months() {
        var words = new WaterWords(language);
        List<String> heads = new ArrayList<>(words.heads("工程", "Works", "湖泊", "Lake", "月", "Month"));
        WaterWords.PARTS.forEach(part -> heads.add(words.say(part.title()) + " m³"));
        heads.add(words.say("水位 m", "Level m"));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Judgement state : states) {
            state.result().ifPresent(year -> {
                for (Lake lake : state.supply().network().lakes()) {
                    year.months().forEach(month -> rows.add(month(words, state, lake, month)));
                }
            });
        }
        return new Listed(words.say("水量平衡", "Balance"), heads, rows);
    }

    private static List<? extends @Nullable Object> month(
            WaterWords words, Judgement state, Lake lake, MonthResult result) {
        List<@Nullable Object> cells = named(words, state, lake);
        cells.add(result.month());
        LakeMonth month = result.lakes().get(lake.id());
        if (month != null) {
            WaterWords.PARTS.forEach(part -> cells.add(part.m3().applyAsDouble(month)));
            cells.add(String.format(Locale.ROOT, "%.2f", lake.shape().levelM(month.afterM3())));
        }
        return cells;
    }

    private static List<@Nullable Object> named(WaterWords words, Judgement state, Lake lake) {
        return new ArrayList<>(
                List.of(words.state(state.supply().state()), state.supply().name(lake.id())));
    }

    /** What fails without each group of sources, and what binds then. */
    Listed outages() {
        var words = new WaterWords(language);
        List<String> heads = new ArrayList<>(words.heads("工程", "Works", "停供的水源组", "Source group out", "何时", "When"));
        levels().forEach(level -> heads.add(words.say(level + " 级不满足月数", "Level " + level + ": months failed")));
        levels().forEach(level -> heads.add(words.say(level + " 级最低满足 %", "Level " + level + ": least served %")));
        heads.add(words.say("卡在哪里", "What binds"));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Judgement state : states) {
            state.backing().ifPresent(backing -> Stream.of(backing.wholeYear(), backing.worstMonth())
                    .flatMap(List::stream)
                    .forEach(outage -> rows.add(outage(words, state, outage))));
        }
        return new Listed(words.say("任一水源组停供（N−1）", "Any one source group out (N−1)"), heads, rows);
    }

    private static IntStream levels() {
        return IntStream.rangeClosed(1, Judgement.HELD_LEVELS);
    }

    private static List<? extends @Nullable Object> outage(WaterWords words, Judgement state, Outage outage) {
        String when = outage.month() == 0
                ? words.say("全年", "all year")
                : words.say(outage.month() + " 月 30 天", "30 days in month " + outage.month());
        List<@Nullable Object> cells =
                new ArrayList<>(List.of(words.state(state.supply().state()), outage.what(), when));
        cells.addAll(outage.failedMonths().subList(0, Judgement.HELD_LEVELS));
        outage.worstShare().subList(0, Judgement.HELD_LEVELS).forEach(share -> cells.add(WaterWords.percent(share)));
        cells.add(OutageCut.of(state.supply(), outage)
                .map(cut -> words.say(cut.words()))
                .orElse(null));
        return cells;
    }

    /** Every value that is missing or was assumed with all works, by the catalogue's names. */
    Listed assumed() {
        var words = new WaterWords(language);
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        Judgement last = states.get(states.size() - 1);
        last.supply().gaps().forEach(value -> rows.add(value(value, words.say("缺值", "missing"))));
        last.supply().assumed().forEach(value -> rows.add(value(value, words.say("假定", "assumed"))));
        return new Listed(
                words.say("缺值与假定", "Missing and assumed"),
                words.heads("要素或记录", "Feature or record", "名称", "Name", "属性", "Attribute", "月", "Month", "情况", "What"),
                rows);
    }

    private List<? extends @Nullable Object> value(ValueAt value, String what) {
        return Listed.cells(
                kind(value).map(type -> type.title().in(language)).orElse(value.id()) + number(value),
                value.of(),
                attribute(value),
                value.month() == 0 ? null : value.month(),
                what);
    }

    private Optional<LayerType> kind(ValueAt value) {
        return catalogue.find(value.id().split("/", 2)[0]);
    }

    private static String number(ValueAt value) {
        int slash = value.id().indexOf('/');
        return slash < 0 ? "" : " #" + value.id().substring(slash + 1);
    }

    /** What the catalogue calls the attribute in which a value is filled in. */
    String attribute(ValueAt value) {
        if (value.attribute().equals("shape")) {
            return Words.of("图形", "Shape").in(language);
        }
        return kind(value)
                .flatMap(type -> type.attributes().stream()
                        .filter(attribute -> attribute.name().equals(value.attribute()))
                        .findFirst())
                .map(Attribute::title)
                .map(title -> title.in(language))
                .orElse(value.attribute());
    }
}
