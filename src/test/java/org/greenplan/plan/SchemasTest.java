package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.CATALOGUE;
import static org.greenplan.plan.DeskFixture.PROFILE;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.park;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.problem.Problem;
import org.greenplan.store.Database;
import org.greenplan.store.IfMissing;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several plans in one database, each in a schema of its own. */
class SchemasTest {
    private static final String OLD_LOCK = "SELECT pg_advisory_xact_lock(x'677265656e706c'::bigint)";

    private final String server = Kind.POSTGIS.newAddress().replaceAll("[?&]currentSchema=[^&]*", "");

    /** A role that may write layers and nothing else, which looks for tables somewhere else. */
    @ParameterizedTest
    @ValueSource(strings = {"''", "east", "west", "public", "west, public", "pg_catalog, public, east"})
    void whatAnotherRoleWritesIsNotedInTheRightPlan(String path) throws SQLException {
        String role = "greenplan_gis_" + ProcessHandle.current().pid();
        twoPlans();
        OutsideProgram.change(server, "CREATE ROLE " + role);
        try {
            for (String schema : List.of("east", "west")) {
                OutsideProgram.change(
                        server,
                        "GRANT USAGE ON SCHEMA " + schema + " TO " + role
                                + "; GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE" + " ON " + schema + ".parks, "
                                + schema + ".roads TO " + role);
            }
            try (var edit = OutsideProgram.begin(server)) {
                edit.run("CREATE TEMP TABLE greenplan_outside (layer text); SET ROLE " + role + "; SET search_path TO "
                        + path);
                edit.run("INSERT INTO west.parks(name, geom) SELECT '外', geom FROM west.parks");
                edit.run("UPDATE east.parks SET name = '改' WHERE fid = 1");
                edit.run("UPDATE west.parks SET fid = 77 WHERE fid = 1");
                edit.run("DELETE FROM west.parks WHERE fid = 2");
                edit.run("TRUNCATE east.parks");
                edit.commit();
            }
            assertThat(noted("east")).containsExactly("[parks][1][UPDATE]", "[parks][1][DELETE]");
            assertThat(noted("west"))
                    .containsExactly(
                            "[parks][2][INSERT]", "[parks][1][DELETE]", "[parks][77][INSERT]", "[parks][2][DELETE]");
            assertThat(OutsideProgram.rows(
                            server, "SELECT old_box = new_box FROM east.greenplan_outside WHERE op = 'UPDATE'"))
                    .containsExactly("[t]");
            try (PlanDesk east = open("east");
                    PlanDesk west = open("west")) {
                assertThat(parks(east)).isEmpty();
                assertThat(parks(west)).containsExactly("parks/77");
                assertThat(newest(east).steps()).hasSize(1);
                assertThat(newest(west).steps()).hasSize(2);
                assertThat(east.verify()).isEmpty();
                assertThat(west.verify()).isEmpty();
            }
        } finally {
            OutsideProgram.change(server, "DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    /** The trigger runs with its maker's rights: it is for the plan's tables only. */
    @Test
    void nobodyElsePutsTheTriggerOnATableOfTheirOwn() {
        String role = "greenplan_own_" + ProcessHandle.current().pid();
        twoPlans();
        OutsideProgram.change(server, "CREATE ROLE " + role + "; GRANT USAGE ON SCHEMA east TO " + role);
        try (var edit = OutsideProgram.begin(server)) {
            edit.run("SET ROLE " + role + "; CREATE TEMP TABLE mine (fid bigint)");
            assertThatThrownBy(() -> edit.run("CREATE TRIGGER mine AFTER INSERT ON mine FOR EACH ROW"
                            + " EXECUTE FUNCTION east.greenplan_note_outside()"))
                    .hasStackTraceContaining("permission denied for function");
        } finally {
            OutsideProgram.change(server, "DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    @Test
    void aSchemaMayGetAnotherName() {
        twoPlans();
        OutsideProgram.change(server, "ALTER SCHEMA east RENAME TO ost");
        OutsideProgram.change(server, "UPDATE ost.parks SET name = '改'");
        assertThat(noted("ost")).containsExactly("[parks][1][UPDATE]");
        try (PlanDesk desk = open("ost")) {
            assertThat(newest(desk).comment()).contains("edited outside");
            assertThat(desk.verify()).isEmpty();
        }
    }

    /** While somebody writes one plan, for as long as it takes, the other is opened and written. */
    @Test
    void twoPlansDoNotWaitForEachOther() throws Exception {
        twoPlans();
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (PlanDesk east = open("east")) {
            var writing = CompletableFuture.supplyAsync(() -> east.database().<Boolean>write(session -> {
                begun.countDown();
                try {
                    return done.await(2, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            begun.await();
            try (PlanDesk west = open("west")) {
                west.apply(by("li", park("又", box(0, 900, 10, 10))));
            }
            try (PlanDesk made = open("made")) {
                made.apply(by("li", park("新", box(0, 900, 10, 10))));
            }
            assertThat(writing).isNotDone();
            done.countDown();
            assertThat(writing.get()).isTrue();
        }
    }

    /** Program 0.1.0 locks the whole database: a plan that it may know waits for it, one that it cannot write does not. */
    @Test
    void theLockOfTheFirstProgramIsTakenWhereItMayWrite() throws Exception {
        twoPlans();
        CompletableFuture<Void> making;
        try (var old = OutsideProgram.begin(server)) {
            old.run(OLD_LOCK);
            try (PlanDesk west = open("west")) {
                west.apply(by("li", park("又", box(0, 900, 10, 10))));
            }
            making = CompletableFuture.runAsync(() -> open("made").close());
            String waits = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
            while (OutsideProgram.count(server, waits) == 0) {
                assertThat(making).isNotDone();
                Thread.sleep(20);
            }
            old.commit();
        }
        making.get(1, TimeUnit.MINUTES);
    }

    @Test
    void nobodyHearsOfTheOtherPlan() throws Exception {
        twoPlans();
        try (PlanDesk east = open("east");
                PlanDesk west = open("west")) {
            var heard = new LinkedBlockingQueue<String>();
            try (var listening = west.feed().subscribe(entry -> heard.add(entry.author()))) {
                assertThat(listening).isNotNull();
                for (int i = 0; i < 3; i++) {
                    east.apply(by("wang", park("东", box(0, 100 * i, 10, 10))));
                }
                west.apply(by("li", park("西", box(0, 500, 10, 10))));
                assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("li");
                assertThat(heard).isEmpty();
            }
            assertThat(parks(east)).containsExactly("parks/1", "parks/2", "parks/3", "parks/4");
            assertThat(parks(west)).containsExactly("parks/1", "parks/2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select", "上街_2019", "_Ost", "x23456789_123456789_123456789_123456789_123456789_123456789_123"})
    void aSchemaMayHaveSuchAName(String name) {
        try (PlanDesk desk = open(name)) {
            desk.apply(by("li", park("甲", box(0, 0, 100, 100))));
            assertThat(desk.verify()).isEmpty();
            assertThat(desk.database().describe()).endsWith(" (schema " + name + ")");
        }
        assertThat(OutsideProgram.rows(
                        server, "SELECT table_schema FROM information_schema.tables WHERE table_name = 'parks'"))
                .containsExactly("[" + name + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a.b",
                "1a",
                "a-b",
                "a\"; DROP SCHEMA public CASCADE; --",
                "a'b",
                "a\\b",
                "a\0b",
                "a\nb",
                "pg_plan",
                "PG_Plan",
                "information_schema",
                "x23456789_123456789_123456789_123456789_123456789_123456789_1234",
                "绿绿绿绿绿绿绿绿绿绿绿绿绿绿绿绿绿绿绿绿绿绿"
            })
    void aSchemaMayNotHaveSuchAName(String name) {
        assertThatThrownBy(() -> open(name))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("letters, digits and underscores")
                .satisfies(
                        problem -> assertThat(((Problem) problem).words().zh()).contains("--schema"));
    }

    @Test
    void withoutANameThePlanIsWhereTheConnectionLooksFirst() {
        twoPlans();
        String address = server + (server.contains("?") ? "&" : "?") + "currentSchema=nowhere,east";
        try (PlanDesk desk = open(address, null, IfMissing.REFUSE)) {
            assertThat(desk.database().describe()).endsWith(" (schema east)");
        }
        assertThatThrownBy(() -> open(address.replace(",east", ""), null, IfMissing.MAKE))
                .hasMessageContaining("Name that of the plan with --schema");
        assertThatThrownBy(() -> open(server, "nowhere", IfMissing.REFUSE)).hasMessageContaining("There is no plan");
        assertThat(OutsideProgram.count(server, "SELECT count(*) FROM pg_namespace WHERE nspname = 'nowhere'"))
                .isZero();
    }

    /** The extension may be anywhere, and need not be on anybody's path. */
    @Test
    void postgisMayHaveASchemaOfItsOwn() {
        OutsideProgram.change(server, "CREATE SCHEMA gis; CREATE EXTENSION postgis SCHEMA gis; DROP SCHEMA public");
        try (PlanDesk desk = open("east")) {
            desk.apply(by("li", park("甲", box(0, 0, 100, 100))));
            OutsideProgram.change(server, "INSERT INTO east.parks(name, geom) SELECT '外', geom FROM east.parks");
            desk.catchUp();
            assertThat(parks(desk)).containsExactly("parks/1", "parks/2");
            assertThat(desk.verify()).isEmpty();
        }
    }

    private void twoPlans() {
        for (String schema : List.of("east", "west")) {
            try (PlanDesk desk = open(schema)) {
                desk.apply(by("li", park(schema, box(0, 0, 100, 100))));
            }
        }
    }

    private PlanDesk open(String schema) {
        return open(server, schema, IfMissing.MAKE);
    }

    private static PlanDesk open(String address, @Nullable String schema, IfMissing ifMissing) {
        return PlanDesk.open(
                Database.postgis(address, schema, PlanBeginning.blueprint(CATALOGUE), ifMissing), CATALOGUE, PROFILE);
    }

    private List<String> noted(String schema) {
        return OutsideProgram.rows(
                server, "SELECT layer, feature, op FROM " + schema + ".greenplan_outside ORDER BY fid");
    }

    private static List<String> parks(PlanDesk desk) {
        return desk.database().read(session -> {
            var found = new java.util.ArrayList<String>();
            new FeatureStore(session)
                    .stream(
                            CATALOGUE.get("parks"),
                            FeatureQuery.all(),
                            f -> found.add(f.ref().toString()));
            return found;
        });
    }

    private static HistoryEntry newest(PlanDesk desk) {
        return desk.database()
                .read(session -> new HistoryStore(session).latest(1, 10))
                .get(0);
    }
}
