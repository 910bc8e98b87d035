package org.greenplan.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.greenplan.count.Areas;
import org.greenplan.programme.TargetState;
import org.jspecify.annotations.Nullable;

/** The report as a workbook: targets, sums, overlaps, plots and method on a sheet each, numbers as numbers. */
public record ReportXlsx(Report report, Locale language) {
    /** A sheet ends at 1,048,576 rows. */
    private static final int MOST_ROWS = 1_000_000;

    /** Rows that are written leave the memory. */
    private static final int FLUSHED_ROWS = 1000;

    private static final String AREA = "#,##0.00";
    private static final String HEAD_FILL = "E3EEE6";

    /** Writes the workbook and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        ReportWords words = ReportWords.of(report.profile(), language);
        Workbook book = new Workbook(out, "Greenplan", "1.0");
        targets(book, words);
        sums(book, words);
        plots(book, words);
        about(book, words);
        book.finish();
    }

    private void targets(Workbook book, ReportWords words) throws IOException {
        Worksheet sheet = book.newWorksheet(words.say("指标", "Targets"));
        List<String> heads = new ArrayList<>(List.of(
                words.say("指标", "Target"),
                words.say("计量", "Measure"),
                words.say("单位", "Unit"),
                words.say("目标值", "Promised"),
                words.say("规划值", "Planned")));
        report.statuses().values().forEach(s -> heads.add(words.say(s.title())));
        heads.addAll(List.of(
                words.say("尚缺", "Missing"),
                words.say("完成率", "Reached"),
                words.say("期限", "Due"),
                words.say("依据", "Source")));
        head(sheet, heads);
        int row = 1;
        for (TargetState state : report.targets()) {
            var line = state.line();
            List<@Nullable Object> cells =
                    new ArrayList<>(List.of(words.say(line.title()), words.measure(line), words.unit(line)));
            cells.add(line.isOpen() ? null : Figures.inUnit(line, line.value()));
            cells.add(state.fault() == null ? Figures.inUnit(line, state.planned()) : words.say(state.fault()));
            report.statuses()
                    .keySet()
                    .forEach(
                            s -> cells.add(Figures.inUnit(line, state.byStatus().getOrDefault(s, 0.0))));
            cells.add(line.isOpen() ? null : Figures.inUnit(line, state.missing()));
            cells.add(line.value() > 0 ? state.planned() / line.value() : null);
            cells.add(line.due() == null ? null : line.due().toString());
            cells.add(line.source());
            row(sheet, row, cells);
            sheet.style(row, 6 + report.statuses().size()).format("0.0%").set();
            row++;
        }
        finish(sheet, heads.size(), 18);
    }

    private void sums(Workbook book, ReportWords words) throws IOException {
        Worksheet sheet = book.newWorksheet(words.say("汇总", "Sums"));
        List<String> heads = new ArrayList<>(List.of(
                words.say("分组", "Group"),
                words.say("项目", "Item"),
                words.say("地块", "Plots"),
                words.say("毛面积（平面）m²", "Gross, plane m²"),
                words.say("净增（平面）m²", "Net, plane m²"),
                words.say("净增（平面）亩", "Net, plane mu"),
                words.say("净增（椭球）m²", "Net, ellipsoid m²"),
                words.say("净增（椭球）亩", "Net, ellipsoid mu"),
                words.say("长度（平面）m", "Length, plane m")));
        report.statuses()
                .values()
                .forEach(s -> heads.add(words.say(s.title()) + words.say(" 净增（平面）m²", ", net, plane m²")));
        head(sheet, heads);
        int row = 1;
        for (Report.Section section : report.sections()) {
            for (Report.Line line : section.lines()) {
                row(sheet, row++, sum(words.say(section.title()), line, words));
            }
        }
        row(sheet, row, sum("", report.total(), words));
        sheet.range(row, 0, row, heads.size() - 1).style().bold().set();
        finish(sheet, heads.size(), 18);
    }

    private List<@Nullable Object> sum(String group, Report.Line line, ReportWords words) {
        Areas gross = line.gross();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(group);
        cells.add(words.say(line.title()));
        cells.add(line.plots());
        cells.add(gross == null ? null : gross.planeM2());
        cells.add(line.net().planeM2());
        cells.add(Figures.mu(line.net().planeM2()));
        cells.add(line.net().ellipsoidM2());
        cells.add(Figures.mu(line.net().ellipsoidM2()));
        cells.add(line.lengthM());
        report.statuses()
                .keySet()
                .forEach(s ->
                        cells.add(line.netByStatus().getOrDefault(s, Areas.ZERO).planeM2()));
        return cells;
    }

    private void plots(Workbook book, ReportWords words) throws IOException {
        List<PlotColumns.Column> columns = new PlotColumns(report, words).columns();
        Iterator<Report.Plot> plots = report.plots().iterator();
        for (int part = 1; part == 1 || plots.hasNext(); part++) {
            Worksheet sheet = book.newWorksheet(words.say("地块", "Plots") + (part == 1 ? "" : " " + part));
            head(sheet, columns.stream().map(c -> words.say(c.title())).toList());
            int row = 1;
            while (row <= MOST_ROWS && plots.hasNext()) {
                Report.Plot plot = plots.next();
                List<@Nullable Object> cells = new ArrayList<>();
                columns.forEach(c -> cells.add(c.value().apply(plot)));
                row(sheet, row++, cells);
                if (row % FLUSHED_ROWS == 0) {
                    sheet.flush();
                }
            }
            sheet.setAutoFilter(0, 0, Math.max(1, row - 1), columns.size() - 1);
            finish(sheet, columns.size(), 15);
        }
    }

    private void about(Workbook book, ReportWords words) throws IOException {
        Worksheet sheet = book.newWorksheet(words.say("说明", "About"));
        List<String> lines = new ArrayList<>(List.of(
                words.say(report.profile().title()),
                words.say("数据截至 ", "Figures as of ") + words.asOf(report.asOf()),
                words.say("最近一次修改 ", "Last changeset ") + words.changeset(report.asOf()),
                words.plane(report.profile())));
        if (report.profile().illustrative()) {
            lines.add(words.say("示意：图形为演示而绘制，不是批准或统计成果。", "Illustrative: the shapes were drawn as an example."));
        }
        report.zoneOverlaps().forEach(o -> lines.add(words.say(o)));
        lines.addAll(words.method(report.profile()));
        for (int i = 0; i < lines.size(); i++) {
            sheet.value(i, 0, lines.get(i));
            sheet.style(i, 0).wrapText(true).verticalAlignment("top").set();
        }
        sheet.style(0, 0).bold().fontSize(14).wrapText(true).set();
        sheet.width(0, 110);
        sheet.finish();
    }

    private static void head(Worksheet sheet, List<String> heads) {
        for (int i = 0; i < heads.size(); i++) {
            sheet.value(0, i, heads.get(i));
        }
        sheet.range(0, 0, 0, heads.size() - 1)
                .style()
                .bold()
                .fillColor(HEAD_FILL)
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
    }

    /** Text is written as text: a cell of type string never runs as a formula. */
    private static void row(Worksheet sheet, int row, List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Object value = cells.get(i);
            if (value instanceof Double number) {
                sheet.value(row, i, number);
                sheet.style(row, i).format(AREA).set();
            } else if (value instanceof Number number) {
                sheet.value(row, i, number);
            } else if (value != null) {
                sheet.value(row, i, value.toString());
            }
        }
    }

    private static void finish(Worksheet sheet, int columns, double width) throws IOException {
        for (int i = 0; i < columns; i++) {
            sheet.width(i, width);
        }
        sheet.paperSize(org.dhatim.fastexcel.PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.finish();
    }
}
