package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.line;
import static org.greenplan.plan.DeskFixture.park;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryStore;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class PlanDeskTest {
    @ParameterizedTest
    @EnumSource
    void everySquareMetreIsCountedOnce(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature first = plan.one(park("一", box(0, 0, 100, 100)));
            Applied applied = plan.desk().apply(by("li", park("二", box(50, 0, 100, 100))));
            assertThat(plan.netM2(first.ref())).isCloseTo(10_000, within(1e-3));
            assertThat(plan.netM2(applied.features().get(0).ref())).isCloseTo(5_000, within(1e-3));
            assertThat(applied.before().get(0).planned()).isCloseTo(10_000, within(1e-3));
            assertThat(applied.after().get(0).planned()).isCloseTo(15_000, within(1e-3));
            assertThat(applied.after().get(2).planned()).isEqualTo(2);
            plan.desk().apply(by("li", new Change.Delete(first.ref(), 1)));
            assertThat(plan.netM2(applied.features().get(0).ref())).isCloseTo(10_000, within(1e-3));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @Test
    void allOrNothing() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            var bad = create("parks", box(0, 0, 10, 10), Map.of("name", "坏", "class", "Z9"));
            assertThatThrownBy(() -> plan.desk().apply(by("li", park("好", box(0, 0, 10, 10)), bad)))
                    .isInstanceOfSatisfying(Problem.Invalid.class, p -> assertThat(p.field())
                            .isEqualTo("changes[1].feature.properties.class"));
            var stale = new Change.Delete(new FeatureRef("parks", 99), 1);
            assertThatThrownBy(() -> plan.desk().apply(by("li", park("好", box(0, 0, 10, 10)), stale)))
                    .isInstanceOf(Problem.Conflict.class);
            assertThat(plan.desk().targets().get(0).planned()).isZero();
            assertThat(plan.desk().database().<Long>read(s -> new HistoryStore(s).lastNumber()))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFewAttributesChangeWithoutTheShape(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature first = plan.one(park("甲", box(0, 0, 10, 10)));
            Feature second = plan.one(park("乙", box(20, 0, 10, 10)));
            plan.desk().apply(by("li", approved(first.ref(), 1), approved(second.ref(), 1)));
            Feature now = plan.read(second.ref());
            assertThat(now.attributes()).containsEntry("status", "approved").containsEntry("name", "乙");
            assertThat(now.geometry().equalsExact(second.geometry())).isTrue();
            assertThatThrownBy(() -> plan.desk().apply(by("wang", approved(first.ref(), 1))))
                    .isInstanceOf(Problem.Conflict.class);
            var gone = new FeatureRef("parks", 99);
            assertThatThrownBy(() -> plan.desk().apply(by("wang", approved(gone, 1))))
                    .isInstanceOf(Problem.Conflict.class);
        }
    }

    private static Change approved(FeatureRef ref, int version) {
        return new Change.Patch(ref, version, Map.of("status", "approved"));
    }

    @Test
    void whoComesLateIsShownThePresentState() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Feature park = plan.one(park("甲", box(0, 0, 10, 10)));
            plan.desk().apply(by("wang", replace(park, "乙")));
            assertThatThrownBy(() -> plan.desk().apply(by("li", replace(park, "丙"))))
                    .isInstanceOfSatisfying(Problem.Conflict.class, p -> {
                        assertThat(p.words().en()).contains("by wang").contains("version 2");
                        assertThat(p.details().get("current").toString()).contains("name=乙");
                    });
        }
    }

    @Test
    void anUpgradeAddsNothingAndACorridorsLengthCountsOnce() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(create("parks", box(0, 0, 100, 100), Map.of("name", "铝城公园", "effect", "upgrade")));
            assertThat(plan.desk().targets().get(0).planned()).isZero();
            assertThat(plan.desk().targets().get(2).planned()).isZero();
            plan.one(create("corridors", line(0, 500, 500, 500, 1000, 500), Map.of("name", "陇海铁路")));
            plan.one(create("corridors", line(500, 500, 1000, 500, 1500, 500), Map.of("name", "陇海铁路东")));
            assertThat(plan.desk().targets().get(1).planned()).isCloseTo(1500, within(0.01));
            assertThat(plan.desk().targets().get(0).planned()).isCloseTo(1500 * 40, within(1.0));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @Test
    void existingGreenAndTheDistrictCutWhatCounts() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            Feature park = plan.one(park("甲", box(0, 0, 100, 100)));
            Feature green = plan.one(create("existing_green", box(-50, 0, 100, 100), Map.of("name", "现状")));
            assertThat(plan.netM2(park.ref())).isCloseTo(5000, within(1e-3));
            plan.one(create("district", box(0, 0, 1000, 50), Map.of("name", "上街区")));
            assertThat(plan.netM2(park.ref())).isCloseTo(2500, within(0.01));
            plan.desk().apply(by("li", new Change.Delete(green.ref(), 1)));
            assertThat(plan.netM2(park.ref())).isCloseTo(5000, within(0.01));
            plan.one(create("sub_districts", box(0, 0, 20, 100), Map.of("name", "中心路街道")));
            assertThat(plan.desk().verify()).isEmpty();
            assertThat(plan.desk().targets().get(0).planned()).isCloseTo(5000, within(0.01));
        }
    }

    @Test
    void theCheckSaysWhatSavingThenGives() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(park("甲", box(0, 0, 100, 100)));
            plan.one(create("existing_green", box(150, 0, 50, 100), Map.of("name", "现状")));
            plan.one(create("district", box(0, 0, 1000, 80), Map.of("name", "上街区")));
            plan.one(create("afforestation", box(50, 50, 300, 10), Map.of("name", "林")));
            var draft = park("乙", box(80, 0, 100, 100));
            CheckResult check = plan.desk().check(draft);
            Applied applied = plan.desk().apply(by("li", draft));
            assertThat(check.net().planeM2())
                    .isCloseTo(plan.netM2(applied.features().get(0).ref()), within(1e-6));
            assertThat(check.overlaps())
                    .extracting(o -> o.why().en())
                    .containsExactly("outside the district", "existing green", "counted by another plot");
            assertThat(check.overlaps())
                    .extracting(o -> Math.round(o.area().planeM2()))
                    .containsExactly(2000L, 2400L, 1600L);
            for (int i = 0; i < 3; i++) {
                assertThat(check.before().get(i).planned())
                        .isCloseTo(applied.before().get(i).planned(), within(1e-6));
                assertThat(check.after().get(i).planned())
                        .isCloseTo(applied.after().get(i).planned(), within(1e-6));
            }
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @Test
    void aDraftNeedsNoNameYet() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            CheckResult check = plan.desk().check(create("parks", box(0, 0, 10, 10), Map.of()));
            assertThat(check.net().planeM2()).isCloseTo(100, within(1e-3));
            assertThat(plan.desk().targets().get(0).planned()).isZero();
        }
    }

    @Test
    void manyAtOnceAreOneChangeset() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(park("先", box(0, 0, 100, 100)));
            Applied applied = plan.desk()
                    .importAll(
                            "li", "import", List.of(park("一", box(50, 0, 100, 100)), park("二", box(200, 0, 10, 10))));
            assertThat(applied.after().get(0).planned()).isCloseTo(15_100, within(1e-2));
            assertThat(plan.desk().verify()).isEmpty();
            plan.desk().undo("li");
            assertThat(plan.desk().targets().get(0).planned()).isCloseTo(10_000, within(1e-2));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    public static Change.Replace replace(Feature feature, String name) {
        var attributes = new HashMap<>(feature.attributes());
        attributes.put("name", name);
        return new Change.Replace(feature.ref(), feature.version(), attributes, feature.geometry());
    }
}
