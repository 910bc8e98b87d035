package org.greenplan.format.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sheets of one workbook that have the same headings, one plot on each, read as one table; a row with the sheet's name begins each. */
record JoinedSheets(String name, List<SheetTable> sheets) implements SheetTable {
    JoinedSheets {
        sheets = List.copyOf(sheets);
    }

    @Override
    public void each(Sink to) {
        long[] last = {-1};
        boolean[] wanted = {true};
        for (SheetTable sheet : sheets) {
            if (wanted[0]) {
                long title = last[0] + 1;
                wanted[0] = to.row(title, title(sheet));
                last[0] = title;
            }
            sheet.each((number, cells) -> {
                last[0] = Math.max(last[0], 0);
                long running = number + offset(last[0], number);
                last[0] = running;
                wanted[0] = wanted[0] && to.row(running, cells);
                return wanted[0];
            });
        }
    }

    /** Rows of later sheets are numbered on. */
    private static long offset(long last, long number) {
        return Math.max(0, last + 1 - number);
    }

    private static List<@Nullable Object> title(SheetTable sheet) {
        return List.of(SheetKeys.SHEET + ":" + sheet.name());
    }
}
