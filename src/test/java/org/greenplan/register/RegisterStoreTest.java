package org.greenplan.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.line;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.greenplan.cql2.Cql2Text;
import org.greenplan.cql2.FilterCrs;
import org.greenplan.feature.FeatureRef;
import org.greenplan.plan.DeskFixture;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody sees of the plots is asked of the store a window at a time, and is the same on both. */
class RegisterStoreTest {
    private static final FeatureRef TEN = new FeatureRef("parks", 1);
    private static final FeatureRef TWO = new FeatureRef("parks", 2);
    private static final FeatureRef CENTRE = new FeatureRef("parks", 3);
    private static final FeatureRef WOOD = new FeatureRef("afforestation", 1);
    private static final FeatureRef BELT = new FeatureRef("corridors", 1);

    private static DeskFixture filled(Kind kind) {
        var plan = new DeskFixture(kind);
        plan.desk()
                .apply(by(
                        "li",
                        create("sub_districts", box(0, 0, 1000, 1000), Map.of("name", "西")),
                        create("sub_districts", box(1000, 0, 1000, 1000), Map.of("name", "东"))));
        park(plan, "孟津路10号", box(0, 0, 100, 100), Map.of("status", "approved", "year", 2021L, "office", "园林局"));
        park(
                plan,
                "孟津路2号",
                box(990, 200, 40, 50),
                Map.of("code", "GY-7%", "year", 2020L, "planned_start", LocalDate.of(2020, 3, 1)));
        park(plan, "中心公园", box(1500, 0, 50, 50), Map.of("planned_start", LocalDate.of(2019, 3, 1), "person", "王"));
        plan.one(create("afforestation", box(3000, 3000, 30, 30), Map.of("name", "安阳林", "status", "completed")));
        plan.one(create("corridors", line(0, 500, 500, 500), Map.of("name", "B线")));
        return plan;
    }

    private static void park(
            DeskFixture plan, String name, org.locationtech.jts.geom.Geometry shape, Map<String, Object> more) {
        Map<String, Object> attributes = new HashMap<>(more);
        attributes.put("name", name);
        plan.one(create("parks", shape, attributes));
    }

    private static <T> T ask(DeskFixture plan, Function<RegisterStore, T> question) {
        return plan.desk().database().read(s -> question.apply(new RegisterStore(s, DeskFixture.PROFILE)));
    }

    private static List<FeatureRef> refs(DeskFixture plan, Function<RegisterStore, List<FeatureRef>> question) {
        return ask(plan, question);
    }

    private static PlotSums sums(DeskFixture plan, Function<RegisterStore, PlotSums> question) {
        return ask(plan, question);
    }

    private static List<FeatureRef> found(DeskFixture plan, PlotQuestion question) {
        return ask(plan, register -> register.refs(question, 0, 100));
    }

    private static PlotQuestion sorted(PlotColumn column, boolean falling) {
        return PlotQuestion.ALL.sorted(column, falling);
    }

    @ParameterizedTest
    @EnumSource
    void plotsAreSortedByEveryColumnTheSameInBothStores(Kind kind) {
        try (DeskFixture plan = filled(kind)) {
            Map<PlotColumn, List<FeatureRef>> rising = Map.ofEntries(
                    // As people read: numbers by size, Chinese by its sound, before Latin.
                    Map.entry(PlotColumn.NAME, List.of(WOOD, TWO, TEN, CENTRE, BELT)),
                    Map.entry(PlotColumn.LAYER, List.of(TEN, TWO, CENTRE, BELT, WOOD)),
                    // The most advanced first, as the catalogue has them.
                    Map.entry(PlotColumn.STATUS, List.of(WOOD, TEN, TWO, CENTRE, BELT)),
                    Map.entry(PlotColumn.CLASS, List.of(TEN, TWO, CENTRE, BELT, WOOD)),
                    // By where most of it lies; what lies in none comes last.
                    Map.entry(PlotColumn.ZONE, List.of(TEN, BELT, TWO, CENTRE, WOOD)),
                    Map.entry(PlotColumn.CODE, List.of(TWO, TEN, CENTRE, BELT, WOOD)),
                    Map.entry(PlotColumn.OFFICE, List.of(TEN, TWO, CENTRE, BELT, WOOD)),
                    Map.entry(PlotColumn.PERSON, List.of(CENTRE, TEN, TWO, BELT, WOOD)),
                    Map.entry(PlotColumn.START, List.of(CENTRE, TWO, TEN, BELT, WOOD)),
                    Map.entry(PlotColumn.FINISH, List.of(TEN, TWO, CENTRE, BELT, WOOD)),
                    Map.entry(PlotColumn.YEAR, List.of(CENTRE, BELT, WOOD, TWO, TEN)),
                    Map.entry(PlotColumn.NET, List.of(WOOD, TWO, CENTRE, TEN, BELT)),
                    Map.entry(PlotColumn.GROSS, List.of(WOOD, TWO, CENTRE, TEN, BELT)),
                    Map.entry(PlotColumn.LENGTH, List.of(BELT, TEN, TWO, CENTRE, WOOD)));
            assertThat(rising).hasSize(PlotColumn.values().length);
            rising.forEach((column, refs) -> assertThat(found(plan, sorted(column, false)))
                    .as("%s", column)
                    .isEqualTo(refs));
            assertThat(found(plan, sorted(PlotColumn.START, true)))
                    .as("what has no day is last either way")
                    .containsExactly(TWO, CENTRE, TEN, BELT, WOOD);
            assertThat(found(plan, PlotQuestion.ALL)).containsExactly(BELT, TEN, CENTRE, TWO, WOOD);
        }
    }

    @ParameterizedTest
    @EnumSource
    void plotsAreFoundByEveryCondition(Kind kind) {
        try (DeskFixture plan = filled(kind)) {
            assertThat(where(plan, "layer", "corridors")).containsExactly(BELT);
            assertThat(where(plan, "plot", "parks.2")).containsExactly(TWO);
            assertThat(where(plan, "plot", "parks.9")).isEmpty();
            assertThat(where(plan, "status", "approved")).containsExactly(TEN);
            assertThat(where(plan, "status", PlotQuestion.UNKNOWN)).isEmpty();
            assertThat(where(plan, "year", "2020")).containsExactly(TWO);
            assertThat(where(plan, "office", PlotQuestion.NONE)).containsExactly(BELT, CENTRE, TWO, WOOD);
            assertThat(where(plan, "zone", "sub_districts.1")).containsExactly(BELT, TEN, TWO);
            assertThat(where(plan, "zone", "sub_districts.2")).containsExactly(CENTRE, TWO);
            assertThat(where(plan, "zone", "none")).containsExactly(WOOD);
            assertThat(where(plan, "box", "113,34,114,35")).hasSameSizeAs(where(plan, "box", "-180,-90,180,90"));
            assertThat(where(plan, "box", "10,10,11,11")).isEmpty();
            assertThat(where(plan, "target", "corridors")).containsExactly(BELT);
            assertThat(where(plan, "target", "pocket_parks")).containsExactly(TEN, CENTRE, TWO);
            assertThat(where(plan, "target", "nothing")).isEmpty();
            assertThat(text(plan, "路")).containsExactly(TEN, TWO);
            assertThat(text(plan, "mjl2")).containsExactly(TWO);
            assertThat(text(plan, "gy-7%")).containsExactly(TWO);
            assertThat(text(plan, "%")).as("a sign is itself").containsExactly(TWO);
            assertThat(text(plan, "b线")).containsExactly(BELT);
            var filter = Cql2Text.read("net_plane_m2 > 2200 AND office IS NULL", FilterCrs.LON_LAT);
            assertThat(found(plan, PlotQuestion.ALL.with(filter))).containsExactly(BELT, CENTRE);
            assertThat(found(plan, PlotQuestion.ALL.with("路").with("year", "2021")))
                    .as("all at once")
                    .containsExactly(TEN);
        }
    }

    private static List<FeatureRef> where(DeskFixture plan, String word, String value) {
        return found(plan, PlotQuestion.ALL.with(word, value));
    }

    private static List<FeatureRef> text(DeskFixture plan, String words) {
        return found(plan, PlotQuestion.ALL.with(words));
    }

    @ParameterizedTest
    @EnumSource
    void windowsPlacesRangesAndSumsAreOfTheSameOrder(Kind kind) {
        try (DeskFixture plan = filled(kind)) {
            PlotQuestion byName = sorted(PlotColumn.NAME, false);
            List<FeatureRef> all = List.of(WOOD, TWO, TEN, CENTRE, BELT);
            assertThat(refs(plan, r -> r.refs(byName, 1, 2))).containsExactly(TWO, TEN);
            for (FeatureRef ref : all) {
                Optional<Long> place = ask(plan, r -> r.place(byName, ref));
                assertThat(place).hasValue((long) all.indexOf(ref));
            }
            Optional<Long> filteredAway = ask(plan, r -> r.place(byName.with("路"), WOOD));
            assertThat(filteredAway).isEmpty();
            assertThat(refs(plan, r -> r.between(byName, TEN, WOOD, 10))).containsExactly(WOOD, TWO, TEN);
            assertThat(refs(plan, r -> r.between(byName, WOOD, TEN, 2))).containsExactly(WOOD, TWO);
            PlotSums sums = sums(plan, r -> r.sums(byName.with("路")));
            assertThat(sums.plots()).isEqualTo(2);
            assertThat(sums.net().planeM2()).isEqualTo(12_000, org.assertj.core.data.Offset.offset(0.001));
            assertThat(sums(plan, r -> r.sums(List.of(TEN, TWO, new FeatureRef("parks", 99)))))
                    .isEqualTo(sums);
            assertThat(sums(plan, r -> r.sums(PlotQuestion.ALL)).lengthUm()).isEqualTo(500_000_000L);
            assertThat(sums(plan, r -> r.sums(byName.with("没有")))).isEqualTo(PlotSums.NONE);
            long unknown = ask(plan, RegisterStore::unknownStatuses);
            assertThat(unknown).isZero();
            List<PlotEntry> entries = ask(plan, r -> r.entries(List.of(TWO, new FeatureRef("parks", 99), BELT)));
            assertThat(entries).extracting(e -> e.row().ref()).containsExactly(TWO, BELT);
            assertThat(entries.get(0).zones())
                    .extracting(zone -> zone.code())
                    .as("the one that has most of it first")
                    .containsExactly("sub_districts.2", "sub_districts.1");
        }
    }
}
