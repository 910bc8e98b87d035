package org.greenplan.chapter;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.greenplan.supply.ValueAt;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.OutageCut;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Lake;
import org.greenplan.water.operate.LakeMonth;
import org.greenplan.water.operate.MonthResult;
import org.greenplan.water.verdict.Outage;
import org.jspecify.annotations.Nullable;

/** The water as a workbook: verdicts, balance of each lake and month, what happens without a source, the lists of the forms, and every assumed value. */
record WaterBook(List<Judgement> states, WaterLists lists, Locale language) {
    private static final String M3 = "#,##0";
    private static final String HEAD_FILL = "E3EEE6";

    /** Writes the workbook and leaves the stream open. */
    void write(OutputStream out) throws IOException {
        var words = new WaterWords(language);
        Workbook book = new Workbook(out, "Greenplan", "1.0");
        verdicts(book, words);
        balance(book, words);
        outages(book, words);
        for (WaterLists.Listed list : lists.all()) {
            sheet(book, list.title(), list.heads(), list.rows());
        }
        assumed(book, words);
        book.finish();
    }

    private void verdicts(Workbook book, WaterWords words) throws IOException {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Judgement state : states) {
            for (Verdict verdict : state.verdicts()) {
                rows.add(List.of(
                        words.state(state.supply().state()),
                        state.supply().year(),
                        words.say(verdict.kind().title()),
                        words.standing(verdict.standing()),
                        String.join(
                                "\n", verdict.reasons().stream().map(words::say).toList())));
            }
        }
        sheet(
                book,
                words.say("结论", "Verdicts"),
                List.of(
                        words.say("工程", "Works"),
                        words.say("典型年", "Year"),
                        words.say("项目", "Verdict"),
                        words.say("结论", "Stands"),
                        words.say("理由", "Reasons")),
                rows);
    }

    private void balance(Workbook book, WaterWords words) throws IOException {
        List<String> heads =
                new ArrayList<>(List.of(words.say("工程", "Works"), words.say("湖泊", "Lake"), words.say("月", "Month")));
        WaterWords.PARTS.forEach(part -> heads.add(words.say(part.title()) + " m³"));
        heads.add(words.say("水位 m", "Level m"));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Judgement state : states) {
            state.result().ifPresent(year -> {
                for (Lake lake : state.supply().network().lakes()) {
                    year.months().forEach(month -> rows.add(month(words, state, lake, month)));
                }
            });
        }
        sheet(book, words.say("水量平衡", "Balance"), heads, rows);
    }

    private static List<? extends @Nullable Object> month(
            WaterWords words, Judgement state, Lake lake, MonthResult result) {
        List<@Nullable Object> cells = new ArrayList<>(
                List.of(words.state(state.supply().state()), state.supply().name(lake.id()), result.month()));
        LakeMonth month = result.lakes().get(lake.id());
        if (month != null) {
            WaterWords.PARTS.forEach(part -> cells.add(part.m3().applyAsDouble(month)));
            cells.add(String.format(Locale.ROOT, "%.2f", lake.shape().levelM(month.afterM3())));
        }
        return cells;
    }

    private void outages(Workbook book, WaterWords words) throws IOException {
        List<String> heads = new ArrayList<>(
                List.of(words.say("工程", "Works"), words.say("停供的水源组", "Source group out"), words.say("何时", "When")));
        IntStream.rangeClosed(1, Judgement.HELD_LEVELS)
                .forEach(level -> heads.add(words.say("第 " + level + " 级不满足月数", "Level " + level + ": months failed")));
        IntStream.rangeClosed(1, Judgement.HELD_LEVELS)
                .forEach(level ->
                        heads.add(words.say("第 " + level + " 级最低满足 %", "Level " + level + ": least served %")));
        heads.add(words.say("卡在哪里", "What binds"));
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Judgement state : states) {
            state.backing().ifPresent(backing -> {
                backing.wholeYear().forEach(outage -> rows.add(outage(words, state, outage)));
                backing.worstMonth().forEach(outage -> rows.add(outage(words, state, outage)));
            });
        }
        sheet(book, words.say("停供 N−1", "Outages N−1"), heads, rows);
    }

    private static List<? extends @Nullable Object> outage(WaterWords words, Judgement state, Outage outage) {
        String when = outage.month() == 0
                ? words.say("全年", "all year")
                : words.say(outage.month() + " 月 30 天", "30 days in month " + outage.month());
        List<@Nullable Object> cells =
                new ArrayList<>(List.of(words.state(state.supply().state()), outage.what(), when));
        cells.addAll(outage.failedMonths().subList(0, Judgement.HELD_LEVELS));
        outage.worstShare().subList(0, Judgement.HELD_LEVELS).forEach(share -> cells.add(WaterWords.percent(share)));
        cells.add(OutageCut.of(state.supply(), outage)
                .map(cut -> words.say(cut.words()))
                .orElse(null));
        return cells;
    }

    private void assumed(Workbook book, WaterWords words) throws IOException {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        Judgement last = states.get(states.size() - 1);
        last.supply().gaps().forEach(value -> rows.add(value(value, words.say("缺值", "missing"))));
        last.supply().assumed().forEach(value -> rows.add(value(value, words.say("假定", "assumed"))));
        sheet(
                book,
                words.say("缺值与假定", "Missing and assumed"),
                List.of(
                        words.say("要素或记录", "Feature or record"),
                        words.say("名称", "Name"),
                        words.say("属性", "Attribute"),
                        words.say("月", "Month"),
                        words.say("情况", "What")),
                rows);
    }

    private static List<? extends @Nullable Object> value(ValueAt value, String what) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(value.id(), value.of(), value.attribute()));
        cells.add(value.month() == 0 ? null : value.month());
        cells.add(what);
        return cells;
    }

    private static void sheet(
            Workbook book, String name, List<String> heads, List<List<? extends @Nullable Object>> rows)
            throws IOException {
        Worksheet sheet = book.newWorksheet(name);
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
