package org.greenplan.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.count.Taken;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.PatchMerge;
import org.greenplan.follow.Behind;
import org.greenplan.follow.Difference;
import org.greenplan.follow.Follower;
import org.greenplan.follow.Ground;
import org.greenplan.history.ChangeFeed;
import org.greenplan.history.Heading;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.Inverse;
import org.greenplan.history.Milestones;
import org.greenplan.problem.Words;
import org.greenplan.programme.TargetState;
import org.greenplan.sql.Session;
import org.greenplan.store.Database;
import org.greenplan.waters.PlanWater;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The one door for writing. A changeset is checked, written, counted in the ledger and noted in history in one transaction, or nothing
 * of it is; then everybody who listens is told.
 */
public final class PlanDesk implements AutoCloseable {
    private final Database database;
    private final PlanMemory memory;
    private final ChangeFeed feed;
    private final WriteDoor door;
    private final Behind behind;
    private final PlanWater water;
    private volatile @Nullable OutsideWatch watch;

    /** A desk over the plan as it is: nothing is added to it, and what waits goes on waiting. */
    public PlanDesk(Database database, PlanProfile profile) {
        this(database, profile, List.of());
    }

    private PlanDesk(Database database, PlanProfile profile, List<Follower<?>> more) {
        this.database = database;
        this.memory = new PlanMemory(profile, more);
        this.feed = new ChangeFeed(database);
        this.door = new WriteDoor(database, memory, feed);
        this.behind = new Behind(database, memory.followers(), memory::ground);
        this.water = new PlanWater(database, memory.network(), memory::ground);
    }

    /**
     * A desk whose figures are counted by this program's method and that has taken in what other programs wrote while it was closed.
     *
     * @param offered the catalogue of whoever opens the plan: what the plan's own lacks is added
     * @param profile settings of a plan that has none
     */
    public static PlanDesk open(Database database, Catalogue offered, PlanProfile profile) {
        return open(database, offered, profile, List.of());
    }

    /** The same, with more that is kept true to the features, beside ledger and targets. */
    static PlanDesk open(Database database, Catalogue offered, PlanProfile profile, List<Follower<?>> more) {
        var desk = new PlanDesk(database, profile, more);
        if (database.isKept()) {
            new OfferedCatalogue(database, desk.door, offered).take();
        }
        if (database.readOnly().isEmpty()) {
            desk.door.recountOlder();
            desk.catchUp();
            database.seal();
        }
        if (database.readOnly().isEmpty()) {
            desk.watch = new OutsideWatch(desk.door.outside());
            desk.behind.begin();
        }
        return desk;
    }

    /** Applies a changeset, all or nothing. */
    public Applied apply(Changeset changeset) {
        return apply(changeset, Milestones.UNWATCHED);
    }

    /** Applies a changeset that somebody waits for; one that has arrived before is answered as it was then. */
    public Applied apply(Changeset changeset, Milestones milestones) {
        Heading heading =
                Heading.person(changeset.author(), changeset.comment()).asked(changeset.request());
        Optional<Applied> known = door.answered(heading);
        if (known.isPresent()) {
            return known.get();
        }
        ChangeIntake.Ready ready = intake().ready(PatchMerge.of(database, changeset));
        var entry = new WriteDoor.Entry(heading, milestones);
        return door.write(attempt -> door.commit(attempt, entry, ready.changes(), ready.notices()));
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
        catalogue().get(ref.layer());
        return door.write(attempt -> {
            Change.Create again = new Inverse(attempt.session()).restored(ref);
            Words called =
                    ref.called(catalogue(), new Feature(ref, again.version(), again.attributes(), again.geometry()));
            var entry = WriteDoor.Entry.of(Heading.person(author, "恢复" + called.zh() + " / restore " + called.en()));
            return door.commit(attempt, entry, List.of(again), List.of());
        });
    }

    /** What a draft would add if it were saved now; nothing is written and nobody is kept waiting. */
    public CheckResult check(Change draft) {
        return check(draft, Milestones.UNWATCHED);
    }

    /** The same, which can be called off: what a milestone throws ends it. */
    public CheckResult check(Change draft, Milestones milestones) {
        return drafted(draft, milestones, DraftCheck::of);
    }

    /**
     * Where the part of a draft lies that does not count for a reason, lon/lat degrees.
     *
     * @param by the plot that counts the part, where one does
     */
    public Geometry taken(Change draft, Taken.Why reason, @Nullable FeatureRef by) {
        return drafted(draft, Milestones.UNWATCHED, (check, ready) -> check.shape(ready, reason, by));
    }

    /** Where a draft offends against a rule. */
    public CheckResult.Offence offence(Change draft, String rule) {
        return drafted(draft, Milestones.UNWATCHED, (check, ready) -> check.offence(ready, rule));
    }

    private <T> T drafted(Change draft, Milestones milestones, BiFunction<DraftCheck, ChangeIntake.Ready, T> told) {
        return database.read(session -> {
            Ground ground = memory.ground(session);
            ChangeIntake.Ready ready = ChangeIntake.of(ground).draft(draft);
            milestones.reached("checking", 0, 1);
            return told.apply(new DraftCheck(ground, memory, milestones), ready);
        });
    }

    /** What some changes would do together if they were saved now; nothing is written. */
    public Forecast forecast(List<Change> changes, Milestones milestones) {
        return database.read(session -> new Forecast.Making(memory.ground(session), memory, milestones).of(changes));
    }

    /** Where the targets stand now. */
    public List<TargetState> targets() {
        return database.read(session -> memory.sums(session).states());
    }

    /** The water network as it is drawn now, and what is to be said of it. */
    public PlanWater water() {
        return water;
    }

    public Applied importAll(String author, String comment, List<Change.Create> creates) {
        return importAll(author, comment, creates, Milestones.UNWATCHED);
    }

    /** Many new features at once, as one changeset; the ledger is counted whole. */
    public Applied importAll(String author, String comment, List<Change.Create> creates, Milestones milestones) {
        ChangeIntake.Ready ready = intake().ready(new Changeset(author, comment, List.copyOf(creates)));
        return door.write(attempt ->
                door.bulk(attempt.session(), new WriteDoor.Entry(Heading.person(author, comment), milestones), ready));
    }

    /** Fills a plan that nobody has touched yet; whether it did, for another program may have been faster. */
    public boolean begin(String comment, Supplier<List<Change.Create>> creates) {
        if (database.readOnly().isPresent() || !database.<Boolean>read(PlanBeginning::untouched)) {
            return false;
        }
        ChangeIntake.Ready ready = intake().fit(List.copyOf(creates.get()));
        return door.tryWrite(session -> PlanBeginning.untouched(session)
                        ? Optional.of(door.bulk(session, WriteDoor.Entry.of(Heading.program(comment)), ready))
                        : Optional.empty())
                .isPresent();
    }

    /** Gives a plan that has no identity its own, once. */
    void adopt(PlanProfile profile) {
        ChangeIntake.Ready ready = intake().fit(List.copyOf(PlanRecords.of(profile)));
        door.tryWrite(session -> PlanRecords.read(session).isPresent()
                ? Optional.empty()
                : Optional.of(door.bulk(
                        session,
                        WriteDoor.Entry.of(Heading.program("规划信息写入规划 / the plan's identity is kept in the plan")),
                        ready)));
    }

    /** Counts the whole plan anew and tells where the stored ledger differs; nothing is written. */
    public List<Difference> verify() {
        return behind.whenBuilt(session -> memory.followers().compare(memory.ground(session)));
    }

    /** Takes in outside edits and writes the whole ledger anew, noted in history, so that whoever looks at old figures hears of it. */
    public void repair() {
        door.outside().catchUp();
        door.write(attempt -> door.recounted(attempt.session(), "台账重算 / ledger counted anew"));
    }

    /** Takes in all that other programs wrote, in changesets of their own. */
    public void catchUp() {
        door.outside().catchUp();
    }

    /** Builds all that waits behind the transactions, so that a copy made now has it. */
    public void buildBehind() {
        behind.buildAll();
    }

    public ChangeFeed feed() {
        return feed;
    }

    public Database database() {
        return database;
    }

    /** The plan's own catalogue. */
    public Catalogue catalogue() {
        return database.catalogue();
    }

    /** The plan's settings as they are now. */
    public PlanProfile profile() {
        return database.read(this::profile);
    }

    /** The plan as a transaction sees it. */
    public Ground ground(Session session) {
        return memory.ground(session);
    }

    /** The plan's settings as a transaction sees them. */
    public PlanProfile profile(Session session) {
        return memory.ground(session).settings();
    }

    /** The plan's plane as it is now. */
    public PlanCrs crs() {
        return database.read(this::crs);
    }

    /** The plan's plane as a transaction sees it. */
    public PlanCrs crs(Session session) {
        return memory.ground(session).crs();
    }

    /** Builds what waits behind, ends the feed and closes the plan's database. */
    @Override
    public void close() {
        OutsideWatch watching = watch;
        if (watching != null) {
            watching.close();
        }
        behind.close();
        feed.close();
        database.close();
    }

    private ChangeIntake intake() {
        return database.read(session -> ChangeIntake.of(memory.ground(session)));
    }

    private Applied takeBack(String author, boolean undo) {
        ChangeIntake.author(author);
        return door.write(attempt -> {
            Session session = attempt.session();
            var history = new HistoryStore(session);
            Optional<Long> number = undo ? history.lastUndoable(author) : history.lastRedoable(author);
            HistoryEntry entry = number.flatMap(history::find).orElseThrow(() -> Inverse.nothing(undo));
            String comment = (undo ? "撤销 / undo: " : "重做 / redo: ")
                    + history.original(entry).comment();
            var taking = WriteDoor.Entry.of(Heading.person(author, comment).undoing(entry.number()));
            return door.commit(attempt, taking, new Inverse(session).of(entry), List.of());
        });
    }
}
