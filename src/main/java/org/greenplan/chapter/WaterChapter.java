package org.greenplan.chapter;

import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.html.Markup;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.OutageCut;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Lake;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.verdict.Circulation;
import org.greenplan.water.verdict.Outage;

/**
 * The chapter as a page to read and to print: the verdicts on one sheet for the chief, then each lake's balance with all works, what
 * happens without a source, and how many values were assumed.
 */
record WaterChapter(PlanProfile profile, List<Judgement> states, long changeset, Locale language) {
    String page() {
        var words = new WaterWords(language);
        String title = words.say(profile.title());
        Markup head = el(
                "head",
                el("meta", at("charset", "utf-8")),
                el("meta", at("name", "viewport", "content", "width=device-width, initial-scale=1")),
                el("title", words.say("水系连通 – ", "Water network – ") + title),
                el("link", at("rel", "icon", "href", "/assets/icons/greenplan.svg")),
                el("link", at("rel", "stylesheet", "href", "/assets/styles/report.css")));
        List<Markup> body = new ArrayList<>(List.of(toolbar(words), cover(words, title), verdicts(words)));
        Judgement last = states.get(states.size() - 1);
        body.add(roles(words));
        last.result().ifPresent(year -> body.add(balance(words, last, year)));
        body.add(outages(words));
        body.add(assumed(words, last));
        String main = profile.illustrative() ? "main.example" : "main";
        return "<!doctype html>\n"
                + el("html", at("lang", words.chinese() ? "zh-CN" : "en"), head, el("body", el(main, body)))
                        .html();
    }

    /** What a report says of the water: all but the balances, which the chapter by itself and the workbook have. */
    Markup annex() {
        var words = new WaterWords(language);
        return Markup.all(verdicts(words), roles(words), outages(words), assumed(words, states.get(states.size() - 1)));
    }

    private Markup toolbar(WaterWords words) {
        String lang = words.chinese() ? "zh" : "en";
        String year = states.get(0).supply().year();
        return el(
                "nav.toolbar",
                el("a.back", at("href", "/report?lang=" + lang), words.say("← 完成情况报表", "← Progress report")),
                el(
                        "span.files",
                        el(
                                "a",
                                at("href", "/report/water/chief?lang=" + lang + "&year=" + year),
                                words.say("一页结论", "One page")),
                        el("a", at("href", "/api/water.xlsx?lang=" + lang + "&year=" + year), "Excel"),
                        el(
                                "a",
                                at("href", "/report/water?lang=" + (words.chinese() ? "en" : "zh") + "&year=" + year),
                                words.chinese() ? "English" : "中文")));
    }

    private Markup cover(WaterWords words, String title) {
        return el(
                "header",
                el("p.kicker", words.say(profile.district()), " · ", words.say("水系连通", "Water network")),
                el("h1", title),
                el(
                        "dl.facts",
                        fact(
                                words.say("典型年", "Typical year"),
                                states.get(0).supply().year()),
                        fact(words.say("最近一次修改", "Last changeset"), "#" + changeset),
                        fact(words.say("假定值", "Assumed values"), String.valueOf(lastSupplyAssumed()))),
                profile.illustrative()
                        ? el(
                                "p.illustrative",
                                words.say(
                                        "示意：图形与数值为演示而设，不是批准或统计成果。", "Illustrative: shapes and figures are an example."))
                        : Markup.NOTHING);
    }

    private int lastSupplyAssumed() {
        return states.get(states.size() - 1).supply().assumed().size();
    }

    private static Markup fact(String name, String value) {
        return el("div", el("dt", name), el("dd", value));
    }

    private Markup verdicts(WaterWords words) {
        List<Markup> sections = new ArrayList<>();
        for (Judgement state : states) {
            List<Markup> rows = new ArrayList<>();
            for (Verdict verdict : state.verdicts()) {
                rows.add(el(
                        "tr",
                        el("th", words.say(verdict.kind().title())),
                        el("td", words.standing(verdict.standing())),
                        el(
                                "td",
                                verdict.reasons().stream()
                                        .map(reason -> el("p", words.say(reason)))
                                        .toList())));
            }
            sections.add(el("h3", words.state(state.supply().state())));
            sections.add(el(
                    "table.verdicts",
                    el(
                            "thead",
                            el(
                                    "tr",
                                    el("th", words.say("项目", "Verdict")),
                                    el("th", words.say("结论", "Stands")),
                                    el("th", words.say("理由", "Reasons")))),
                    el("tbody", rows)));
        }
        return el("section", el("h2", words.say("水系连通：四项结论", "Water network: four verdicts")), sections);
    }

    /** In how many months each lake is on a ring, only run through, or dead. */
    private Markup roles(WaterWords words) {
        List<Markup> rows = new ArrayList<>();
        for (Judgement state : states) {
            state.circulation()
                    .ifPresent(found -> state.supply().network().lakes().forEach(lake -> {
                        List<Circulation.Role> roles = found.roles().getOrDefault(lake.id(), List.of());
                        rows.add(el(
                                "tr",
                                el("td", words.state(state.supply().state())),
                                el("td", state.supply().name(lake.id())),
                                Stream.of(Circulation.Role.values())
                                        .map(role -> el("td.num", String.valueOf(Collections.frequency(roles, role))))
                                        .toList()));
                    }));
        }
        return el(
                "section",
                el("h2", words.say("各湖成环、过水与死水的月数", "Months on a ring, run through and dead")),
                el(
                        "table",
                        el(
                                "thead",
                                el(
                                        "tr",
                                        el("th", words.say("工程", "Works")),
                                        el("th", words.say("湖泊", "Lake")),
                                        el("th.num", words.say("成环", "Ring")),
                                        el("th.num", words.say("过水", "Through")),
                                        el("th.num", words.say("死水", "Dead")))),
                        el("tbody", rows)));
    }

    private static Markup balance(WaterWords words, Judgement state, YearResult year) {
        List<Markup> head = new ArrayList<>(List.of(el("th", words.say("月", "Month"))));
        WaterWords.PARTS.forEach(part -> head.add(el("th.num", words.say(part.title()))));
        List<Markup> tables = new ArrayList<>();
        for (Lake lake : state.supply().network().lakes()) {
            List<Markup> rows = new ArrayList<>();
            year.months().forEach(month -> rows.add(month(lake, month)));
            tables.add(el("h3", state.supply().name(lake.id())));
            tables.add(el("table", el("thead", el("tr", head)), el("tbody", rows)));
        }
        return el(
                "section",
                el("h2", words.say("各湖逐月水量平衡（千 m³）", "Balance of each lake by month (1,000 m³)")),
                el("p.note", words.state(state.supply().state())),
                tables);
    }

    private static Markup month(Lake lake, MonthResult result) {
        LakeMonth month = result.lakes().get(lake.id());
        List<Markup> cells = new ArrayList<>(List.of(el("th", String.valueOf(result.month()))));
        if (month != null) {
            WaterWords.PARTS.forEach(part -> cells.add(
                    el("td.num", String.format(Locale.ROOT, "%,.1f", part.m3().applyAsDouble(month) / 1000))));
        }
        return el("tr", cells);
    }

    private Markup outages(WaterWords words) {
        List<Markup> rows = new ArrayList<>();
        for (Judgement state : states) {
            state.backing().ifPresent(backing -> {
                backing.wholeYear().forEach(outage -> rows.add(outage(words, state, outage)));
                backing.worstMonth().forEach(outage -> rows.add(outage(words, state, outage)));
            });
        }
        return el(
                "section",
                el("h2", words.say("任一水源组停供（N−1）", "Any one source group out (N−1)")),
                el(
                        "table",
                        el(
                                "thead",
                                el(
                                        "tr",
                                        el("th", words.say("工程", "Works")),
                                        el("th", words.say("水源组", "Source group")),
                                        el("th", words.say("何时", "When")),
                                        el(
                                                "th",
                                                words.say(
                                                        "第 1—4 级不满足月数（最低满足）",
                                                        "Months failed, levels 1–4 (least served)")),
                                        el("th", words.say("卡在哪里", "What binds")))),
                        el("tbody", rows)));
    }

    private static Markup outage(WaterWords words, Judgement state, Outage outage) {
        String when = outage.month() == 0
                ? words.say("全年", "all year")
                : words.say(outage.month() + " 月 30 天", "30 days in month " + outage.month());
        List<String> months = new ArrayList<>();
        for (int i = 0; i < Judgement.HELD_LEVELS; i++) {
            months.add(outage.failedMonths().get(i) + " ("
                    + WaterWords.percent(outage.worstShare().get(i)) + " %)");
        }
        return el(
                "tr",
                el("td", words.state(state.supply().state())),
                el("td", outage.what()),
                el("td", when),
                el("td", String.join(" · ", months)),
                el(
                        "td",
                        OutageCut.of(state.supply(), outage)
                                .map(cut -> words.say(cut.words()))
                                .orElse("–")));
    }

    private static Markup assumed(WaterWords words, Judgement state) {
        List<Markup> items = state.supply().assumed().stream()
                .map(value -> value.of() + " · " + value.attribute())
                .distinct()
                .map(value -> el("li", value))
                .toList();
        return el(
                "section",
                el("h2", words.say("假定值", "Assumed values")),
                el(
                        "p.note",
                        words.say("下列数值没有实测或批文，结论以它们为前提。", "Nobody has measured these; the verdicts rest on them.")),
                el("ul.columns", items));
    }
}
