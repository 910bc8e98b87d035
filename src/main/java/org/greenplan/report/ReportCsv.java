package org.greenplan.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The list of plots as CSV (RFC 4180): UTF-8 with a byte order mark, for without one Excel takes Chinese for GBK. */
public record ReportCsv(Report report, Locale language) {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** Writes the list and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        ReportWords words = new ReportWords(language);
        List<PlotColumns.Column> columns = new PlotColumns(report, words).columns();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        line(text, columns.stream().map(c -> (Object) words.say(c.title())).toList());
        for (Report.Plot plot : report.plots()) {
            java.util.List<@Nullable Object> cells = new java.util.ArrayList<>();
            columns.forEach(c -> cells.add(c.value().apply(plot)));
            line(text, cells);
        }
        text.flush();
    }

    private static void line(Writer text, List<? extends @Nullable Object> cells) throws IOException {
        String comma = "";
        for (Object cell : cells) {
            text.write(comma);
            text.write(field(cell));
            comma = ",";
        }
        text.write("\r\n");
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number)
                    .setScale(4, java.math.RoundingMode.HALF_UP)
                    .toPlainString();
        }
        return value instanceof Number ? value.toString() : quoted(harmless(value.toString()));
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe in front, which makes it text. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
