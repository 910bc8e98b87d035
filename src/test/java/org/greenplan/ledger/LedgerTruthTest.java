package org.greenplan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.line;
import static org.greenplan.plan.DeskFixture.park;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.plan.DeskFixture;
import org.greenplan.plan.PlanDesk;
import org.greenplan.programme.Targets;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** However a plan came about, its stored ledger is what a fresh count gives. */
class LedgerTruthTest {
    private static final List<String> LAYERS =
            List.of("parks", "afforestation", "corridors", "existing_green", "parks", "afforestation");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void afterRandomEdits(int seed) {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(create("district", box(0, 0, 900, 900), Map.of("name", "区")));
            plan.one(create("sub_districts", box(0, 0, 450, 900), Map.of("name", "西")));
            plan.one(create("sub_districts", box(450, 0, 450, 900), Map.of("name", "东")));
            var random = new Random(seed);
            List<Feature> features = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                edit(plan, random, features);
            }
            assertThat(plan.desk().verify()).isEmpty();
            assertTargetsAreTheSumsOfTheLedger(plan.desk());
            // A desk that has just been opened has nothing to remember: the database sums.
            assertTargetsAreTheSumsOfTheLedger(plan.reopened());
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterTwoWritersOnNeighbouringPlots(Kind kind) throws Exception {
        try (var plan = new DeskFixture(kind);
                var second = plan.another()) {
            var pool = Executors.newFixedThreadPool(2);
            List<Future<Integer>> done = new ArrayList<>();
            done.add(pool.submit(writer(plan.desk(), "li", 0)));
            done.add(pool.submit(writer(second, "wang", 30)));
            for (Future<Integer> each : done) {
                assertThat(each.get()).isEqualTo(15);
            }
            pool.shutdown();
            assertThat(plan.desk().verify()).isEmpty();
            assertTargetsAreTheSumsOfTheLedger(plan.desk());
            assertTargetsAreTheSumsOfTheLedger(second);
            second.database().close();
        }
    }

    private static Callable<Integer> writer(PlanDesk desk, String author, int offset) {
        return () -> {
            for (int i = 0; i < 15; i++) {
                desk.apply(by(author, park(author + i, box(i * 40 + offset, offset, 60, 60))));
            }
            return 15;
        };
    }

    private static void edit(DeskFixture plan, Random random, List<Feature> features) {
        int what = random.nextInt(10);
        if (features.isEmpty() || what < 5) {
            features.add(plan.one(draw(random)));
        } else if (what < 8) {
            int at = random.nextInt(features.size());
            Feature old = features.get(at);
            Change.Create fresh = draw(random, old.ref().layer());
            var attributes = new HashMap<>(old.attributes());
            attributes.putAll(fresh.attributes());
            Geometry shape = random.nextBoolean() ? old.geometry() : fresh.geometry();
            features.set(
                    at,
                    plan.desk()
                            .apply(by("li", new Change.Replace(old.ref(), old.version(), attributes, shape)))
                            .features()
                            .get(0));
        } else {
            Feature old = features.remove(random.nextInt(features.size()));
            plan.desk().apply(by("li", new Change.Delete(old.ref(), old.version())));
        }
    }

    private static Change.Create draw(Random random) {
        return draw(random, LAYERS.get(random.nextInt(LAYERS.size())));
    }

    private static Change.Create draw(Random random, String layer) {
        double east = random.nextInt(900);
        double north = random.nextInt(900);
        Map<String, Object> attributes = new HashMap<>(Map.of("name", "地块" + random.nextInt(100)));
        if (!layer.equals("existing_green")) {
            var statuses = List.of("proposed", "approved", "under_construction", "completed");
            attributes.put("status", statuses.get(random.nextInt(4)));
            attributes.put("effect", random.nextInt(6) == 0 ? "upgrade" : "new");
        }
        if (layer.equals("corridors")) {
            attributes.put("left_width_m", 10.0 * random.nextInt(10));
            return create(layer, line(east, north, east + 200, north + 50, east + 300, north - 80), attributes);
        }
        return create(layer, box(east, north, 20 + random.nextInt(200), 20 + random.nextInt(200)), attributes);
    }

    private static void assertTargetsAreTheSumsOfTheLedger(PlanDesk desk) {
        var summed = desk.database().read(s -> Targets.of(desk.profile(), desk.catalogue(), new LedgerStore(s).rows()));
        for (int i = 0; i < summed.size(); i++) {
            assertThat(desk.targets().get(i).planned()).isCloseTo(summed.get(i).planned(), within(1e-4));
        }
    }
}
