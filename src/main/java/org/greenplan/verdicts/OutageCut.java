package org.greenplan.verdicts;

import java.util.List;
import java.util.Optional;
import org.greenplan.supply.Supply;
import org.greenplan.water.verdict.Outage;
import org.greenplan.water.why.Told;

/** What binds when something is out. */
public final class OutageCut {
    private OutageCut() {}

    /** The piece that weighs most, in a sentence with the features of which it speaks; nothing where nothing fails. */
    public static Optional<Told> of(Supply supply, Outage outage) {
        return outage.cut().flatMap(cut -> cut.reasons().stream().findFirst()).map(reason -> Sayings.of(supply)
                .say(words -> List.of(words.reason(reason)))
                .get(0));
    }
}
