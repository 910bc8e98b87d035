package org.greenplan.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Deltas;
import org.greenplan.follow.Difference;
import org.greenplan.follow.Follower;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.follow.Scope;
import org.greenplan.follow.Turn;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.Milestones;
import org.greenplan.ledger.LedgerDelta;
import org.greenplan.ledger.LedgerFollower;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.store.Part;
import org.jspecify.annotations.Nullable;

/**
 * The second follower: the sums of the targets, which are sums over the ledger. They are not stored: they are remembered with the
 * changeset they are true for, and read from the ledger where none are.
 */
public final class TargetFollower implements Follower<TargetDelta> {
    private final LedgerFollower ledger;
    private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();

    public TargetFollower(LedgerFollower ledger) {
        this.ledger = ledger;
    }

    private record Remembered(long changeset, PlanProfile programme, TargetSums sums) {}

    @Override
    public Part part() {
        return Part.withoutTables("targets");
    }

    /** Every changeset has sums that are true for it, though most leave them as they are. */
    @Override
    public Scope scope(Ground ground, Collection<FeatureRef> touched, Deltas earlier) {
        boolean whole = earlier.of(ledger).map(LedgerDelta::whole).orElse(false);
        return whole ? new Scope.All() : new Scope.Near(0, Set.of());
    }

    @Override
    public TargetDelta delta(Turn turn, Deltas earlier) {
        TargetSums before = before(turn);
        return new TargetDelta(
                before,
                earlier.of(ledger)
                        .map(lines -> before.with(lines.before(), lines.after()))
                        .orElse(before));
    }

    @Override
    public TargetDelta whole(Turn turn, Deltas earlier) {
        Optional<LedgerDelta> lines = earlier.of(ledger).filter(LedgerDelta::whole);
        TargetSums before = before(turn);
        return new TargetDelta(
                before,
                lines.map(all -> TargetSums.of(
                                turn.ground().settings(), turn.ground().catalogue(), all.after()))
                        .orElse(before));
    }

    /** The sums of the newest changeset. */
    public TargetSums sums(Ground ground) {
        return before(Turn.still(ground, Milestones.UNWATCHED));
    }

    private TargetSums before(Turn turn) {
        Ground ground = turn.ground();
        long last = new HistoryStore(ground.session()).lastNumber();
        Remembered known = remembered.get();
        if (known != null && known.changeset() == last && known.programme().equals(ground.settings())) {
            return known.sums();
        }
        TargetSums fresh = new TargetStore(ground.session(), ground.settings()).sums(turn.was(), turn.touched());
        remember(new Remembered(last, ground.settings(), fresh));
        return fresh;
    }

    @Override
    public void settled(long changeset, TargetDelta delta) {
        remember(new Remembered(changeset, delta.after().programme(), delta.after()));
    }

    /** Unless newer ones are known. */
    private void remember(Remembered sums) {
        remembered.accumulateAndGet(sums, (old, young) -> {
            boolean newer = old == null || young == null || young.changeset() >= old.changeset();
            return newer ? young : old;
        });
    }

    /** What is remembered and what the database sums, against the lines of the ledger added one by one. */
    @Override
    public List<Difference> compare(Ground ground) {
        var store = new TargetStore(ground.session(), ground.settings());
        var was = Neighbourhood.of(ground.session(), ground.crs());
        TargetSums rows =
                TargetSums.of(ground.settings(), ground.catalogue(), new LedgerStore(ground.session()).rows());
        List<TargetState> added = store.asItWas(rows, was, List.of()).states();
        List<TargetState> summed = store.sums(was, List.of()).states();
        List<TargetState> known = sums(ground).states();
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            differ(known.get(i), added.get(i), "planned", differences);
            differ(summed.get(i), added.get(i), "planned by the database", differences);
        }
        return differences;
    }

    private static void differ(TargetState stored, TargetState added, String what, List<Difference> to) {
        if (!stored.byStatus().equals(added.byStatus())) {
            to.add(new Difference(stored.line().id(), what, stored.planned(), added.planned()));
        }
    }
}
