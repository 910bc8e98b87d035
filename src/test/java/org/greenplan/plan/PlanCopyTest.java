package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.CATALOGUE;
import static org.greenplan.plan.DeskFixture.PROFILE;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.line;
import static org.greenplan.plan.DeskFixture.park;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.history.HistoryStore;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.problem.Problem;
import org.greenplan.sql.Tables;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.PlanBackup;
import org.greenplan.store.PlanCopy;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan that goes from one store to the other, and back. */
class PlanCopyTest {
    private final String server = Kind.POSTGIS.newAddress();

    @ParameterizedTest
    @EnumSource
    void everyRowGoesThereAndBack(Kind kind) {
        String address = kind == Kind.POSTGIS ? server : kind.newAddress();
        Path file = TestDatabases.folder().resolve("copy.gpkg");
        Path last = TestDatabases.folder().resolve("last.gpkg");
        Map<String, List<String>> rows;
        try (PlanDesk desk = PlanDesk.open(kind.open(address, CATALOGUE), CATALOGUE, PROFILE)) {
            filled(desk, address);
            rows = PlanRows.of(desk.database());
        }
        try (Database plan = kind.open(address, CATALOGUE)) {
            OutsideProgram.change(address, "UPDATE parks SET name = '外' WHERE fid = 1");
            rows = PlanRows.of(plan);
            for (String table : List.of(
                    Tables.CHANGE, Tables.OUTSIDE, Tables.TOLD, LedgerTables.LEDGER, LedgerTables.SHARE, Tables.PART)) {
                assertThat(rows.get(table)).as(table).isNotEmpty();
            }
            if (kind == Kind.POSTGIS) {
                assertThat(new PlanBackup(plan).write(file)).isEmpty();
                try (Database copy = Database.geoPackage(file, PlanBeginning.blueprint(CATALOGUE), IfMissing.REFUSE)) {
                    assertThat(PlanRows.of(copy)).isEqualTo(rows);
                    assertThat(new PlanCopy(copy).toPostgis(server, "back")).isEmpty();
                }
            } else {
                assertThat(new PlanCopy(plan).toPostgis(server, "there")).isEmpty();
                try (Database copy =
                        Database.postgis(server, "there", PlanBeginning.blueprint(CATALOGUE), IfMissing.REFUSE)) {
                    assertThat(PlanRows.of(copy)).isEqualTo(rows);
                    assertThat(new PlanCopy(copy).toPostgis(server, "back")).isEmpty();
                    new PlanBackup(copy).write(last);
                }
                try (Database copy = Database.geoPackage(last, PlanBeginning.blueprint(CATALOGUE), IfMissing.REFUSE)) {
                    assertThat(PlanRows.of(copy)).isEqualTo(rows);
                    goesOn(copy);
                }
            }
        }
        try (Database copy = Database.postgis(server, "back", PlanBeginning.blueprint(CATALOGUE), IfMissing.REFUSE)) {
            assertThat(PlanRows.of(copy)).isEqualTo(rows);
            goesOn(copy);
        }
    }

    /** A plan that is there stays as it is. */
    @Test
    void noPlanIsWrittenOver() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(park("甲", box(0, 0, 100, 100)));
            new PlanCopy(plan.desk().database()).toPostgis(server, "there");
            Map<String, List<String>> rows = PlanRows.of(plan.desk().database());
            plan.one(park("乙", box(0, 200, 100, 100)));
            assertThatThrownBy(() -> new PlanCopy(plan.desk().database()).toPostgis(server, "there"))
                    .isInstanceOf(Problem.Invalid.class)
                    .hasMessageContaining("There is a plan in")
                    .hasMessageContaining("(schema there) already");
            try (Database copy =
                    Database.postgis(server, "there", PlanBeginning.blueprint(CATALOGUE), IfMissing.REFUSE)) {
                assertThat(PlanRows.of(copy)).isEqualTo(rows);
            }
        }
    }

    /** A layer's table that somebody else made is no place for a plan. */
    @Test
    void whatFailsLeavesNothing() {
        OutsideProgram.change(server, "CREATE SCHEMA half; CREATE TABLE half.roads (fid bigint)");
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(park("甲", box(0, 0, 100, 100)));
            var copy = new PlanCopy(plan.desk().database());
            assertThatThrownBy(() -> copy.toPostgis(server, "half")).hasMessageContaining("\"roads\"");
            assertThat(tables("half")).containsExactly("[roads]");
            assertThatThrownBy(
                            () -> Database.newPostgis(server, "thrown", PlanBeginning.blueprint(CATALOGUE), session -> {
                                session.insert("greenplan_told", List.of("zh"), List.of("甲"));
                                throw new IllegalStateException("in the middle");
                            }))
                    .hasMessageContaining("in the middle");
            assertThat(tables("thrown")).isEmpty();
        }
    }

    /** Another program may write what only a file takes; no desk has taken it in yet. */
    @Test
    void aSingleShapeInAFileIsTakenByAServer() {
        String file = Kind.GEOPACKAGE.newAddress();
        try (var plan = new DeskFixture(Kind.GEOPACKAGE, file)) {
            plan.one(park("甲", box(0, 0, 100, 100)));
        }
        try (Database plan = Kind.GEOPACKAGE.open(file, CATALOGUE)) {
            OutsideProgram.change(
                    file,
                    "INSERT INTO parks(name, geom) VALUES ('外', " + OutsideProgram.shape(file, box(0, 300, 50, 50))
                            + ")");
            new PlanCopy(plan).toPostgis(server, "there");
        }
        try (PlanDesk copy =
                opened(Database.postgis(server, "there", PlanBeginning.blueprint(CATALOGUE), IfMissing.REFUSE))) {
            assertThat(copy.verify()).isEmpty();
            assertThat(OutsideProgram.rows(server, "SELECT name FROM there.parks ORDER BY fid"))
                    .containsExactly("[甲]", "[外]");
        }
    }

    private static void filled(PlanDesk desk, String address) {
        desk.apply(by(
                "li",
                DeskFixture.create("sub_districts", box(-50, -50, 400, 400), Map.of("name", "西")),
                DeskFixture.create("sub_districts", box(350, -50, 400, 400), Map.of("name", "东")),
                park("一", box(0, 0, 100, 100)),
                DeskFixture.create(
                        "parks", box(50, 0, 400, 100), Map.of("name", "二", "greened_share", 0.7, "illustrative", true)),
                DeskFixture.create("corridors", line(0, 0, 500, 300), Map.of("name", "廊")),
                RecordsTest.climate("平水年", RecordsTest.RAIN)));
        Feature gone = desk.apply(by("wang", park("去", box(0, 600, 100, 100))))
                .features()
                .get(0);
        desk.apply(by("wang", new Change.Delete(gone.ref(), 1)));
        desk.apply(by("li", park("撤", box(0, 700, 100, 100))));
        desk.undo("li");
        OutsideProgram.change(address, "UPDATE parks SET class = 'none'");
        desk.catchUp();
    }

    /** What waited to be taken in is taken in, and numbers go on above all that was ever used. */
    private static void goesOn(Database copy) {
        long changesets = copy.<Long>read(session -> new HistoryStore(session).lastNumber());
        try (PlanDesk desk = opened(copy)) {
            assertThat(desk.verify()).isEmpty();
            Feature next = desk.apply(by("li", park("又", box(0, 900, 10, 10))))
                    .features()
                    .get(0);
            assertThat(next.ref().toString()).isEqualTo("parks/5");
            assertThat(copy.<Long>read(session -> new HistoryStore(session).lastNumber()))
                    .isEqualTo(changesets + 2);
            assertThat(desk.undo("li").deleted()).containsExactly(next.ref());
            assertThat(desk.undo("wang").features()).hasSize(1);
            assertThat(desk.verify()).isEmpty();
        }
    }

    private static PlanDesk opened(Database copy) {
        return PlanDesk.open(copy, CATALOGUE, PROFILE);
    }

    private List<String> tables(String schema) {
        return OutsideProgram.rows(
                server, "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema + "'");
    }
}
