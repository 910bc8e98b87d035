package org.greenplan.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.feature.FeatureRef;

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

    /**
     * All lines as the change leaves them.
     *
     * @param stored all lines as they are
     */
    public List<LedgerStore.Row> applied(Collection<LedgerStore.Row> stored) {
        if (whole) {
            return after;
        }
        Map<FeatureRef, LedgerStore.Row> lines = new LinkedHashMap<>();
        stored.forEach(row -> lines.put(row.ref(), row));
        before.forEach(row -> lines.remove(row.ref()));
        after.forEach(row -> lines.put(row.ref(), row));
        return List.copyOf(lines.values());
    }
}
