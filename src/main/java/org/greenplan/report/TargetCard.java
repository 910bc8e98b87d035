package org.greenplan.report;

import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.html.Markup;
import org.greenplan.programme.TargetState;

/** One line of the programme: promised, planned, missing, and what each status adds to it; the shares of the statuses sum to the whole. */
record TargetCard(Report report, ReportWords words, MapLink map, TargetState state) {
    Markup markup() {
        TargetLine line = state.line();
        if (state.fault() != null) {
            return el(
                    "article.card",
                    el("h3", words.say(line.title())),
                    el("p.missing", words.say("无法计算：", "cannot be counted: "), words.say(state.fault())));
        }
        boolean reached = state.missing() <= 0 && !line.isOpen();
        return el(
                "article.card",
                el("h3", words.say(line.title())),
                el(
                        "p.amount",
                        el("strong", map.show("target", line.id(), Figures.ofTarget(line, state.planned()))),
                        el("span", " / " + promised(line) + " " + words.unit(line))),
                StatusBar.of(report, words, state.byStatus(), Math.max(state.planned(), line.value()), line.value()),
                el(
                        "p.missing" + (reached ? ".reached" : ""),
                        line.isOpen() ? words.say("目标值待定", "its value is left open") : standing(line, reached)),
                el("table.statuses", el("tbody", statuses(line))),
                el("p.measure", words.measure(line), also(line), footnote(line)));
    }

    private String promised(TargetLine line) {
        return line.isOpen() ? words.say("待定", "open") : Figures.ofTarget(line, line.value());
    }

    private String standing(TargetLine line, boolean reached) {
        String left = reached
                ? words.say("已达到", "reached")
                : words.say("尚缺 ", "missing ") + Figures.ofTarget(line, state.missing()) + " " + words.unit(line);
        return words.say("完成 " + reached(line), reached(line) + " of the target") + " · " + left;
    }

    private String reached(TargetLine line) {
        return Figures.percent(state.planned(), line.value());
    }

    private List<Markup> statuses(TargetLine line) {
        List<Markup> rows = new ArrayList<>();
        for (var status : report.statuses().entrySet()) {
            double value = state.byStatus().getOrDefault(status.getKey(), 0.0);
            String text = Figures.ofTarget(line, value);
            rows.add(el(
                    "tr",
                    el("th", at("scope", "row"), words.say(status.getValue().title())),
                    el(
                            "td.num",
                            value > 0
                                    ? map.show("target", line.id(), "status", status.getKey(), text)
                                    : Markup.text("–")),
                    el("td.num.part", value > 0 && !line.isOpen() ? Figures.percent(value, line.value()) : "")));
        }
        return rows;
    }

    /** Areas are read in square metres and in mu, whichever the target names. */
    private String also(TargetLine line) {
        if (line.measure() != TargetLine.Measure.NET_AREA) {
            return "";
        }
        return line.unit().equals("mu")
                ? words.say("；合 ", "; ") + Figures.area(state.planned()) + surface(line, " m²")
                : words.say("；合 ", "; ")
                        + Figures.area(Figures.mu(state.planned()))
                        + surface(line, words.say(" 亩", " mu"));
    }

    private String surface(TargetLine line, String unit) {
        return unit + words.surface(line.method());
    }

    private String footnote(TargetLine line) {
        String due = line.due() == null ? "" : words.say("；期限 ", "; due ") + line.due();
        String source = line.source() == null ? "" : words.say("；依据：", "; source: ") + line.source();
        return due + source;
    }
}
