package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.park;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.greenplan.feature.Change;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.store.ChildProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that is killed in the middle of its writes loses nothing that it acknowledged, and leaves nothing half done. */
class CrashTest {
    private static final int KILLS = 3;
    private static final int PLOTS = 3;

    /** The program that is killed: writes changesets of overlapping plots and prints the number of each that was acknowledged. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            var catalogue = DeskFixture.CATALOGUE;
            var database = Kind.valueOf(args[0]).open(args[1], catalogue);
            try (var desk = PlanDesk.open(database, catalogue, DeskFixture.PROFILE)) {
                Random random = new Random(Long.parseLong(args[2]));
                while (true) {
                    var changes = new Change[PLOTS];
                    for (int i = 0; i < PLOTS; i++) {
                        changes[i] = park("地块", box(random.nextInt(3000), random.nextInt(3000), 100, 100));
                    }
                    System.out.println(desk.apply(by("li", changes)).changeset());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAcknowledgedIsThereWhole(Kind kind) throws Exception {
        String address = kind.newAddress();
        Random random = new Random(kind.ordinal());
        List<Long> acknowledged = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            acknowledged.addAll(killed(kind, address, i, 5 + random.nextInt(40), random.nextInt(20)));
        }
        try (var plan = new DeskFixture(kind, address)) {
            PlanDesk desk = plan.desk();
            List<HistoryEntry> history =
                    desk.database().read(s -> new HistoryStore(s).since(0, 10_000, Integer.MAX_VALUE));
            assertThat(history).extracting(HistoryEntry::number).containsAll(acknowledged);
            assertThat(history).allSatisfy(entry -> {
                assertThat(entry.author()).isEqualTo("li");
                assertThat(entry.steps()).hasSize(PLOTS);
                entry.steps().forEach(step -> assertThat(plan.read(step.ref())
                                .geometry()
                                .equalsExact(step.after().geometry()))
                        .isTrue());
            });
            long stored =
                    desk.database().<Long>read(s -> new FeatureStore(s).count(DeskFixture.CATALOGUE.get("parks")));
            assertThat(stored).isEqualTo((long) PLOTS * history.size());
            assertThat(desk.verify()).isEmpty();
        }
    }

    /** Runs the writer, kills it some milliseconds after so many acknowledgements, and gives all that it acknowledged. */
    private static List<Long> killed(Kind kind, String address, int seed, int after, int pauseMs)
            throws IOException, InterruptedException {
        Process writer = ChildProgram.start(Writer.class, kind.name(), address, Integer.toString(seed));
        List<Long> acknowledged = new ArrayList<>();
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(Long.valueOf(line));
                if (acknowledged.size() == after) {
                    Thread.sleep(pauseMs);
                    // Through the handle, so that what it has said so far can still be read.
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(after);
        return acknowledged;
    }
}
