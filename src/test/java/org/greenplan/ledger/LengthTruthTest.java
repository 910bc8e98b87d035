package org.greenplan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.plan.DeskFixture;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However corridors that nearly coincide came about, their stored lengths are what a fresh count gives, for whole stretches and on foot. */
class LengthTruthTest {
    private static final List<String> STATUSES = List.of("proposed", "approved", "under_construction", "completed");

    @ParameterizedTest
    @CsvSource({"GEOPACKAGE, 1", "POSTGIS, 1", "GEOPACKAGE, 2", "GEOPACKAGE, 3"})
    void afterRandomEditsOfLinesThatNearlyCoincide(Kind kind, int seed) {
        try (var plan = new DeskFixture(kind)) {
            district(plan);
            var random = new Random(seed);
            List<Feature> features = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                edit(plan, random, features);
            }
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** Seen before: the second time such a line added kilometres. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the same over the border, 0 0 900 300 1600 500, 0 0 900 300 1600 500",
        "with a point more on a leg, 100 100 700 400 300 800, 100 100 333.3 216.65 700 400 300 800",
        "reversed, 100 100 700 400 300 800, 300 800 700 400 100 100",
        "a millimetre beside, 100 100 700 100, 100 100.001 700 100.001",
        "two metres beside, 100 100 700 100, 100 102 700 102"
    })
    void aLineThatIsThereAlreadyAddsNothing(String name, String first, String second) {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            district(plan);
            Feature one = plan.one(corridor(first, Map.of()));
            double before = corridors(plan);
            assertThat(before).isCloseTo(lengthM(plan, one), within(1e-6)).isGreaterThan(500);
            Feature two = plan.one(corridor(second, Map.of()));
            assertThat(lengthM(plan, two)).isCloseTo(0, within(1e-6));
            assertThat(corridors(plan)).isCloseTo(before, within(1e-6));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    /** Nothing of the belts touches: what tells the later line of the earlier one is the tolerance alone. */
    @Test
    void aLineWithoutABeltIsCountedAnewWhenOneBesideItGoes() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            district(plan);
            Map<String, Object> none = Map.of("left_width_m", 0.0, "right_width_m", 0.0);
            Feature one = plan.one(corridor("100 100 700 100", none));
            Feature two = plan.one(corridor("100 104 700 104", none));
            assertThat(lengthM(plan, two)).isCloseTo(0, within(1e-6));
            plan.desk().apply(by("li", new Change.Delete(one.ref(), one.version())));
            assertThat(lengthM(plan, two)).isCloseTo(600, within(1e-6));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @Test
    void anUpgradedCorridorCountsItsLengthAndNoArea() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            district(plan);
            Feature one = plan.one(corridor("100 100 700 100", Map.of("effect", "upgrade", "left_width_m", 20.0)));
            assertThat(lengthM(plan, one)).isCloseTo(600, within(1e-6));
            assertThat(plan.netM2(one.ref())).isZero();
        }
    }

    private static void district(DeskFixture plan) {
        plan.one(create("district", box(-50, -50, 1000, 1000), Map.of("name", "区")));
        plan.one(create("sub_districts", box(-50, -50, 500, 1000), Map.of("name", "西")));
        plan.one(create("sub_districts", box(450, -50, 500, 1000), Map.of("name", "东")));
    }

    private static void edit(DeskFixture plan, Random random, List<Feature> features) {
        int what = random.nextInt(10);
        if (features.isEmpty() || what < 5) {
            features.add(plan.one(draw(random)));
        } else if (what < 8) {
            int at = random.nextInt(features.size());
            Feature old = features.get(at);
            Change.Create fresh = draw(random);
            var attributes = new HashMap<>(old.attributes());
            attributes.putAll(fresh.attributes());
            var shape = random.nextBoolean() ? old.geometry() : fresh.geometry();
            var replace = new Change.Replace(old.ref(), old.version(), attributes, shape);
            features.set(at, plan.desk().apply(by("li", replace)).features().get(0));
        } else {
            Feature old = features.remove(random.nextInt(features.size()));
            plan.desk().apply(by("li", new Change.Delete(old.ref(), old.version())));
        }
    }

    /** A piece of one of two roads, as it is drawn again and again. */
    private static Change.Create draw(Random random) {
        int steps = 3 + random.nextInt(8);
        double start = random.nextInt(20);
        double beside = random.nextInt(3) * 3 * random.nextDouble();
        boolean reverse = random.nextBoolean();
        boolean other = random.nextInt(3) == 0;
        double[] points = new double[2 * steps];
        for (int i = 0; i < steps; i++) {
            double x = 50 * (start + i);
            double y = 400 + 100 * Math.sin(x / 180) + beside + 0.5 * random.nextInt(2);
            int at = 2 * (reverse ? steps - 1 - i : i);
            points[at] = other ? y : x;
            points[at + 1] = other ? x : y;
        }
        var attributes = new HashMap<String, Object>(Map.of("name", "廊道", "status", STATUSES.get(random.nextInt(4))));
        attributes.put("effect", random.nextInt(6) == 0 ? "upgrade" : "new");
        attributes.put("left_width_m", 5.0 * Math.max(0, random.nextInt(5) - 2));
        attributes.put("right_width_m", 5.0 * Math.max(0, random.nextInt(5) - 2));
        return create("corridors", line(points), attributes);
    }

    private static Change.Create corridor(String places, Map<String, Object> more) {
        String[] texts = places.split(" ");
        double[] points = new double[texts.length];
        for (int i = 0; i < texts.length; i++) {
            points[i] = Double.parseDouble(texts[i]);
        }
        var attributes = new HashMap<String, Object>(Map.of("name", "廊道"));
        attributes.putAll(more);
        return create("corridors", line(points), attributes);
    }

    private static double lengthM(DeskFixture plan, Feature feature) {
        return plan.desk()
                .database()
                .read(s -> new LedgerStore(s).find(PlotShapes.key(feature.ref())))
                .orElseThrow()
                .lengthM();
    }

    private static double corridors(DeskFixture plan) {
        return plan.desk().targets().get(1).planned();
    }
}
