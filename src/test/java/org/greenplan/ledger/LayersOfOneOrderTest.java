package org.greenplan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.greenplan.catalogue.Grown;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.plan.CheckResult;
import org.greenplan.plan.DeskFixture;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two layers with one {@code order}: the ground that both want is counted once, and everybody agrees for whom. */
class LayersOfOneOrderTest {
    /** The second stands before parks by its id, the third after it. */
    private static final List<String> TWINS = List.of("parks", "gardens", "squares");

    @ParameterizedTest
    @CsvSource({"parks, gardens", "gardens, parks", "parks, squares", "squares, parks"})
    void theDraftSaysWhatItsSavingGives(String first, String second) {
        try (var plan = plan(Kind.GEOPACKAGE)) {
            // Numbers of different layers say nothing about age: the first layer's are far ahead.
            plan.one(create(first, box(900, 900, 10, 10), Map.of("name", "园")));
            plan.one(create(first, box(0, 0, 100, 100), Map.of("name", "园")));
            Change.Create draft = create(second, box(50, 0, 100, 100), Map.of("name", "园"));
            CheckResult check = plan.desk().check(draft);
            Feature saved = plan.one(draft);
            assertThat(check.net().planeM2()).isCloseTo(plan.netM2(saved.ref()), within(1e-6));
            double mine = first.compareTo(second) < 0 ? 5_000 : 10_000;
            assertThat(check.net().planeM2()).isCloseTo(mine, within(1e-3));
            assertThat(check.overlaps()).hasSize(mine == 5_000 ? 1 : 0);
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWholeCountIsThatOfTheUnion(Kind kind) {
        try (var plan = plan(kind)) {
            TWINS.forEach(layer -> plan.one(create(layer, box(0, 0, 100, 100), Map.of("name", layer))));
            assertThat(plan.desk().targets().get(0).planned()).isCloseTo(10_000, within(1e-3));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneChangeAfterTheOtherGivesWhatTheWholeCountGives(int seed) {
        try (var plan = plan(Kind.GEOPACKAGE)) {
            var random = new Random(seed);
            List<Feature> features = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String layer = TWINS.get(random.nextInt(TWINS.size()));
                var shape = box(random.nextInt(300), random.nextInt(300), 120, 120);
                var statuses =
                        Map.<String, Object>of("name", "园", "status", random.nextBoolean() ? "approved" : "proposed");
                if (features.isEmpty() || random.nextInt(3) > 0) {
                    features.add(plan.one(create(layer, shape, statuses)));
                } else {
                    Feature old = features.remove(random.nextInt(features.size()));
                    var attributes = new HashMap<>(old.attributes());
                    attributes.putAll(statuses);
                    var moved = new Change.Replace(old.ref(), old.version(), attributes, shape);
                    features.add(plan.desk().apply(by("li", moved)).features().get(0));
                }
            }
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    private static DeskFixture plan(Kind kind) {
        LayerType parks = DeskFixture.CATALOGUE.get("parks");
        List<LayerType> layers = new ArrayList<>(DeskFixture.CATALOGUE.layers());
        layers.add(Grown.with(parks, "gardens", parks.attributes()));
        layers.add(Grown.with(parks, "squares", parks.attributes()));
        var catalogue = DeskFixture.CATALOGUE.withLayers(layers);
        return new DeskFixture(kind, catalogue, DeskFixture.PROFILE);
    }
}
