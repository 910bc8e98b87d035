package org.greenplan.report;

import static org.greenplan.html.Markup.all;
import static org.greenplan.html.Markup.at;
import static org.greenplan.html.Markup.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.count.Areas;
import org.greenplan.html.Markup;
import org.jspecify.annotations.Nullable;

/**
 * The report as a page to read and to print on A4.
 *
 * @param map links from numbers to the map
 * @param style text of the style sheet for a file that travels alone, or null where the server serves it
 * @param annex sections that others write, such as those on the water; nothing where the plan has none
 */
public record ReportHtml(Report report, ReportWords words, MapLink map, @Nullable String style, Markup annex) {
    /** A longer list belongs into a spreadsheet. */
    static final int MOST_PLOTS = 2000;

    private static final Markup SEAM = new Markup("<!-- annex -->");

    /** The server's own page. */
    static String page(Report report, Locale language, Markup annex) {
        return new ReportHtml(report, ReportWords.of(report.profile(), language), new MapLink(""), null, annex).page();
    }

    /** The server's own page in two halves, which are known at once; the annex, which others still write, comes between them. */
    static List<String> halves(Report report, Locale language) {
        return List.of(page(report, language, SEAM).split(SEAM.html(), 2));
    }

    /** A file that travels alone. */
    public static String file(Report report, Locale language, @Nullable String mapAddress, String style, Markup annex) {
        return new ReportHtml(report, ReportWords.of(report.profile(), language), new MapLink(mapAddress), style, annex)
                .page();
    }

    private String page() {
        String title = words.say(report.profile().title());
        Markup look = style == null
                ? Markup.all(
                        el("link", at("rel", "icon", "href", "/assets/icons/greenplan.svg")),
                        el("link", at("rel", "stylesheet", "href", "/assets/styles/report.css")))
                : new Markup("<style>" + style.replace("</", "<\\/") + "</style>");
        Markup head = el(
                "head",
                el("meta", at("charset", "utf-8")),
                el("meta", at("name", "viewport", "content", "width=device-width, initial-scale=1")),
                el("title", words.say("完成情况报表 – ", "Progress report – ") + title),
                look);
        List<Markup> body = new ArrayList<>(List.of(toolbar(), cover(title), targets()));
        report.sections().forEach(section -> body.add(section(section)));
        body.add(new OverlapTable(report, words, map).markup());
        body.add(annex);
        body.add(plots());
        body.add(method());
        String main = report.profile().illustrative() ? "main.example" : "main";
        return "<!doctype html>\n"
                + el("html", at("lang", words.chinese() ? "zh-CN" : "en"), head, el("body", el(main, body)))
                        .html();
    }

    private Markup toolbar() {
        if (style != null) {
            return Markup.NOTHING;
        }
        String lang = words.chinese() ? "zh" : "en";
        return el(
                "nav.toolbar",
                el("a.back", at("href", "/"), words.say("← 返回地图", "← Back to the map")),
                el(
                        "span.files",
                        el("a", at("href", "/report/water?lang=" + lang), words.say("水系", "Water")),
                        el("a", at("href", "/api/report.xlsx?lang=" + lang), "Excel"),
                        el("a", at("href", "/api/report.csv?lang=" + lang), "CSV"),
                        el("a", at("href", "/api/report.json?lang=" + lang), "JSON"),
                        el(
                                "a",
                                at("href", "/report?lang=" + (words.chinese() ? "en" : "zh")),
                                words.chinese() ? "English" : "中文")));
    }

    private Markup cover(String title) {
        Markup note = report.profile().illustrative()
                ? el(
                        "p.illustrative",
                        words.say(
                                "示意：本规划的图形为演示而绘制，数字由示意图形算得，不是批准或统计成果。",
                                "Illustrative: the shapes of this plan were drawn as an example. The figures are computed from them and are"
                                        + " no approved or official result."))
                : Markup.NOTHING;
        return el(
                "header",
                el("p.kicker", words.say(report.profile().district()), " · ", words.say("完成情况报表", "Progress report")),
                el("h1", title),
                el(
                        "dl.facts",
                        fact(words.say("数据截至", "Figures as of"), words.asOf(report.asOf())),
                        fact(words.say("最近一次修改", "Last changeset"), words.changeset(report.asOf())),
                        fact(words.say("坐标与面积", "Plane and areas"), words.plane(report.profile())),
                        fact(
                                words.say("地块", "Plots"),
                                Figures.fixed(report.total().plots(), 0))),
                note,
                headline());
    }

    private static Markup fact(String name, String value) {
        return el("div", el("dt", name), el("dd", value));
    }

    private Markup headline() {
        Areas net = report.total().net();
        return el(
                "p.headline",
                words.say("净增绿地（平面）", "Net new green on the plane "),
                el("strong", map.all(Figures.area(Figures.mu(net.planeM2())))),
                words.say(" 亩", " mu"),
                el(
                        "span.sub",
                        Figures.area(net.planeM2()),
                        words.say(" m²（平面） · ", " m² on the plane · "),
                        Figures.area(net.ellipsoidM2()),
                        words.say(" m²（椭球）", " m² on the ellipsoid")));
    }

    private Markup targets() {
        List<Markup> cards = report.targets().stream()
                .map(t -> new TargetCard(report, words, map, t).markup())
                .toList();
        return el(
                "section",
                el("h2", words.say("指标完成情况", "Targets")),
                cards.isEmpty()
                        ? el(
                                "p",
                                words.say(
                                        "还没有目标。在地图上方“添加目标”后，这里列出各项完成情况。",
                                        "No targets yet. Add them above the map, and how far each is stands here."))
                        : StatusBar.legend(report, words),
                el("div.cards", cards));
    }

    private Markup section(Report.Section section) {
        boolean gross = section.lines().stream().allMatch(l -> l.gross() != null);
        boolean lengths = section.lines().stream().anyMatch(l -> l.lengthM() > 0);
        List<Markup> head = new ArrayList<>(List.of(
                el("th", words.say("项目", "Item")),
                el("th.num", words.say("地块", "Plots")),
                gross ? el("th.num", words.say("毛面积（平面）m²", "Gross, plane m²")) : Markup.NOTHING,
                el("th.num", words.say("净增（平面）m²", "Net, plane m²")),
                el("th.num.mu", words.say("净增（平面）亩", "Net, plane mu")),
                el("th.num", words.say("净增（椭球）m²", "Net, ellipsoid m²")),
                lengths ? el("th.num.length", words.say("长度 km", "Length km")) : Markup.NOTHING,
                el("th.num.share", words.say("占比（平面）", "Share, plane")),
                el("th.mix", words.say("状态构成（平面）", "By status, plane"))));
        List<Markup> rows = new ArrayList<>();
        section.lines().forEach(line -> rows.add(line(section.key(), line, gross, lengths)));
        boolean total = !section.key().equals("zone");
        List<Markup> overlaps = total
                ? List.of()
                : report.zoneOverlaps().stream()
                        .map(o -> el("p.note", words.say(o)))
                        .toList();
        return el(
                "section.breakdown." + section.key(),
                el("h2", words.say(section.title())),
                el("table", el("thead", el("tr", head)), el("tbody", rows), el("tfoot", total(gross, lengths, total))),
                overlaps);
    }

    private Markup line(String key, Report.Line line, boolean gross, boolean lengths) {
        Areas whole = line.gross();
        return el(
                "tr",
                el("th", at("scope", "row"), words.say(line.title())),
                el("td.num", map.show(key, line.value(), Figures.fixed(line.plots(), 0))),
                gross && whole != null ? el("td.num", Figures.area(whole.planeM2())) : Markup.NOTHING,
                el(
                        "td.num.main",
                        map.show(key, line.value(), Figures.area(line.net().planeM2()))),
                el(
                        "td.num",
                        map.show(
                                key,
                                line.value(),
                                Figures.area(Figures.mu(line.net().planeM2())))),
                el("td.num", map.show(key, line.value(), Figures.area(line.net().ellipsoidM2()))),
                lengths
                        ? el("td.num", line.lengthM() > 0 ? Figures.fixed(line.lengthM() / 1000, 3) : "–")
                        : Markup.NOTHING,
                el(
                        "td.num",
                        Figures.percent(
                                line.net().planeM2(), report.total().net().planeM2())),
                el("td.mix", StatusBar.of(report, words, planes(line.netByStatus()))));
    }

    private Markup total(boolean gross, boolean lengths, boolean countAddsUp) {
        Report.Line total = report.total();
        Areas whole = total.gross();
        return el(
                "tr",
                el("th", at("scope", "row"), words.say("合计", "Total")),
                el("td.num", countAddsUp ? Figures.fixed(total.plots(), 0) : ""),
                gross && whole != null ? el("td.num", Figures.area(whole.planeM2())) : Markup.NOTHING,
                el("td.num.main", Figures.area(total.net().planeM2())),
                el("td.num", Figures.area(Figures.mu(total.net().planeM2()))),
                el("td.num", Figures.area(total.net().ellipsoidM2())),
                lengths ? el("td.num", Figures.fixed(total.lengthM() / 1000, 3)) : Markup.NOTHING,
                el("td.num", Figures.percent(total.net().planeM2(), total.net().planeM2())),
                el("td.mix", ""));
    }

    private Markup plots() {
        List<Report.Plot> listed = new ArrayList<>();
        var list = report.plots().iterator();
        while (listed.size() < MOST_PLOTS && list.hasNext()) {
            listed.add(list.next());
        }
        Markup more = listed.size() == report.total().plots()
                ? Markup.NOTHING
                : el(
                        "p.note",
                        words.say(
                                "此处列出前 " + listed.size() + " 个；全部地块见 Excel 或 CSV。",
                                "The first " + listed.size() + " are listed; Excel and CSV hold all plots."));
        return all(new PlotTable(report, words, map).markup(listed, more));
    }

    private Markup method() {
        List<Markup> points =
                words.method(report.profile()).stream().map(p -> el("li", p)).toList();
        return el(
                "section.method",
                el("h2", words.say("计算方法", "How the figures are made")),
                el("ol", points),
                map.base() == null
                        ? Markup.NOTHING
                        : el(
                                "p.note.onscreen",
                                words.say(
                                        "页面上带下划线的数字可点开地图，显示组成该数字的图斑。",
                                        "Every underlined number opens the map with just the polygons that make it.")));
    }

    static Map<String, Double> planes(Map<String, Areas> byStatus) {
        Map<String, Double> planes = new java.util.HashMap<>();
        byStatus.forEach((status, areas) -> planes.put(status, areas.planeM2()));
        return planes;
    }
}
