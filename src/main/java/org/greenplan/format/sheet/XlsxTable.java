package org.greenplan.format.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.greenplan.format.SourceFile;
import org.greenplan.problem.Problem;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook that has passed {@link XlsxGuard}. */
record XlsxTable(SourceFile file, int index, String sheet) implements SheetTable {
    @Override
    public String name() {
        return sheet;
    }

    @Override
    public void each(Sink to) {
        try (ReadableWorkbook book = open(file);
                Stream<Row> rows = rows(book)) {
            Iterator<Row> iterator = guarded(file, rows::iterator);
            while (guarded(file, iterator::hasNext)) {
                Row row = guarded(file, iterator::next);
                if (!to.row(row.getRowNum(), guarded(file, () -> cells(row)))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    static ReadableWorkbook open(SourceFile file) {
        return guarded(file, () -> {
            try {
                return new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, true));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Stream<Row> rows(ReadableWorkbook book) {
        return guarded(file, () -> {
            Sheet found = book.getSheet(index).orElseThrow(() -> unreadable(file));
            try {
                return found.openStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The library answers a damaged workbook with exceptions of many kinds; each of them means that it cannot be read. */
    static <T> T guarded(SourceFile file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(file);
        }
    }

    static Problem unreadable(SourceFile file) {
        return file.broken("不是完整的 XLSX 工作簿。请重新另存为 XLSX。", "no complete XLSX workbook. Save it as XLSX again.");
    }

    private static List<@Nullable Object> cells(Row row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? null : value(cell));
        }
        return cells;
    }

    private static @Nullable Object value(Cell cell) {
        CellType type = cell.getType();
        if (type == CellType.NUMBER) {
            return isDate(cell) ? cell.asDate().toLocalDate() : number(cell.asNumber());
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate();
        }
        if (value instanceof Boolean || type == CellType.EMPTY || type == CellType.ERROR) {
            return value instanceof Boolean ? value : null;
        }
        String text = type == CellType.STRING ? cell.getText() : cell.getRawValue();
        return text == null || text.isBlank() ? null : text;
    }

    /** A format with a year or a day makes a number a date. */
    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return plain.contains("y") || plain.contains("d");
    }

    private static Object number(BigDecimal number) {
        double real = number.doubleValue();
        boolean whole = real == Math.rint(real) && Math.abs(real) < 1e15;
        return whole ? (Object) (long) real : real;
    }
}
