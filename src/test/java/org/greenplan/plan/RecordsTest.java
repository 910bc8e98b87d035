package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.by;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.history.HistoryStore;
import org.greenplan.list.ListValue;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Things of a plan without a shape pass the same changesets as its features, on both stores. */
class RecordsTest {
    @ParameterizedTest
    @EnumSource
    void aRecordIsMadeChangedTakenBackAndRemovedLikeAFeature(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature made = plan.one(target("green", Map.of("value", 12.5, "due", "2027-12-31", "unit", "亩")));
            assertThat(plan.read(made.ref())).isEqualTo(made);
            assertThat(made.attributes())
                    .containsEntry("value", 12.5)
                    .containsEntry("unit", "mu")
                    .containsEntry("measure", "net area")
                    .containsEntry("due", LocalDate.of(2027, 12, 31));

            plan.desk().apply(by("li", new Change.Patch(made.ref(), 1, Map.of("value", 20))));
            Feature patched = plan.read(made.ref());
            assertThat(patched.version()).isEqualTo(2);
            assertThat(patched.attributes()).containsEntry("value", 20.0).containsEntry("unit", "mu");

            plan.desk().undo("li");
            assertThat(plan.read(made.ref()).attributes()).isEqualTo(made.attributes());
            plan.desk().redo("li");
            plan.reopened();
            assertThat(plan.read(made.ref()).attributes()).isEqualTo(patched.attributes());

            plan.desk().apply(by("li", new Change.Delete(made.ref(), 4)));
            plan.desk().restore(made.ref(), "li");
            assertThat(plan.read(made.ref()).attributes()).isEqualTo(patched.attributes());
            assertThat(plan.read(made.ref()).isRecord()).isTrue();
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoSawAnOlderVersionIsToldWhoWasFaster(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature made = plan.one(target("green", Map.of()));
            plan.desk().apply(by("wang", new Change.Patch(made.ref(), 1, Map.of("value", 7))));
            assertThatThrownBy(() -> plan.desk().apply(by("li", new Change.Patch(made.ref(), 1, Map.of("value", 8)))))
                    .isInstanceOfSatisfying(Problem.Conflict.class, p -> {
                        assertThat(p.words().zh()).contains("wang");
                        assertThat(p.details()).containsKey("current");
                    });
            assertThat(plan.read(made.ref()).attributes()).containsEntry("value", 7.0);
        }
    }

    /** Every step of a record stands in history with its stamp, and moves the stamp of its kind. */
    @ParameterizedTest
    @EnumSource
    void historyKeepsRecordsBeforeAndAfter(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature made = plan.one(target("green", Map.of()));
            String first = stamp(plan);
            plan.desk().apply(by("li", new Change.Patch(made.ref(), 1, Map.of("value", 7))));
            assertThat(stamp(plan)).isNotEmpty().isNotEqualTo(first);
            var entries = plan.desk().database().read(s -> new HistoryStore(s).of(made.ref()));
            assertThat(entries).hasSize(2);
            var step = entries.get(0).steps().get(0);
            assertThat(step.before()).isEqualTo(made);
            assertThat(step.after()).isEqualTo(plan.read(made.ref()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unit, acres, 亩, mu",
        "value, -1, 0, 0",
        "value, many, 数字, number",
        "due, soon, 日期, date",
        "colour, green, colour, colour",
        "code, '', 必填, required"
    })
    void aValueThatDoesNotFitIsNamedInBothLanguages(String attribute, String value, String zh, String en) {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            assertThatThrownBy(() -> plan.one(target("green", Map.of(attribute, value))))
                    .isInstanceOfSatisfying(Problem.Invalid.class, p -> {
                        assertThat(p.field()).isEqualTo("changes[0].feature.properties." + attribute);
                        assertThat(p.words().zh()).contains(zh);
                        assertThat(p.words().en()).contains(en);
                    });
        }
    }

    /** Cells that are open stay open through every door; nothing makes a zero of them. */
    @ParameterizedTest
    @EnumSource
    void aListGoesTheWayOfEveryValue(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature made = plan.one(climate("平水年", RAIN));
            assertThat(plan.read(made.ref())).isEqualTo(made);
            assertThat(((ListValue) made.attributes().get("rain_mm")).numbers())
                    .containsExactly(9.0, null, 26.5, 38.0, 58.0, 70.0, 150.0, 125.0, 75.0, 42.0, 25.0, 10.0);
            assertThat(made.attributes()).containsEntry("evaporation_mm", null);

            String dry = "[6,6,14,20,30,45,100,85,45,25,16,8]";
            plan.desk().apply(by("li", new Change.Patch(made.ref(), 1, Map.of("rain_mm", dry))));
            Feature patched = plan.read(made.ref());
            assertThat(patched.attributes().get("rain_mm")).hasToString(dry);
            plan.desk().undo("li");
            assertThat(plan.read(made.ref()).attributes()).isEqualTo(made.attributes());
            plan.desk().redo("li");
            plan.reopened();
            assertThat(plan.read(made.ref()).attributes()).isEqualTo(patched.attributes());
            var entries = plan.desk().database().read(s -> new HistoryStore(s).of(made.ref()));
            assertThat(entries.get(0).steps().get(0).before().attributes()).isEqualTo(made.attributes());
            assertThat(plan.desk().verify()).isEmpty();

            plan.desk().apply(by("li", new Change.Delete(made.ref(), 4)));
            plan.desk().restore(made.ref(), "li");
            assertThat(plan.read(made.ref()).attributes()).isEqualTo(patched.attributes());
            assertThatThrownBy(() -> plan.one(climate("枯水年", "[1, 2, -3, 4, 5, 6, 7, 8, 9, 10, 11, 12]")))
                    .isInstanceOfSatisfying(Problem.Invalid.class, p -> {
                        assertThat(p.field()).isEqualTo("changes[0].feature.properties.rain_mm[2]");
                        assertThat(p.words().zh()).contains("月降雨量[3月]", "不得小于 0 mm");
                        assertThat(p.words().en()).contains("Rain [March]", "at least 0 mm");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoTargetsHaveNotOneCode(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature green = plan.one(target("green", Map.of()));
            Feature other = plan.one(target("other", Map.of()));
            for (Change change :
                    List.of(target("green", Map.of()), new Change.Patch(other.ref(), 1, Map.of("code", "green")))) {
                assertThatThrownBy(() -> plan.desk().apply(by("li", target("third", Map.of()), change)))
                        .isInstanceOfSatisfying(Problem.Invalid.class, p -> {
                            assertThat(p.field()).isEqualTo("changes[1].feature.properties.code");
                            assertThat(p.words().zh()).contains("green", "另一个目标");
                            assertThat(p.words().en()).contains("green", "another target");
                        });
            }
            assertThat(plan.read(other.ref()).attributes()).containsEntry("code", "other");
            plan.desk().apply(by("li", new Change.Patch(green.ref(), 1, Map.of("value", 7))));
            // Taken back, it would be called like the one that has the code by now.
            plan.desk().apply(by("li", new Change.Delete(other.ref(), 1)));
            plan.desk().apply(by("wang", target("other", Map.of())));
            assertThatThrownBy(() -> plan.desk().undo("li")).isInstanceOf(Problem.Invalid.class);
        }
    }

    /** The rain of twelve months, of which February's is not known. */
    static final String RAIN = "[9, null, 26.5, 38, 58, 70, 150, 125, 75, 42, 25, 10]";

    static Change.Create climate(String name, Object rain) {
        return new Change.Create("climate_year", null, 1, Map.of("name", name, "rain_mm", rain), Feature.NO_SHAPE);
    }

    static Change.Create target(String code, Map<String, Object> more) {
        Map<String, Object> attributes = new LinkedHashMap<>(Map.of("code", code, "title_zh", "新增绿地"));
        attributes.putAll(more);
        return new Change.Create("target", null, 1, Map.copyOf(attributes), Feature.NO_SHAPE);
    }

    private static String stamp(DeskFixture plan) {
        return plan.desk().database().read(s -> {
            var history = new HistoryStore(s);
            assertThat(history.layersSince(1)).isEqualTo(List.of("target"));
            return history.stampOf("target");
        });
    }
}
