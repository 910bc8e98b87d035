package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.park;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Grown;
import org.greenplan.feature.Feature;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.problem.Words;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutsideEditsTest {
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
