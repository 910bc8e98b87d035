package org.greenplan.plan;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.follow.Follower;
import org.greenplan.follow.Followers;
import org.greenplan.history.HistoryTables;
import org.greenplan.ledger.LedgerFollower;
import org.greenplan.photo.PhotoStore;
import org.greenplan.programme.TargetFollower;
import org.greenplan.store.Blueprint;
import org.greenplan.store.Part;
import org.greenplan.waters.NetworkFollower;

/**
 * All that is kept true to the features, in its order. What is new has its line here: from it come its tables in every plan, and all
 * that keeps it true.
 *
 * @param followers all of them
 */
record KeptTrue(LedgerFollower ledger, TargetFollower targets, NetworkFollower network, Followers followers) {
    /** @param more followers beside the desk's own, after them */
    static KeptTrue with(List<Follower<?>> more) {
        var ledger = new LedgerFollower();
        var targets = new TargetFollower(ledger);
        var network = new NetworkFollower();
        List<Follower<?>> all = new ArrayList<>(List.of(ledger, targets, network));
        all.addAll(more);
        return new KeptTrue(ledger, targets, network, new Followers(all));
    }

    /** What a plan is made of: history and what belongs to it, and the followers' parts. */
    Blueprint blueprint(Catalogue catalogue) {
        List<Part> parts = new ArrayList<>(List.of(HistoryTables.PART, PhotoStore.PART));
        parts.addAll(followers.parts());
        return new Blueprint(catalogue, parts);
    }
}
