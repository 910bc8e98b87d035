package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.park;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.greenplan.feature.FeatureStore;
import org.greenplan.problem.Problem;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.greenplan.store.OldPlans;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan is opened as: to be written, to be looked at, or not at all. */
class OpeningTest {
    @ParameterizedTest
    @CsvSource({
        "GEOPACKAGE, UPDATE greenplan_part SET schema = schema + ? WHERE name = 'plan'",
        "POSTGIS, UPDATE greenplan_part SET schema = schema + ? WHERE name = 'plan'",
        "GEOPACKAGE, UPDATE greenplan_part SET method = method + ? WHERE name = 'ledger'",
        "POSTGIS, UPDATE greenplan_part SET method = method + ? WHERE name = 'ledger'",
        "GEOPACKAGE, 'INSERT INTO greenplan_part(name, schema, method) VALUES (''water'', ?, 1)'",
        "POSTGIS, 'INSERT INTO greenplan_part(name, schema, method) VALUES (''water'', ?, 1)'",
    })
    void whatANewerProgramWroteIsOnlyLookedAt(Kind kind, String newer) {
        String address = kind.newAddress();
        try (var plan = new DeskFixture(kind, address);
                PlanDesk beside = plan.another()) {
            plan.one(park("甲", box(0, 0, 100, 100)));
            OutsideProgram.run(address, newer, 1);
            for (PlanDesk open : List.of(plan.desk(), beside)) {
                assertThatThrownBy(() -> open.apply(by("li", park("乙", box(0, 0, 100, 100)))))
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining("newer Greenplan");
                assertThat(open.targets().get(0).planned()).isPositive();
            }
        }
        List<String> parts =
                OutsideProgram.rows(address, "SELECT name, schema, method FROM greenplan_part ORDER BY name");
        try (var again = new DeskFixture(kind, address)) {
            assertThat(again.desk().database().readOnly()).isPresent();
            assertThat(again.desk().database().news()).hasSize(1);
            assertThat(again.desk().verify()).isEmpty();
            assertThatThrownBy(() -> again.desk().undo("li")).hasMessageContaining("newer Greenplan");
            assertThatThrownBy(() -> again.desk().repair()).hasMessageContaining("newer Greenplan");
        }
        assertThat(OutsideProgram.rows(address, "SELECT name, schema, method FROM greenplan_part ORDER BY name"))
                .isEqualTo(parts);
    }

    @ParameterizedTest
    @EnumSource
    void aPlanThatIsNotThereIsNotMadeUnasked(Kind kind) {
        String address = kind.newAddress();
        assertThatThrownBy(() -> open(kind, address)).hasMessageContaining("There is no plan");
        if (kind == Kind.GEOPACKAGE) {
            assertThat(Path.of(address)).doesNotExist();
        } else {
            assertThat(OutsideProgram.count(
                            address, "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'greenplan%'"))
                    .isZero();
        }
        kind.open(address, DeskFixture.CATALOGUE).close();
        open(kind, address).close();
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = TestDatabases.folder().resolve("plan.gpkg");
        Files.createFile(file);
        for (IfMissing ifMissing : IfMissing.values()) {
            assertThatThrownBy(
                            () -> Database.geoPackage(file, PlanBeginning.blueprint(DeskFixture.CATALOGUE), ifMissing))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("0 bytes");
        }
        assertThat(file).isEmptyFile();
    }

    /** Two that start together: the second sees the file of the first before anything is in it. */
    @Test
    void aFileThatIsBeingMadeIsWaitedFor() throws Exception {
        Path made = TestDatabases.folder().resolve("made.gpkg");
        Kind.GEOPACKAGE.open(made.toString(), DeskFixture.CATALOGUE).close();
        Path file = Files.createFile(made.resolveSibling("plan.gpkg"));
        Path journal = Files.createFile(made.resolveSibling("plan.gpkg-journal"));
        var second = CompletableFuture.supplyAsync(() -> open(Kind.GEOPACKAGE, file.toString()));
        Thread.sleep(800);
        assertThat(second).isNotDone();
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(journal);
        try (Database opened = second.get()) {
            assertThat(opened.readOnly()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "folder"})
    void whatCannotBeWrittenCanBeLookedAt(String what) throws IOException {
        Path file = TestDatabases.folder().resolve("计划 #1%20.gpkg");
        try (var plan = new DeskFixture(Kind.GEOPACKAGE, file.toString())) {
            plan.one(park("甲", box(0, 0, 100, 100)));
        }
        looked(file, what, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "folder"})
    void anOlderOneIsLookedAtAsThisProgramCounts(String what) throws IOException {
        Path file = Path.of(OldPlans.copy(Kind.GEOPACKAGE));
        byte[] bytes = Files.readAllBytes(file);
        looked(file, what, 9);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    /** The file alone is an empty plan: all of it is in the log that lies beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"file", "folder"})
    void theLogBesideItIsReadToo(String what) throws IOException {
        Path file = TestDatabases.folder().resolve("plan.gpkg");
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(park("甲", box(0, 0, 100, 100)));
            Path live = Path.of(plan.address());
            Files.copy(live, file);
            Files.copy(
                    live.resolveSibling("plan.gpkg-wal"),
                    file.resolveSibling("plan.gpkg-wal"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        looked(file, what, 1);
    }

    private static void looked(Path file, String what, int parks) throws IOException {
        Path marked = what.equals("file") ? file : file.getParent();
        List<String> before = names(file.getParent());
        var may = Files.getPosixFilePermissions(marked);
        Files.setPosixFilePermissions(marked, PosixFilePermissions.fromString("r-xr-xr-x"));
        try (var plan = new DeskFixture(Kind.GEOPACKAGE, file.toString())) {
            assertThat(plan.desk().database().readOnly()).isPresent();
            assertThat(plan.desk().database().<Long>read(s -> new FeatureStore(s)
                            .count(DeskFixture.CATALOGUE.get("parks"))))
                    .isGreaterThanOrEqualTo(parks);
            assertThat(plan.desk().verify()).isEmpty();
            assertThatThrownBy(() -> plan.one(park("乙", box(0, 0, 100, 100))))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("looked at, not changed");
        } finally {
            Files.setPosixFilePermissions(marked, may);
        }
        assertThat(names(file.getParent())).isEqualTo(before);
    }

    private static Database open(Kind kind, String address) {
        return kind == Kind.GEOPACKAGE
                ? Database.geoPackage(
                        Path.of(address), PlanBeginning.blueprint(DeskFixture.CATALOGUE), IfMissing.REFUSE)
                : Database.postgis(address, null, PlanBeginning.blueprint(DeskFixture.CATALOGUE), IfMissing.REFUSE);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            // SQLite's book of locks, which holds nothing of the plan.
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("-shm"))
                    .sorted()
                    .toList();
        }
    }
}
