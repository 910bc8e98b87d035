package org.greenplan.ledger;

import java.util.List;
import java.util.Set;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;

/**
 * What a change does to the ledger.
 *
 * @param whole whether every line was counted anew; then {@code lines} and {@code after} are all there are
 * @param lines what is to be written; none where a draft was counted by figures alone, which is not put
 * @param gone lines of plots that are no more
 * @param before the lines that are replaced or gone, with the attributes the plots had; left empty where all is counted anew
 * @param after the lines in their place, with the attributes the plots will have
 */
public record LedgerDelta(
        boolean whole,
        List<NetPlot> lines,
        Set<PlotKey> gone,
        List<LedgerStore.Row> before,
        List<LedgerStore.Row> after) {
    public LedgerDelta {
        lines = List.copyOf(lines);
        gone = Set.copyOf(gone);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
