package org.greenplan.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryEntry.Step;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.LastStateStore;
import org.greenplan.history.Milestones;
import org.greenplan.history.Tireless;
import org.greenplan.problem.Problem;
import org.greenplan.sql.Session;
import org.greenplan.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the followers behind the transaction, portion by portion, from what each commit noted. What a portion costs is read beside those
 * who write; only putting it down has its turn among them, where nobody else has built the same meanwhile. Several programs on one plan
 * may do so at once.
 */
public final class Behind implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Behind.class);
    private static final long POLL_MS = 300;
    /** So many steps of a changeset are built at once at most. */
    private static final int PORTION = 1000;
    /** So often is built what others write meanwhile, before a look at the rest. */
    private static final int MOST_ATTEMPTS = 20;

    private final Database database;
    private final Followers followers;
    private final Function<Session, Ground> grounds;
    private volatile @Nullable Tireless thread;

    /** @param grounds a plan as a session sees it */
    public Behind(Database database, Followers followers, Function<Session, Ground> grounds) {
        this.database = database;
        this.followers = followers;
        this.grounds = grounds;
    }

    /** Builds from now on whatever waits. */
    public void begin() {
        if (!followers.behind().isEmpty()) {
            thread = new Tireless("greenplan-behind", this::round);
        }
    }

    /** The newest changeset that what a follower keeps is true for; nothing where it is none, and then it must not be shown. */
    public static Optional<Long> trueFor(Session session, Follower<?> follower) {
        return follower.within()
                ? Optional.of(new HistoryStore(session).lastNumber())
                : new WaitingStore(session).trueFor(follower.part());
    }

    /** Builds all that waits; nothing in a plan that can only be looked at. */
    public void buildAll() {
        boolean more = true;
        while (more) {
            more = buildSome();
        }
    }

    /** Reads what a transaction sees in which nothing waits, and builds what does first; while others write faster, what is built. */
    public <T> T whenBuilt(Database.Work<T> work) {
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            buildAll();
            Optional<T> done =
                    database.read(session -> waits(session) ? Optional.empty() : Optional.of(work.run(session)));
            if (done.isPresent()) {
                return done.get();
            }
        }
        return database.read(work);
    }

    /** Ends the building when what waits is built. */
    @Override
    public void close() {
        Tireless building = thread;
        if (building == null) {
            return;
        }
        building.close();
        try {
            buildAll();
        } catch (RuntimeException e) {
            LOG.warn("what waits to be built is built when the plan is opened again", e);
        }
    }

    private boolean waits(Session session) {
        var waiting = new WaitingStore(session);
        return database.readOnly().isEmpty()
                && followers.behind().stream()
                        .anyMatch(follower -> waiting.first(follower.part()).isPresent());
    }

    private void round() throws InterruptedException {
        if (!someIfFree()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    /** While an import writes, or the store does not answer, what waits goes on waiting. */
    private boolean someIfFree() {
        try {
            return buildSome();
        } catch (Problem.Unavailable e) {
            return false;
        }
    }

    /** Builds a portion for each follower; whether there was one to be built. What is being built is waited for and not built twice. */
    private synchronized boolean buildSome() {
        boolean some = false;
        if (database.readOnly().isEmpty()) {
            for (Follower<?> follower : followers.behind()) {
                some |= build(follower);
            }
        }
        return some;
    }

    /**
     * What is to be put down for some steps of a changeset, or all of a part.
     *
     * @param of what waited first when this was built
     * @param upTo the changeset that it is true for then; none in the middle of one
     */
    private record Portion<D>(D delta, WaitingStore.Waiting of, Optional<Long> upTo) {}

    private <D> boolean build(Follower<D> follower) {
        Optional<Portion<D>> read = database.read(session -> portion(session, follower));
        if (read.isEmpty()) {
            return false;
        }
        Portion<D> portion = read.get();
        database.write(session -> {
            var waiting = new WaitingStore(session);
            // Another program that was faster has put the same down.
            boolean still = waiting.first(follower.part()).equals(Optional.of(portion.of()));
            if (still) {
                follower.put(grounds.apply(session), portion.delta());
                portion.upTo()
                        .ifPresentOrElse(
                                changeset -> waiting.builtUpTo(follower.part(), changeset),
                                () -> waiting.built(portion.of(), portion.of().done() + PORTION));
            }
            return still;
        });
        return true;
    }

    private <D> Optional<Portion<D>> portion(Session session, Follower<D> follower) {
        var waiting = new WaitingStore(session);
        return waiting.first(follower.part())
                .map(first -> waiting.needsAll(follower.part())
                        ? all(session, follower, first)
                        : steps(session, follower, first));
    }

    private <D> Portion<D> all(Session session, Follower<D> follower, WaitingStore.Waiting first) {
        Turn still = Turn.still(grounds.apply(session), Milestones.UNWATCHED);
        long newest = new HistoryStore(session).lastNumber();
        return new Portion<>(follower.whole(still, Deltas.NONE), first, Optional.of(newest));
    }

    /** The plan may be further than the steps: what was written after them is laid over it as it was. */
    private <D> Portion<D> steps(Session session, Follower<D> follower, WaitingStore.Waiting first) {
        var states = new LastStateStore(session);
        long end = first.done() + PORTION;
        List<Step> steps = states.steps(first.changeset(), first.done(), PORTION);
        Map<FeatureRef, Optional<Feature>> later = states.before(first.changeset(), end);
        Turn turn = Turn.of(grounds.apply(session), steps, later, Milestones.UNWATCHED);
        boolean last = new HistoryStore(session).countSteps(first.changeset()) <= end;
        return new Portion<>(
                follower.delta(turn, Deltas.NONE), first, last ? Optional.of(first.changeset()) : Optional.empty());
    }
}
