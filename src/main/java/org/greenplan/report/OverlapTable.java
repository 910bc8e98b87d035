package org.greenplan.report;

import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.count.Areas;
import org.greenplan.feature.FeatureRef;
import org.greenplan.html.Markup;

/** What plots cover and do not add: how much, and who has it. */
record OverlapTable(Report report, ReportWords words, MapLink map) {
    Markup markup() {
        int plots = report.overlaps().plots();
        Areas sum = report.overlaps().uncounted();
        List<Report.Plot> worst = report.overlaps().worst();
        List<Markup> rows = new ArrayList<>();
        worst.forEach(p -> rows.add(row(p)));
        Markup heading = el("h2", words.say("重叠及其代价", "Overlaps and what they cost"));
        if (plots == 0) {
            return el(
                    "section.overlaps",
                    heading,
                    el("p", words.say("没有重叠：每个地块的净增面积等于毛面积。", "None: every plot adds all that it covers.")));
        }
        return el(
                "section.overlaps",
                heading,
                el(
                        "p",
                        words.say(
                                plots + " 个地块共有 " + Figures.area(sum.planeM2()) + " m²（"
                                        + Figures.area(Figures.mu(sum.planeM2())) + " 亩，平面面积）不计入新增绿地。",
                                Figures.area(sum.planeM2()) + " m² (" + Figures.area(Figures.mu(sum.planeM2()))
                                        + " mu, on the plane) of " + plots + " plots do not count as new green."),
                        plots > worst.size()
                                ? words.say(
                                        " 下表列出代价最大的 " + worst.size() + " 个。",
                                        " The " + worst.size() + " most costly are listed.")
                                : ""),
                el(
                        "table",
                        el(
                                "thead",
                                el(
                                        "tr",
                                        el("th", words.say("地块", "Plot")),
                                        el("th.num", words.say("毛面积（平面）m²", "Gross, plane m²")),
                                        el("th.num", words.say("净增（平面）m²", "Net, plane m²")),
                                        el("th.num", words.say("不计（平面）m²", "Uncounted, plane m²")),
                                        el("th.num", words.say("不计（平面）亩", "Uncounted, plane mu")),
                                        el("th", words.say("去向（平面）", "Where it went (plane)")))),
                        el("tbody", rows)));
    }

    private Markup row(Report.Plot plot) {
        double lost = plot.uncounted().planeM2();
        return el(
                "tr",
                el("th", at("scope", "row"), map.plot(plot.ref(), plot.label()), el("small", words.say(plot.layer()))),
                el("td.num", Figures.area(plot.gross().planeM2())),
                el("td.num", Figures.area(plot.net().planeM2())),
                el("td.num.main", Figures.area(lost)),
                el("td.num", Figures.area(Figures.mu(lost))),
                el("td.why", causes(plot)));
    }

    private Markup causes(Report.Plot plot) {
        List<Report.Loss> losses = plot.losses();
        return losses == null
                ? Markup.text(words.notLooked())
                : el("ul", losses.stream().map(this::cause).toList());
    }

    private Markup cause(Report.Loss loss) {
        FeatureRef other = loss.other();
        String label = loss.otherLabel();
        Markup who = other == null || label == null
                ? Markup.NOTHING
                : Markup.all(words.say("：", ": "), map.plot(other, label));
        return el(
                "li",
                words.say(loss.why()),
                who,
                " ",
                el("span.num", Figures.area(loss.area().planeM2()), " m²"));
    }
}
