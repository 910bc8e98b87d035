package org.greenplan.plan;

import java.util.List;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.PlanCrs;
import org.greenplan.follow.Follower;
import org.greenplan.follow.Followers;
import org.greenplan.follow.Ground;
import org.greenplan.ledger.LedgerFollower;
import org.greenplan.programme.TargetFollower;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Session;
import org.greenplan.waters.NetworkFollower;

/** What the desk keeps between requests: the plan's settings, and all that is kept true to the features. */
final class PlanMemory {
    private final PlanProfile without;
    private final KeptTrue kept;

    /**
     * @param without settings of a plan that has no identity of its own
     * @param more followers beside the desk's own, after them
     */
    PlanMemory(PlanProfile without, List<Follower<?>> more) {
        this.without = without;
        this.kept = KeptTrue.with(more);
    }

    /** The plan as a session sees it, with the settings that its records have just now. */
    Ground ground(Session session) {
        PlanProfile settings = PlanRecords.read(session).orElse(without);
        return new Ground(session, settings, PlanCrs.of(settings.plane()));
    }

    /** All that is kept true. */
    Followers followers() {
        return kept.followers();
    }

    LedgerFollower ledger() {
        return kept.ledger();
    }

    TargetFollower targets() {
        return kept.targets();
    }

    NetworkFollower network() {
        return kept.network();
    }

    /** The targets' sums of the newest changeset. */
    TargetSums sums(Session session) {
        return kept.targets().sums(ground(session));
    }
}
