package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Grown;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.Origin;
import org.greenplan.history.Snapshot;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.problem.Problem;
import org.greenplan.sql.Session;
import org.greenplan.store.Database;
import org.greenplan.store.OldPlans;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.Part;
import org.greenplan.store.PlanParts;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What program 0.1.0 wrote opens with nothing lost, in both stores; and that program leaves alone what this one has opened. */
class OldPlansTest {
    /** The catalogue with which the plans were written. */
    private static final Catalogue CATALOGUE = Grown.withOrder(DeskFixture.CATALOGUE, "afforestation", 10);

    /** All that history says, in the columns that 0.1.0 had. */
    private static final String HISTORY =
            "SELECT s.fid, s.author, s.comment, s.at, s.undoes, c.step, c.layer, c.feature, c.before, c.after"
                    + " FROM greenplan_changeset s JOIN greenplan_change c ON c.changeset = s.fid ORDER BY s.fid, c.step";

    @ParameterizedTest
    @EnumSource
    void nothingIsLost(Kind kind) {
        String address = OldPlans.copy(kind);
        List<String> history = OutsideProgram.rows(address, HISTORY);
        List<String> parks = OutsideProgram.rows(address, "SELECT fid, name, class, status FROM parks ORDER BY fid");
        assertThat(history).hasSizeGreaterThan(20);
        try (PlanDesk desk = open(kind, address)) {
            assertThat(OutsideProgram.rows(address, HISTORY)).startsWith(history.toArray(String[]::new));
            assertThat(OutsideProgram.rows(address, "SELECT fid, name, class, status FROM parks ORDER BY fid"))
                    .hasSameSizeAs(parks)
                    .filteredOn(row -> !row.contains("外部新增"))
                    .isEqualTo(
                            parks.stream().filter(row -> !row.contains("外部新增")).toList());
            desk.database().<Boolean>read(session -> {
                assertThat(replayed(session)).isEqualTo(stored(session));
                return true;
            });
            assertThat(desk.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitingEditsFromOutsideAreTakenInOnce(Kind kind) {
        String address = OldPlans.copy(kind);
        try (PlanDesk desk = open(kind, address)) {
            List<HistoryEntry> outside = entries(desk).stream()
                    .filter(e -> e.origin() == Origin.OUTSIDE)
                    .toList();
            assertThat(outside.stream().mapToInt(e -> e.steps().size()).sum()).isEqualTo(1 + 3);
            assertThat(OutsideProgram.count(address, "SELECT count(*) FROM greenplan_outside"))
                    .isZero();
        }
        int before;
        try (PlanDesk desk = open(kind, address)) {
            before = entries(desk).size();
        }
        try (PlanDesk desk = open(kind, address)) {
            assertThat(entries(desk)).hasSize(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theChainOfUndoesGoesOn(Kind kind) {
        try (PlanDesk desk = open(kind, OldPlans.copy(kind))) {
            assertThat(names(desk)).contains("赵二").doesNotContain("赵三");
            desk.redo("zhao");
            assertThat(names(desk)).contains("赵二", "赵三");
            desk.undo("zhao");
            desk.undo("zhao");
            assertThat(names(desk)).doesNotContain("赵二", "赵三");
            assertThatThrownBy(() -> desk.undo("zhao")).isInstanceOf(Problem.Conflict.class);
            assertThat(desk.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void originsAreToldByTheOldNamesAndStampsAreNobodyElses(Kind kind) {
        List<String> stamps = new ArrayList<>();
        for (int copy = 0; copy < 2; copy++) {
            try (PlanDesk desk = open(kind, OldPlans.copy(kind))) {
                List<HistoryEntry> entries = entries(desk);
                assertThat(entries.get(0).origin()).isEqualTo(Origin.PROGRAM);
                assertThat(entries).allSatisfy(e -> assertThat(e.origin())
                        .isEqualTo(
                                switch (e.author()) {
                                    case "greenplan" -> Origin.PROGRAM;
                                    case "outside" -> Origin.OUTSIDE;
                                    default -> Origin.PERSON;
                                }));
                entries.forEach(e -> stamps.add(e.stamp()));
            }
        }
        assertThat(stamps).doesNotHaveDuplicates().allMatch(stamp -> stamp.matches("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerIsCountedAnewOnceAndHistoryTellsEachTargetBeforeAndAfter(Kind kind) {
        String address = OldPlans.copy(kind);
        try (PlanDesk desk = open(kind, address)) {
            List<HistoryEntry> recounts = recounts(desk);
            assertThat(recounts).hasSize(1);
            assertThat(recounts.get(0).origin()).isEqualTo(Origin.PROGRAM);
            desk.targets().forEach(target -> assertThat(recounts.get(0).comment())
                    .contains(target.line().title().zh(), target.line().title().en(), " → "));
            assertThat(recounts.get(0).comment())
                    .as("as program 0.1.0 had them, whatever waited outside")
                    .contains("17368.28 → ", "524846.25 → ", "9998.99 → ", " 9 → ");
            assertThat(desk.database().<Optional<Part.Version>>read(session -> PlanParts.read(
                                    session, desk.database().blueprint())
                            .of(LedgerTables.PART)))
                    .contains(LedgerTables.PART.current());
        }
        try (PlanDesk desk = open(kind, address)) {
            assertThat(recounts(desk)).hasSize(1);
        }
    }

    @Test
    void aFileIsCopiedBesideItBeforeItIsBroughtUp() {
        String address = OldPlans.copy(Kind.GEOPACKAGE);
        Path before = Path.of(address).resolveSibling("plan.before-3.gpkg");
        List<String> history = OutsideProgram.rows(address, HISTORY);
        try (PlanDesk desk = open(Kind.GEOPACKAGE, address)) {
            assertThat(desk.database().news()).anyMatch(words -> words.en().contains("plan.before-3.gpkg"));
        }
        assertThat(before).exists();
        assertThat(OutsideProgram.rows(before.toString(), HISTORY)).isEqualTo(history);
        assertThat(OutsideProgram.count(before.toString(), "SELECT count(*) FROM greenplan_outside"))
                .isEqualTo(3);
        try (PlanDesk desk = open(Kind.GEOPACKAGE, address)) {
            assertThat(desk.database().news()).isEmpty();
        }
        assertThat(Path.of(address).resolveSibling("plan.before-3-2.gpkg")).doesNotExist();
        assertThat(Files.exists(Path.of(address + "-wal"))).isFalse();
    }

    /** Somebody writes all the time: what was there when the plan was brought up is in the copy, to the last row. */
    @Test
    void theCopyHasAllThatWasWrittenBeforeThePlanWasBroughtUp() throws Exception {
        String address = OldPlans.copy(Kind.GEOPACKAGE);
        String insert = "INSERT INTO parks (name) SELECT CASE WHEN EXISTS (SELECT 1 FROM"
                + " pragma_table_info('greenplan_changeset') WHERE name = 'stamp') THEN '之后' ELSE '之前' END";
        var begun = new CountDownLatch(1);
        var enough = new AtomicBoolean();
        var writing = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                try {
                    OutsideProgram.change(address, insert);
                    begun.countDown();
                } catch (IllegalStateException e) {
                    // The plan is being brought up, longer than one waits: nothing was written, try again.
                }
            }
        });
        begun.await();
        String was = "SELECT count(*) FROM parks WHERE name = '之前'";
        try (Database database = Kind.GEOPACKAGE.open(address, CATALOGUE)) {
            enough.set(true);
            writing.get();
            String before =
                    Path.of(address).resolveSibling("plan.before-3.gpkg").toString();
            assertThat(OutsideProgram.count(before, was)).isPositive().isEqualTo(OutsideProgram.count(address, was));
            assertThat(database.readOnly()).isEmpty();
        }
    }

    @Test
    void whoeverOpensAnOldDatabaseHearsOfTheWayBack() {
        try (PlanDesk desk = open(Kind.POSTGIS, OldPlans.copy(Kind.POSTGIS))) {
            assertThat(desk.database().news()).anyMatch(words -> words.en().contains("pg_dump"));
        }
    }

    /** Program 0.1.0 compared the type of each column it knew with its own before it wrote anything. */
    @ParameterizedTest
    @EnumSource
    void theFirstProgramRefusesWhatThisOneHasOpened(Kind kind) {
        String address = OldPlans.copy(kind);
        assertThat(OutsideProgram.columnType(address, "greenplan_writer", "busy"))
                .isEqualToIgnoringCase(integer(kind));
        open(kind, address).close();
        assertThat(OutsideProgram.columnType(address, "greenplan_writer", "busy"))
                .isEqualToIgnoringCase("text");
        // Its opening began with this on a file, and must get as far as its check.
        if (kind == Kind.GEOPACKAGE) {
            assertThat(OutsideProgram.run(address, "UPDATE greenplan_writer SET busy = ?", 1))
                    .isEqualTo(1);
        }
        String made = kind.newAddress();
        kind.open(made, CATALOGUE).close();
        assertThat(OutsideProgram.columnType(made, "greenplan_writer", "busy")).isEqualToIgnoringCase("text");
    }

    /** One that has had the plan open since before cannot write any more: what it noted in history has no origin. */
    @ParameterizedTest
    @EnumSource
    void theFirstProgramCannotGoOnWriting(Kind kind) {
        String address = OldPlans.copy(kind);
        open(kind, address).close();
        String append = "INSERT INTO greenplan_changeset(author, comment, at, undoes) VALUES ('li', '', '', ?)";
        assertThatThrownBy(() -> OutsideProgram.run(address, append, 1)).isInstanceOf(IllegalStateException.class);
    }

    private static String integer(Kind kind) {
        return kind == Kind.GEOPACKAGE ? "INTEGER" : "bigint";
    }

    private static PlanDesk open(Kind kind, String address) {
        Database database = kind.open(address, CATALOGUE);
        return PlanDesk.open(database, CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE));
    }

    private static List<HistoryEntry> entries(PlanDesk desk) {
        return desk.database().read(s -> new HistoryStore(s).since(0, 1000, 1000));
    }

    private static List<HistoryEntry> recounts(PlanDesk desk) {
        return entries(desk).stream()
                .filter(e -> e.comment().contains("counted anew by a newer method"))
                .toList();
    }

    private static List<String> names(PlanDesk desk) {
        return desk.database().read(s -> {
            List<String> names = new ArrayList<>();
            new FeatureStore(s)
                    .stream(
                            CATALOGUE.get("parks"),
                            FeatureQuery.all(),
                            f -> names.add(String.valueOf(f.attributes().get("name"))));
            return names;
        });
    }

    /** Every feature as its last step in history left it. */
    private static Map<String, String> replayed(Session session) {
        Map<String, String> features = new TreeMap<>();
        for (HistoryEntry entry : new HistoryStore(session).since(0, 1000, 1000)) {
            for (HistoryEntry.Step step : entry.steps()) {
                if (step.after() == null) {
                    features.remove(step.ref().toString());
                } else {
                    features.put(step.ref().toString(), Snapshot.text(step.after()));
                }
            }
        }
        return features;
    }

    private static Map<String, String> stored(Session session) {
        Map<String, String> features = new TreeMap<>();
        for (LayerType layer : CATALOGUE.layers()) {
            new FeatureStore(session)
                    .stream(layer, FeatureQuery.all(), f -> features.put(f.ref().toString(), Snapshot.text(f)));
        }
        return features;
    }
}
