package org.greenplan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.line;

import java.util.HashMap;
import java.util.Map;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.plan.Applied;
import org.greenplan.plan.DeskFixture;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** A write looks for its neighbours as far as their green may reach, and counts anew all whom it may touch. */
class NeighbourhoodTest {
    /** A belt is not found by its line: a plot far off the line, within the belt, meets it nevertheless. */
    @ParameterizedTest
    @EnumSource
    void abeltIsANeighbourAsFarAsItReaches(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            corridor(plan, 480, 0, "proposed");
            Feature wood = wood(plan, box(400, 300, 100, 100));
            assertThat(plan.netM2(wood.ref())).isCloseTo(0, within(1e-3));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** The plot was there first; the belt, wider now or of a better status, takes its ground, and gives it back. */
    @ParameterizedTest
    @ValueSource(doubles = {60, 200, 480})
    void whoeverIsReachedByABeltIsCountedAnew(double widthM) {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Feature wood = wood(plan, box(400, widthM - 40, 100, 20));
            Feature corridor = corridor(plan, 0, 0, "proposed");
            assertThat(plan.netM2(wood.ref())).isCloseTo(2000, within(1e-3));
            Map<String, Object> wide = new HashMap<>(corridor.attributes());
            wide.put("left_width_m", widthM);
            corridor = replaced(plan, corridor, wide, corridor.geometry());
            assertThat(plan.netM2(wood.ref())).isCloseTo(0, within(1e-3));
            assertThat(plan.desk().verify()).isEmpty();
            plan.desk().apply(by("li", new Change.Delete(corridor.ref(), corridor.version())));
            assertThat(plan.netM2(wood.ref())).isCloseTo(2000, within(1e-3));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** What a plot leaves is free for those behind it as well as what it comes to is taken from them. */
    @Test
    void aplotThatMovesGivesGroundBackAndTakesGround() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Feature park = plan.one(create("parks", box(0, 0, 100, 100), Map.of("name", "园")));
            Feature here = wood(plan, box(0, 0, 100, 100));
            Feature there = wood(plan, box(2000, 0, 100, 100));
            assertThat(plan.netM2(here.ref())).isCloseTo(0, within(1e-3));
            replaced(plan, park, park.attributes(), box(2000, 0, 100, 100));
            assertThat(plan.netM2(here.ref())).isCloseTo(10_000, within(1e-3));
            assertThat(plan.netM2(there.ref())).isCloseTo(0, within(1e-3));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** The check of a plot in the hand sees the others as they will be: what it leaves is theirs, and its old self is nobody's neighbour. */
    @Test
    void theCheckOfAPlotThatMovesOrGoesSaysWhatSavingGives() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Feature park = plan.one(create("parks", box(0, 0, 100, 100), Map.of("name", "园", "class", "G11")));
            wood(plan, box(0, 0, 100, 100));
            wood(plan, box(2000, 0, 100, 100));
            Change moved = new Change.Replace(park.ref(), 1, park.attributes(), box(2000, 0, 100, 60));
            assertThat(plan.desk().check(moved).after().get(0).planned()).isCloseTo(20_000, within(1e-3));
            Change gone = new Change.Delete(park.ref(), 1);
            assertThat(plan.desk().check(gone).after().get(0).planned()).isCloseTo(20_000, within(1e-3));
            plan.desk().apply(by("li", moved));
            assertThat(plan.desk().targets().get(0).planned()).isCloseTo(20_000, within(1e-3));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** Changes of one kind go in together, but each into its own layer. */
    @ParameterizedTest
    @EnumSource
    void oneChangesetWritesInSeveralLayers(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Applied made = plan.desk()
                    .apply(by(
                            "li",
                            create("parks", box(0, 0, 100, 100), Map.of("name", "园")),
                            create("afforestation", box(50, 0, 100, 100), Map.of("name", "林")),
                            create("existing_green", box(0, 0, 50, 100), Map.of("name", "现状"))));
            assertThat(made.features())
                    .extracting(f -> f.ref().layer())
                    .containsExactly("parks", "afforestation", "existing_green");
            assertThat(plan.desk().targets().get(0).planned()).isCloseTo(10_000, within(1e-3));
            Change[] deletes = made.features().stream()
                    .map(f -> new Change.Delete(f.ref(), f.version()))
                    .toArray(Change[]::new);
            assertThat(plan.desk().apply(by("li", deletes)).deleted()).hasSize(3);
            assertThat(plan.desk().targets().get(0).planned()).isZero();
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** A plot that falls behind others in the order meets them anew, though its shape is the same. */
    @Test
    void aplotThatChangesItsRankIsCountedAnewWithThoseItPasses() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Feature first = wood(plan, box(0, 0, 100, 100));
            Feature second = wood(plan, box(50, 0, 100, 100));
            Map<String, Object> approved = new HashMap<>(second.attributes());
            approved.put("status", "approved");
            second = replaced(plan, second, approved, second.geometry());
            assertThat(plan.netM2(first.ref())).isCloseTo(5000, within(1e-3));
            Map<String, Object> upgrade = new HashMap<>(second.attributes());
            upgrade.put("effect", "upgrade");
            replaced(plan, second, upgrade, second.geometry());
            assertThat(plan.netM2(first.ref())).isCloseTo(10_000, within(1e-3));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** Existing green that comes, moves and goes. */
    @Test
    void existingGreenTakesGroundAndGivesItBack() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Feature wood = wood(plan, box(0, 0, 100, 100));
            Feature green = plan.one(create("existing_green", box(0, 0, 50, 100), Map.of("name", "现状")));
            assertThat(plan.netM2(wood.ref())).isCloseTo(5000, within(1e-3));
            green = replaced(plan, green, green.attributes(), box(0, 0, 20, 100));
            assertThat(plan.netM2(wood.ref())).isCloseTo(8000, within(1e-3));
            plan.desk().apply(by("li", new Change.Delete(green.ref(), green.version())));
            assertThat(plan.netM2(wood.ref())).isCloseTo(10_000, within(1e-3));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    private static Feature corridor(DeskFixture plan, double leftM, double rightM, String status) {
        return plan.one(create(
                "corridors",
                line(0, 0, 1000, 0),
                Map.of("name", "廊", "left_width_m", leftM, "right_width_m", rightM, "status", status)));
    }

    private static Feature wood(DeskFixture plan, Geometry shape) {
        return plan.one(create("afforestation", shape, Map.of("name", "林")));
    }

    private static Feature replaced(
            DeskFixture plan, Feature old, Map<String, ? extends Object> attributes, Geometry shape) {
        return plan.desk()
                .apply(by("li", new Change.Replace(old.ref(), old.version(), new HashMap<>(attributes), shape)))
                .features()
                .get(0);
    }
}
