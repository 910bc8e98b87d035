package org.greenplan.format.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, read as often as one likes, one at a time. */
interface SheetTable {
    /** Takes one row. */
    interface Sink {
        /**
         * @param number as the spreadsheet counts, from 1
         * @param cells String, Long, Double, Boolean or LocalDate; null where empty
         * @return false where no more rows are wanted
         */
        boolean row(long number, List<@Nullable Object> cells);
    }

    /** Name of the sheet, or of the file. */
    String name();

    void each(Sink to);
}
