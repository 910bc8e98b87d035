package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.CATALOGUE;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.park;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.follow.Behind;
import org.greenplan.follow.Difference;
import org.greenplan.follow.Follower;
import org.greenplan.history.HistoryStore;
import org.greenplan.store.ChildProgram;
import org.greenplan.store.Database;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.PlanBackup;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A costly follower is built behind the transaction, shown only with the changeset it is true for, and nothing that waits is lost. */
class BehindTest {
    private static final Change.Create GREEN = create("existing_green", box(0, 0, 100, 100), Map.of("name", "绿"));
    private static final Change.Create DISTRICT = create("district", box(0, 0, 9000, 9000), Map.of("name", "区"));

    /** Where building stops until a test lets it go on. */
    private static final class Gate implements Runnable {
        private final Semaphore arrived = new Semaphore(0);
        private final Semaphore free = new Semaphore(0);

        @Override
        public void run() {
            arrived.release();
            try {
                assertThat(free.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Waits until something has been counted and is not put down yet. */
        void awaitCounted() throws InterruptedException {
            assertThat(arrived.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        }

        void letOneOn() {
            free.release();
        }

        void open() {
            free.release(1_000_000);
        }
    }

    /** The program that is killed: saves and never builds. */
    static final class Saver {
        private Saver() {}

        public static void main(String[] args) {
            PlanDesk desk = opened(Kind.valueOf(args[0]), args[1], new Meetings(new Gate()));
            desk.apply(by("li", GREEN));
            for (int i = 0; i < 5; i++) {
                System.out.println(desk.apply(by("li", park("园", box(10.0 * i, 0, 50, 50))))
                        .changeset());
            }
            // Until it is killed.
            new Semaphore(0).acquireUninterruptibly();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverChangesThePlanItIsBuilt(Kind kind) {
        String address = kind.newAddress();
        try (PlanDesk desk = opened(kind, address, new Meetings(() -> {}))) {
            desk.apply(by("li", DISTRICT));
            desk.apply(by("li", GREEN, park("甲", box(50, 50, 100, 100))));
            holds(desk, 1);
            desk.importAll("li", "many", parks(20));
            holds(desk, 11);
            desk.undo("li");
            holds(desk, 1);
            desk.redo("li");
            holds(desk, 11);
            OutsideProgram.change(address, "DELETE FROM parks WHERE fid = 1");
            desk.catchUp();
            holds(desk, 10);
            desk.database().write(s -> s.execute("UPDATE greenplan_meetings SET pairs = 7", List.of()));
            assertThat(desk.verify()).containsExactly(new Difference("parks", "pairs", 7, 10));
            desk.repair();
            holds(desk, 10);
        }
    }

    /** The box of green reaches to 100 m, and plots stand 10 m apart. */
    private static List<Change.Create> parks(int count) {
        List<Change.Create> parks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parks.add(park("园" + i, box(5 + 10.0 * i, 0, 8, 8)));
        }
        return parks;
    }

    /** A save does not wait for it, and meanwhile it says for which changeset it holds. */
    @ParameterizedTest
    @EnumSource
    void untilItIsBuiltItIsTrueForTheChangesetBefore(Kind kind) throws Exception {
        var gate = new Gate();
        var toy = new Meetings(gate);
        try (PlanDesk desk = opened(kind, kind.newAddress(), toy)) {
            long road = desk.apply(by("li", create("roads", DeskFixture.line(0, 0, 9, 9), Map.of("name", "路"))))
                    .changeset();
            assertThat(trueFor(desk, toy)).as("what does not touch it").contains(road);
            desk.apply(by("li", GREEN));
            long last = desk.apply(by("li", park("甲", box(50, 50, 100, 100)))).changeset();
            gate.awaitCounted();
            assertThat(trueFor(desk, toy)).contains(road);
            assertThat(pairs(desk)).isZero();
            gate.letOneOn();
            gate.awaitCounted();
            assertThat(trueFor(desk, toy)).as("with the green alone").contains(last - 1);
            gate.open();
            holds(desk, 1);
            assertThat(trueFor(desk, toy)).contains(last);
            assertThat(desk.check(park("稿", box(0, 0, 50, 50))).deltas().of(toy))
                    .isEmpty();
        }
    }

    /** An import is built in portions; in the middle of it nothing is shown. */
    @ParameterizedTest
    @EnumSource
    void inTheMiddleOfAChangesetItIsTrueForNone(Kind kind) throws Exception {
        var gate = new Gate();
        var toy = new Meetings(gate);
        try (PlanDesk desk = opened(kind, kind.newAddress(), toy)) {
            desk.importAll("li", "many", parks(1001));
            gate.awaitCounted();
            assertThat(trueFor(desk, toy)).contains(0L);
            gate.letOneOn();
            gate.awaitCounted();
            assertThat(trueFor(desk, toy)).isEmpty();
            desk.apply(by("li", GREEN));
            gate.open();
            holds(desk, 10);
        }
    }

    /** What is saved while something waits is laid over the plan as it was, or it would be counted twice or not at all. */
    @ParameterizedTest
    @EnumSource
    void eachChangesetIsBuiltWithThePlanAsItWasThen(Kind kind) throws Exception {
        var gate = new Gate();
        try (PlanDesk desk = opened(kind, kind.newAddress(), new Meetings(gate))) {
            Feature green = desk.apply(by("li", GREEN)).features().get(0);
            gate.awaitCounted();
            gate.letOneOn();
            desk.apply(by("li", park("前", box(0, 0, 10, 10))));
            gate.awaitCounted();
            Feature plot = desk.apply(by("li", park("甲", box(50, 50, 100, 100))))
                    .features()
                    .get(0);
            desk.apply(by("li", park("留", box(50, 50, 100, 100))));
            desk.apply(by("li", new Change.Delete(green.ref(), green.version())));
            desk.apply(by(
                    "li",
                    new Change.Replace(plot.ref(), plot.version(), plot.attributes(), box(500, 0, 10, 10)),
                    create("existing_green", box(400, 0, 200, 200), Map.of("name", "东"))));
            gate.open();
            holds(desk, 1);
        }
    }

    /** Another district makes all of it another; what waited before need not be built any more. */
    @ParameterizedTest
    @EnumSource
    void whatTouchesAllIsBuiltWholeAndOnce(Kind kind) throws Exception {
        var gate = new Gate();
        try (PlanDesk desk = opened(kind, kind.newAddress(), new Meetings(gate))) {
            desk.apply(by("li", GREEN));
            gate.awaitCounted();
            desk.apply(by("li", park("甲", box(50, 50, 100, 100))));
            desk.apply(by("li", DISTRICT));
            desk.apply(by("li", park("乙", box(50, 50, 100, 100))));
            gate.letOneOn();
            gate.awaitCounted();
            gate.letOneOn();
            holds(desk, 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsSurvivesAKill(Kind kind) throws Exception {
        String address = kind.newAddress();
        Process saver = ChildProgram.start(Saver.class, kind.name(), address);
        String last = "";
        try (BufferedReader lines = saver.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 5; i++) {
                last = lines.readLine();
            }
            saver.toHandle().destroyForcibly();
        }
        assertThat(saver.waitFor(10, TimeUnit.SECONDS)).isTrue();
        var gate = new Gate();
        var toy = new Meetings(gate);
        try (PlanDesk desk = opened(kind, address, toy)) {
            assertThat(trueFor(desk, toy)).contains(0L);
            gate.open();
            holds(desk, 5);
            assertThat(trueFor(desk, toy)).contains(Long.valueOf(last));
        }
    }

    /** Two programs on one plan may count the same; one of them puts it down. */
    @ParameterizedTest
    @EnumSource
    void twoProgramsBuildItOnce(Kind kind) throws Exception {
        String address = kind.newAddress();
        var slow = new Gate();
        var other = new Gate();
        try (PlanDesk one = opened(kind, address, new Meetings(slow));
                PlanDesk two = opened(kind, address, new Meetings(other))) {
            one.apply(by("li", GREEN, park("甲", box(50, 50, 100, 100))));
            slow.awaitCounted();
            other.open();
            holds(two, 1);
            slow.open();
            for (int i = 0; i < 5; i++) {
                one.apply(by("li", park("园", box(i, 0, 8, 8))));
                two.apply(by("wang", park("园", box(i, 9, 8, 8))));
            }
            holds(one, 11);
            holds(two, 11);
        }
    }

    /** What closes a plan builds what waits; a copy that is made before has with it what waits. */
    @ParameterizedTest
    @EnumSource
    void closingBuildsItAndACopyKeepsWhatWaits(Kind kind) throws Exception {
        String address = kind.newAddress();
        Path file = TestDatabases.folder().resolve("copy.gpkg");
        var gate = new Gate();
        try (PlanDesk desk = opened(kind, address, new Meetings(gate))) {
            desk.apply(by("li", GREEN, park("甲", box(50, 50, 100, 100))));
            gate.awaitCounted();
            new PlanBackup(desk.database()).write(file);
            gate.open();
        }
        var toy = new Meetings(() -> {});
        try (Database plan = kind.open(address, KeptTrue.with(List.of(toy)).blueprint(CATALOGUE))) {
            assertThat(plan.<Map<String, Long>>read(Meetings::stored)).isEqualTo(Map.of("parks", 1L));
            assertThat(plan.<Optional<Long>>read(session -> Behind.trueFor(session, toy)))
                    .isEqualTo(Optional.of(plan.<Long>read(session -> new HistoryStore(session).lastNumber())));
        }
        var closed = new Gate();
        var copied = new Meetings(closed);
        try (PlanDesk copy = opened(Kind.GEOPACKAGE, file.toString(), copied)) {
            assertThat(trueFor(copy, copied)).contains(0L);
            closed.open();
            copy.buildBehind();
            assertThat(pairs(copy)).isEqualTo(1);
            assertThat(copy.verify()).isEmpty();
        }
    }

    /** Nothing of a follower that a plan has only just been given is shown before it is built, however much is saved meanwhile. */
    @ParameterizedTest
    @EnumSource
    void whatWasNeverBuiltIsNotShown(Kind kind) throws Exception {
        String address = kind.newAddress();
        try (PlanDesk desk = opened(kind, address)) {
            desk.apply(by("li", GREEN, park("甲", box(50, 50, 100, 100))));
        }
        var gate = new Gate();
        var toy = new Meetings(gate);
        try (PlanDesk desk = opened(kind, address, toy)) {
            assertThat(trueFor(desk, toy)).isEmpty();
            desk.apply(by("li", park("乙", box(50, 50, 100, 100))));
            assertThat(trueFor(desk, toy)).isEmpty();
            gate.open();
            holds(desk, 2);
        }
    }

    /** A plan that can only be looked at is not built, and not found wrong for it. */
    @ParameterizedTest
    @EnumSource
    void whatIsOnlyLookedAtIsNotBuilt(Kind kind) throws Exception {
        String address = kind.newAddress();
        Path file = TestDatabases.folder().resolve("copy.gpkg");
        var gate = new Gate();
        try (PlanDesk desk = opened(kind, address, new Meetings(gate))) {
            desk.apply(by("li", GREEN, park("甲", box(50, 50, 100, 100))));
            gate.awaitCounted();
            new PlanBackup(desk.database()).write(file);
            gate.open();
        }
        OutsideProgram.run(
                file.toString(), "INSERT INTO greenplan_part(name, schema, method) VALUES ('water', ?, 1)", 1);
        var toy = new Meetings(() -> {});
        try (PlanDesk desk = opened(Kind.GEOPACKAGE, file.toString(), toy)) {
            assertThat(desk.database().readOnly()).isPresent();
            desk.buildBehind();
            assertThat(desk.verify()).isEmpty();
            assertThat(trueFor(desk, toy)).contains(0L);
        }
    }

    private static void holds(PlanDesk desk, long pairs) {
        assertThat(desk.verify()).isEmpty();
        assertThat(pairs(desk)).isEqualTo(pairs);
    }

    private static long pairs(PlanDesk desk) {
        return desk.database().<Map<String, Long>>read(Meetings::stored).getOrDefault("parks", 0L);
    }

    private static Optional<Long> trueFor(PlanDesk desk, Follower<?> follower) {
        return desk.database().read(session -> Behind.trueFor(session, follower));
    }

    private static PlanDesk opened(Kind kind, String address, Follower<?>... more) {
        List<Follower<?>> followers = List.of(more);
        var database = kind.open(address, KeptTrue.with(followers).blueprint(CATALOGUE));
        return PlanDesk.open(database, CATALOGUE, DeskFixture.PROFILE, followers);
    }
}
