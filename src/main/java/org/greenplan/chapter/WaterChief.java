package org.greenplan.chapter;

import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.html.Markup;
import org.greenplan.supply.Row;
import org.greenplan.supply.Stages;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.Standing;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Stage;

/** One page for whoever decides: how it stands, why, what the works change, what they cost, and on what all of it rests. */
record WaterChief(PlanProfile profile, List<Judgement> states, List<Row> works, long changeset, Locale language) {
    String page() {
        var words = new WaterWords(language);
        String title = words.say("水系连通一页结论", "The water network on one page");
        Markup head = el(
                "head",
                el("meta", at("charset", "utf-8")),
                el("meta", at("name", "viewport", "content", "width=device-width, initial-scale=1")),
                el("title", title + " – " + words.say(profile.title())),
                el("link", at("rel", "icon", "href", "/assets/icons/greenplan.svg")),
                el("link", at("rel", "stylesheet", "href", "/assets/styles/report.css")));
        Judgement last = states.get(states.size() - 1);
        List<Markup> body = List.of(
                toolbar(words),
                el("p.kicker", words.say(profile.district()), " · ", words.say(profile.title())),
                el("h1", title),
                board(words),
                why(words, words.say("现状为什么", "Why, today"), states.get(0)),
                why(words, words.say("全部工程建成后", "With all works"), last),
                figures(words),
                cost(words),
                basis(words, last));
        String main = profile.illustrative() ? "main.example.chief" : "main.chief";
        return "<!doctype html>\n"
                + el("html", at("lang", words.chinese() ? "zh-CN" : "en"), head, el("body", el(main, body)))
                        .html();
    }

    private Markup toolbar(WaterWords words) {
        String lang = words.chinese() ? "zh" : "en";
        return el(
                "nav.toolbar",
                el("a.back", at("href", "/report/water?lang=" + lang), words.say("← 水系章节", "← The chapter on water")),
                el(
                        "a",
                        at("href", "/report/water/chief?lang=" + (words.chinese() ? "en" : "zh")),
                        words.chinese() ? "English" : "中文"));
    }

    private Markup board(WaterWords words) {
        List<Markup> heads = new ArrayList<>(List.of(el("th", words.say("工程", "Works"))));
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            heads.add(el("th", words.say(kind.title())));
        }
        List<Markup> rows = new ArrayList<>();
        for (Judgement state : states) {
            List<Markup> cells =
                    new ArrayList<>(List.of(el("th", words.state(state.supply().state()))));
            state.verdicts()
                    .forEach(verdict -> cells.add(el(
                            "td." + (verdict.standing() == Standing.PASSES ? "passes" : "not"),
                            words.standing(verdict.standing()))));
            rows.add(el("tr", cells));
        }
        return el("table.board", el("thead", el("tr", heads)), el("tbody", rows));
    }

    /** The weightiest reason of each verdict. */
    private static Markup why(WaterWords words, String title, Judgement state) {
        List<Markup> lines = state.verdicts().stream()
                .filter(verdict -> !verdict.reasons().isEmpty())
                .map(verdict -> el(
                        "li",
                        el("strong", words.say(verdict.kind().title())),
                        words.say("：", ": "),
                        words.say(verdict.reasons().get(0))))
                .toList();
        return el("section", el("h2", title), el("ul", lines));
    }

    private Markup figures(WaterWords words) {
        List<Markup> heads = new ArrayList<>(List.of(el("th", words.say("不满足的月数", "Months failed"))));
        IntStream.rangeClosed(1, Judgement.HELD_LEVELS)
                .forEach(level -> heads.add(el("th.num", words.say("第 " + level + " 级", "Level " + level))));
        List<Markup> rows = new ArrayList<>();
        for (Judgement state : states) {
            state.result().ifPresent(year -> {
                List<Markup> cells = new ArrayList<>(
                        List.of(el("th", words.state(state.supply().state()))));
                IntStream.rangeClosed(1, Judgement.HELD_LEVELS)
                        .forEach(level -> cells.add(el("td.num", String.valueOf(year.failedMonths(level)))));
                rows.add(el("tr", cells));
            });
        }
        return rows.isEmpty()
                ? Markup.NOTHING
                : el("section", el("table", el("thead", el("tr", heads)), el("tbody", rows)));
    }

    /** What is still to be built and what that costs, as far as somebody has said. */
    private Markup cost(WaterWords words) {
        List<Row> open = works.stream()
                .filter(work -> Stages.of(work.text("status")) != Stage.TODAY)
                .toList();
        double sum = open.stream()
                .map(work -> work.values().get("cost_10k_yuan"))
                .mapToDouble(cost -> cost instanceof Number number ? number.doubleValue() : 0)
                .sum();
        long unknown = open.stream()
                .filter(work -> !(work.values().get("cost_10k_yuan") instanceof Number))
                .count();
        return el(
                "p",
                words.say(
                        String.format(Locale.ROOT, "待建工程 %d 项，已填投资合计 %,.0f 万元；%d 项未填投资。", open.size(), sum, unknown),
                        String.format(
                                Locale.ROOT,
                                "%d works are still to be built; the costs that are filled in add up to CNY %,.2f million; %d have none.",
                                open.size(),
                                sum / 100,
                                unknown)));
    }

    private Markup basis(WaterWords words, Judgement last) {
        int assumed = last.supply().assumed().size();
        String year = last.supply().yearName();
        return el(
                "p.note",
                words.say(
                        "典型年 " + year + "；规划第 " + changeset + " 次修改。结论以 " + assumed + " 个假定值为前提，逐项见水系章节和 Excel。",
                        "Typical year " + year + ", changeset " + changeset + ". The verdicts rest on " + assumed
                                + " assumed values; the chapter and the workbook name each."),
                profile.illustrative()
                        ? words.say(" 示意：图形与数值为演示而设，不是批准或统计成果。", " Illustrative: shapes and figures are an example.")
                        : "");
    }
}
