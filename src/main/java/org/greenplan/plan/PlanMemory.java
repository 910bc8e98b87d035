package org.greenplan.plan;

import java.util.ArrayList;
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

/** What the desk keeps between requests: the plan's settings, and all that is kept true to the features. */
final class PlanMemory {
    private final PlanProfile without;
    private final LedgerFollower ledger = new LedgerFollower();
    private final TargetFollower targets = new TargetFollower(ledger);
    private final Followers followers;

    /**
     * @param without settings of a plan that has no identity of its own
     * @param more followers beside the desk's own, after them
     */
    PlanMemory(PlanProfile without, List<Follower<?>> more) {
        this.without = without;
        List<Follower<?>> all = new ArrayList<>(List.of(ledger, targets));
        all.addAll(more);
        this.followers = new Followers(all);
    }

    /** The plan as a session sees it, with the settings that its records have just now. */
    Ground ground(Session session) {
        PlanProfile settings = PlanRecords.read(session).orElse(without);
        return new Ground(session, settings, PlanCrs.of(settings.plane()));
    }

    /** The list of all that is kept true; what is new has its line here. */
    Followers followers() {
        return followers;
    }

    LedgerFollower ledger() {
        return ledger;
    }

    TargetFollower targets() {
        return targets;
    }

    /** The targets' sums of the newest changeset. */
    TargetSums sums(Session session) {
        return targets.sums(ground(session));
    }
}
