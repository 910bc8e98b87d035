package org.greenplan.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.greenplan.format.text.CsvText;
import org.jspecify.annotations.Nullable;

/** The list of plots as CSV (RFC 4180): UTF-8 with a byte order mark, for without one Excel takes Chinese for GBK. */
public record ReportCsv(Report report, Locale language) {
    /** Writes the list and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        ReportWords words = ReportWords.of(report.profile(), language);
        List<PlotColumns.Column> columns = new PlotColumns(report, words).columns();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(CsvText.BYTE_ORDER_MARK);
        CsvText.line(
                text, columns.stream().map(c -> (Object) words.say(c.title())).toList(), ReportCsv::number);
        for (Report.Plot plot : report.plots()) {
            java.util.List<@Nullable Object> cells = new java.util.ArrayList<>();
            columns.forEach(c -> cells.add(c.value().apply(plot)));
            CsvText.line(text, cells, ReportCsv::number);
        }
        text.flush();
    }

    private static String number(Number number) {
        return number instanceof Double real
                ? BigDecimal.valueOf(real)
                        .setScale(4, java.math.RoundingMode.HALF_UP)
                        .toPlainString()
                : number.toString();
    }
}
