package org.greenplan.format.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** A table in a workbook, on as many sheets as its rows need; rows are handed on while they come. */
final class XlsxSheet implements Closeable {
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 25;
    private static final int FLUSH = 500;

    private final Workbook book;
    private final String title;
    private final List<String> headings;
    private final Consumer<Words> notes;
    private Worksheet sheet;
    private int sheets;
    private int row;
    private boolean cut;

    XlsxSheet(Workbook book, String title, List<String> headings, Consumer<Words> notes) throws IOException {
        this.book = book;
        this.title = title.substring(0, Math.min(title.length(), LONGEST_NAME));
        this.headings = headings;
        this.notes = notes;
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        Worksheet begun = book.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        for (int i = 0; i < headings.size(); i++) {
            begun.inlineString(0, i, headings.get(i));
            begun.style(0, i).bold().set();
        }
        begun.freezePane(0, 1);
        row = 1;
        return begun;
    }

    void line(List<? extends @Nullable Object> cells) throws IOException {
        if (row >= MOST_ROWS) {
            sheet.finish();
            sheet = begin();
        }
        for (int i = 0; i < cells.size(); i++) {
            cell(i, cells.get(i));
        }
        if (++row % FLUSH == 0) {
            sheet.flush();
        }
    }

    /** Texts stand in the cells as texts, so none of them is ever run as a formula. */
    private void cell(int column, @Nullable Object value) {
        if (value instanceof Boolean bool) {
            sheet.value(row, column, bool);
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            String text = printable(value.toString());
            if (text.length() <= LONGEST_TEXT) {
                sheet.inlineString(row, column, text);
            } else if (!cut) {
                cut = true;
                notes.accept(
                        Words.of(
                                "“" + title + "”中有图形的 WKT 超过 Excel 单元格上限，已留空；其界址点表完整。",
                                "Some WKT in \"" + title
                                        + "\" is longer than a cell of Excel and was left out; the table of boundary points is complete."));
            }
        }
    }

    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\n'
                        || c == '\t'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
    }
}
