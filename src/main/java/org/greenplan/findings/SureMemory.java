package org.greenplan.findings;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.history.HistoryStore;
import org.greenplan.ledger.LedgerStore;
import org.jspecify.annotations.Nullable;

/** Remembers what of the targets lies on no constraint: the whole plan is counted for it, so once for each changeset, when somebody asks. */
public final class SureMemory {
    private final ReentrantLock one = new ReentrantLock();
    private @Nullable Known known;

    /** @param stamp of the changeset that it is true for */
    private record Known(String stamp, Map<String, Double> sure) {}

    /** By target id, square metres, metres or pieces; whoever asks while it is counted waits for that count. */
    public Map<String, Double> of(Ground ground) {
        String stamp = new HistoryStore(ground.session()).lastStamp();
        one.lock();
        try {
            Known before = known;
            if (before != null && before.stamp().equals(stamp)) {
                return before.sure();
            }
            Map<String, Double> sure = new SureSums(ground)
                    .of(Neighbourhood.of(ground.session(), ground.crs()), new LedgerStore(ground.session()).rows());
            known = new Known(stamp, sure);
            return sure;
        } finally {
            one.unlock();
        }
    }
}
