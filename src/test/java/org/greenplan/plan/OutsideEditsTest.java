package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.park;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Grown;
import org.greenplan.feature.Feature;
import org.greenplan.geo.Overlay;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.OutsideStore;
import org.greenplan.history.Told;
import org.greenplan.history.ToldStore;
import org.greenplan.problem.Words;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class OutsideEditsTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Two such combs across each other have more crossings than may be between two shapes. */
    private static final int TEETH = 400;

    @ParameterizedTest
    @EnumSource
    void whatAnotherProgramWroteIsTakenInAtTheStart(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature changed = plan.one(park("改", box(0, 0, 100, 100)));
            Feature deleted = plan.one(park("删", box(0, 0, 200, 100)));
            var desk = plan.reopenedAfter(() -> {
                outside(
                        plan,
                        "UPDATE parks SET name = 'QGIS', class = 'G11' WHERE fid = ?",
                        changed.ref().id());
                outside(plan, "DELETE FROM parks WHERE fid = ?", deleted.ref().id());
                outside(
                        plan,
                        "INSERT INTO parks (name, geom) SELECT 'copied', geom FROM parks WHERE fid = ?",
                        changed.ref().id());
            });
            HistoryEntry entry =
                    desk.database().read(s -> new HistoryStore(s).latest(1, 10)).get(0);
            assertThat(entry.author()).isEqualTo("outside");
            assertThat(entry.comment()).isEqualTo("外部编辑 / edited outside");
            assertThat(entry.steps()).hasSize(3);
            Feature now = plan.read(changed.ref());
            assertThat(now.version()).isEqualTo(2);
            assertThat(String.valueOf(now.attributes().get("name"))).isEqualTo("QGIS");
            assertThat(desk.verify()).isEmpty();
            assertThat(desk.targets().get(0).planned()).isCloseTo(10_000, within(1e-2));
            // The copy lies on its model: it is no piece of its own.
            assertThat(desk.targets().get(2).planned()).isZero();
            Feature back = desk.restore(deleted.ref(), "li").features().get(0);
            assertThat(String.valueOf(back.attributes().get("name"))).isEqualTo("删");
            assertThat(desk.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteFirstTakesInWhatHappenedOutside(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature park = plan.one(park("甲", box(0, 0, 100, 100)));
            outside(
                    plan,
                    "UPDATE parks SET name = 'QGIS' WHERE fid = ?",
                    park.ref().id());
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> plan.desk().apply(by("li", PlanDeskTest.replace(park, "乙"))))
                    .hasMessageContaining("by outside");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDateIsTakenAsADateAndANonsensicalOneFallsBack(Kind kind) {
        Catalogue dated = Grown.withDate(DeskFixture.CATALOGUE, "parks", "opened", Words.of("开放日期", "Opened"));
        try (var plan = new DeskFixture(kind, dated, DeskFixture.PROFILE)) {
            Feature park = plan.one(DeskFixture.create(
                    "parks", box(0, 0, 100, 100), Map.of("name", "甲", "opened", LocalDate.of(2019, 10, 1))));
            String set = "UPDATE parks SET opened = %s WHERE fid = ?";
            outside(
                    plan,
                    String.format(Locale.ROOT, set, "'2020-02-29'"),
                    park.ref().id());
            plan.desk().catchUp();
            assertThat(plan.read(park.ref()).attributes()).containsEntry("opened", LocalDate.of(2020, 2, 29));
            // A server refuses what is no day by itself; the earliest day that it has is no day of a plan.
            String none = kind == Kind.POSTGIS ? "'-infinity'" : "'2019-02-30'";
            outside(plan, String.format(Locale.ROOT, set, none), park.ref().id());
            plan.desk().catchUp();
            assertThat(plan.read(park.ref()).attributes()).containsEntry("opened", LocalDate.of(2020, 2, 29));
            outside(plan, String.format(Locale.ROOT, set, "NULL"), park.ref().id());
            plan.desk().catchUp();
            assertThat(plan.read(park.ref()).attributes().get("opened")).isNull();
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** Two shapes that are sound alone can cross too often to be measured; found only when a portion is counted. */
    @ParameterizedTest
    @EnumSource
    void whatCannotBeCountedIsPutBackAloneAndTheRestOfItsPortionIsTaken(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature upright = plan.one(park("竖齿", comb(false)));
            Feature crossing = plan.one(park("横齿", box(0, 2000, 50, 50)));
            Feature moved = plan.one(park("移", box(1500, 0, 100, 100)));
            Feature deleted = plan.one(park("删", box(1700, 0, 100, 100)));
            Feature foreign = plan.one(park("改名", box(1900, 0, 100, 100)));
            String address = plan.address();
            OutsideProgram.commit(
                    address,
                    set(address, moved, box(1500, 0, 100, 200)),
                    set(address, crossing, comb(true)),
                    "DELETE FROM parks WHERE fid = " + deleted.ref().id(),
                    "UPDATE parks SET name = 'QGIS' WHERE fid = "
                            + foreign.ref().id());
            plan.desk().catchUp();
            assertThat(plan.netM2(moved.ref())).isCloseTo(20_000, within(1e-2));
            assertThat(plan.read(foreign.ref()).attributes()).containsEntry("name", "QGIS");
            assertThat(plan.read(crossing.ref()).geometry().equalsExact(crossing.geometry()))
                    .isTrue();
            assertThat(plan.read(upright.ref()).version()).isEqualTo(1);
            List<HistoryEntry> entries = plan.desk().database().read(s -> new HistoryStore(s).latest(9, 10)).stream()
                    .filter(e -> e.author().equals("outside"))
                    .toList();
            assertThat(entries).flatExtracting(HistoryEntry::steps).hasSize(3);
            List<ToldStore.Line> told = plan.desk().database().read(s -> entries.stream()
                    .flatMap(e -> new ToldStore(s).of(e.number(), 10).stream())
                    .toList());
            assertThat(told).singleElement().satisfies(line -> {
                assertThat(line.told().ref()).isEqualTo(crossing.ref());
                assertThat(line.told().kind()).isEqualTo(Told.Kind.REFUSED);
                assertThat(line.told().words().en()).contains("cannot be counted");
                assertThat(line.told().wrote()).isNotNull();
            });
            assertThat(plan.desk().database().<Boolean>read(s -> new OutsideStore(s).isEmpty()))
                    .isTrue();
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    private static String set(String address, Feature park, Geometry shape) {
        return "UPDATE parks SET geom = " + OutsideProgram.shape(address, Overlay.polygons(shape)) + " WHERE fid = "
                + park.ref().id();
    }

    /** Teeth of 1 m and gaps of 1 m over a kilometre, on a back of 1 m. */
    private static Geometry comb(boolean lying) {
        List<Coordinate> ring = new ArrayList<>();
        Consumer<double[]> to = p -> ring.add(lying ? new Coordinate(p[1], p[0]) : new Coordinate(p[0], p[1]));
        for (int tooth = 0; tooth < TEETH; tooth++) {
            for (double[] corner : new double[][] {{0, 1}, {0, 1000}, {1, 1000}, {1, 1}}) {
                to.accept(new double[] {2 * tooth + corner[0], corner[1]});
            }
        }
        to.accept(new double[] {2 * TEETH, 0});
        to.accept(new double[] {0, 0});
        ring.add(ring.get(0));
        double[] flat =
                ring.stream().flatMapToDouble(c -> DoubleStream.of(c.x, c.y)).toArray();
        return FACTORY.createPolygon(DeskFixture.line(flat).getCoordinates());
    }

    @ParameterizedTest
    @EnumSource
    void everybodyHearsOfEveryChangesetInOrder(Kind kind) throws Exception {
        try (var plan = new DeskFixture(kind);
                var second = plan.another()) {
            var heard = new LinkedBlockingQueue<Long>();
            try (var subscription = second.feed().subscribe(e -> heard.add(e.number()))) {
                assertThat(subscription).isNotNull();
                for (int i = 0; i < 5; i++) {
                    plan.one(park("甲", box(0, 0, 100, 100)));
                }
                for (long number = 1; number <= 5; number++) {
                    assertThat(heard.poll(2, TimeUnit.SECONDS)).isEqualTo(number);
                }
            }
            second.database().close();
        }
    }

    private static void outside(DeskFixture plan, String sql, long id) {
        assertThat(OutsideProgram.run(plan.address(), sql, id)).isEqualTo(1);
    }
}
