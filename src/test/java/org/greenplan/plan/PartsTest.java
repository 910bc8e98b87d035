package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.CATALOGUE;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.park;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.greenplan.follow.Follower;
import org.greenplan.history.HistoryTables;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.sql.Table;
import org.greenplan.store.Blueprint;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.Part;
import org.greenplan.store.PlanBackup;
import org.greenplan.store.PlanParts;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store makes, brings up, checks and copies the parts it is given, and knows none by name. */
class PartsTest {
    private static final String ROWS = "SELECT name, schema, method FROM greenplan_part ORDER BY name";

    private final PlotsPerZone toy = new PlotsPerZone();

    /** A plan that was made before there was such a follower: it is counted once, and history says so. */
    @ParameterizedTest
    @EnumSource
    void anOlderPlanIsGivenANewPartAndItIsCounted(Kind kind) {
        String address = kind.newAddress();
        try (PlanDesk desk = open(kind, address)) {
            filled(desk);
        }
        int known = OutsideProgram.rows(address, ROWS).size();
        long before = OutsideProgram.count(address, "SELECT count(*) FROM greenplan_changeset");
        for (int i = 0; i < 2; i++) {
            try (PlanDesk desk = open(kind, address, toy)) {
                assertThat(desk.database().<Map<String, Long>>read(PlotsPerZone::stored))
                        .isEqualTo(Map.of("西", 1L));
                assertThat(desk.verify()).isEmpty();
            }
            assertThat(OutsideProgram.count(address, "SELECT count(*) FROM greenplan_changeset"))
                    .isEqualTo(before + 1);
        }
        assertThat(OutsideProgram.rows(address, ROWS)).hasSize(known + 1);
    }

    /** Whoever does not know a part would not keep it true. */
    @ParameterizedTest
    @EnumSource
    void aPartThatIsNotKnownKeepsThePlanFromBeingWritten(Kind kind) {
        String address = kind.newAddress();
        try (PlanDesk desk = open(kind, address, toy)) {
            filled(desk);
        }
        try (PlanDesk desk = open(kind, address)) {
            assertThat(desk.database().readOnly())
                    .hasValueSatisfying(words -> assertThat(words.en()).contains("plots per zone 1.1"));
            assertThat(desk.verify()).isEmpty();
            assertThatThrownBy(() -> filled(desk)).hasMessageContaining("newer Greenplan");
        }
    }

    /** Steps run once, in their order, from the version that is found. */
    @ParameterizedTest
    @EnumSource
    void tablesAreBroughtUpStepByStep(Kind kind) {
        String address = kind.newAddress();
        Part first = part(1, List.of("one"), List.of());
        Part.Step second = new Part.Step(1, (session, tables) -> {
            tables.forEach(session::grow);
            session.execute("UPDATE greenplan_toy SET two = one * 2", List.of());
        });
        Part.Step third = new Part.Step(
                2, (session, tables) -> session.execute("UPDATE greenplan_toy SET two = two + 1", List.of()));
        Part newest = part(3, List.of("one", "two"), List.of(second, third));
        opened(kind, address, first).close();
        OutsideProgram.run(address, "INSERT INTO greenplan_toy (one) VALUES (?)", 20);
        for (int i = 0; i < 2; i++) {
            try (Database plan = opened(kind, address, newest)) {
                assertThat(plan.readOnly()).isEmpty();
                assertThat(OutsideProgram.rows(address, "SELECT one, two FROM greenplan_toy"))
                        .isEqualTo(OutsideProgram.rows(address, "SELECT 20, 41"));
                assertThat(plan.<PlanParts>read(session -> PlanParts.read(session, plan.blueprint()))
                                .of(newest))
                        .contains(newest.current());
            }
        }
        if (kind == Kind.GEOPACKAGE) {
            assertThat(Path.of(address).resolveSibling("plan.before-3.gpkg")).exists();
        }
        try (Database plan = opened(kind, address, first)) {
            assertThat(plan.readOnly()).isPresent();
        }
    }

    /** A step that fails leaves the plan as it was. */
    @ParameterizedTest
    @EnumSource
    void aStepThatFailsLeavesThePlanAsItWas(Kind kind) {
        String address = kind.newAddress();
        opened(kind, address, part(1, List.of("one"), List.of())).close();
        List<String> parts = OutsideProgram.rows(address, ROWS);
        Part broken = part(2, List.of("one", "two"), List.of(new Part.Step(1, (session, tables) -> {
            tables.forEach(session::grow);
            throw new IllegalStateException("broken step");
        })));
        assertThatThrownBy(() -> opened(kind, address, broken)).hasMessageContaining("broken step");
        assertThat(OutsideProgram.rows(address, ROWS)).isEqualTo(parts);
        opened(kind, address, part(1, List.of("one"), List.of())).close();
    }

    /** A copy has the tables of every part, whatever they are. */
    @ParameterizedTest
    @EnumSource
    void aCopyHasEveryPart(Kind kind) {
        Path file = TestDatabases.folder().resolve("copy.gpkg");
        try (PlanDesk desk = open(kind, kind.newAddress(), toy)) {
            filled(desk);
            assertThat(new PlanBackup(desk.database()).write(file)).isEmpty();
            try (Database copy = Database.geoPackage(file, desk.database().blueprint(), IfMissing.REFUSE)) {
                assertThat(PlanRows.of(copy)).isEqualTo(PlanRows.of(desk.database()));
            }
        }
        try (PlanDesk copy = open(Kind.GEOPACKAGE, file.toString(), toy)) {
            assertThat(copy.database().<Map<String, Long>>read(PlotsPerZone::stored))
                    .isEqualTo(Map.of("西", 1L));
            assertThat(copy.verify()).isEmpty();
        }
    }

    /** What stores nothing has no versions to keep. */
    @Test
    void aPartWithoutTablesIsNotNoted() {
        String address = Kind.GEOPACKAGE.newAddress();
        open(Kind.GEOPACKAGE, address).close();
        assertThat(OutsideProgram.rows(address, "SELECT name FROM greenplan_part ORDER BY name"))
                .isEqualTo(
                        OutsideProgram.rows(
                                address,
                                "SELECT 'ledger' UNION SELECT 'photos' UNION SELECT 'plan' UNION SELECT 'water network' ORDER BY 1"));
    }

    @Test
    void noTwoPartsHaveANameOrATableInCommonAndNoneHasALayersName() {
        Part one = part(1, List.of("one"), List.of());
        Part named = new Part("toy", one.current(), List.of(), List.of());
        assertThatThrownBy(() -> new Blueprint(CATALOGUE, List.of(one, named))).hasMessageContaining("toy");
        Part other = new Part("other", one.current(), one.tables(), List.of());
        assertThatThrownBy(() -> new Blueprint(CATALOGUE, List.of(one, other))).hasMessageContaining("greenplan_toy");
        List<Table> parks = List.of(new Table("parks", "parks", null, List.of(), List.of()));
        assertThatThrownBy(() -> new Part("parks", one.current(), parks, List.of()))
                .hasMessageContaining("greenplan_");
    }

    private static Part part(int schema, List<String> columns, List<Part.Step> steps) {
        List<Table.Column> all = columns.stream().map(Table::integer).toList();
        return new Part(
                "toy",
                new Part.Version(schema, 1),
                List.of(new Table("greenplan_toy", "toy", null, all, List.of())),
                steps);
    }

    private static Database opened(Kind kind, String address, Part part) {
        return kind.open(address, new Blueprint(CATALOGUE, List.of(HistoryTables.PART, LedgerTables.PART, part)));
    }

    private static PlanDesk open(Kind kind, String address, Follower<?>... more) {
        List<Follower<?>> followers = List.of(more);
        var database = kind.open(address, KeptTrue.with(followers).blueprint(CATALOGUE));
        return PlanDesk.open(database, CATALOGUE, DeskFixture.PROFILE, followers);
    }

    private static void filled(PlanDesk desk) {
        desk.apply(by("li", create("sub_districts", box(0, 0, 500, 500), Map.of("name", "西"))));
        desk.apply(by("li", park("园", box(100, 100, 50, 50))));
    }
}
