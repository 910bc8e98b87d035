package org.greenplan.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenplan.geo.PlanCrs;
import org.greenplan.store.Database;
import org.greenplan.store.Part;
import org.greenplan.store.PlanParts;
import org.greenplan.store.Session;
import org.greenplan.target.TargetSums;

/**
 * How every change gets into the plan, whoever makes it: features written, counted in the ledger and noted in history in one
 * transaction; then whoever listens is told.
 */
final class WriteDoor {
    private final Database database;
    private final PlanCrs crs;
    private final PlanMemory memory;
    private final ChangeFeed feed;

    WriteDoor(Database database, PlanCrs crs, PlanMemory memory, ChangeFeed feed) {
        this.database = database;
        this.crs = crs;
        this.memory = memory;
        this.feed = feed;
    }

    /** What stands over a changeset in history, and who waits for it. */
    record Entry(Heading heading, Milestones milestones) {
        /** Nobody waits. */
        static Entry of(Heading heading) {
            return new Entry(heading, Milestones.UNWATCHED);
        }
    }

    /** What a transaction did, and the sums of the targets after it. */
    record Done(long number, TargetSums sums, Applied applied) {}

    /** Work of one writing transaction. */
    interface Writing {
        Done in(Session session);
    }

    /** Work of one writing transaction that may find nothing to do. */
    interface MaybeWriting {
        Optional<Done> in(Session session);
    }

    /** What other programs wrote is taken in first, also what they write while we wait to be the writer. */
    Applied write(Writing writing) {
        Optional<Applied> applied = Optional.empty();
        while (applied.isEmpty()) {
            catchUp();
            applied = tryWrite(session ->
                    new OutsideStore(session).isEmpty() ? Optional.of(writing.in(session)) : Optional.empty());
        }
        return applied.get();
    }

    /** Writes as the plan is, without taking in anything first. */
    Optional<Applied> tryWrite(MaybeWriting writing) {
        Optional<Done> done = database.write(writing::in);
        done.ifPresent(this::settled);
        return done.map(Done::applied);
    }

    /** Takes in what other programs wrote, as a changeset of its own. */
    void catchUp() {
        boolean edited = database.read(s -> !new OutsideStore(s).isEmpty());
        if (edited) {
            tryWrite(this::takeOutside);
        }
    }

    /**
     * Mends stored shapes and counts the whole ledger anew where it was counted by an older method; once, in history, with each target
     * before and after.
     */
    void recountOlder() {
        boolean older = database.read(s -> PlanParts.read(s).needsRecount(Part.LEDGER));
        if (older) {
            tryWrite(session -> {
                if (!PlanParts.read(session).needsRecount(Part.LEDGER)) {
                    return Optional.empty();
                }
                List<Change> mended = new StoredShapes(session, crs).mended();
                if (!mended.isEmpty()) {
                    List<HistoryEntry.Step> steps = new ChangeWriter(session).write(mended);
                    new HistoryStore(session).append(Heading.program(StoredShapes.comment(steps)), steps);
                }
                return Optional.of(recounted(session, "计量方法更新，台账重算 / counted anew by a newer method"));
            });
        }
    }

    /** Writes the whole ledger anew. */
    Done recounted(Session session, String why) {
        TargetSums before = memory.allSums(session);
        new LedgerWriter(session, crs, memory.lineToleranceM()).putAll();
        PlanParts.recounted(session, Part.LEDGER);
        TargetSums after = memory.allSums(session);
        String comment = TargetMoves.text(why, before.states(), after.states());
        long number = new HistoryStore(session).append(Heading.program(comment), List.of());
        return new Done(
                number, after, new Applied(number, List.of(), List.of(), before.states(), after.states(), List.of()));
    }

    /** Many new features at once; the ledger is counted whole. */
    Done bulk(Session session, Entry entry, ChangeIntake.Ready ready) {
        TargetSums before = memory.sums(session);
        Milestones milestones = entry.milestones();
        milestones.reached("writing", ready.changes().size());
        List<HistoryEntry.Step> steps = new BulkInsert(session).insert(ready.changes());
        milestones.reached("counting", steps.size());
        new LedgerWriter(session, crs, memory.lineToleranceM()).putAll();
        milestones.reached("recording", steps.size());
        long number = new HistoryStore(session).append(entry.heading(), steps);
        milestones.reached("recording", steps.size());
        TargetSums after = memory.allSums(session);
        return new Done(
                number,
                after,
                new Applied(
                        number,
                        List.of(),
                        List.of(),
                        before.states(),
                        after.states(),
                        withZones(session, steps, ready.notices())));
    }

    /** Changes that are fit for storing. */
    Done commit(Session session, Entry entry, List<Change> changes, List<Notice> notices) {
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

    private Optional<Done> takeOutside(Session session) {
        TargetSums before = memory.sums(session);
        List<HistoryEntry.Step> steps = new OutsideEdits(session, crs).take();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var entry = Entry.of(Heading.outside(OutsideEdits.COMMENT));
        Done done = record(session, entry, steps, before, List.of());
        // The attributes were in their tables before their steps were: sums by difference would not hold.
        return Optional.of(new Done(done.number(), memory.allSums(session), done.applied()));
    }

    /** Counts the steps in the ledger and notes them in history. */
    private Done record(
            Session session, Entry entry, List<HistoryEntry.Step> steps, TargetSums before, List<Notice> notices) {
        entry.milestones().reached("counting", steps.size());
        var ledger = new LedgerWriter(session, crs, memory.lineToleranceM());
        TargetSums after;
        if (ledger.needsAll(steps)) {
            ledger.putAll();
            after = memory.allSums(session);
        } else {
            var around = new Surroundings(session, crs, memory.lineToleranceM(), memory.boundaries(session), Map.of());
            LedgerWriter.Delta delta = ledger.delta(steps, around);
            ledger.put(delta);
            after = before.with(delta.before(), delta.after());
        }
        entry.milestones().reached("recording", steps.size());
        long number = new HistoryStore(session).append(entry.heading(), steps);
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
                new Applied(
                        number,
                        List.copyOf(features.values()),
                        deleted,
                        before.states(),
                        after.states(),
                        withZones(session, steps, notices)));
    }

    /** Whoever writes sub-districts is told where they overlap. */
    private List<Notice> withZones(Session session, List<HistoryEntry.Step> steps, List<Notice> notices) {
        List<FeatureRef> written = steps.stream()
                .filter(s -> s.after() != null)
                .map(HistoryEntry.Step::ref)
                .toList();
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(new ZoneOverlaps(session, crs).notices(written));
        return List.copyOf(all);
    }

    private void settled(Done done) {
        memory.keep(done.number(), done.sums());
        feed.ring();
    }
}
