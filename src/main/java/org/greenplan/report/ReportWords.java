package org.greenplan.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.geo.Unit;
import org.greenplan.problem.Words;

/**
 * The report's headings and its method, in the reader's language.
 *
 * @param timeZone the plan's clock
 */
public record ReportWords(Locale language, ZoneId timeZone) {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** The words of a report on that plan. */
    public static ReportWords of(PlanProfile profile, Locale language) {
        return new ReportWords(language, profile.timeZone());
    }

    /** The words in the reader's language. */
    String say(String zh, String en) {
        return Words.of(zh, en).in(language);
    }

    String say(Words words) {
        return words.in(language);
    }

    boolean chinese() {
        return !language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    String time(Instant at) {
        ZonedDateTime here = at.atZone(timeZone);
        ZoneOffset offset = here.getOffset();
        String utc =
                "UTC" + (offset.equals(ZoneOffset.UTC) ? "" : offset.getId().replaceAll("0?(\\d+):00$", "$1"));
        return TIME.format(here) + say("（" + (offset.equals(BEIJING) ? "北京时间" : utc) + "）", " (" + utc + ")");
    }

    /** The moment that the figures are true for. */
    String asOf(Report.AsOf asOf) {
        Instant at = asOf.at();
        return at == null ? say("尚无修改", "not changed yet") : time(at);
    }

    /** The newest changeset and the beginning of its stamp: two copies of a plan may both have a changeset of this number. */
    String changeset(Report.AsOf asOf) {
        return "№ " + asOf.changeset() + (asOf.stamp().isEmpty() ? "" : say(" · 版本戳 ", " · stamp ") + asOf.stamp());
    }

    /** Stands where an empty cell would look as if nothing had been lost. */
    String notLooked() {
        return say("未逐项查明，见 Excel 或 CSV", "not looked at here; see Excel or CSV");
    }

    String unit(TargetLine line) {
        Words printed = Unit.of(line.unit()).printed();
        boolean one = line.unit().equals(Unit.COUNT.id()) && line.value() == 1;
        return say(printed.zh(), one ? "piece" : printed.en());
    }

    /** How a target is measured. */
    String measure(TargetLine line) {
        return switch (line.measure()) {
            case NET_AREA ->
                line.method() == TargetLine.AreaMethod.PLANE
                        ? say("净增面积，平面面积", "net area on the plane")
                        : say("净增面积，椭球面积", "net area on the ellipsoid");
            case LENGTH ->
                say("中心线长度（平面），区界内，不重复计", "centre-line length on the plane inside the district, counted once");
            case COUNT -> countMeasure(line);
        };
    }

    /** Behind an area: of which surface it is. */
    String surface(TargetLine.AreaMethod method) {
        return method == TargetLine.AreaMethod.PLANE ? say("（平面）", " on the plane") : say("（椭球）", " on the ellipsoid");
    }

    private String countMeasure(TargetLine line) {
        Double least = line.minAreaM2();
        return least == null
                ? say("个数", "number of plots")
                : say(
                        "个数，单个净面积（平面）≥ " + Figures.fixed(least, 0) + " m²",
                        "number of plots of ≥ " + Figures.fixed(least, 0) + " m² net each on the plane");
    }

    String plane(PlanProfile profile) {
        return say(profile.plane().described());
    }

    /** What a reader has to know to check a figure. */
    List<String> method(PlanProfile profile) {
        return List.of(
                say(
                        "净增面积 =（地块 ∩ 区界）− 现状绿地 − 排序在前的地块。排序：已建成、在建、已批准、拟建；同一状态按图层次序，再按建立先后。每平方米只计一次，各地块净增面积之和等于全部地块并集扣除现状绿地的面积。",
                        "Net area = (plot ∩ district) − existing green − plots that come before it. Completed plots come first, then those under"
                                + " construction, approved, proposed; then by layer, then by age. Every square metre counts once: the net areas add"
                                + " up to the union of all plots less existing green."),
                say(
                        "面积同时给出两种：平面面积按" + plane(profile) + "计算；椭球面积在 CGCS2000 椭球面上计算。每项指标注明所依据的一种。",
                        "Two areas are given: on the plane, " + plane(profile)
                                + "; and on the CGCS2000 ellipsoid. Each target names the one that counts."),
                say(
                        "1 亩 = 2000/3 m²（精确值），1 公顷 = 15 亩。合计由未舍入的数值相加，仅在列印时舍入，末位可能与各行之和相差 0.01。",
                        "1 mu = 2000/3 m² exactly; 1 ha = 15 mu. Sums are made of unrounded figures and rounded only in print, so the last digit may"
                                + " differ by 0.01 from the sum of the lines."),
                say(
                        "提升改造的地块不增加绿地面积。毛面积为地块全部面积。计个数的指标，地块净面积（平面）达到指标下限（未设下限的为 1 m²）才计一个。",
                        "An upgrade adds no area. Gross is the whole plot. Where a target counts plots, a plot is one where its net area on the"
                                + " plane reaches the target's least size (1 m² where none is given)."),
                lengths(profile.lineToleranceM()),
                say(
                        "跨街道（镇）的地块在每个街道（镇）各计一次个数，面积按所在部分计；街道（镇）边界重叠处只计入排序在前的一个。",
                        "A plot in two sub-districts is one plot in each of them; its area is split between them. Ground that two"
                                + " sub-districts claim counts for the one that comes first."));
    }

    /** What counts of a centre line, and from how far apart on. */
    private String lengths(double toleranceM) {
        String metres = Figures.fixed(toleranceM, toleranceM == Math.rint(toleranceM) ? 0 : 2);
        return say(
                "廊道长度取区界内中心线的平面长度。与排序在前的廊道中心线相距 " + metres
                        + " m 以内并行的长度不再计；交叉（约 10° 以上）不扣减。与整条在前的线相比较，因此相互并行的多条线中只计第一条。",
                "A corridor's length is that of its centre line inside the district, on the plane. A stretch that runs within "
                        + metres
                        + " m of the line of an earlier corridor does not count again; crossings (at about 10° and"
                        + " more) cost nothing. Earlier lines are compared whole, so of a chain of parallels only the first counts.");
    }
}
