package org.greenplan.report;

import java.util.List;
import java.util.function.Function;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** The columns of the list of plots, the same in every spreadsheet. Values are text, numbers (unrounded) or null. */
record PlotColumns(Report report, ReportWords words) {
    /** One column: its heading and what stands in it. */
    record Column(Words title, Function<Report.Plot, @Nullable Object> value) {}

    List<Column> columns() {
        return List.of(
                column("图层", "Layer", p -> words.say(p.layer())),
                column("编号", "Number", p -> p.ref().id()),
                column("名称", "Name", Report.Plot::label),
                column("绿地分类", "Green class", p -> said(p.kind())),
                column("状态", "Status", this::status),
                column("作用", "Effect", p -> p.upgrade() ? words.say("提升改造", "Upgrade") : words.say("新增", "New green")),
                column("年度", "Year", Report.Plot::year),
                column("毛面积（平面）m²", "Gross, plane m²", p -> p.gross().planeM2()),
                column("净增（平面）m²", "Net, plane m²", p -> p.net().planeM2()),
                column("净增（平面）亩", "Net, plane mu", p -> Figures.mu(p.net().planeM2())),
                column("毛面积（椭球）m²", "Gross, ellipsoid m²", p -> p.gross().ellipsoidM2()),
                column("净增（椭球）m²", "Net, ellipsoid m²", p -> p.net().ellipsoidM2()),
                column("净增（椭球）亩", "Net, ellipsoid mu", p -> Figures.mu(p.net().ellipsoidM2())),
                column("不计（平面）m²", "Uncounted, plane m²", p -> p.uncounted().planeM2()),
                column("不计原因", "Where it went", this::causes),
                column("不计个数的原因", "No piece because", this::noPieces),
                column("中心线总长（平面）m", "Centre line, plane m", p -> p.grossLengthM() > 0 ? p.grossLengthM() : null),
                column("计入长度（平面）m", "Counted length, plane m", p -> p.grossLengthM() > 0 ? p.lengthM() : null),
                column("示意", "Illustrative", p -> p.illustrative() ? words.say("是", "yes") : ""));
    }

    String status(Report.Plot plot) {
        Report.Status status = report.statuses().get(plot.status());
        if (status == null) {
            return words.say(
                    plot.status().equals(ReportSums.NONE) ? ReportSums.NO_STATUS : ReportSums.unknown(plot.status()));
        }
        return words.say(status.title());
    }

    /** Where the uncounted part went, in one line. */
    String causes(Report.Plot plot) {
        if (plot.upgrade()) {
            return words.say("提升改造不增加面积", "an upgrade adds no area");
        }
        List<Report.Loss> losses = plot.losses();
        return losses == null
                ? words.notLooked()
                : String.join(
                        words.say("；", "; "), losses.stream().map(this::cause).toList());
    }

    /** Why a target of pieces does not count it. */
    String noPieces(Report.Plot plot) {
        return String.join(
                words.say("；", "; "),
                plot.noPieces().stream().map(n -> words.say(n.why())).toList());
    }

    private String cause(Report.Loss loss) {
        String who = loss.otherLabel() == null ? "" : words.say("：", ": ") + loss.otherLabel();
        return words.say(loss.why()) + who + " " + Figures.area(loss.area().planeM2())
                + words.say(" m²（平面）", " m² on the plane");
    }

    private @Nullable String said(@Nullable Words of) {
        return of == null ? null : words.say(of);
    }

    private static Column column(String zh, String en, Function<Report.Plot, @Nullable Object> value) {
        return new Column(Words.of(zh, en), value);
    }
}
