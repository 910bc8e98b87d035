package org.greenplan.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Change;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.Notice;
import org.greenplan.follow.Deltas;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Turn;
import org.greenplan.history.BulkInsert;
import org.greenplan.history.ChangeFeed;
import org.greenplan.history.ChangeWriter;
import org.greenplan.history.Heading;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.Milestones;
import org.greenplan.ledger.ZoneOverlaps;
import org.greenplan.problem.Problem;
import org.greenplan.programme.TargetDelta;
import org.greenplan.programme.TargetMoves;
import org.greenplan.programme.TargetSums;
import org.greenplan.sql.Session;
import org.greenplan.store.Database;
import org.greenplan.store.PlanParts;
import org.greenplan.waters.LakeStates;

/**
 * How every change gets into the plan, whoever makes it: features written, counted in the ledger and noted in history in one
 * transaction; then whoever listens is told.
 */
final class WriteDoor {
    /** So often are outside edits taken in before one write; whoever edits faster by machine is told to wait. */
    private static final int MOST_ATTEMPTS = 20;

    private final Database database;
    private final PlanMemory memory;
    private final ChangeFeed feed;
    private final OutsideDoor outside;
    private final Occupation occupation = new Occupation();

    WriteDoor(Database database, PlanMemory memory, ChangeFeed feed) {
        this.database = database;
        this.memory = memory;
        this.feed = feed;
        this.outside = new OutsideDoor(database, memory, this::record, this::settled);
    }

    /** What stands over a changeset in history, and who waits for it. */
    record Entry(Heading heading, Milestones milestones) {
        /** Nobody waits. */
        static Entry of(Heading heading) {
            return new Entry(heading, Milestones.UNWATCHED);
        }
    }

    /** What a transaction did, to the plan and to all that is kept true to it. */
    record Done(long number, Deltas deltas, Applied applied) {
        /** The same without the features: nobody wants so many back. */
        Done withoutFeatures() {
            return new Done(number, deltas, applied.withoutFeatures());
        }
    }

    /**
     * One attempt to write.
     *
     * @param tried notes of outside edits that were to be taken in before this write and could not be: another program holds their rows
     */
    record Attempt(Session session, Set<Long> tried) {
        Attempt {
            tried = Set.copyOf(tried);
        }
    }

    /** Work of one writing transaction. */
    interface Writing {
        Done in(Attempt attempt);
    }

    /** Work of one writing transaction that may find nothing to do. */
    interface MaybeWriting {
        Optional<Done> in(Session session);
    }

    /** What other programs wrote into the features to be written or near them is taken in first; the rest is as it was before. */
    Applied write(Writing writing) {
        Set<Long> tried = new HashSet<>();
        for (int attempt = 1; ; attempt++) {
            try {
                return tryWrite(session -> Optional.of(writing.in(new Attempt(session, tried))))
                        .orElseThrow();
            } catch (OutsideFirst first) {
                if (attempt == MOST_ATTEMPTS) {
                    throw ChangeWriter.held(first.edits().get(0).ref().layer(), first.refs(), null);
                }
                Set<FeatureRef> refs = first.refs();
                outside.takeIn(edit -> refs.contains(edit.ref()), refs.size());
                first.edits().forEach(edit -> tried.addAll(edit.notes()));
            }
        }
    }

    /** Writes as the plan is, without taking in anything first. */
    Optional<Applied> tryWrite(MaybeWriting writing) {
        try {
            Optional<Done> done = database.write(writing::in);
            done.ifPresent(this::settled);
            return done.map(Done::applied);
        } catch (Problem.Unavailable e) {
            throw occupation.explained(e);
        } finally {
            occupation.over();
        }
    }

    /** What a changeset did that its client has sent before; none where it is new or has no id. */
    Optional<Applied> answered(Heading heading) {
        return heading.request() == null ? Optional.empty() : database.read(session -> answered(session, heading));
    }

    private Optional<Applied> answered(Session session, Heading heading) {
        String request = heading.request();
        if (request == null) {
            return Optional.empty();
        }
        TargetSums now = memory.sums(session);
        return new HistoryStore(session)
                .asked(heading.author(), request)
                .map(entry -> Applied.of(entry.number(), entry.steps(), new TargetDelta(now, now), List.of()));
    }

    /** The door for what other programs wrote. */
    OutsideDoor outside() {
        return outside;
    }

    /**
     * Mends stored shapes and counts all that is kept anew where some of it was counted by an older method or is new in this plan; once, in
     * history, with each target before and after.
     */
    void recountOlder() {
        if (database.<Boolean>read(this::isOlder)) {
            tryWrite(session -> {
                if (!isOlder(session)) {
                    return Optional.empty();
                }
                StoredShapes.Found shapes =
                        new StoredShapes(session, memory.ground(session).crs()).found();
                if (!shapes.isEmpty()) {
                    List<HistoryEntry.Step> steps = new ChangeWriter(session).write(shapes.changes());
                    new HistoryStore(session).append(Heading.program(shapes.comment(steps)), steps);
                }
                List<Change> states = new LakeStates(session).changes();
                if (!states.isEmpty()) {
                    List<HistoryEntry.Step> steps = new ChangeWriter(session).write(states);
                    new HistoryStore(session).append(Heading.program(LakeStates.COMMENT), steps);
                }
                return Optional.of(recounted(session, "计量方法更新，台账重算 / counted anew by a newer method"));
            });
        }
    }

    private boolean isOlder(Session session) {
        return PlanParts.read(session, database.blueprint()).needsRecount();
    }

    /** Counts all that is kept anew and writes it. */
    Done recounted(Session session, String why) {
        Ground ground = memory.ground(session);
        Deltas deltas = memory.followers().whole(Turn.still(ground, Milestones.UNWATCHED));
        memory.followers().put(ground, deltas);
        PlanParts.recounted(session, database.blueprint());
        TargetDelta targets = deltas.of(memory.targets()).orElseThrow();
        String comment =
                TargetMoves.text(why, targets.before().states(), targets.after().states());
        long number = new HistoryStore(session).append(Heading.program(comment), List.of());
        memory.followers().noteAnew(ground, number);
        return new Done(number, deltas, Applied.of(number, List.of(), targets, List.of()));
    }

    /** Many new features at once. */
    Done bulk(Session session, Entry given, ChangeIntake.Ready ready) {
        Entry entry = occupation.watched(given);
        int count = ready.changes().size();
        entry.milestones().reached("writing", 0, count);
        Ground before = memory.ground(session);
        List<HistoryEntry.Step> steps = new BulkInsert(session)
                .insert(ready.changes(), entry.milestones().each("writing", count));
        PlanRecords.requireOwnCodes(session, ready.changes());
        return record(before, session, entry, steps, ready.notices()).withoutFeatures();
    }

    /** Changes that are fit for storing. */
    Done commit(Attempt attempt, Entry given, List<Change> changes, List<Notice> notices) {
        Session session = attempt.session();
        // The same may have been committed while this one waited for its turn.
        Optional<Applied> known = answered(session, given.heading());
        if (known.isPresent()) {
            return new Done(new HistoryStore(session).lastNumber(), Deltas.NONE, known.get());
        }
        Entry entry = occupation.watched(given);
        Ground before = memory.ground(session);
        new OutsideFirst.Check(before, memory.followers(), attempt.tried()).before(changes);
        entry.milestones().reached("writing", 0, changes.size());
        List<HistoryEntry.Step> steps = new ChangeWriter(session).write(changes);
        PlanRecords.requireOwnCodes(session, changes);
        List<Notice> named = new ArrayList<>();
        for (Notice notice : notices) {
            Integer index = notice.changeIndex();
            named.add(index == null ? notice : notice.about(steps.get(index).ref()));
        }
        return record(before, session, entry, steps, named);
    }

    /** The plan is described by another catalogue from now on: {@code was} and {@code is} are the same transaction by the one and the other. */
    Done described(Session was, Session is, Heading heading, List<Change> changes) {
        List<HistoryEntry.Step> steps = new ChangeWriter(is).write(changes);
        return record(memory.ground(was), is, Entry.of(heading), steps, List.of());
    }

    /** The same of a transaction that goes by one catalogue. */
    private Done record(Ground before, Entry entry, List<HistoryEntry.Step> steps, List<Notice> notices) {
        return record(before, before.session(), entry, steps, notices);
    }

    /**
     * Keeps all that follows true to steps that are written, and notes them in history. Where they change how the plan is counted, all of
     * it is counted anew, and history tells each target before and after.
     *
     * @param before the plan before the steps were written
     */
    private Done record(
            Ground before, Session session, Entry entry, List<HistoryEntry.Step> steps, List<Notice> notices) {
        Milestones milestones = entry.milestones();
        // The counting is the longest part, and may be called off as long as nothing is final.
        milestones.reached("counting", 0, steps.size());
        Ground ground = after(before, session, steps);
        Turn turn = Turn.of(ground, steps, milestones);
        boolean countedOtherwise = !ground.countsLike(before);
        Deltas deltas = countedOtherwise
                ? memory.followers().whole(turn)
                : memory.followers().follow(turn);
        memory.followers().put(ground, deltas);
        milestones.reached("recording", 0, steps.size());
        TargetDelta targets = deltas.of(memory.targets()).orElseThrow();
        Heading heading = countedOtherwise
                ? entry.heading()
                        .because(TargetMoves.text(
                                entry.heading().comment(),
                                targets.before().states(),
                                targets.after().states()))
                : entry.heading();
        long number = new HistoryStore(session).append(heading, steps, milestones.each("recording", steps.size()));
        note(countedOtherwise, turn, number, deltas);
        milestones.reached("recording", steps.size(), steps.size());
        return new Done(number, deltas, Applied.of(number, steps, targets, withZones(ground, steps, notices)));
    }

    private void note(boolean anew, Turn turn, long number, Deltas deltas) {
        if (anew) {
            memory.followers().noteAnew(turn.ground(), number);
        } else {
            memory.followers().note(turn, number, deltas);
        }
    }

    /** The settings are records: where none is written, they are what they were before. */
    private Ground after(Ground before, Session session, List<HistoryEntry.Step> steps) {
        boolean same = before.session().equals(session)
                && steps.stream().noneMatch(step -> isRecord(session, step.ref().layer()));
        return same ? before : memory.ground(session);
    }

    private static boolean isRecord(Session session, String layer) {
        return session.catalogue().find(layer).filter(LayerType::isRecord).isPresent();
    }

    /** Whoever writes sub-districts is told where they overlap. */
    private List<Notice> withZones(Ground ground, List<HistoryEntry.Step> steps, List<Notice> notices) {
        List<FeatureRef> written = steps.stream()
                .filter(s -> s.after() != null)
                .map(HistoryEntry.Step::ref)
                .toList();
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(new ZoneOverlaps(ground.session(), ground.crs()).notices(written));
        return List.copyOf(all);
    }

    private void settled(Done done) {
        memory.followers().settled(done.number(), done.deltas());
        feed.ring();
    }
}
