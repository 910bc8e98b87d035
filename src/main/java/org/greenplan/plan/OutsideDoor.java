package org.greenplan.plan;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.Notice;
import org.greenplan.follow.Ground;
import org.greenplan.history.Heading;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.OutsideStore;
import org.greenplan.history.Pending;
import org.greenplan.history.Told;
import org.greenplan.history.ToldStore;
import org.greenplan.problem.Problem;
import org.greenplan.sql.Session;
import org.greenplan.sql.StoreFailure;
import org.greenplan.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How what other programs wrote gets into the plan: in portions, each a changeset of its own, so that nobody who saves waits for
 * somebody's thousands of edits.
 */
final class OutsideDoor {
    /** So many features are taken in at once at most; fewer where the last portion kept those who save waiting. */
    static final int PORTION = 200;

    private static final int LEAST_PORTION = 50;
    private static final int FIRST_PORTION = 100;
    private static final long LONG_NS = 1_500_000_000;
    private static final long SHORT_NS = 500_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(OutsideDoor.class);

    private final Database database;
    private final PlanMemory memory;
    private final Recording recording;
    private final Settled settled;
    private volatile int portion = FIRST_PORTION;

    OutsideDoor(Database database, PlanMemory memory, Recording recording, Settled settled) {
        this.database = database;
        this.memory = memory;
        this.recording = recording;
        this.settled = settled;
    }

    /** Keeps all that follows true to steps that are written, and notes them in history. */
    interface Recording {
        WriteDoor.Done record(
                Ground before, WriteDoor.Entry entry, List<HistoryEntry.Step> steps, List<Notice> notices);
    }

    /** Hears of every portion that was committed. */
    interface Settled {
        void accept(WriteDoor.Done done);
    }

    /** Takes in all that waits and that nobody else holds. */
    void catchUp() {
        boolean more = true;
        while (more) {
            more = takeIn(edit -> true, PORTION);
        }
    }

    /** Takes in a portion, so large that nobody who saves meanwhile waits for long; whether there was something to take in. */
    boolean takeInSome() {
        int size = portion;
        long since = System.nanoTime();
        boolean some = takeIn(edit -> true, size);
        long took = System.nanoTime() - since;
        if (some && took > LONG_NS) {
            portion = Math.max(LEAST_PORTION, size / 2);
        } else if (some && took < SHORT_NS) {
            portion = Math.min(PORTION, size * 2);
        }
        return some;
    }

    /** Takes in so many of those that are wanted; whether there was something to take in. */
    boolean takeIn(Predicate<Pending.Edit> wanted, int most) {
        if (database.<Boolean>read(s -> new OutsideStore(s).isEmpty())) {
            return false;
        }
        try {
            return take(wanted, most, true);
        } catch (RuntimeException e) {
            if (isTroubleOfTheStore(e)) {
                throw e;
            }
            LOG.warn("a portion of outside edits failed; they are taken in one by one", e);
            return oneByOne(wanted, most);
        }
    }

    /** One feature that cannot be counted must not keep the others out. */
    private boolean oneByOne(Predicate<Pending.Edit> wanted, int most) {
        List<FeatureRef> refs = database.read(s -> new OutsideStore(s)
                .pending().edits().values().stream()
                        .filter(wanted)
                        .limit(most)
                        .map(Pending.Edit::ref)
                        .toList());
        boolean some = false;
        for (FeatureRef ref : refs) {
            Predicate<Pending.Edit> one = edit -> edit.ref().equals(ref);
            try {
                some |= take(one, 1, true);
            } catch (RuntimeException e) {
                if (isTroubleOfTheStore(e)) {
                    throw e;
                }
                LOG.warn("{} was edited outside into a shape that cannot be counted; it is put back", ref, e);
                some |= take(one, 1, false);
            }
        }
        return some;
    }

    /** Such trouble passes; a shape that crosses its neighbours too often to be counted does not, and is that shape's alone. */
    private static boolean isTroubleOfTheStore(RuntimeException e) {
        return e instanceof StoreFailure || (e instanceof Problem && !(e instanceof Problem.Invalid));
    }

    private boolean take(Predicate<Pending.Edit> wanted, int most, boolean shapesFit) {
        record Result(boolean some, WriteDoor.@Nullable Done done) {}
        Result result = database.write(session -> {
            // Records of the plan's settings may be among what is taken in.
            Ground before = memory.ground(session);
            OutsideEdits.Taken taken = new OutsideEdits(before).take(wanted, most, shapesFit);
            boolean some = !taken.edits().isEmpty();
            return new Result(some, taken.changedNothing() ? null : record(before, taken));
        });
        WriteDoor.Done done = result.done();
        if (done != null) {
            settled.accept(done);
        }
        return result.some();
    }

    private WriteDoor.Done record(Ground before, OutsideEdits.Taken taken) {
        Session session = before.session();
        var entry = WriteDoor.Entry.of(Heading.outside(comment(taken.told())));
        WriteDoor.Done done = recording.record(before, entry, taken.steps(), List.of());
        new ToldStore(session).append(done.number(), taken.told());
        Set<String> layers =
                taken.told().stream().map(told -> told.ref().layer()).collect(Collectors.toSet());
        new HistoryStore(session).touch(done.number(), layers);
        return done.withoutFeatures();
    }

    private static String comment(List<Told> told) {
        long kept = told.stream()
                .filter(t -> t.kind() != Told.Kind.MENDED && t.kind() != Told.Kind.NUMBER)
                .count();
        return kept == 0
                ? OutsideEdits.COMMENT
                : "外部编辑，" + kept + " 处未采用 / edited outside, " + kept + " not taken as written";
    }
}
