package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.park;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.OutsideStore;
import org.greenplan.history.Pending;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.PlotShapes;
import org.greenplan.problem.Problem;
import org.greenplan.sql.StoreFailure;
import org.greenplan.sql.Tables;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** What waits to be taken in is counted as it was; a save waits only for what is near it, and for no more than a portion. */
class OutsidePortionsTest {
    @ParameterizedTest
    @EnumSource
    void aSaveFarAwayLeavesItWaitingAndOneNearTakesItInFirst(Kind kind) {
        try (var plan = new Unwatched(kind)) {
            Feature first = plan.one(park("先", box(0, 0, 100, 100)));
            Feature second = plan.one(park("后", box(50, 0, 100, 100)));
            plan.outside("UPDATE parks SET geom = " + plan.shape(box(0, 0, 60, 100)) + " WHERE fid = "
                    + first.ref().id());
            plan.one(park("远", box(20_000, 0, 100, 100)));
            assertThat(plan.waiting()).isEqualTo(1);
            assertThat(plan.desk.verify()).isEmpty();
            assertThat(plan.netM2(second)).isCloseTo(5_000, within(1e-2));
            plan.one(park("近", box(10, 10, 10, 10)));
            assertThat(plan.waiting()).isZero();
            assertThat(plan.desk.verify()).isEmpty();
            assertThat(plan.netM2(second)).isCloseTo(9_000, within(1e-2));
            assertThat(plan.authors()).startsWith("li", "outside", "li");
        }
    }

    /** From where a plot was and from where it came to lie: both are near. */
    @ParameterizedTest
    @EnumSource
    void nearIsWhereAPlotWasAndWhereItIs(Kind kind) {
        try (var plan = new Unwatched(kind)) {
            Feature moved = plan.one(park("移", box(0, 0, 100, 100)));
            String there = "UPDATE parks SET geom = " + plan.shape(box(9_000, 0, 100, 100)) + " WHERE fid = "
                    + moved.ref().id();
            plan.outside(there);
            plan.one(park("旧处", box(10, 10, 10, 10)));
            assertThat(plan.waiting()).isZero();
            plan.outside("UPDATE parks SET geom = " + plan.shape(box(18_000, 0, 100, 100)) + " WHERE fid = "
                    + moved.ref().id());
            plan.one(park("新处", box(18_010, 10, 10, 10)));
            assertThat(plan.waiting()).isZero();
            assertThat(plan.desk.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWaitsForMoreThanAPortion(Kind kind) {
        try (var plan = new Unwatched(kind)) {
            List<Change.Create> many = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                many.add(park("片" + i, box(i % 20 * 10, i / 20 * 10, 12, 12)));
            }
            plan.desk.importAll("li", "many", many);
            plan.outside("UPDATE parks SET status = 'approved' WHERE fid % 2 = 0 OR fid < 250");
            plan.one(park("中", box(50, 50, 100, 60)));
            assertThat(plan.waiting()).isGreaterThan(200);
            assertThat(plan.desk.verify()).isEmpty();
            plan.desk.catchUp();
            assertThat(plan.waiting()).isZero();
            assertThat(plan.desk.verify()).isEmpty();
            assertThat(plan.mostSteps("outside")).isEqualTo(200);
        }
    }

    /** Whole recounts (an import, a boundary, a repair) read what waits as it was, too. */
    @ParameterizedTest
    @EnumSource
    void aWholeRecountReadsWhatWaitsAsItWas(Kind kind) {
        try (var plan = new Unwatched(kind)) {
            Feature park = plan.one(park("园", box(0, 0, 100, 100)));
            Feature gone = plan.one(park("删", box(200, 0, 100, 100)));
            Feature green = plan.one(create("existing_green", box(0, 0, 50, 100), Map.of("name", "绿")));
            plan.outside("UPDATE parks SET status = 'completed', geom = " + plan.shape(box(0, 0, 300, 100))
                    + " WHERE fid = " + park.ref().id());
            plan.outside("DELETE FROM parks WHERE fid = " + gone.ref().id());
            plan.outside("DELETE FROM existing_green WHERE fid = " + green.ref().id());
            plan.outside("INSERT INTO parks (name, geom) VALUES ('新', " + plan.shape(box(0, 0, 400, 100)) + ")");
            plan.desk.importAll("li", "many", List.of(park("批", box(20_000, 0, 100, 100))));
            assertThat(plan.waiting()).isEqualTo(4);
            assertThat(plan.desk.verify()).isEmpty();
            assertThat(plan.netM2(park)).isCloseTo(5_000, within(1e-2));
            plan.one(create("district", box(-1000, -1000, 30_000, 3000), Map.of("name", "区")));
            assertThat(plan.waiting()).isEqualTo(4);
            assertThat(plan.desk.verify()).isEmpty();
            plan.desk.catchUp();
            assertThat(plan.desk.verify()).isEmpty();
            assertThat(plan.netM2(park)).isCloseTo(30_000, within(1e-2));
        }
    }

    /** An edit that is committed after the notes were read keeps its note. */
    @Test
    void exactlyTheNotesThatWereReadAreTaken() {
        try (var plan = new Unwatched(Kind.POSTGIS)) {
            Feature one = plan.one(park("一", box(0, 0, 100, 100)));
            Feature two = plan.one(park("二", box(200, 0, 100, 100)));
            plan.outside("UPDATE parks SET name = '甲' WHERE fid = " + one.ref().id());
            plan.desk.database().write(session -> {
                var store = new OutsideStore(session);
                Pending read = store.pending();
                plan.outside(
                        "UPDATE parks SET name = '乙' WHERE fid = " + two.ref().id());
                store.drop(List.copyOf(read.edits().values()));
                return true;
            });
            assertThat(plan.waiting()).isEqualTo(1);
        }
    }

    @Test
    void aSaveBesideAnOpenTransactionWaitsAMomentAndSaysSo() {
        try (var plan = new Unwatched(Kind.POSTGIS)) {
            Feature park = plan.one(park("甲", box(0, 0, 100, 100)));
            try (var edit = OutsideProgram.begin(plan.address)) {
                edit.run("UPDATE parks SET name = 'QGIS' WHERE fid = "
                        + park.ref().id());
                assertThatThrownBy(() -> plan.desk.apply(by("li", PlanDeskTest.replace(park, "乙"))))
                        .isInstanceOf(Problem.Held.class)
                        .hasMessageContaining("parks/" + park.ref().id() + " is being edited in another program");
                edit.commit();
            }
            assertThatThrownBy(() -> plan.desk.apply(by("li", PlanDeskTest.replace(park, "乙"))))
                    .isInstanceOf(Problem.Conflict.class)
                    .hasMessageContaining("by outside");
            assertThat(plan.desk.verify()).isEmpty();
        }
    }

    @Test
    void whoeverCommitsWhileASaveWaitsIsNotOverwritten() throws Exception {
        try (var plan = new Unwatched(Kind.POSTGIS);
                var edit = OutsideProgram.begin(plan.address)) {
            Feature park = plan.one(park("甲", box(0, 0, 100, 100)));
            edit.run("UPDATE parks SET name = 'QGIS' WHERE fid = " + park.ref().id());
            var save = CompletableFuture.supplyAsync(() -> {
                try {
                    plan.desk.apply(by("li", PlanDeskTest.replace(park, "乙")));
                    return "saved";
                } catch (Problem.Conflict e) {
                    return ((Map<?, ?>) ((Map<?, ?>)
                                            Objects.requireNonNull(e.details().get("current")))
                                    .get("properties"))
                            .get("name")
                            .toString();
                }
            });
            plan.untilSomebodyWaitsForALock();
            edit.commit();
            assertThat(save.get()).isEqualTo("QGIS");
        }
    }

    @Test
    void aTransactionThatWaitsForASaveComesAfterIt() throws Exception {
        try (var plan = new Unwatched(Kind.POSTGIS);
                var edit = OutsideProgram.begin(plan.address)) {
            Feature park = plan.one(park("甲", box(0, 0, 100, 100)));
            plan.desk.apply(by("li", PlanDeskTest.replace(park, "乙")));
            edit.run(
                    "UPDATE parks SET remark = 'QGIS' WHERE fid = " + park.ref().id());
            edit.commit();
            plan.desk.catchUp();
            Feature now = plan.read(park);
            assertThat(now.version()).isEqualTo(3);
            assertThat(now.attributes()).containsEntry("name", "乙").containsEntry("remark", "QGIS");
        }
    }

    /** Rows that somebody holds are passed over, with their notes. */
    @Test
    void theTakeInPassesOverHeldRows() {
        try (var plan = new Unwatched(Kind.POSTGIS)) {
            Feature held = plan.one(park("持", box(0, 0, 100, 100)));
            Feature free = plan.one(park("闲", box(0, 0, 100, 100)));
            plan.outside("UPDATE parks SET remark = '一'");
            try (var edit = OutsideProgram.begin(plan.address)) {
                edit.run("UPDATE parks SET remark = '二' WHERE fid = "
                        + held.ref().id());
                plan.desk.catchUp();
                assertThat(plan.read(free).version()).isEqualTo(2);
                assertThat(plan.read(held).version()).isEqualTo(1);
                assertThat(plan.waiting()).isEqualTo(1);
                assertThat(plan.desk.verify()).isEmpty();
                edit.commit();
            }
            plan.desk.catchUp();
            assertThat(plan.read(held).attributes()).containsEntry("remark", "二");
            assertThat(plan.waiting()).isZero();
        }
    }

    /** A row that changed after the write began to read, or a deadlock: the whole write is done anew. */
    @Test
    void aCrossingIsDoneAnew() {
        try (var plan = new Unwatched(Kind.POSTGIS)) {
            Feature park = plan.one(park("甲", box(0, 0, 100, 100)));
            List<String> seen = new ArrayList<>();
            plan.desk.database().write(session -> {
                seen.add(String.valueOf(new FeatureStore(session)
                        .find(park.ref())
                        .orElseThrow()
                        .attributes()
                        .get("name")));
                if (seen.size() == 1) {
                    plan.outside("UPDATE parks SET name = 'QGIS'");
                }
                session.hold("parks", List.of(park.ref().id()));
                if (seen.size() == 2) {
                    throw new StoreFailure("parks", new SQLException("deadlock detected", "40P01"));
                }
                return true;
            });
            assertThat(seen).containsExactly("甲", "QGIS", "QGIS");
        }
    }

    /** A desk that takes nothing in by itself. */
    private static final class Unwatched implements AutoCloseable {
        private final String address;
        private final PlanDesk desk;

        Unwatched(Kind kind) {
            this.address = kind.newAddress();
            this.desk = new PlanDesk(kind.open(address, DeskFixture.CATALOGUE), DeskFixture.PROFILE);
        }

        Feature one(Change.Create create) {
            return desk.apply(by("li", create)).features().get(0);
        }

        void outside(String sql) {
            assertThat(OutsideProgram.commit(address, sql)).isPositive();
        }

        String shape(Geometry polygon) {
            return OutsideProgram.shape(
                    address, polygon.getFactory().createMultiPolygon(new org.locationtech.jts.geom.Polygon[] {
                        (org.locationtech.jts.geom.Polygon) polygon
                    }));
        }

        long waiting() {
            return desk.database()
                    .<Long>read(s -> s.number(
                            "SELECT count(*) FROM (SELECT DISTINCT layer, feature FROM " + Tables.OUTSIDE
                                    + ") AS waiting",
                            List.of()));
        }

        double netM2(Feature feature) {
            return desk.database()
                    .read(s -> new LedgerStore(s).find(PlotShapes.key(feature.ref())))
                    .orElseThrow()
                    .net()
                    .planeM2();
        }

        Feature read(Feature feature) {
            return desk.database()
                    .read(s -> new FeatureStore(s).find(feature.ref()))
                    .orElseThrow();
        }

        List<String> authors() {
            return desk.database().read(s -> new HistoryStore(s)
                    .latest(10, 0).stream().map(HistoryEntry::author).toList());
        }

        int mostSteps(String author) {
            return desk.database().<Integer>read(s -> new HistoryStore(s)
                    .latest(50, 1000).stream()
                            .filter(e -> e.author().equals(author))
                            .mapToInt(e -> e.steps().size())
                            .max()
                            .orElse(0));
        }

        void untilSomebodyWaitsForALock() throws InterruptedException {
            String waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND wait_event_type = 'Lock'";
            for (int i = 0; i < 200 && OutsideProgram.count(address, waits) == 0; i++) {
                Thread.sleep(20);
            }
        }

        @Override
        public void close() {
            desk.close();
        }
    }
}
