package org.greenplan.register;

import java.util.List;
import org.greenplan.count.ZoneKey;
import org.greenplan.ledger.LedgerStore;

/**
 * A line of the table: a plot with its figures.
 *
 * @param zones the sub-districts in which it counts, the one that has most of it first
 */
public record PlotEntry(LedgerStore.Row row, List<ZoneKey> zones) {
    public PlotEntry {
        zones = List.copyOf(zones);
    }
}
