package org.greenplan.water.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.greenplan.problem.Words;
import org.greenplan.water.operate.Reason;
import org.greenplan.water.operate.Shortage;

/**
 * Says why a demand is short: what happens, since when, then one sentence for each piece of the cut, then the missing link.
 *
 * @param name of a thing by its id, as the plan has it
 */
public record WhyWords(UnaryOperator<String> name) {
    /** Everything there is to say. */
    public List<Told> tell(Why why) {
        List<Told> told = new ArrayList<>();
        told.add(howShort(why));
        why.sinceFull().ifPresent(months -> told.add(sinceFull(why, months)));
        why.cut().reasons().forEach(reason -> told.add(reason(reason)));
        why.missing().ifPresent(link -> told.add(missing(link)));
        return told;
    }

    private Told howShort(Why why) {
        Shortage cut = why.cut();
        String demand = name.apply(cut.demand());
        String zhMonths = why.failedMonths().stream().map(String::valueOf).collect(Collectors.joining("、"));
        String enMonths = why.failedMonths().stream().map(String::valueOf).collect(Collectors.joining(", "));
        boolean always = why.failedMonths().size() == 12;
        return new Told(
                List.of(cut.demand(), why.at()),
                Words.of(
                        demand + (always ? " 全年各月都不足" : " 在 " + zhMonths + " 月不足") + "；" + cut.month() + " 月需 "
                                + m3(cut.wantedM3()) + " m³，得 " + m3(cut.servedM3()) + " m³，缺 " + m3(cut.missingM3())
                                + " m³。",
                        Character.toUpperCase(demand.charAt(0)) + demand.substring(1)
                                + (always ? " is short in every month" : " is short in months " + enMonths)
                                + "; in month "
                                + cut.month() + " it wants " + m3(cut.wantedM3()) + " m³, gets " + m3(cut.servedM3())
                                + " m³ and lacks " + m3(cut.missingM3()) + " m³."));
    }

    private Told sinceFull(Why why, int months) {
        String lake = name.apply(why.at());
        int month = why.cut().month();
        int full = (month - months + 11) % 12 + 1;
        int first = full % 12 + 1;
        Words words = months >= 12
                ? Words.of(lake + " 全年从未蓄满。", lake + " is never full in the year.")
                : months == 0
                        ? Words.of(lake + " 本月末是蓄满的。", lake + " is full at the end of this month.")
                        : Words.of(
                                lake + " 在 " + full + " 月末最后一次蓄满；关键期为 " + first + " 月至 " + month + " 月（" + months
                                        + " 个月）。",
                                lake + " was last full at the end of month " + full + "; the critical period is month "
                                        + first + " to " + month + " (" + months + " months).");
        return new Told(List.of(why.at()), words);
    }

    private Told missing(MissingLink link) {
        String id = name.apply(link.link());
        String way = name.apply(link.from()) + "→" + name.apply(link.to());
        return new Told(
                List.of(link.link(), link.from(), link.to()),
                Words.of(
                        "缺少规划中的连线 " + id + "（" + way + "）：要补足需引入 " + m3(link.needsM3()) + " m³，仅建此线本月可多得 "
                                + m3(link.bringsM3()) + " m³。",
                        "The planned link " + id + " (" + way + ") is missing: " + m3(link.needsM3())
                                + " m³ would have to enter it; with it alone " + m3(link.bringsM3())
                                + " m³ more arrive in this month."));
    }

    /** One piece of the cut. */
    public Told reason(Reason reason) {
        Words what = what(reason.kind(), name.apply(reason.at()), m3(reason.boundM3()));
        return new Told(
                List.of(reason.at()),
                Words.of(what.zh() + zhMore(reason) + "。", upper(what.en()) + enMore(reason) + "."));
    }

    private static Words what(Reason.Kind kind, String at, String m3) {
        return switch (kind) {
            case LINK_FULL ->
                Words.of(
                        "连线 " + at + " 已满负荷，本月 " + m3 + " m³",
                        "link " + at + " leads all it can, " + m3 + " m³ in this month");
            case LINK_CLOSED -> Words.of("连线 " + at + " 本月关闭", "link " + at + " is closed in this month");
            case BELOW_SILL ->
                Words.of(
                        "月初水位低于连线 " + at + " 的底槛，不能自流",
                        "the lake stood below the sill of link " + at + " when the month began");
            case SOURCE_FULL ->
                Words.of(
                        "水源 " + at + " 本月可供 " + m3 + " m³，已用尽",
                        "source " + at + " brings all there is, " + m3 + " m³ in this month");
            case SOURCE_SHUT -> Words.of("水源 " + at + " 本月停供", "source " + at + " is shut in this month");
            case LICENCE ->
                Words.of(
                        "取水许可 " + at + " 本月可用 " + m3 + " m³，已用尽",
                        "licence " + at + " allows " + m3 + " m³ in this month, all used");
            case LAKE_AT_FLOOR ->
                Words.of(at + " 已降至死水位，无水可取", at + " is down to its dead volume, nothing can be taken");
            case PROMISED -> Words.of(m3 + " m³ 已先保证 " + at, m3 + " m³ are promised to " + at + " first");
            case NO_WAY -> Words.of("没有连线和水源能到达 " + at, "no link and no source leads to " + at);
        };
    }

    private static String zhMore(Reason reason) {
        return Double.isNaN(reason.tenPercentM3())
                ? ""
                : "；加大一成可多得 " + m3(reason.tenPercentM3()) + " m³，再加 " + m3(reason.rangeM3()) + " m³ 以内每立方米得 "
                        + share(reason.gainPerM3()) + " m³";
    }

    private static String enMore(Reason reason) {
        return Double.isNaN(reason.tenPercentM3())
                ? ""
                : "; a tenth more gives " + m3(reason.tenPercentM3()) + " m³, and up to " + m3(reason.rangeM3())
                        + " m³ more each m³ gives " + share(reason.gainPerM3()) + " m³";
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }

    private static String upper(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String m3(double m3) {
        return String.format(Locale.ROOT, "%,.0f", m3);
    }
}
