package org.greenplan.report;

import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.html.Markup;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Every plot with what it covers and what of it counts. */
record PlotTable(Report report, ReportWords words, MapLink map) {
    Markup markup(List<Report.Plot> plots, Markup more) {
        List<Markup> rows = new ArrayList<>();
        for (int i = 0; i < plots.size(); i++) {
            rows.add(row(i + 1, plots.get(i)));
        }
        Markup head = el(
                "tr",
                el("th.num", words.say("序号", "No.")),
                el("th", words.say("地块", "Plot")),
                el("th", words.say("状态", "Status")),
                el("th.num", words.say("年度", "Year")),
                el("th.num", words.say("毛面积（平面）m²", "Gross, plane m²")),
                el("th.num", words.say("净增（平面）m²", "Net, plane m²")),
                el("th.num", words.say("净增（平面）亩", "Net, plane mu")),
                el("th.num", words.say("净增（椭球）m²", "Net, ellipsoid m²")),
                el("th.num", words.say("长度（平面）m", "Length, plane m")));
        return el(
                "section.plots",
                el("h2", words.say("地块一览", "Plots")),
                more,
                el("table", el("thead", head), el("tbody", rows)));
    }

    private Markup row(int number, Report.Plot plot) {
        Words kind = plot.kind();
        String what = words.say(plot.layer()) + (kind == null ? "" : " · " + words.say(kind));
        return el(
                "tr",
                el("td.num", Integer.toString(number)),
                el(
                        "th",
                        at("scope", "row"),
                        map.plot(plot.ref(), plot.label()),
                        mark(plot),
                        el("small", what),
                        noPieces(plot)),
                el("td", new PlotColumns(report, words).status(plot)),
                el("td.num", or(plot.year())),
                el("td.num", Figures.area(plot.gross().planeM2())),
                el("td.num.main", Figures.area(plot.net().planeM2())),
                el("td.num", Figures.area(Figures.mu(plot.net().planeM2()))),
                el("td.num", Figures.area(plot.net().ellipsoidM2())),
                el("td.num", plot.grossLengthM() > 0 ? Figures.fixed(plot.lengthM(), 1) : ""));
    }

    private Markup noPieces(Report.Plot plot) {
        String why = new PlotColumns(report, words).noPieces(plot);
        return why.isEmpty() ? Markup.NOTHING : el("small", why);
    }

    private Markup mark(Report.Plot plot) {
        List<Markup> marks = new ArrayList<>();
        if (plot.upgrade()) {
            marks.add(el("span.tag", words.say("提升", "upgrade")));
        }
        if (plot.illustrative() && !report.profile().illustrative()) {
            marks.add(el("span.tag", words.say("示意", "illustrative")));
        }
        return Markup.all(marks);
    }

    private static String or(@Nullable Long year) {
        return year == null ? "" : year.toString();
    }
}
