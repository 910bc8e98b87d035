package org.greenplan.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.park;

import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Code.Severity;
import org.greenplan.feature.Change;
import org.greenplan.history.Milestones;
import org.greenplan.plan.CheckResult;
import org.greenplan.plan.DeskFixture;
import org.greenplan.plan.Forecast;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft hears at once on which constraints it lies, how hard each is, and how much of it lies there. */
class HindrancesTest {
    @Test
    void everyConstraintIsToldOnceTheHardestFirst() {
        try (var plan = new DeskFixture(Kind.GEOPACKAGE)) {
            plan.one(create("existing_green", box(0, 0, 10, 100), Map.of("name", "现状")));
            plan.one(create("basic_farmland", box(80, 0, 50, 50), Map.of("name", "东田")));
            // Ground under two features of a layer is told once.
            plan.one(create("basic_farmland", box(80, 25, 50, 50), Map.of("name", "西田")));
            plan.one(create("ecological_redline", box(0, 90, 200, 50), Map.of("name", "红线")));
            plan.one(create("contaminated_soil", box(0, 0, 20, 20), Map.of("name", "旧厂", "state", "remediated")));
            plan.one(create("source_protection", box(500, 0, 20, 20), Map.of("name", "远处", "level", "1")));
            plan.one(create("residential", box(0, 0, 100, 100), Map.of("name", "不是管控")));
            Change draft = park("新园", box(0, 0, 100, 100));
            CheckResult check = plan.desk().check(draft);
            assertThat(check.hindrances())
                    .extracting(h -> h.layer().id() + " " + h.severity() + " " + String.join("+", h.names()) + " "
                            + Math.round(h.area().planeM2()))
                    .containsExactly("basic_farmland PROHIBITED 东田+西田 1500", "ecological_redline CAUTION 红线 1000");
            assertThat(check.bound().planeM2())
                    .as("of what counts; the two do not touch, and green of before is not counted")
                    .isCloseTo(1500 + 900, within(0.01));
            Forecast forecast = plan.desk()
                    .forecast(
                            List.of(
                                    draft,
                                    park("又一个", box(0, 0, 100, 100)),
                                    create("rivers", box(0, 0, 9, 9), Map.of())),
                            Milestones.UNWATCHED);
            assertThat(forecast.plots()).isEqualTo(2);
            assertThat(forecast.hindrances()).as("of all together, once").isEqualTo(check.hindrances());
            assertThat(forecast.outside()).as("no district is drawn").isZero();
            assertThat(plan.desk().met(draft, "basic_farmland").isEmpty()).isFalse();
            assertThat(plan.desk().met(draft, "source_protection").isEmpty()).isTrue();
            assertThat(plan.desk().check(park("远", box(300, 300, 20, 20))).hindrances())
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "basic_farmland, {}, PROHIBITED",
        "basic_farmland, {kind=approval}, CAUTION",
        "ecological_redline, {}, CAUTION",
        "ecological_redline, {kind=prohibited}, PROHIBITED",
        "contaminated_soil, {}, CAUTION",
        "contaminated_soil, {state=remediated}, NONE",
        "source_protection, {level=1}, CAUTION",
        "basic_farmland, {kind=of another catalogue}, CAUTION",
    })
    void howHardAConstraintIsStandsInTheCatalogue(String layer, String values, Severity severity) {
        String[] pair = values.substring(1, values.length() - 1).split("=", -1);
        Map<String, Object> attributes = pair.length == 2 ? Map.of(pair[0], pair[1]) : Map.of();
        assertThat(Hindrances.severity(DeskFixture.CATALOGUE, DeskFixture.CATALOGUE.get(layer), attributes))
                .isEqualTo(severity);
        assertThat(List.of(Severity.values())).as("the hardest first").startsWith(Severity.PROHIBITED);
    }
}
