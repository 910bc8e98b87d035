package org.greenplan.waters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenplan.network.Network;
import org.greenplan.problem.Problem;
import org.greenplan.supply.Green;
import org.greenplan.supply.Shores;
import org.greenplan.supply.Supply;
import org.greenplan.supply.Tables;
import org.greenplan.supply.ValueAt;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.Standing;
import org.greenplan.verdicts.Verdict;
import org.greenplan.verdicts.WhatIf;
import org.greenplan.verdicts.WhyLake;
import org.greenplan.water.Demand;
import org.greenplan.water.Drive;
import org.greenplan.water.Given;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Stage;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.YearOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** The sample's water from its drawing and its tables: what the kernel is given, and what comes of it. */
class SampleYearsTest {
    /** Months failed at levels 1 to 5; the source of the sample's values has 1 instead of the 4: {@link #spillwaysAtWill}. */
    @ParameterizedTest
    @CsvSource({
        "normal, TODAY, 0 12 9 12 12",
        "normal, APPROVED, 0 12 9 12 12",
        "normal, PROPOSED, 0 0 0 0 0",
        "dry, TODAY, 4 12 9 12 12",
        "dry, APPROVED, 0 12 9 12 12",
        "dry, PROPOSED, 0 0 0 0 0"
    })
    void theMonthsThatFailAreThoseOfTheTable(String year, Stage state, String failed) {
        Supply supply = Supply.of(SampleWater.drawn(Map.of()), SampleWater.tables(), List.of(), state, year);
        assertThat(supply.gaps()).isEmpty();
        assertThat(failed(supply.network(), year)).isEqualTo(failed);
    }

    /**
     * What the tabulated model does otherwise: it may empty a lake through its spillway, so that 冯沟湖 feeds 汜水河 in spring. With such
     * spillways fewer months fail at level 1, and nothing else changes.
     */
    @Test
    void spillwaysAtWill() {
        var network = SampleWater.supply(Stage.TODAY, "dry").network();
        List<Link> links = new ArrayList<>(network.links());
        for (Lake lake : network.lakes()) {
            if (lake.spillTo() != null) {
                links.add(new Link(
                        "at will " + lake.id(),
                        lake.id(),
                        lake.spillTo(),
                        Given.of(1e9),
                        Monthly.constant(Given.of(1)),
                        Given.of(0),
                        new Drive.Gravity(null),
                        Given.of(1e5),
                        Stage.TODAY));
            }
        }
        assertThat(failed(network.withWorks(links, network.sources()), "dry")).isEqualTo("2 12 9 12 12");
    }

    private static String failed(org.greenplan.water.Network network, String year) {
        var said = (Answer.Said) YearOperation.run(network, year);
        return IntStream.rangeClosed(1, 5)
                .mapToObj(level -> String.valueOf(said.result().failedMonths(level)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void worksComeWithTheirStatusAndLakesAreAlwaysThere() {
        for (Stage state : Stage.values()) {
            Supply supply = Supply.of(SampleWater.drawn(Map.of()), SampleWater.tables(), List.of(), state, "dry");
            assertThat(supply.network().lakes())
                    .extracting(lake -> supply.name(lake.id()))
                    .hasSize(6);
            assertThat(supply.network().sources()).hasSize(List.of(2, 4, 5).get(state.ordinal()));
            assertThat(supply.network().lakes().stream().map(Lake::spillTo).filter(to -> to == null))
                    .as("方顶湖 has no place to spill")
                    .hasSize(1);
        }
    }

    @Test
    void whatWouldRunUphillByItselfLeadsNothing() {
        Supply supply = Supply.of(SampleWater.drawn(Map.of()), SampleWater.tables(), List.of(), Stage.PROPOSED, "dry");
        assertThat(supply.uphill()).extracting(supply::name).containsExactly("太溪湖—方顶湖引水渠");
        assertThat(supply.network().links()).noneMatch(link -> supply.feature(link.id())
                .equals(supply.uphill().get(0)));
    }

    /** Each lacking value is named where it is filled in, and none of them is taken for zero. */
    @Test
    void aValueThatIsMissingIsNamedAndNothingIsSaid() {
        Network drawn = SampleWater.drawn(Map.of(
                "lakes/2", "volume_m3", "water_links/7", "capacity_m3d", "water_structures/2", "availability_percent"));
        Tables without = SampleWater.tables();
        Tables tables = without.with(
                Tables.INFLOWS,
                without.all(Tables.INFLOWS).stream()
                        .filter(row -> !row.id().equals("natural_inflow/3"))
                        .toList());
        Supply supply = Supply.of(drawn, tables, List.of(), Stage.TODAY, "dry");
        assertThat(supply.gaps().stream().map(gap -> gap.id() + " " + gap.attribute() + " " + gap.of()))
                .containsExactlyInAnyOrder(
                        "lakes/2 volume_m3 方顶湖",
                        "water_links/7 capacity_m3d 汜水河—方顶湖引水渠",
                        "water_structures/2 availability_percent 中铝黄河水接口",
                        "natural_inflow m3_per_day 汜水河 dry");
        assertThat(YearOperation.run(supply.network(), "dry")).isInstanceOf(Answer.CannotSay.class);
        assertThat(Supply.of(SampleWater.drawn(Map.of()), SampleWater.tables(), List.of(), Stage.TODAY, "P95")
                        .gaps())
                .extracting(ValueAt::id)
                .contains("climate_year", "natural_inflow");
    }

    @Test
    void everyNumberOfTheSampleIsToldAsAnAssumption() {
        Supply supply = Supply.of(SampleWater.drawn(Map.of()), SampleWater.tables(), List.of(), Stage.PROPOSED, "dry");
        assertThat(supply.assumed())
                .extracting(value -> value.of() + " " + value.attribute())
                .contains(
                        "开阳湖 volume_m3",
                        "开阳湖 shape",
                        "开阳湖 dead_level_m",
                        "枯水年 rain_mm",
                        "汜水河 m3_per_day",
                        "黄河水提灌站(示意) dry_licence_m3a",
                        "冯沟湖—开阳湖提水管 hours_per_day");
    }

    /** 100,000 m² beside 开阳湖 at 30 L/m² in June want 100 m³ a day there, from their own state on. */
    @Test
    void newGreenIsWateredFromTheNearestLake() {
        Network drawn = SampleWater.drawn(Map.of());
        Coordinate lake = centre(drawn, "开阳湖");
        var green = new Green("parks/1", Stage.APPROVED, 100_000, new Coordinate(lake.x + 300, lake.y));
        assertThat(juneM3PerDay(drawn, green, Stage.TODAY)).isEmpty();
        assertThat(juneM3PerDay(drawn, green, Stage.APPROVED)).hasValue(100.0);
    }

    @Test
    void theVerdictsTurnOnceAllWorksAreThere() {
        Judgement now = SampleWater.judgement(Stage.TODAY);
        assertThat(standings(now)).containsExactly(Standing.FAILS, Standing.FAILS, Standing.FAILS, Standing.FAILS);
        assertThat(standings(SampleWater.judgement(Stage.PROPOSED)))
                .containsExactly(Standing.PASSES, Standing.PASSES, Standing.PASSES, Standing.FAILS);
        assertThat(now.verdicts().get(0).figures()).containsEntry("parts", 6.0);
        assertThat(now.verdicts().get(1).reasons().get(1).zh())
                .isEqualTo("第 2 级（最低水位）有 12 个月不满足，最多缺 100 %。各处月数：开阳湖 12、太溪湖 10、方顶湖 10、冯沟湖 9。");
        assertThat(now.verdicts().get(3).features())
                .extracting(now.supply()::name)
                .containsExactly("枯河中段");
        WhyLake why = WhyLake.of(
                        now, SampleWater.judgement(Stage.PROPOSED).supply().network(), "lakes/6", 0)
                .get(0);
        assertThat(why.why().failedMonths()).hasSize(12);
        assertThat(why.sentences().get(0).zh()).contains("开阳湖的最低水位 全年各月都不足", "缺 132,128 m³");
        assertThat(why.sentences().get(why.sentences().size() - 1).zh()).contains("冯沟湖—开阳湖提水管（冯沟湖→开阳湖）");
        assertThat(why.features()).contains("water_links/3", "lakes/6");
    }

    @Test
    void shoresDecideOnlyWhereAShareIsAskedFor() {
        Supply supply = Supply.of(SampleWater.drawn(Map.of()), SampleWater.tables(), List.of(), Stage.TODAY, "P95");
        Map<String, Double> half = Map.of("lakes/1", 50.0);
        Map<String, Double> shore = Map.of("lakes/1", 100.0);
        Verdict told = Judgement.quick(supply.with(new Shores(half, shore, 0)))
                .verdicts()
                .get(3);
        assertThat(told.features()).containsExactly("rivers/3");
        assertThat(told.reasons().get(2).zh()).isEqualTo("湖岸有绿带的占 50 %：太溪湖 50 %。");
        Verdict asked = Judgement.quick(supply.with(new Shores(half, shore, 60)))
                .verdicts()
                .get(3);
        assertThat(asked.features()).containsExactly("rivers/3", "lakes/1");
        assertThat(asked.reasons().get(2).en()).contains("60 % ought to");
    }

    @Test
    void closingTheLinkThatFeedsALakeIsAnsweredWithoutDrawing() {
        Supply all = Supply.of(SampleWater.drawn(Map.of()), SampleWater.tables(), List.of(), Stage.PROPOSED, "dry");
        Judgement closed = Judgement.quick(new WhatIf(Set.of("water_links/3"), Set.of(), Map.of()).of(all));
        assertThat(closed.result().orElseThrow().failedMonths(2)).isEqualTo(12);
        Judgement narrow = Judgement.quick(new WhatIf(Set.of(), Set.of(), Map.of("water_links/15", 0.25)).of(all));
        assertThat(narrow.result().orElseThrow().failedMonths(5)).isPositive();
        Judgement without = Judgement.quick(new WhatIf(Set.of(), Set.of("黄河"), Map.of()).of(all));
        assertThat(without.result().orElseThrow().failedMonths(4)).isZero();
        assertThatThrownBy(() -> new WhatIf(Set.of("lakes/1"), Set.of(), Map.of()).of(all))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("lakes/1");
    }

    private static List<Standing> standings(Judgement judgement) {
        return judgement.verdicts().stream().map(Verdict::standing).toList();
    }

    /** Two needs of one level at one lake are told once, with the months in which either fails. */
    @Test
    void aLakeIsToldOnceALevel() {
        var green = new Green("parks/1", Stage.TODAY, 100_000, centre(SampleWater.drawn(Map.of()), "开阳湖"));
        Supply supply =
                Supply.of(SampleWater.drawn(Map.of()), SampleWater.tables(), List.of(green), Stage.TODAY, "dry");
        assertThat(Judgement.quick(supply).verdicts().get(1).reasons().get(2).zh())
                .startsWith("第 3 级（")
                .containsOnlyOnce("开阳湖 9");
    }

    private static Coordinate centre(Network drawn, String lake) {
        return drawn.drawing().things().values().stream()
                .filter(thing -> thing.name().equals(lake))
                .findFirst()
                .map(thing -> thing.shape().getCoordinate())
                .orElseThrow();
    }

    private static Optional<Double> juneM3PerDay(Network drawn, Green green, Stage state) {
        return Supply.of(drawn, SampleWater.tables(), List.of(green), state, "dry").network().demands().stream()
                .filter(demand -> demand.id().equals("lakes/6 green_irrigation"))
                .map(demand -> ((Demand.Use) demand).m3PerDay().at(6))
                .findFirst();
    }
}
