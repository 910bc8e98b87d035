package org.greenplan.chapter;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.Verdict;
import org.jspecify.annotations.Nullable;

/** The water as a workbook: verdicts, balance of each lake and month, what happens without a source, the lists of the forms, and every assumed value. */
record WaterBook(List<Judgement> states, WaterTables tables, WaterLists lists, Locale language) {
    private static final String M3 = "#,##0";
    private static final int MOST_LETTERS = 31;
    private static final String HEAD_FILL = "E3EEE6";

    /** Writes the workbook and leaves the stream open. */
    void write(OutputStream out) throws IOException {
        var words = new WaterWords(language);
        Workbook book = new Workbook(out, "Greenplan", "1.0");
        verdicts(book, words);
        sheet(book, tables.months());
        sheet(book, tables.years());
        sheet(book, tables.outages());
        for (Listed list : lists.all()) {
            sheet(book, list);
        }
        sheet(book, tables.assumed());
        book.finish();
    }

    private void verdicts(Workbook book, WaterWords words) throws IOException {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Judgement state : states) {
            for (Verdict verdict : state.verdicts()) {
                rows.add(List.of(
                        words.state(state.supply().state()),
                        state.supply().yearName(),
                        words.say(verdict.kind().title()),
                        words.standing(verdict.standing()),
                        String.join(
                                "\n", verdict.reasons().stream().map(words::say).toList())));
            }
        }
        sheet(
                book,
                new Listed(
                        words.say("结论", "Verdicts"),
                        words.heads("工程", "Works", "典型年", "Year", "项目", "Verdict", "结论", "Stands", "理由", "Reasons"),
                        rows));
    }

    private static void sheet(Workbook book, Listed list) throws IOException {
        List<String> heads = list.heads();
        List<List<? extends @Nullable Object>> rows = list.rows();
        Worksheet sheet = book.newWorksheet(sheetName(list.title()));
        for (int i = 0; i < heads.size(); i++) {
            sheet.value(0, i, heads.get(i));
            sheet.width(i, i == 4 && heads.size() == 5 ? 90 : 16);
        }
        sheet.range(0, 0, 0, heads.size() - 1)
                .style()
                .bold()
                .fillColor(HEAD_FILL)
                .wrapText(true)
                .set();
        sheet.freezePane(0, 1);
        for (int row = 1; row <= rows.size(); row++) {
            List<? extends @Nullable Object> cells = rows.get(row - 1);
            for (int i = 0; i < cells.size(); i++) {
                cell(sheet, row, i, cells.get(i));
            }
        }
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.finish();
    }

    /** No sheet may have more letters in its name. */
    private static String sheetName(String title) {
        String name = title.replaceAll("[\\\\/?*\\[\\]:]", " ");
        return name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS);
    }

    /** Text is written as text: a cell of type string never runs as a formula. */
    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
            sheet.style(row, column).format(M3).set();
        } else if (value != null) {
            sheet.value(row, column, value.toString());
            sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
    }
}
