package org.greenplan.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.park;
import static org.greenplan.plan.DeskFixture.target;

import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.history.Milestones;
import org.greenplan.plan.CheckResult;
import org.greenplan.plan.DeskFixture;
import org.greenplan.plan.PlanDesk;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** A target of pieces counts a plot once, by the area that is its own. */
class PieceTest {
    private static final PlanProfile PROFILE = profile();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what | east, north, side | does it count | why not
                "a park beside the others | 300, 300, 30 | 1 | ",
                "outside the district | 2000, 0, 60 | 0 | net area of 0 m² on the plane is below 400 m²",
                "a copy | 0, 0, 60 | 0 | net area of 0 m² on the plane is below 400 m²",
                "inside another park | 10, 10, 25 | 0 | net area of 0 m² on the plane is below 400 m²",
                "on existing green | 100, 0, 50 | 0 | net area of 0 m² on the plane is below 400 m²",
                "too much of it in another park | 45, 0, 25 | 0 | net area of 250 m² on the plane is below 400 m²",
                "too small | 300, 300, 19 | 0 | net area of 361 m² on the plane is below 400 m²",
                "just large enough | 300, 300, 20 | 1 | "
            })
    void aParkCountsOnlyByItsNetArea(String what, String place, int counts, String why) {
        double[] xys = List.of(place.split(", ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        try (var plan = plan(Kind.GEOPACKAGE)) {
            Change.Create draft = park(what, box(xys[0], xys[1], xys[2], xys[2]));
            CheckResult check = plan.desk().check(draft);
            plan.one(draft);
            assertThat(pieces(plan.desk())).as(what).isEqualTo(1 + counts);
            assertThat(check.after().get(0).planned()).isEqualTo(1 + counts);
            Contribution told = check.contributions().get(0);
            assertThat(told.amount()).isEqualTo(counts);
            assertThat(String.valueOf(told.why())).contains(String.valueOf(why));
            assertThat(pieces(plan.reopened())).as("as the database sums").isEqualTo(1 + counts);
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoBringsTheSameParkThreeTimesIsToldBeforeThatItIsOne(Kind kind) {
        try (var plan = plan(kind)) {
            Change.Create same = park("东园", box(300, 300, 50, 60));
            List<Change> file = List.of(same, park("区外", box(2000, 0, 60, 60)), same, same);
            var none = plan.desk().forecast(file, Milestones.UNWATCHED).noPieces();
            assertThat(none).containsOnlyKeys(1, 2, 3);
            assertThat(none.get(3).get(0).why().zh()).isEqualTo("“pocket_parks”计数：净面积（平面）0 m² 小于 400 m²，不计个数");
            plan.desk().apply(new Changeset("li", "test", file));
            assertThat(pieces(plan.desk())).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTakenFromAPlotMakesItNoPieceAndGivesItBack(Kind kind) {
        try (var plan = plan(kind)) {
            Feature small = plan.one(park("小园", box(300, 300, 25, 25)));
            assertThat(pieces(plan.desk())).isEqualTo(2);
            Feature green = plan.one(create("existing_green", box(300, 300, 20, 20), Map.of("name", "现状")));
            assertThat(pieces(plan.desk())).isEqualTo(1);
            plan.desk().apply(by("li", new Change.Delete(green.ref(), green.version())));
            assertThat(pieces(plan.desk())).isEqualTo(2);
            assertThat(pieces(plan.reopened())).isEqualTo(2);
            assertThat(plan.read(small.ref())).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUpgradeIsAPieceOnceAndOnlyWhereATargetAsks(Kind kind) {
        try (var plan = plan(kind)) {
            Feature first = plan.one(upgrade("铝城公园", box(100, 0, 50, 50)));
            assertThat(pieces(plan.desk())).as("no new park").isEqualTo(1);
            assertThat(upgrades(plan.desk())).isEqualTo(1);
            CheckResult again = plan.desk().check(upgrade("又一次", box(110, 0, 30, 30)));
            assertThat(again.contributions())
                    .extracting(c -> String.valueOf(c.why()))
                    .anySatisfy(
                            why -> assertThat(why)
                                    .contains(
                                            "the area of 0 m² inside the district that no earlier upgrade counts is below 1 m²"));
            plan.one(upgrade("又一次", box(110, 0, 30, 30)));
            plan.one(upgrade("区外", box(3000, 0, 50, 50)));
            assertThat(upgrades(plan.desk())).isEqualTo(1);
            plan.desk().apply(by("li", new Change.Delete(first.ref(), first.version())));
            assertThat(upgrades(plan.desk()))
                    .as("the later one is the first now")
                    .isEqualTo(1);
            assertThat(plan.desk().verify()).isEmpty();
            assertThat(upgrades(plan.reopened())).isEqualTo(1);
        }
    }

    private static DeskFixture plan(Kind kind) {
        var plan = new DeskFixture(kind, DeskFixture.CATALOGUE, PROFILE);
        plan.one(create("district", box(-10, -10, 900, 900), Map.of("name", "上街区")));
        plan.one(create("existing_green", box(100, 0, 50, 50), Map.of("name", "老公园")));
        plan.one(park("第一园", box(0, 0, 60, 60)));
        return plan;
    }

    private static Change.Create upgrade(String name, Geometry shape) {
        return create("parks", shape, Map.of("name", name, "effect", "upgrade"));
    }

    private static double pieces(PlanDesk desk) {
        return state(desk, 0).planned();
    }

    private static double upgrades(PlanDesk desk) {
        return state(desk, 1).planned();
    }

    private static TargetState state(PlanDesk desk, int target) {
        return desk.targets().get(target);
    }

    private static PlanProfile profile() {
        PlanProfile test = DeskFixture.PROFILE;
        var count = TargetLine.Measure.COUNT;
        return new PlanProfile(
                test.id(),
                test.title(),
                test.district(),
                test.year(),
                test.plane(),
                test.illustrative(),
                List.of(
                        target("pocket_parks", count, List.of(), "class = 'G14'", 400.0, 10),
                        target("upgrades", count, List.of(), "effect = 'upgrade'", null, 3)));
    }
}
