package org.greenplan.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.plan.PlanDesk;
import org.greenplan.recognise.Taking;
import org.greenplan.store.TestDatabases.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A file left with version 1, the plan went on, the file comes back: what goes together, and what somebody has to decide. */
class ThreeWayTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final PlanDesk DESK = PlanDesk.open(
            Kind.GEOPACKAGE.openNew(CATALOGUE), CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE));
    private static final GeometryFactory SHAPES = new GeometryFactory();

    @AfterAll
    static void close() {
        DESK.close();
    }

    /** Name, remark and place as the file left; as they are in the file, and in the plan. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            nothing anywhere            | 一,甲,0 | 一,甲,0 | SAME     |
            only the plan went on       | 一,甲,0 | 二,乙,1 | SAME     |
            only the file               | 二,甲,1 | 一,甲,0 | CHANGED  | name
            different attributes        | 二,甲,0 | 一,乙,0 | CHANGED  | name
            an attribute and the shape  | 二,甲,0 | 一,甲,1 | CHANGED  | name
            the shape and an attribute  | 一,甲,1 | 二,甲,0 | CHANGED  |
            one attribute, two ways     | 二,甲,0 | 三,甲,0 | CONFLICT | name
            one attribute, the same way | 二,甲,0 | 二,甲,0 | CHANGED  | name
            the shape, two ways         | 一,甲,1 | 一,甲,2 | CONFLICT |
            the shape, the same way     | 一,甲,1 | 一,甲,1 | CHANGED  |
            an emptied remark           | 一,,0   | 一,甲,0 | CHANGED  | remark
            an emptied name is no value | ,甲,0   | 一,甲,0 | SAME     |
            """)
    void bothSidesWentOn(String what, String file, String plan, Difference.State state, @Nullable String changed) {
        Feature then = park("一,甲,0");
        Feature now = plan.equals("一,甲,0") ? then : replaced(then, plan);
        Difference difference = compare(List.of(now), record(1, then, file)).get(0);
        assertThat(difference.state()).isEqualTo(state);
        assertThat(String.join(" ", difference.attributesChanged())).isEqualTo(changed == null ? "" : changed);
        if (state != Difference.State.SAME) {
            assertThat(difference.shapeChanged()).isEqualTo(!file.endsWith("0"));
        }
    }

    /** What the plan deleted and the file never touched stays deleted; what the file changed has to be decided. */
    @ParameterizedTest
    @CsvSource({"'一,甲,0', SAME", "'二,甲,0', CONFLICT"})
    void thePlanDeletedIt(String file, Difference.State state) {
        Feature then = park("一,甲,0");
        DESK.apply(new Changeset("li", "gone", List.of(new Change.Delete(then.ref(), then.version()))));
        assertThat(compare(List.of(), record(1, then, file)))
                .extracting(Difference::state)
                .containsExactly(state);
    }

    /** Two features look alike, the file has one record of them: it is one of them, and the other has vanished. */
    @ParameterizedTest
    @ValueSource(strings = {"", "name"})
    void arecordIsOneFeatureOnly(String key) {
        Feature first = park("双,甲,5");
        Feature second = park("双,甲,5");
        var rules = new Comparison.Rules(CATALOGUE.get("parks"), key.isEmpty() ? null : key, Set.of("name"), null);
        Taking.Taken record = record(1, null, "双,甲,5");
        assertThat(compared(rules, List.of(first, second), record))
                .extracting(Difference::state)
                .containsExactly(Difference.State.SAME, Difference.State.VANISHED);
    }

    private static List<Difference> compare(List<Feature> plan, Taking.Taken record) {
        var rules = new Comparison.Rules(CATALOGUE.get("parks"), null, Set.of("name", "remark"), Map.of());
        return compared(rules, plan, record);
    }

    private static List<Difference> compared(Comparison.Rules rules, List<Feature> plan, Taking.Taken record) {
        return DESK.database().read(session -> {
            var comparison = new Comparison(rules, new Bases(session), List.of(record));
            plan.forEach(comparison::take);
            comparison.end();
            return comparison.differences();
        });
    }

    private static Feature park(String text) {
        var create = new Change.Create("parks", null, 1, attributes(text), shape(text));
        return DESK.apply(new Changeset("li", "new", List.of(create)))
                .features()
                .get(0);
    }

    private static Feature replaced(Feature old, String text) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(old.attributes());
        attributes.putAll(attributes(text));
        var replace = new Change.Replace(old.ref(), old.version(), attributes, shape(text));
        return DESK.apply(new Changeset("li", "on", List.of(replace)))
                .features()
                .get(0);
    }

    private static Taking.Taken record(long number, @Nullable Feature of, String text) {
        return new Taking.Taken(
                number,
                of == null ? null : "parks." + of.ref().id(),
                of == null ? null : of.version(),
                attributes(text),
                attributes(text).keySet(),
                "name",
                shape(text),
                List.of(),
                List.of(),
                false);
    }

    private static Map<String, @Nullable Object> attributes(String text) {
        String[] values = text.split(",");
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < 2; i++) {
            if (!values[i].isEmpty()) {
                attributes.put(i == 0 ? "name" : "remark", values[i]);
            }
        }
        return attributes;
    }

    private static Geometry shape(String text) {
        double west = 113.28 + 0.001 * Integer.parseInt(text.split(",")[2]);
        return SHAPES.createMultiPolygon(new org.locationtech.jts.geom.Polygon[] {
            (org.locationtech.jts.geom.Polygon) SHAPES.toGeometry(new Envelope(west, west + 0.0005, 34.8, 34.8005))
        });
    }
}
