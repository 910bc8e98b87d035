package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.park;

import java.util.List;
import org.greenplan.feature.Change;
import org.greenplan.feature.FeatureRef;
import org.greenplan.history.HistoryStore;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody writes or takes back under the names that stand in history for what no person did. */
class AuthorNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "greenplan",
                "Greenplan",
                " GREENPLAN ",
                "ｇｒｅｅｎｐｌａｎ",
                "green\u200bplan",
                "green\u034fplan",
                "greenplan\ufe0f",
                "greenplan\u3164",
                "out\u2800side",
                "outside\uffa0",
                "out\u2065side",
                "outside",
                "OutSide",
                "ｏｕｔｓｉｄｅ"
            })
    void everyDoorRefusesThem(String name) {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            PlanDesk desk = plan.desk();
            desk.begin("sample", () -> List.of(park("样", box(0, 0, 100, 100))));
            Change.Create park = park("甲", box(0, 0, 100, 100));
            List<Runnable> doors = List.of(
                    () -> desk.apply(by(name, park)),
                    () -> desk.importAll(name, "", List.of(park)),
                    () -> desk.undo(name),
                    () -> desk.redo(name),
                    () -> desk.restore(new FeatureRef("parks", 1), name));
            for (Runnable door : doors) {
                assertThatThrownBy(door::run).isInstanceOfSatisfying(Problem.Invalid.class, p -> assertThat(p.field())
                        .isEqualTo("author"));
            }
            assertThat(desk.database().<Long>read(s -> new HistoryStore(s).lastNumber()))
                    .isEqualTo(1);
        }
    }

    @Test
    void aNameThatOnlyBeginsLikeThemIsSomebodys() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.desk().apply(by("greenplanner", park("甲", box(0, 0, 100, 100))));
            assertThat(plan.desk().undo("greenplanner").deleted()).hasSize(1);
        }
    }
}
