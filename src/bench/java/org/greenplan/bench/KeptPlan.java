package org.greenplan.bench;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.feature.Change;
import org.greenplan.history.HistoryStore;
import org.greenplan.plan.PlanDesk;
import org.greenplan.store.TestDatabases.Kind;

/** A plan to measure on: a new one that goes when the program ends, or one at an address, filled once and kept. */
record KeptPlan(Kind kind, String address) {
    /** The plans that the arguments name, a new one of each store where they name none; the first argument is no plan. */
    static List<KeptPlan> of(String[] args) {
        List<KeptPlan> plans = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            String word = args[i];
            if (word.startsWith("jdbc:")) {
                plans.add(new KeptPlan(Kind.POSTGIS, word));
            } else if (word.endsWith(".gpkg")) {
                plans.add(new KeptPlan(Kind.GEOPACKAGE, word));
            } else {
                plans.add(fresh(Kind.valueOf(word)));
            }
        }
        if (plans.isEmpty()) {
            for (Kind kind : Kind.values()) {
                plans.add(fresh(kind));
            }
        }
        return plans;
    }

    /** Closing the desk closes the store. */
    PlanDesk desk(Catalogue catalogue) {
        return PlanDesk.open(
                kind.open(address, catalogue), catalogue, PlanProfileReader.bundled("shangjie", catalogue));
    }

    /** Imports the dense plan where nobody has. */
    void fill(PlanDesk desk, int count) {
        long changesets = desk.database().<Long>read(session -> new HistoryStore(session).lastNumber());
        if (changesets == 0) {
            List<Change.Create> creates = DensePlanDesk.creates(count);
            Stopwatch.time("import", () -> desk.importAll("bench", "dense plan", creates));
        }
    }

    private static KeptPlan fresh(Kind kind) {
        return new KeptPlan(kind, kind.newAddress());
    }
}
