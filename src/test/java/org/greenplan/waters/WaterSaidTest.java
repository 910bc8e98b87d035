package org.greenplan.waters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenplan.problem.Words;
import org.greenplan.supply.Need;
import org.greenplan.supply.Supply;
import org.greenplan.supply.ValueAt;
import org.greenplan.verdicts.Influence;
import org.greenplan.verdicts.InfluenceMap;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.JudgementMap;
import org.greenplan.verdicts.Removals;
import org.greenplan.verdicts.WhyLake;
import org.greenplan.water.Stage;
import org.greenplan.water.verdict.Circulation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of the sample's water, lake by lake and month by month. */
class WaterSaidTest {
    /** Each month has its own cut; a month in which all is served has none. */
    @Test
    void whyALakeIsShortIsToldOfTheMonthThatIsAskedFor() {
        Judgement now = SampleWater.judgement(Stage.TODAY);
        var planned = SampleWater.judgement(Stage.PROPOSED).supply().network();
        var failed = now.result().orElseThrow().months().stream()
                .filter(month -> month.served().stream()
                        .anyMatch(served -> served.demand().equals("lakes/2 minimum_level") && served.failed()))
                .map(month -> month.month())
                .toList();
        assertThat(failed).hasSize(10);
        for (int month = 1; month <= 12; month++) {
            int asked = month;
            Optional<WhyLake> why = WhyLake.of(now, planned, "lakes/2", month).stream()
                    .filter(one -> one.need() == Need.MINIMUM_LEVEL)
                    .findFirst();
            assertThat(why.isPresent()).isEqualTo(failed.contains(month));
            why.ifPresent(one -> assertThat(one.why().cut().month()).isEqualTo(asked));
        }
        WhyLake why = WhyLake.of(now, planned, "lakes/2", failed.get(0)).get(0);
        assertThat(why.told().get(why.told().size() - 1).ids()).doesNotContain("lakes/2 minimum_level");
        assertThat(why.told()).extracting(told -> told.words().zh()).anyMatch(words -> words.contains("蓄满"));
    }

    /** The pump that 开阳湖 hangs on comes first, with what binds without it; a line of two stretches is one work. */
    @Test
    void worksAreRankedByTheYearWithoutThem() {
        Supply all = SampleWater.judgement(Stage.PROPOSED).supply();
        Set<String> works = all.lines().values().stream()
                .filter(feature -> feature.startsWith("water_links/"))
                .collect(Collectors.toSet());
        Removals removals = Removals.of(all, works);
        assertThat(removals.without())
                .extracting(outage -> all.name(outage.what()))
                .startsWith("冯沟湖—开阳湖提水管")
                .doesNotHaveDuplicates();
        var links = removals.map().get("links");
        assertThat(links.toString())
                .contains("failed=[0, 12, 9, 12, 12, 0, 0, 0]", "feature=water_links/3", "pump=true", "没有连线和水源能到达 开阳湖");
        assertThat(removals.paths()).containsEntry("lakes/3", 1);
    }

    /** Ring, through and dead are named apart, with the months of each lake; English sentences separate names by commas. */
    @Test
    void ringLakesAreNamedApartFromThoseThatWaterOnlyRunsThrough() {
        Judgement all = SampleWater.judgement(Stage.PROPOSED);
        List<Circulation.Role> roles = all.circulation().orElseThrow().roles().get("lakes/1");
        long ring = roles.stream().filter(role -> role == Circulation.Role.RING).count();
        assertThat(ring).isBetween(1L, 11L);
        assertThat(all.verdicts().get(0).reasons())
                .extracting(Words::zh)
                .anyMatch(words -> words.startsWith("成环（与别的湖互通）的湖，月数：太溪湖 " + ring + "、"))
                .anyMatch(words -> words.startsWith("只过水（不成环）的湖，月数：太溪湖 " + (12 - ring) + "、"));
        for (Stage state : Stage.values()) {
            assertThat(SampleWater.judgement(state).verdicts().stream()
                            .flatMap(verdict -> verdict.reasons().stream())
                            .map(Words::en))
                    .noneMatch(words -> words.contains("、"));
        }
    }

    /** The rain of a dry year matters to every lake; each value is told with what becomes of the verdicts if it is a fifth less or more. */
    @Test
    void anAssumedValueIsToldWithWhatBecomesOfTheVerdicts() {
        Supply supply = SampleWater.judgement(Stage.TODAY).supply();
        Influence.Effect given = Influence.Effect.of(supply.network(), "dry").orElseThrow();
        assertThat(given.balances()).isFalse();
        assertThat(given.deadMonths())
                .isEqualTo(SampleWater.judgement(Stage.TODAY)
                        .verdicts()
                        .get(0)
                        .figures()
                        .get("dead_months")
                        .intValue());
        ValueAt inflow = supply.numbers().keySet().stream()
                .filter(value -> value.of().equals("汜水河") && value.attribute().equals("m3_per_day"))
                .findFirst()
                .orElseThrow();
        Influence told = Influence.of(supply, inflow);
        assertThat(told.matters(given)).isTrue();
        assertThat(told.less().failedMonths()).isGreaterThan(told.more().failedMonths());
        assertThat(InfluenceMap.of(List.of(told), given).get(0)).containsEntry("matters", true);
    }

    /** Whose water stands in a lake adds up in each month, and the sources are named by their groups. */
    @Test
    void whatIsServedAndWhoseWaterStandsThereIsWrittenForEachLakeAndMonth() {
        Map<String, @Nullable Object> map = JudgementMap.of(SampleWater.judgement(Stage.PROPOSED));
        var lakes = (List<?>) map.get("lakes");
        for (Object each : lakes) {
            var lake = (Map<?, ?>) each;
            for (Object month : (List<?>) lake.get("months")) {
                var shares = (Map<?, ?>) ((Map<?, ?>) month).get("shares");
                assertThat(shares.values().stream()
                                .mapToDouble(share -> (Double) share)
                                .sum())
                        .isCloseTo(1, within(1e-6));
                assertThat(((Map<?, ?>) month).get("role")).isIn("ring", "through");
            }
            assertThat(lake.get("needs").toString()).contains("minimum_level", "turnover");
        }
        assertThat(lakes.toString()).contains("黄河=");
        assertThat(map.get("outages").toString()).contains("cut=null", "worst_share");
        assertThat(JudgementMap.of(SampleWater.judgement(Stage.TODAY))
                        .get("outages")
                        .toString())
                .contains("cut={", "places=[{feature=lakes/1, name=太溪湖, shares=[null, ");
    }
}
