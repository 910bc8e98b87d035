package org.greenplan.plan;

import java.util.concurrent.atomic.AtomicReference;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.PlanCrs;
import org.greenplan.history.HistoryStore;
import org.greenplan.ledger.Boundaries;
import org.greenplan.programme.TargetStore;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;

/** What the desk remembers between requests, each with the changeset it is true for: the targets' sums and the boundaries. */
final class PlanMemory {
    private final PlanProfile profile;
    private final PlanCrs crs;
    private final AtomicReference<@Nullable Sums> sums = new AtomicReference<>();
    private final AtomicReference<@Nullable Boundaries> boundaries = new AtomicReference<>();

    PlanMemory(PlanProfile profile, PlanCrs crs) {
        this.profile = profile;
        this.crs = crs;
    }

    private record Sums(long changeset, TargetSums sums) {}

    /** How far beside a line another still runs along it, metres. */
    double lineToleranceM() {
        return profile.lineToleranceM();
    }

    /** The targets' sums as the session sees them. */
    TargetSums sums(Session session) {
        long last = new HistoryStore(session).lastNumber();
        Sums known = sums.get();
        if (known != null && known.changeset() == last) {
            return known.sums();
        }
        TargetSums fresh = allSums(session);
        keep(last, fresh);
        return fresh;
    }

    /** The sums over every line of the ledger, counted anew. */
    TargetSums allSums(Session session) {
        return new TargetStore(session, profile).sums();
    }

    /** Remembers the sums of a committed changeset, unless newer ones are known. */
    void keep(long changeset, TargetSums of) {
        sums.accumulateAndGet(new Sums(changeset, of), (old, young) -> {
            boolean newer = old == null || young == null || young.changeset() >= old.changeset();
            return newer ? young : old;
        });
    }

    Boundaries boundaries(Session session) {
        Boundaries known = boundaries.get();
        if (known != null && known.version() == Boundaries.version(session)) {
            return known;
        }
        Boundaries fresh = Boundaries.read(session, crs);
        boundaries.set(fresh);
        return fresh;
    }

    void forget() {
        sums.set(null);
        boundaries.set(null);
    }
}
