package org.greenplan.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.geo.PlanCrs;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.greenplan.store.Session;
import org.greenplan.target.TargetState;
import org.greenplan.target.TargetSums;
import org.jspecify.annotations.Nullable;

/**
 * The one door for writing. A changeset is checked, written, counted in the ledger and noted in history in one transaction, or nothing
 * of it is; then everybody who listens is told.
 */
public final class PlanDesk implements AutoCloseable {
    private final Database database;
    private final Catalogue catalogue;
    private final PlanProfile profile;
    private final PlanCrs crs;
    private final PlanMemory memory;
    private final ChangeFeed feed;

    public PlanDesk(Database database, Catalogue catalogue, PlanProfile profile) {
        this.database = database;
        this.catalogue = catalogue;
        this.profile = profile;
        this.crs = PlanCrs.of(profile.planeEpsg());
        this.memory = new PlanMemory(profile, crs);
        this.feed = new ChangeFeed(database);
    }

    /** A desk that has taken in what other programs wrote while it was closed. */
    public static PlanDesk open(Database database, Catalogue catalogue, PlanProfile profile) {
        var desk = new PlanDesk(database, catalogue, profile);
        desk.catchUp();
        return desk;
    }

    /** Applies a changeset, all or nothing. */
    public Applied apply(Changeset changeset) {
        return apply(changeset, Milestones.UNWATCHED);
    }

    /** Applies a changeset that somebody waits for. */
    public Applied apply(Changeset changeset, Milestones milestones) {
        ChangeIntake.Ready ready = new ChangeIntake(catalogue).ready(PatchMerge.of(database, changeset));
        var entry = new Entry(changeset.author(), changeset.comment(), null, milestones);
        return write(session -> commit(session, entry, ready.changes(), ready.notices()));
    }

    /** Takes back the author's last changeset that stands. */
    public Applied undo(String author) {
        return takeBack(author, true);
    }

    /** Brings back what the author's last undo took away. */
    public Applied redo(String author) {
        return takeBack(author, false);
    }

    /** Brings a deleted feature back as it last was. */
    public Applied restore(FeatureRef ref, String author) {
        ChangeIntake.author(author);
        catalogue.get(ref.layer());
        return write(session -> {
            new FeatureStore(session).find(ref).ifPresent(current -> {
                throw new Problem.Conflict(
                        Words.of(
                                "要素 " + ref + " 未被删除，无需恢复。",
                                "The feature " + ref + " is not deleted; nothing to restore."),
                        null,
                        Map.of("current", FeatureJson.map(catalogue, current)));
            });
            var entry = new Entry(author, "恢复 / restore " + ref, null, Milestones.UNWATCHED);
            return commit(session, entry, List.of(new Inverse(session).restored(ref)), List.of());
        });
    }

    /** What a draft would add if it were saved now; nothing is written and nobody is kept waiting. */
    public CheckResult check(Change draft) {
        ChangeIntake.Ready ready = new ChangeIntake(catalogue).draft(draft);
        return database.read(session ->
                new DraftCheck(session, crs, memory).of(ready.changes().get(0), ready.notices()));
    }

    /** Where the targets stand now. */
    public List<TargetState> targets() {
        return database.read(session -> memory.sums(session).states());
    }

    public Applied importAll(String author, String comment, List<Change.Create> creates) {
        return importAll(author, comment, creates, Milestones.UNWATCHED);
    }

    /** Many new features at once, as one changeset; the ledger is counted whole. */
    public Applied importAll(String author, String comment, List<Change.Create> creates, Milestones milestones) {
        ChangeIntake.Ready ready =
                new ChangeIntake(catalogue).ready(new Changeset(author, comment, List.copyOf(creates)));
        return write(session -> bulk(session, new Entry(author, comment, null, milestones), ready));
    }

    /** Fills a plan that nobody has touched yet; whether it did, for another program may have been faster. */
    public boolean begin(String author, String comment, Supplier<List<Change.Create>> creates) {
        if (!database.<Boolean>read(this::untouched)) {
            return false;
        }
        ChangeIntake.Ready ready =
                new ChangeIntake(catalogue).ready(new Changeset(author, comment, List.copyOf(creates.get())));
        Optional<Done> done = database.write(session -> untouched(session)
                ? Optional.of(bulk(session, new Entry(author, comment, null, Milestones.UNWATCHED), ready))
                : Optional.empty());
        done.ifPresent(this::settled);
        return done.isPresent();
    }

    /** Counts the whole plan anew and tells where the stored ledger differs; nothing is written. */
    public List<LedgerDifference> verify() {
        return database.read(session -> new LedgerAudit(session, crs).differences());
    }

    /** Takes in outside edits and writes the whole ledger anew, noted in history, so that whoever looks at old figures hears of it. */
    public void repair() {
        write(session -> {
            TargetSums before = memory.sums(session);
            new LedgerWriter(session, crs).putAll();
            long number = new HistoryStore(session).append("greenplan", "台账重算 / ledger counted anew", null, List.of());
            TargetSums after = memory.allSums(session);
            return new Done(
                    number,
                    after,
                    new Applied(number, List.of(), List.of(), before.states(), after.states(), List.of()));
        });
        memory.forget();
    }

    /** Takes in what other programs wrote, as a changeset of its own. */
    public void catchUp() {
        boolean edited = database.read(s -> !new OutsideStore(s).isEmpty());
        if (edited) {
            database.write(this::takeOutside).ifPresent(this::settled);
        }
    }

    public ChangeFeed feed() {
        return feed;
    }

    public Database database() {
        return database;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public PlanProfile profile() {
        return profile;
    }

    public PlanCrs crs() {
        return crs;
    }

    /** Ends the feed and closes the plan's database. */
    @Override
    public void close() {
        feed.close();
        database.close();
    }

    private record Entry(String author, String comment, @Nullable Long undoes, Milestones milestones) {}

    private record Done(long number, TargetSums sums, Applied applied) {}

    private interface Writing {
        Done in(Session session);
    }

    /** What other programs wrote is taken in first, also what they write while we wait to be the writer. */
    private Applied write(Writing writing) {
        Optional<Done> done = Optional.empty();
        while (done.isEmpty()) {
            catchUp();
            done = database.write(session ->
                    new OutsideStore(session).isEmpty() ? Optional.of(writing.in(session)) : Optional.empty());
        }
        settled(done.get());
        return done.get().applied();
    }

    private boolean untouched(Session session) {
        var store = new FeatureStore(session);
        return new HistoryStore(session).lastNumber() == 0
                && catalogue.layers().stream().allMatch(layer -> store.count(layer) == 0);
    }

    private Done bulk(Session session, Entry entry, ChangeIntake.Ready ready) {
        TargetSums before = memory.sums(session);
        Milestones milestones = entry.milestones();
        milestones.reached("writing", ready.changes().size());
        List<HistoryEntry.Step> steps = new BulkInsert(session).insert(ready.changes());
        milestones.reached("counting", steps.size());
        new LedgerWriter(session, crs).putAll();
        milestones.reached("recording", steps.size());
        long number = new HistoryStore(session).append(entry.author(), entry.comment(), entry.undoes(), steps);
        milestones.reached("recording", steps.size());
        TargetSums after = memory.allSums(session);
        return new Done(
                number,
                after,
                new Applied(number, List.of(), List.of(), before.states(), after.states(), ready.notices()));
    }

    private void settled(Done done) {
        memory.keep(done.number(), done.sums());
        feed.ring();
    }

    private Optional<Done> takeOutside(Session session) {
        TargetSums before = memory.sums(session);
        List<HistoryEntry.Step> steps = new OutsideEdits(session).take();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var entry = new Entry(OutsideEdits.AUTHOR, OutsideEdits.COMMENT, null, Milestones.UNWATCHED);
        Done done = record(session, entry, steps, before, List.of());
        // The attributes were in their tables before their steps were: sums by difference would not hold.
        return Optional.of(new Done(done.number(), memory.allSums(session), done.applied()));
    }

    private Applied takeBack(String author, boolean undo) {
        ChangeIntake.author(author);
        return write(session -> {
            var history = new HistoryStore(session);
            Optional<Long> number = undo ? history.lastUndoable(author) : history.lastRedoable(author);
            HistoryEntry entry = number.flatMap(history::find).orElseThrow(() -> Inverse.nothing(undo));
            String comment = (undo ? "撤销 / undo: " : "重做 / redo: ")
                    + history.original(entry).comment();
            var taking = new Entry(author, comment, entry.number(), Milestones.UNWATCHED);
            return commit(session, taking, new Inverse(session).of(entry), List.of());
        });
    }

    private Done commit(Session session, Entry entry, List<Change> changes, List<Notice> notices) {
        TargetSums before = memory.sums(session);
        entry.milestones().reached("writing", changes.size());
        List<HistoryEntry.Step> steps = new ChangeWriter(session).write(changes);
        List<Notice> named = new ArrayList<>();
        for (Notice notice : notices) {
            Integer index = notice.changeIndex();
            named.add(index == null ? notice : notice.about(steps.get(index).ref()));
        }
        return record(session, entry, steps, before, named);
    }

    /** Counts the steps in the ledger and notes them in history. */
    private Done record(
            Session session, Entry entry, List<HistoryEntry.Step> steps, TargetSums before, List<Notice> notices) {
        entry.milestones().reached("counting", steps.size());
        var ledger = new LedgerWriter(session, crs);
        TargetSums after;
        if (ledger.needsAll(steps)) {
            ledger.putAll();
            after = memory.allSums(session);
        } else {
            var around = new Surroundings(session, crs, memory.boundaries(session), Map.of());
            LedgerWriter.Delta delta = ledger.delta(steps, around);
            ledger.put(delta);
            after = before.with(delta.before(), delta.after());
        }
        entry.milestones().reached("recording", steps.size());
        long number = new HistoryStore(session).append(entry.author(), entry.comment(), entry.undoes(), steps);
        entry.milestones().reached("recording", steps.size());
        Map<FeatureRef, Feature> features = new LinkedHashMap<>();
        List<FeatureRef> deleted = new ArrayList<>();
        for (HistoryEntry.Step step : steps) {
            Feature feature = step.after();
            if (feature == null) {
                deleted.add(step.ref());
            } else {
                features.put(step.ref(), feature);
            }
        }
        return new Done(
                number,
                after,
                new Applied(number, List.copyOf(features.values()), deleted, before.states(), after.states(), notices));
    }
}
