package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.park;

import java.util.Random;
import java.util.stream.IntStream;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryEntry;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Shapes that stand in a plan although they are none: mended where that can be done, named where it cannot. */
class StoredShapesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @ParameterizedTest
    @EnumSource
    void whatCanBeMendedIsAndWhatCannotIsNamed(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature sound = plan.one(park("好", box(0, 0, 100, 100)));
            Feature bow = plan.one(park("蝴蝶", box(200, 0, 100, 100)));
            Feature scribble = plan.one(park("乱", box(400, 0, 100, 100)));
            stand(plan, bow, polygon(0, 0, 100, 100, 100, 0, 0, 60, 0, 0));
            stand(plan, scribble, scribble());
            StoredShapes.Found found =
                    plan.desk().database().read(session -> new StoredShapes(session, PlanCrs.of("EPSG:4547")).found());
            assertThat(found.changes()).singleElement().isInstanceOfSatisfying(Change.Replace.class, mend -> assertThat(
                            mend.ref())
                    .isEqualTo(bow.ref()));
            assertThat(found.left()).containsExactly(scribble.ref());
            assertThat(found.comment(IntStream.range(0, 51)
                            .mapToObj(i -> new HistoryEntry.Step(bow.ref(), bow, bow))
                            .toList()))
                    .contains("mended: " + bow.ref())
                    .contains("… (51)")
                    .endsWith("draw again: " + scribble.ref())
                    .doesNotContain(sound.ref().toString() + ";");
        }
    }

    /** As a program that did not look would have written it. */
    private static void stand(DeskFixture plan, Feature feature, Geometry shape) {
        plan.desk().database().write(session -> new FeatureStore(session)
                .update(new Change.Replace(feature.ref(), feature.version(), feature.attributes(), shape)));
    }

    private static Geometry scribble() {
        double[] eastNorth = new Random(7).doubles(4002, 0, 100).toArray();
        eastNorth[4000] = eastNorth[0];
        eastNorth[4001] = eastNorth[1];
        return polygon(eastNorth);
    }

    private static Geometry polygon(double... eastNorth) {
        var ring = new Coordinate[eastNorth.length / 2];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(435_000 + eastNorth[2 * i], 3_853_000 + eastNorth[2 * i + 1]);
        }
        return PlanCrs.of("EPSG:4547")
                .toLonLat(FACTORY.createMultiPolygon(new Polygon[] {FACTORY.createPolygon(ring)}));
    }
}
