package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.line;
import static org.greenplan.plan.DeskFixture.park;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Table;
import org.greenplan.sql.Tables;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.PlanBackup;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of a plan: made by the program while people write, and by whoever copies the file. */
class BackupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource
    void aCopyMadeWhileOthersWriteIsOneStateOfThePlan(Kind kind) throws Exception {
        Path copy = TestDatabases.folder().resolve("backup.gpkg");
        try (var plan = new DeskFixture(kind)) {
            filled(plan);
            var enough = new AtomicBoolean();
            var writing = CompletableFuture.runAsync(() -> {
                for (int i = 0; !enough.get(); i++) {
                    plan.one(park("甲", box(10 * (i % 300), 0, 100, 100)));
                }
            });
            try {
                new PlanBackup(plan.desk().database()).write(copy);
            } finally {
                enough.set(true);
                writing.get();
            }
            List<String> history = stamps(plan);
            assertThat(logMode(copy)).isFalse();
            assertThat(names(copy)).containsExactly("backup.gpkg");
            try (var copied = new DeskFixture(Kind.GEOPACKAGE, copy.toString())) {
                assertThat(history).startsWith(stamps(copied).toArray(String[]::new));
                assertThat(stamps(copied)).hasSizeGreaterThanOrEqualTo(5);
                assertThat(copied.desk().verify()).isEmpty();
                Feature next = copied.one(park("又", box(0, 500, 10, 10)));
                assertThat(next.ref().id())
                        .isGreaterThan(newestNumber(copied, stamps(copied).size() - 1));
                assertThat(copied.desk().undo("li").deleted()).containsExactly(next.ref());
                assertThat(copied.desk().verify()).isEmpty();
            }
        }
    }

    /** What another program wrote and nobody has taken in yet, and what was told of its edits, belong to the plan, too. */
    @ParameterizedTest
    @EnumSource
    void theCopyHasEveryRowOfEveryTable(Kind kind) {
        Path copy = TestDatabases.folder().resolve("backup.gpkg");
        String address = kind.newAddress();
        try (var desk = new PlanDesk(kind.open(address, DeskFixture.CATALOGUE), DeskFixture.PROFILE)) {
            desk.apply(by("li", park("一", box(0, 0, 100, 100)), park("二", box(50, 0, 100, 100))));
            desk.apply(by("li", DeskFixture.create("corridors", line(0, 0, 500, 300), Map.of("name", "廊"))));
            desk.undo("li");
            OutsideProgram.commit(address, "UPDATE parks SET class = 'none'");
            desk.catchUp();
            OutsideProgram.commit(address, "UPDATE parks SET name = '外' WHERE fid = 1");
            new PlanBackup(desk.database()).write(copy);
        }
        for (Table table : PlanBeginning.blueprint(DeskFixture.CATALOGUE).tables()) {
            if (table.name().equals(Tables.WRITER)) {
                continue;
            }
            List<String> columns = new ArrayList<>(table.name().equals(Tables.PART) ? List.of() : List.of("fid"));
            table.columns().stream()
                    .filter(column -> column.type() == AttributeType.TEXT || column.type() == AttributeType.INTEGER)
                    .forEach(column -> columns.add("\"" + column.name() + "\""));
            String sql = "SELECT " + String.join(", ", columns) + " FROM " + table.name() + " ORDER BY "
                    + (table.name().equals(Tables.PART) ? "name" : "fid");
            List<String> rows = OutsideProgram.rows(address, sql);
            assertThat(OutsideProgram.rows(copy.toString(), sql))
                    .as(table.name())
                    .isEqualTo(rows);
            if (List.of(Tables.CHANGE, Tables.OUTSIDE, Tables.TOLD, LedgerTables.LEDGER, Tables.LAYER)
                    .contains(table.name())) {
                assertThat(rows).as(table.name()).isNotEmpty();
            }
        }
        try (var copied = new DeskFixture(Kind.GEOPACKAGE, copy.toString())) {
            assertThat(copied.desk().verify()).isEmpty();
            assertThat(copied.read(new FeatureRef("parks", 1)).attributes()).containsEntry("name", "外");
        }
    }

    /** A database keeps what its catalogue no longer names; that no copy can hold it is said, never passed over. */
    @ParameterizedTest
    @EnumSource
    void whatCannotComeAlongIsNamed(Kind kind) {
        Path folder = TestDatabases.folder();
        try (var plan = new DeskFixture(kind)) {
            filled(plan);
            OutsideProgram.change(plan.address(), "ALTER TABLE parks ADD COLUMN soil VARCHAR(9)");
            OutsideProgram.change(plan.address(), "CREATE TABLE orchards (fid INTEGER)");
            OutsideProgram.change(
                    plan.address(), "INSERT INTO greenplan_layer (layer, changeset) VALUES ('orchards', 1)");
            List<Words> left = new PlanBackup(plan.desk().database()).write(folder.resolve("one.gpkg"));
            assertThat(left.stream().map(Words::en).map(words -> words.split(" ", 2)[0]))
                    .isEqualTo(kind == Kind.POSTGIS ? List.of("orchards", "parks.soil") : List.of());
            OutsideProgram.change(plan.address(), "UPDATE greenplan_part SET schema = 99");
            Path newer = folder.resolve("newer.gpkg");
            if (kind == Kind.POSTGIS) {
                assertThatThrownBy(() -> new PlanBackup(plan.desk().database()).write(newer))
                        .hasMessageContaining("newer Greenplan")
                        .hasMessageContaining("pg_dump");
                assertThat(newer).doesNotExist();
            } else {
                new PlanBackup(plan.desk().database()).write(newer);
                assertThat(OutsideProgram.count(newer.toString(), "SELECT count(*) FROM orchards"))
                        .isZero();
            }
        }
    }

    @Test
    void whatIsThereIsNotWrittenOver() throws IOException {
        Path copy = Files.createFile(TestDatabases.folder().resolve("backup.gpkg"));
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            assertThatThrownBy(() -> new PlanBackup(plan.desk().database()).write(copy))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("is there already");
        }
        assertThat(copy).isEmptyFile();
    }

    @Test
    void theFileAloneIsThePlanInAQuietMoment() throws Exception {
        Path copy = TestDatabases.folder().resolve("copied.gpkg");
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            for (int i = 0; i < 5; i++) {
                plan.one(park("甲", box(30 * i, 0, 100, 100)));
            }
            Path log = Path.of(plan.address() + "-wal");
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (Files.size(log) > 0 && System.nanoTime() < until) {
                Thread.sleep(20);
            }
            Files.copy(Path.of(plan.address()), copy);
            List<String> history = stamps(plan);
            try (var copied = new DeskFixture(Kind.GEOPACKAGE, copy.toString())) {
                assertThat(stamps(copied)).isEqualTo(history).hasSize(5);
                assertThat(copied.desk().verify()).isEmpty();
                assertThat(copied.desk().targets().get(0).planned())
                        .isEqualTo(plan.desk().targets().get(0).planned());
            }
        }
    }

    @Test
    void whoClosesItLastLeavesNoLogMode() throws IOException {
        var plan = new DeskFixture(Kind.GEOPACKAGE);
        Path file = Path.of(plan.address());
        try (PlanDesk beside = plan.another()) {
            plan.one(park("甲", box(0, 0, 100, 100)));
            plan.close();
            beside.apply(by("li", park("乙", box(0, 0, 100, 100))));
        }
        assertThat(logMode(file)).isFalse();
        assertThat(names(file)).containsExactly("plan.gpkg");
    }

    private static void filled(DeskFixture plan) {
        plan.one(park("一", box(0, 0, 100, 100)));
        Feature gone = plan.one(park("二", box(50, 0, 100, 100)));
        plan.one(DeskFixture.create("corridors", line(0, 0, 500, 300), Map.of("name", "廊")));
        plan.desk().apply(by("wang", new Change.Delete(gone.ref(), 1)));
        plan.desk().undo("wang");
    }

    private static long newestNumber(DeskFixture plan, int changeset) {
        return plan.desk()
                .database()
                .<Long>read(s -> s.number(
                        "SELECT max(feature) FROM greenplan_change WHERE layer = 'parks' AND changeset <= ?",
                        List.of(changeset)));
    }

    private static List<String> stamps(DeskFixture plan) {
        return plan.desk().database().read(s -> new HistoryStore(s)
                .since(0, 100_000, 0).stream().map(HistoryEntry::stamp).toList());
    }

    /** Bytes 18 and 19 of a file of SQLite are 2 where a log belongs to it. */
    private static boolean logMode(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return bytes[18] == 2 || bytes[19] == 2;
    }

    private static List<String> names(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
