package org.greenplan.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.greenplan.geo.Overlay;
import org.greenplan.rule.Outcome.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

/** Each test of the rules on shapes whose figures are known, and what holds of all of them. */
class JudgeTest {
    private static final String SQUARE = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))";
    private static final String FAR_AWAY = "POLYGON((5000 5000, 5001 5000, 5001 5001, 5000 5001, 5000 5000))";
    private static final String ROAD = "LINESTRING(-50 -20, 150 -20)";
    private static final Map<String, Object> CORRIDOR =
            Map.of("tier", "3", "left_width_m", 26.0, "right_width_m", 0.0, "status", "proposed");

    @ParameterizedTest(name = "{0} of {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "pocket-park-size|POLYGON((0 0, 20 0, 20 19.9, 0 19.9, 0 0))|class=G14|HIT|398",
                "pocket-park-size|POLYGON((0 0, 20 0, 20 20, 0 20, 0 0))|class=G14|PASS|0",
                "pocket-park-size|POLYGON((0 0, 20 0, 20 19.9, 0 19.9, 0 0))|class=G12|NOT_APPLICABLE|0",
                "pocket-park-too-large|POLYGON((0 0, 101 0, 101 100, 0 100, 0 0))|class=G14|HIT|10100",
                "pocket-park-width|POLYGON((0 0, 200 0, 200 11.5, 0 11.5, 0 0))|class=G14|HIT|2300",
                "pocket-park-width|POLYGON((0 0, 200 0, 200 12.5, 0 12.5, 0 0))|class=G14|PASS|0",
                // A square with a tail: only the tail is narrow.
                "pocket-park-width|POLYGON((0 0, 50 0, 50 20, 150 20, 150 30, 50 30, 50 50, 0 50, 0 0))|class=G14|HIT|1000",
                "pocket-park-greened|POLYGON((0 0, 50 0, 50 50, 0 50, 0 0))|class=G14;greened_share=64.9|HIT|2500",
                "pocket-park-greened|POLYGON((0 0, 50 0, 50 50, 0 50, 0 0))|class=G14;greened_share=65|PASS|0",
                "pocket-park-greened|POLYGON((0 0, 50 0, 50 50, 0 50, 0 0))|class=G14|NOT_CHECKED|0",
                "walled-park|POLYGON((0 0, 50 0, 50 50, 0 50, 0 0))|class=G12;access=walled|HIT|2500",
            })
    void aParkByItself(String rule, String shape, String values, State state, double m2) {
        Outcome outcome = new RuleFixture().one(rule, "parks", shape, attributes(values));
        assertThat(outcome.state()).isEqualTo(state);
        assertThat(outcome.hit().planeM2()).isCloseTo(m2, within(0.5));
    }

    @Test
    void eachPieceOfAForestIsLookedAtByItself() {
        String two = "MULTIPOLYGON(((0 0, 30 0, 30 30, 0 30, 0 0)), ((100 0, 120 0, 120 20, 100 20, 100 0)))";
        Outcome outcome = new RuleFixture().one("forest-contiguous", "afforestation", two, Map.of());
        assertThat(outcome.hit().planeM2())
                .as("900 m² are more than a mu, 400 are less")
                .isCloseTo(400, within(0.01));
    }

    @Test
    void zonesAreMeasuredFromTheEdgeOfTheWaysLand() {
        // An expressway's land is 13 m on each side: its zone ends 43 m from the line, 23 m inside the square.
        var fixture = new RuleFixture().add("roads", ROAD, Map.of("name", "高速", "class", "expressway"));
        Outcome outcome = fixture.one("road-zone", "parks", SQUARE, Map.of());
        assertThat(outcome.hit().planeM2()).isCloseTo(2300, within(1.0));
        assertThat(outcome.names()).containsExactly("高速");
        assertThat(fixture.one("road-zone-buildings", "parks", SQUARE, Map.of("toilets", true))
                        .state())
                .as("what is built there needs approval")
                .isEqualTo(State.HIT);
        assertThat(fixture.one("road-zone", "parks", SQUARE, Map.of("toilets", true))
                        .state())
                .isEqualTo(State.NOT_APPLICABLE);
        assertThat(new RuleFixture()
                        .add("roads", ROAD, Map.of("class", "local"))
                        .one("road-zone", "parks", SQUARE, Map.of())
                        .state())
                .as("a street has no zone")
                .isEqualTo(State.PASS);
    }

    @Test
    void aBeltIsMeasuredFromTheEdgeOfTheRoadItIsDrawnAlong() {
        String axis = "LINESTRING(0 0, 400 0)";
        // 26 m from the axis: 15 m of road and 11 m of green.
        var road = new RuleFixture().add("roads", "LINESTRING(-50 0, 450 0)", Map.of("class", "arterial"));
        road.add("railways", FAR_AWAY.replace("POLYGON((", "LINESTRING(").replace("))", ")"), Map.of());
        assertThat(road.one("corridor-width-3", "corridors", axis, CORRIDOR).state())
                .isEqualTo(State.PASS);
        Map<String, Object> narrow = new HashMap<>(CORRIDOR);
        narrow.put("left_width_m", 24.0);
        Outcome hit = road.one("corridor-width-3", "corridors", axis, narrow);
        assertThat(hit.lengthM())
                .as("9 m all along; the other side promises nothing")
                .isCloseTo(400, within(0.01));
        assertThat(hit.hit().planeMm2()).as("what is narrow is a length").isZero();
        road.add("roads", "LINESTRING(200 -100, 200 100)", Map.of("class", "arterial"));
        Outcome crossed = road.one("corridor-width-3", "corridors", axis, CORRIDOR);
        assertThat(crossed.lengthM())
                .as("a gap where 30 m of road cross, in steps of 10 m")
                .isCloseTo(30, within(10.0));
        assertThat(crossed.state()).isEqualTo(State.HIT);
    }

    @ParameterizedTest(name = "{0} m high, covered to {1}")
    @CsvSource({"33.333, 33.1, PASS", "33.333, 32.9, HIT", "33.34, 0, NOT_APPLICABLE", "20, 0, HIT"})
    void landOfFiveMuIsCoveredByAPark(double high, double covered, State state) {
        var fixture = new RuleFixture();
        if (covered > 0) {
            fixture.add("parks", box(0, 0, 100, covered), Map.of("class", "G14", "effect", "new"));
            fixture.add("corridors", "LINESTRING(0 0, 100 0)", Map.of("left_width_m", 99.0));
        }
        assertThat(fixture.one("demolition-to-park", "demolition_plots", box(0, 0, 100, high), Map.of())
                        .state())
                .as("a corridor is no park")
                .isEqualTo(state);
    }

    @Test
    void aPlotIsJudgedByTheEditionOfItsOwnDay() {
        Rule old = rule("1", LocalDate.of(2010, 1, 1), LocalDate.of(2018, 12, 31), Rule.Acts.NEW);
        Rule young = rule("2", LocalDate.of(2019, 1, 1), null, Rule.Acts.NEW);
        Rule all = rule("3", LocalDate.of(2019, 6, 1), null, Rule.Acts.ALL);
        var fixture = new RuleFixture()
                .rules(List.of(old, young, all))
                .add("basic_farmland", SQUARE, Map.of("kind", "prohibited"));
        assertThat(hits(fixture, Map.of()))
                .as("by the first day of the programme")
                .containsExactly("2", "3");
        assertThat(hits(fixture, Map.of("planned_start", LocalDate.of(2018, 12, 31))))
                .as("and what binds older ones by its last")
                .containsExactly("1", "3");
    }

    @Test
    void whereNothingIsKnownNothingPasses() {
        assertThat(new RuleFixture().one("basic-farmland", "parks", SQUARE, Map.of()))
                .satisfies(outcome -> {
                    assertThat(outcome.state()).isEqualTo(State.NOT_CHECKED);
                    assertThat(outcome.unknown()).isEqualTo(outcome.drawn());
                    assertThat(outcome.note()).isNotNull();
                });
        assertThat(new RuleFixture()
                        .add("basic_farmland", FAR_AWAY, Map.of())
                        .one("basic-farmland", "parks", SQUARE, Map.of())
                        .state())
                .isEqualTo(State.PASS);
    }

    /** Random plots on random ground: one outcome a rule, no finding larger than the plot, and all of it told. */
    @Test
    void ofEveryRuleThereIsOneOutcomeAndItsPartsAreThePlot() {
        var random = new Random(11);
        for (int round = 0; round < 12; round++) {
            var fixture = new RuleFixture();
            for (int i = 0; i < 6; i++) {
                fixture.add("basic_farmland", box(random), Map.of("kind", i % 2 == 0 ? "prohibited" : "approval"));
                fixture.add("source_protection", box(random), Map.of("level", "2"));
                fixture.add("district", "POLYGON((40 -500, 600 -500, 600 600, 40 600, 40 -500))", Map.of());
            }
            fixture.add("roads", "LINESTRING(0 " + random.nextInt(200) + ", 300 0)", Map.of("class", "national"));
            List<Outcome> outcomes = fixture.of("parks", box(random), Map.of("class", "G14"));
            assertThat(outcomes).hasSize((int) Rules.bundled().stream()
                    .filter(rule -> rule.layers().isEmpty() || rule.layers().contains("parks"))
                    .count());
            for (Outcome outcome : outcomes) {
                assertThat(outcome.clear().plus(outcome.hit()).plus(outcome.unknown()))
                        .isEqualTo(outcome.drawn());
                assertThat(outcome.clear().planeMm2()).isNotNegative();
                assertThat(outcome.hit().planeMm2())
                        .isBetween(0L, outcome.drawn().planeMm2());
                assertThat(outcome.state() == State.HIT).isEqualTo(outcome.hit().planeMm2() > 0);
            }
            asMeasuredOtherwise(fixture, outcomes);
        }
    }

    /** What is hit on farmland, by an overlay of everything with everything. */
    private static void asMeasuredOtherwise(RuleFixture fixture, List<Outcome> outcomes) {
        Outcome farmland = outcomes.get(0);
        List<Geometry> fields = fixture.features.stream()
                .filter(feature -> "prohibited".equals(feature.attributes().get("kind")))
                .map(feature -> RuleFixture.CRS.toPlane(feature.geometry()))
                .toList();
        double drawn = farmland.drawn().planeM2();
        double both = Overlay.union(fields).getArea();
        assertThat(farmland.rule().code()).isEqualTo("basic-farmland");
        assertThat(farmland.hit().planeM2()).isLessThanOrEqualTo(Math.min(drawn, both) + 0.01);
        if (farmland.state() == State.HIT) {
            assertThat(Overlay.difference(farmland.shape(), fields).getArea()).isLessThan(0.01);
        }
    }

    private static List<String> hits(RuleFixture fixture, Map<String, Object> attributes) {
        return fixture.of("parks", SQUARE, attributes).stream()
                .filter(outcome -> outcome.state() == State.HIT)
                .map(outcome -> outcome.rule().edition())
                .toList();
    }

    private static Rule rule(String edition, LocalDate from, @Nullable LocalDate to, Rule.Acts acts) {
        Rule model = Rules.bundled().get(0);
        return new Rule(
                model.code(),
                model.title(),
                model.text(),
                model.source(),
                edition,
                from,
                to,
                acts,
                model.mark(),
                model.severity(),
                model.layers(),
                model.scope(),
                model.test());
    }

    private static String box(Random random) {
        return box(random.nextInt(150), random.nextInt(150), 20 + random.nextInt(100), 20 + random.nextInt(100));
    }

    private static String box(double east, double north, double wide, double high) {
        return String.format(
                Locale.ROOT,
                "POLYGON((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))",
                east,
                north,
                east + wide,
                north + high);
    }

    private static Map<String, Object> attributes(String text) {
        Map<String, Object> values = new HashMap<>();
        for (String pair : text.split(";", -1)) {
            String[] parts = pair.split("=", -1);
            values.put(parts[0], parts[0].equals("greened_share") ? (Object) Double.valueOf(parts[1]) : parts[1]);
        }
        return values;
    }
}
