package org.greenplan.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.ZoneKey;
import org.greenplan.format.text.CsvText;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** What the table shows as a file: its columns, in the words of a language; numbers as numbers. */
record PlotFile(List<PlotColumn> columns, Locale language) {
    private static final int PORTION = 500;
    /** A sheet ends at 1,048,576 rows. */
    private static final int MOST_ROWS = 1_000_000;

    private static final String AREA = "#,##0.00";

    /** In which form. */
    enum Kind {
        CSV("text/csv; charset=utf-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        static Kind of(String ending) {
            return switch (ending) {
                case "csv" -> CSV;
                case "xlsx" -> XLSX;
                default ->
                    throw new Problem.Missing(Words.of(
                            "地块表没有 ." + ending + " 格式；可用 csv、xlsx。",
                            "There is no ." + ending + " of the table; there are csv and xlsx."));
            };
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        String mediaType() {
            return mediaType;
        }
    }

    private interface Lines {
        void put(List<? extends @Nullable Object> cells) throws IOException;
    }

    /** Writes the plots of a question in its order, and leaves the stream open. */
    void write(Kind kind, RegisterStore register, PlotQuestion question, OutputStream out) throws IOException {
        if (kind == Kind.CSV) {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write(CsvText.BYTE_ORDER_MARK);
            lines(register, question, cells -> CsvText.line(text, cells, PlotFile::number));
            text.flush();
            return;
        }
        var book = new Workbook(out, "Greenplan", "1.0");
        Worksheet sheet = book.newWorksheet(say(Words.of("地块", "Plots")));
        sheet.freezePane(0, 1);
        int[] at = {0};
        lines(register, question, cells -> {
            if (at[0] < MOST_ROWS) {
                row(sheet, at[0]++, cells);
            }
        });
        book.finish();
    }

    private void lines(RegisterStore register, PlotQuestion question, Lines to) throws IOException {
        Map<ZoneKey, String> zones = register.zoneNames();
        Catalogue catalogue = register.session().catalogue();
        to.put(columns.stream().map(column -> say(column.title())).toList());
        var refs = register.refs(question, 0, Integer.MAX_VALUE);
        for (int from = 0; from < refs.size(); from += PORTION) {
            for (PlotEntry entry : register.entries(refs.subList(from, Math.min(refs.size(), from + PORTION)))) {
                List<@Nullable Object> cells = new ArrayList<>();
                columns.forEach(column -> cells.add(cell(column, entry, catalogue, zones)));
                to.put(cells);
            }
        }
    }

    private @Nullable Object cell(PlotColumn column, PlotEntry entry, Catalogue catalogue, Map<ZoneKey, String> zones) {
        LayerType layer = catalogue.get(entry.row().ref().layer());
        return switch (column) {
            case LAYER -> say(layer.title());
            case ZONE ->
                entry.zones().stream()
                        .map(zone -> zones.getOrDefault(zone, ""))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(say(Words.of("、", ", "))));
            case GROSS -> entry.row().gross().planeM2();
            case NET -> entry.row().net().planeM2();
            case LENGTH -> entry.row().grossLengthM() > 0 ? (Object) entry.row().lengthM() : null;
            default -> attribute(column.role(), entry, layer, catalogue);
        };
    }

    /** A code by its title. */
    private @Nullable Object attribute(
            @Nullable AttributeRole role, PlotEntry entry, LayerType layer, Catalogue catalogue) {
        if (role == null) {
            return null;
        }
        Object value = layer.value(role, entry.row().attributes());
        if (value == null || value instanceof Number) {
            return value;
        }
        return layer.find(role)
                .flatMap(attribute -> Optional.ofNullable(attribute.codeList()))
                .map(catalogue.codeLists()::get)
                .flatMap(list -> list.find(value.toString()))
                .map(code -> say(code.title()))
                .orElse(value.toString());
    }

    private static void row(Worksheet sheet, int row, List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Object value = cells.get(i);
            if (value instanceof Number number) {
                sheet.value(row, i, number);
                if (number instanceof Double) {
                    sheet.style(row, i).format(AREA).set();
                }
            } else if (value != null) {
                // A cell of type string never runs as a formula.
                sheet.value(row, i, value.toString());
            }
        }
    }

    private static String number(Number number) {
        return number instanceof Double real
                ? BigDecimal.valueOf(real).setScale(2, RoundingMode.HALF_UP).toPlainString()
                : number.toString();
    }

    private String say(Words words) {
        return language.equals(Locale.ENGLISH) ? words.en() : words.zh();
    }
}
