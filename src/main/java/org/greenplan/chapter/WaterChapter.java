package org.greenplan.chapter;

import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.html.Markup;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Lake;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.operate.YearResult;

/**
 * The chapter as a page to read and to print: the verdicts on one sheet for the chief, then each lake's balance with all works, what
 * happens without a source, and how many values were assumed.
 */
record WaterChapter(PlanProfile profile, List<Judgement> states, WaterTables tables, long changeset, Locale language) {
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
        body.add(figures(words));
        last.result().ifPresent(year -> body.add(balance(words, last, year)));
        body.add(assumed(words));
        String main = profile.illustrative() ? "main.example" : "main";
        return "<!doctype html>\n"
                + el("html", at("lang", words.chinese() ? "zh-CN" : "en"), head, el("body", el(main, body)))
                        .html();
    }

    /** What a report says of the water: all but the months, which the chapter by itself and the workbook have. */
    Markup annex() {
        var words = new WaterWords(language);
        return Markup.all(verdicts(words), figures(words), assumed(words));
    }

    private Markup figures(WaterWords words) {
        return Markup.all(
                tables.roles().section(""),
                tables.years()
                        .section(words.say(
                                "逐月见水系章节和 Excel 的“水量平衡”表。",
                                "Month by month: the chapter on water, and the sheet Balance of the workbook.")),
                tables.outages().section(""));
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
                                states.get(0).supply().yearName()),
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

    private Markup assumed(WaterWords words) {
        List<Markup> items = states.get(states.size() - 1).supply().assumed().stream()
                .map(value -> value.of() + " · " + tables.attribute(value))
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
