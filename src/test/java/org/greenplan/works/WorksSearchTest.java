package org.greenplan.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.greenplan.problem.Problem;
import org.greenplan.supply.Offers;
import org.greenplan.supply.Supply;
import org.greenplan.supply.ValueAt;
import org.greenplan.verdicts.Standing;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Demand;
import org.greenplan.water.Lake;
import org.greenplan.water.Network;
import org.greenplan.water.Stage;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.YearOperation;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.remedy.Remedy;
import org.greenplan.waters.PlannedWater;
import org.greenplan.waters.SampleWater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cheapest works of the sample, from its drawing, its costs and its tables. */
class WorksSearchTest {
    private static final WorksQuestion DRY =
            WorksQuestion.of("today", List.of("dry"), List.of("balanced", "circulating"));

    /** Only what was found first is looked at here: the trade-off is the kernel's, and takes long. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static WorksAnswer first(WorksQuestion question) {
        List<WorksAnswer> told = new ArrayList<>();
        assertThatThrownBy(
                        () -> WorksSearch.of(SampleWater.planned(Map.of(), "dry"), question, new WorksSearch.Heard() {
                            @Override
                            public void at(String phase, int done) {}

                            @Override
                            public void found(WorksAnswer first) {
                                told.add(first);
                                throw new Enough();
                            }
                        }))
                .isInstanceOf(Enough.class);
        return told.get(0);
    }

    /** The transfer is superfluous, one of the two reclaimed works is enough, and so is the pump of 20,000 m³/d. */
    @Test
    void theSamplesWorksAreThoseItIsKnownFor() {
        WorksAnswer answer = first(DRY);
        WorksAnswer.Point point = answer.points().get(0);
        assertThat(point.remedy().standing()).isEqualTo(Remedy.Standing.CHEAPEST);
        assertThat(point.built())
                .extracting(offer -> answer.offers().name(offer.candidate().id()))
                .containsExactly(
                        "方顶湖—五云湖提水管",
                        "东虢湖—太溪湖提水管 20,000 m³/d",
                        "太溪湖—方顶湖提水管 20,000 m³/d",
                        "冯沟湖—开阳湖提水管",
                        "开阳湖—枯河管道",
                        "五云湖—方顶湖引水管",
                        "第三污水处理厂");
        assertThat(point.remedy().capitalYuan()).isEqualTo(104e6);
        assertThat(point.remedy().runningYuan()).isPositive();
        assertThat(point.sentence().zh()).contains("投资 104,000,000 元", "不达标 0 个月");
        assertThat(Objects.requireNonNull(point.verdicts().get("dry")))
                .extracting(Verdict::standing)
                .startsWith(Standing.PASSES, Standing.PASSES);
        assertThat(point.writes())
                .extracting(write -> write.feature() + " " + write.attributes())
                .as("sizes and their costs: nobody but a person approves works")
                .containsExactlyInAnyOrder(
                        "water_links/15 {capacity_m3d=20000.0, cost_10k_yuan=1200.0}",
                        "water_links/16 {capacity_m3d=20000.0, cost_10k_yuan=1500.0}");
        assertThat(answer.offers().assumed())
                .extracting(value -> value.of() + " " + value.attribute())
                .contains(
                        "第三污水处理厂 cost_10k_yuan",
                        "东虢湖—太溪湖提水管 sizes",
                        "水系计算基础 discount_percent",
                        "水系计算基础 yuan_per_kwh",
                        "第三污水处理厂 price_yuan_m3");
        assertThat(answer.assumptions().get(1).zh()).contains("“normal”", "30 年", "6.0 %");
    }

    /** A pump of 10,000 m³/d instead: turnover fails in some months, as the sample's table says. */
    @ParameterizedTest
    @CsvSource({"10000, true", "20000, false"})
    void theSmallerPumpFailsAtTurnover(double m3PerDay, boolean fails) {
        Offers offers = SampleWater.planned(Map.of(), "dry").offers(Stage.APPROVED);
        Supply year = offers.years().get(0);
        Network narrow = year.network()
                .withWorks(
                        year.network().links().stream()
                                .map(link -> offers.all().stream()
                                        .filter(offer -> offer.capacityM3PerDay() == m3PerDay
                                                && offer.features().contains("water_links/15"))
                                        .flatMap(offer -> offer.candidate().links().stream())
                                        .filter(one -> one.id().equals(link.id()))
                                        .findFirst()
                                        .orElse(link))
                                .toList(),
                        year.network().sources());
        YearResult result = ((Answer.Said) YearOperation.run(narrow, "dry")).result();
        assertThat(result.failedMonths(5) > 0).isEqualTo(fails);
    }

    @Test
    void aSourceIsBuiltWithTheOneLineThatLeadsItsWaterAway() {
        Offers today = SampleWater.planned(Map.of(), "dry").offers(Stage.TODAY);
        assertThat(today.offer("water_structures/3").features())
                .containsExactly("water_structures/3", "water_links/11");
        assertThat(today.offer("water_structures/3").candidate().capitalYuan()).isEqualTo(63e6);
        assertThat(today.all()).extracting(offer -> offer.candidate().work()).doesNotContain("water_links/1");
        assertThat(today.network().years()).hasSize(2);
        assertThat(today.network().sources()).hasSize(2);
        Offers approved = SampleWater.planned(Map.of(), "dry").offers(Stage.APPROVED);
        assertThat(approved.network().sources()).hasSize(4);
        assertThat(approved.all())
                .extracting(offer -> offer.candidate().work())
                .contains("water_structures/5")
                .doesNotContain("water_structures/3", "water_links/4");
        assertThat(approved.offer("water_links/15 20000").candidate().links())
                .allSatisfy(link -> assertThat(link.capacityM3PerDay().number()).isCloseTo(20_000, within(1e-9)));
    }

    /** A lake that somebody has drawn with a cost is a work like a link: there by its status, and built only where that is chosen. */
    @Test
    void aNewLakeIsAWork() {
        org.greenplan.network.Network drawn = SampleWater.costing("lakes/5", 800.0);
        for (Stage state : Stage.values()) {
            Network network = Supply.of(drawn, SampleWater.tables(), List.of(), state, "dry")
                    .network();
            assertThat(network.lakes()).hasSize(state == Stage.PROPOSED ? 6 : 5);
            assertThat(network.places()).as("water passes where it will be").contains("lakes/5");
        }
        PlannedWater planned = SampleWater.planned(drawn, "dry");
        Offers offers = planned.offers(Stage.TODAY);
        assertThat(offers.network().lakes()).extracting(Lake::id).doesNotContain("lakes/5");
        assertThat(offers.offer("lakes/5").candidate().capitalYuan()).isEqualTo(8e6);
        assertThat(offers.offer("lakes/5").candidate().wanted())
                .extracting(Demand::id)
                .contains("lakes/5 minimum_level", "lakes/5 turnover");
        assertThat(offers.name("lakes/5")).isEqualTo("五云湖");
        assertThat(SampleWater.planned(Map.of(), "dry").offers(Stage.TODAY).all())
                .as("the six lakes have no cost")
                .noneMatch(offer -> offer.features().get(0).startsWith("lakes/"));
    }

    /** A work without a cost is none that costs nothing. */
    @Test
    void aCostThatIsMissingIsNamedAndNothingIsSaid() {
        WorksAnswer answer = WorksSearch.of(
                SampleWater.planned(Map.of("water_links/13", "cost_10k_yuan", "water_links/3", "cost_10k_yuan"), "dry"),
                DRY,
                WorksSearch.Heard.NOBODY);
        assertThat(answer.points()).isEmpty();
        assertThat(answer.offers().gaps())
                .containsExactlyInAnyOrder(
                        new ValueAt("water_links/13", "cost_10k_yuan", "第三污水处理厂—枯河再生水管", 0),
                        new ValueAt("water_links/3", "cost_10k_yuan", "冯沟湖—开阳湖提水管", 0));
    }

    @Test
    void whatNoWorksDecideIsRefused() {
        for (List<String> wrong : List.of(List.<String>of(), List.of("clear"), List.of("nonsense"))) {
            assertThatThrownBy(() -> WorksQuestion.of("today", List.of(), wrong))
                    .isInstanceOf(Problem.Invalid.class)
                    .satisfies(
                            problem -> assertThat(((Problem) problem).field()).isEqualTo("verdicts"));
        }
        assertThatThrownBy(() -> WorksQuestion.of("all", List.of(), List.of("balanced")))
                .satisfies(problem -> assertThat(((Problem) problem).field()).isEqualTo("from"));
        assertThat(WorksQuestion.of("", List.of(), List.of("backed")).verdicts())
                .isEqualTo(Set.of(Verdict.Kind.BACKED));
    }
}
