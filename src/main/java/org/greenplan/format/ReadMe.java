package org.greenplan.format;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.crs.CrsWkt;
import org.greenplan.problem.Words;

/** What whoever opens an exported file has to know: whose plan, when, in which coordinates, how the areas were counted. */
public final class ReadMe {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** What every file of an illustrative plan says, wherever its form has a place for it. */
    public static final Words ILLUSTRATIVE = Words.of("示意数据，不是真实规划。", "Illustrative sample, no real plan.");

    private static final String CRLF = "\r\n";

    private ReadMe() {}

    /** One thing to know. */
    public record Line(Words title, Words text) {}

    public static List<Line> of(TargetPlan plan) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Words.of("规划", "Plan"), plan.profile().title()));
        lines.add(new Line(Words.of("范围", "District"), plan.profile().district()));
        lines.add(new Line(
                Words.of("年度", "Year"), same(String.valueOf(plan.profile().year()))));
        lines.add(new Line(Words.of("导出时间", "Exported at"), same(TIME.format(plan.exportedAt()))));
        lines.add(new Line(
                Words.of("数据版本（变更集）", "Version (changeset)"), same(plan.lastChangeset() + " · " + plan.lastStamp())));
        lines.add(new Line(
                Words.of("坐标系", "Coordinate system"),
                same(plan.crs().code() + " " + CrsWkt.of(plan.crs()).name())));
        lines.add(new Line(Words.of("坐标", "Coordinates"), plan.coordinates()));
        lines.add(new Line(
                Words.of("面积方法", "Areas"),
                Words.of(
                        "净增面积：在区界内、减去现状绿地、每平方米只计一次（按状态、图层、先后顺序）；平面面积在 "
                                + plan.profile().plane().text() + " 上量算，椭球面积为 CGCS2000 椭球面。",
                        "Net area: inside the district, less existing green, each square metre counted once (by status, layer,"
                                + " age); plane areas are measured in "
                                + plan.profile().plane().text()
                                + ", ellipsoidal ones on the CGCS2000 ellipsoid.")));
        lines.add(new Line(
                Words.of("回传", "Coming back"),
                Words.of(
                        "请保留字段 " + PlotId.FIELD + "：回传时据此对应原地块。",
                        "Keep the field " + PlotId.FIELD + ": by it a returned file is matched with the plan.")));
        if (plan.profile().illustrative()) {
            lines.add(new Line(Words.of("注意", "Beware"), ILLUSTRATIVE));
        }
        return lines;
    }

    /** The same as a text in both languages, a line each; files that are tables or drawings carry it beside themselves. */
    public static String text(TargetPlan plan) {
        StringBuilder text = new StringBuilder();
        for (Line line : of(plan)) {
            text.append(line.title().zh()).append("：").append(line.text().zh()).append(CRLF);
            text.append(line.title().en()).append(": ").append(line.text().en()).append(CRLF);
        }
        return text.toString();
    }

    private static Words same(String text) {
        return Words.of(text, text);
    }
}
