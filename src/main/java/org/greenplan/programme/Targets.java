package org.greenplan.programme;

import java.util.List;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.ledger.LedgerStore;

/** The lines of the programme as sums over the ledger. */
public final class Targets {
    private Targets() {}

    /** Every target of the plan over all lines of the ledger. */
    public static List<TargetState> of(PlanProfile profile, Catalogue catalogue, List<LedgerStore.Row> rows) {
        return TargetSums.of(profile, catalogue, rows).states();
    }
}
