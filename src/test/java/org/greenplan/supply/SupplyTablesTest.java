package org.greenplan.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.greenplan.list.ListValue;
import org.greenplan.network.Drawing;
import org.greenplan.network.Drawn;
import org.greenplan.network.Finding;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.OdorousList;
import org.greenplan.verdicts.Standing;
import org.greenplan.verdicts.Verdict;
import org.greenplan.water.Bathymetry;
import org.greenplan.water.Drive;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Source;
import org.greenplan.water.Stage;
import org.greenplan.water.mixture.Mixture;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.YearOperation;
import org.greenplan.water.operate.YearResult;
import org.greenplan.water.verdict.BlackOdour;
import org.greenplan.waters.PlannedWater;
import org.greenplan.works.WorksAnswer;
import org.greenplan.works.WorksMap;
import org.greenplan.works.WorksQuestion;
import org.greenplan.works.WorksSearch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What a plan's tables do to lakes, links and waters: 上湖 runs through 引水渠, on which 节制闸 stands, into 下湖. */
class SupplyTablesTest {
    private static final Map<String, Object> LAKE = Map.of(
            "normal_level_m", 102.0,
            "volume_m3", 7_000.0,
            "dead_level_m", 101.0,
            "catchment_km2", 0.0,
            "runoff_coefficient", 0.0,
            "seepage_mm_d", 0.0,
            "turnover_d", 60.0);

    @Test
    void aSurveySaysWhatALakeHoldsAndHowHighItMayStand() {
        ListValue flood = ListValue.of(months(7, 103.0));
        Supply supply = supply(
                Map.of(),
                Map.of(
                        Tables.LAKES,
                        List.of(row("lake_table/1", "name", "上湖", "curve", SURVEY, "flood_level_m", flood))));
        Lake lake = lake(supply);
        assertThat(lake.shape()).isInstanceOf(Bathymetry.Table.class);
        assertThat(lake.normalM3().number()).isEqualTo(10_000);
        assertThat(lake.deadM3().number()).isEqualTo(5_000);
        assertThat(lake.limitM3().at(7)).isEqualTo(15_000);
        assertThat(lake.limitM3().at(8)).as("no flood limit in August").isEqualTo(10_000);
        assertThat(supply.assumed())
                .noneMatch(value -> value.of().equals("上湖") && value.attribute().equals("shape"));
        assertThat(supply.assumed())
                .anyMatch(value -> value.of().equals("下湖") && value.attribute().equals("shape"));
    }

    @Test
    void withoutASurveyALawIsTakenAndTold() {
        Lake lake = lake(supply(
                Map.of(),
                Map.of(
                        Tables.LAKES,
                        List.of(row("lake_table/1", "name", "上湖", "flood_level_m", ListValue.of(months(7, 101.5)))))));
        assertThat(lake.shape()).isInstanceOf(Bathymetry.PowerLaw.class);
        assertThat(lake.normalM3().number()).isEqualTo(7_000);
        double depthM = 1.5 * 7_000 / 10_000;
        assertThat(lake.limitM3().at(7)).isEqualTo(7_000 * Math.pow((depthM - 0.5) / depthM, 1.5), within(1e-6));
        assertThat(lake.limitM3().at(6)).isEqualTo(7_000);
    }

    @Test
    void aSurveyThatBeginsWithWaterGetsABedAndOneThatDoesNotRiseIsNone() {
        ListValue above = curve(101, 1_000, 1_000, 104, 4_000, 9_000);
        Supply supply =
                supply(Map.of(), Map.of(Tables.LAKES, List.of(row("lake_table/1", "name", "上湖", "curve", above))));
        assertThat(lake(supply).shape().levelM(0)).isEqualTo(99.5);
        assertThat(supply.assumed()).contains(new ValueAt("lake_table/1", "curve", "上湖", 0));
        assertThat(supply.gaps()).isEmpty();
        ListValue falling = curve(101, 1_000, 0, 104, 900, 9_000);
        Supply none =
                supply(Map.of(), Map.of(Tables.LAKES, List.of(row("lake_table/1", "name", "上湖", "curve", falling))));
        assertThat(none.gaps()).containsExactly(new ValueAt("lake_table/1", "curve", "上湖", 0));
    }

    @Test
    void aLinkIsOpenByItsTableAndByTheSluiceOnItOnceThatIsThere() {
        ListValue half = ListValue.of(Collections.nCopies(12, 50.0));
        List<@Nullable Double> shutInMay = new ArrayList<>(Collections.nCopies(12, 100.0));
        shutInMay.set(4, 0.0);
        Map<String, List<Row>> tables = Map.of(
                Tables.OPENINGS,
                List.of(
                        row("water_opening/1", "name", "引水渠", "percent", half),
                        row("water_opening/2", "name", "节制闸", "percent", ListValue.of(shutInMay))));
        Map<String, Map<String, Object>> planned = Map.of("gates/1", Map.of("status", "approved"));
        assertThat(open(supply(Map.of(), tables))).as("both stretches").containsExactly("0.5 0.0", "0.5 0.0");
        assertThat(open(supply(planned, tables))).as("not there today").containsExactly("0.5 0.5", "0.5 0.5");
        assertThat(open(supply(Map.of("links/1", Map.of("open_months", "1-4")), Map.of())))
                .containsExactly("1.0 0.0", "1.0 0.0");
        assertThat(supply(Map.of(), Map.of(Tables.OPENINGS, List.of(row("water_opening/1", "name", "引水渠"))))
                        .gaps())
                .containsExactly(new ValueAt("water_opening/1", "percent", "引水渠", 0));
    }

    /** A sill above the most that may stand in 上湖 leads nothing; what takes from the bed does. */
    @Test
    void aGravityLinkIsClosedWhereItsLakeStandsBelowItsSill() {
        ListValue daily = ListValue.of(Collections.nCopies(12, 100.0));
        Map<String, List<Row>> river = Map.of(
                Tables.INFLOWS, List.of(row("natural_inflow/1", "name", "上湖", "year", "dry", "m3_per_day", daily)));
        Map<String, Object> leaky = Map.of("seepage_mm_d", 10.0);
        Supply free = supply(Map.of("lakes/2", leaky), river);
        Supply sill = supply(Map.of("lakes/2", leaky, "links/1", Map.of("sill_m", 102.5)), river);
        assertThat(sill.network().links())
                .extracting(link -> ((Drive.Gravity) link.drive()).sillM() != null)
                .as("only where it leaves the lake")
                .containsExactly(true, false);
        assertThat(led(free)).isPositive();
        assertThat(led(sill)).isZero();
        assertThat(((Answer.Said) YearOperation.run(sill.network(), "dry"))
                        .result()
                        .months())
                .allMatch(month -> month.closed().contains("links/1.0.0"));
    }

    @Test
    void recordsThatSpeakOfNothingAreTold() {
        Supply supply = supply(
                Map.of(),
                Map.of(
                        Tables.LAKES,
                        List.of(
                                row("lake_table/1", "name", "上湖"),
                                row("lake_table/2", "name", "上湖"),
                                row("lake_table/3", "name", "没有的湖")),
                        Tables.INFLOWS,
                        List.of(
                                row("natural_inflow/1", "name", "上湖", "year", "dry", "m3_per_day", NOTHING),
                                row("natural_inflow/2", "name", "上湖", "year", "P12")),
                        Tables.OPENINGS,
                        List.of(row("water_opening/1", "name", "上湖")),
                        Tables.ODOROUS,
                        List.of(row("odorous_water/1", "name", "东沟", "code", "HC-1", "water", "没有的河")),
                        Tables.SAMPLES,
                        List.of(
                                row("water_sample/1", "name", "HC-1", "date", "2026-05-01"),
                                row("water_sample/2", "name", "西沟", "date", "2026-05-01"))));
        assertThat(supply.strays().stream().map(stray -> stray.id() + " " + stray.attribute()))
                .containsExactly(
                        "lake_table/2 name",
                        "lake_table/3 name",
                        "natural_inflow/2 year",
                        "water_opening/1 name",
                        "odorous_water/1 water",
                        "water_sample/2 name");
    }

    /** Transparency 25 cm, oxygen 2 mg/L, redox 50 mV, ammonia 8 mg/L are the bounds; what is not measured is never clear. */
    @ParameterizedTest
    @CsvSource({
        "under_way, light, '', LIGHT, false",
        "under_way, light, '40 3 100 1', CLEAR, true",
        "done, light, '', NOT_CHECKED, false",
        "done, heavy, '5 0.1 -300 20', NOT_CHECKED, false",
        "under_way, '', '', NOT_CHECKED, false",
        "under_way, '', '40 3 100 9', LIGHT, true",
        "under_way, light, '5 3 100 1', HEAVY, true"
    })
    void aListedWaterIsGradedByItsSamples(
            String remediation, String reported, String sample, BlackOdour grade, boolean measured) {
        List<Row> samples = new ArrayList<>();
        if (!sample.isEmpty()) {
            String[] is = sample.split(" ");
            samples.add(row(
                    "water_sample/1",
                    "name",
                    "HC-1",
                    "date",
                    "2026-05-01",
                    "transparency_cm",
                    Double.valueOf(is[0]),
                    "oxygen_mg_l",
                    Double.valueOf(is[1]),
                    "redox_mv",
                    Double.valueOf(is[2]),
                    "ammonia_mg_l",
                    Double.valueOf(is[3])));
        }
        Row listed = row(
                "odorous_water/1",
                "name",
                "引水渠东段",
                "code",
                "HC-1",
                "water",
                "引水渠",
                "reported",
                reported,
                "remediation",
                remediation,
                "remedied_on",
                "2026-06-01",
                "length_m",
                120.0,
                "responsible",
                "某科");
        Supply supply = supply(Map.of(), Map.of(Tables.ODOROUS, List.of(listed), Tables.SAMPLES, samples));
        OdorousList.Line line = OdorousList.of(supply).get(0);
        assertThat(line.grade()).isEqualTo(grade);
        assertThat(line.isMeasured()).isEqualTo(measured);
        assertThat(line.feature()).isEqualTo("links/1");
        assertThat(line.lengthM()).hasValue(120);
        assertThat(line.responsible()).isEqualTo("某科");
        Verdict clear = Judgement.quick(supply).verdicts().get(2);
        boolean odorous = grade == BlackOdour.LIGHT || grade == BlackOdour.HEAVY;
        assertThat(clear.standing()).isEqualTo(odorous ? Standing.FAILS : Standing.NOT_CHECKED);
        assertThat(clear.features().contains("links/1")).isEqualTo(odorous);
    }

    @Test
    void waterIsClearOnlyWhereAllOfItWasMeasured() {
        List<Row> samples = new ArrayList<>();
        for (String lake : List.of("上湖", "下湖")) {
            assertThat(clear(samples)).isEqualTo(Standing.NOT_CHECKED);
            samples.add(row(
                    "water_sample/" + samples.size(),
                    "name",
                    lake,
                    "date",
                    "2026-05-01",
                    "transparency_cm",
                    40.0,
                    "oxygen_mg_l",
                    3.0,
                    "redox_mv",
                    100.0,
                    "ammonia_mg_l",
                    1.0));
        }
        assertThat(clear(samples)).isEqualTo(Standing.PASSES);
        samples.set(0, row("water_sample/0", "name", "上湖", "date", "2026-05-01", "transparency_cm", 40.0));
        assertThat(clear(samples)).as("three indicators lack").isEqualTo(Standing.NOT_CHECKED);
        assertThat(supply(Map.of(), Map.of(Tables.SAMPLES, samples))
                        .qualities()
                        .get(0)
                        .condition()
                        .zh())
                .isEqualTo("透明度 40.0 cm，监测 1 次，最近 2026-05-01");
    }

    /**
     * A works of reclaimed water at 上湖 brings 500 m³/d, its fields take 100; a river brings as much where it says so. What is refused may
     * be left out where the river alone serves everything, and fails the year where it does not.
     */
    @ParameterizedTest
    @CsvSource({
        "'', 0, PASSES, ''",
        "reclaimed, 0, PASSES, ''",
        "yellow_river, 0, FAILS, 不接受“再生水”",
        "yellow_river, 1500, PASSES, ''",
        "'reclaimed、yellow_river', 0, PASSES, ''"
    })
    void aUseIsNotServedByWhatItRefuses(String accepts, double riverM3d, Standing standing, String told) {
        Map<String, Object> works = Map.of(
                "kind",
                "sewage_works",
                "source",
                "reclaimed",
                "source_group",
                "再生水",
                "capacity_m3d",
                500.0,
                "availability_percent",
                100.0,
                "status",
                "completed");
        ListValue all = ListValue.of(Collections.nCopies(12, 100.0));
        Row need = row(
                "water_need/1",
                "name",
                "灌溉",
                "need",
                "irrigation",
                "level",
                3,
                "months_percent",
                all,
                "accepts",
                accepts);
        Row river = row(
                "natural_inflow/1",
                "name",
                "上湖",
                "year",
                "dry",
                "m3_per_day",
                ListValue.of(Collections.nCopies(12, riverM3d)));
        Supply supply = supply(
                Map.of("lakes/1", Map.of("irrigation_m3d", 100.0), "works/1", works),
                Map.of(Tables.NEEDS, List.of(need), Tables.INFLOWS, List.of(river)));
        assertThat(supply.gaps()).isEmpty();
        Verdict balanced = Judgement.quick(supply).verdicts().get(1);
        assertThat(balanced.standing()).isEqualTo(standing);
        assertThat(balanced.reasons().stream().filter(reason -> reason.zh().contains("不接受")))
                .allMatch(reason -> reason.zh().contains(told))
                .hasSize(told.isEmpty() ? 0 : 1);
        assertThat(supply.strays().stream().anyMatch(stray -> stray.attribute().equals("accepts")))
                .as("no source is of the Yellow River")
                .isEqualTo(accepts.contains("yellow_river"));
    }

    private static final Map<String, Map<String, Object>> DRAINS = Map.of(
            "drains/1",
            Map.of("kind", "combined", "discharge_m3d", 300.0, "source_group", "污水"),
            "drains/2",
            Map.of("kind", "storm", "discharge_m3d", 40.0));

    /** Sewage brings water, so how much has to be said; rain is in the catchments already, unless somebody says what its drain brings. */
    @Test
    void aDrainBringsWhatSomebodySaysOfItAndIsASourceGroup() {
        Supply unsaid =
                supply(Map.of("drains/1", Map.of("kind", "sewage"), "drains/2", Map.of("kind", "storm")), Map.of());
        assertThat(unsaid.gaps()).containsExactly(new ValueAt("drains/1", "discharge_m3d", "污水管", 0));
        assertThat(unsaid.network().sources()).extracting(Source::id).containsExactly("drains/1");
        Row half = row("source_availability/1", "name", "污水管", "year", "dry", "percent", ListValue.of(months(1, 50)));
        Row need = row(
                "water_need/1",
                "name",
                "灌溉",
                "need",
                "irrigation",
                "months_percent",
                ListValue.of(Collections.nCopies(12, 100.0)),
                "accepts",
                "reclaimed");
        Supply supply = supply(
                with(DRAINS, "lakes/1", Map.of("irrigation_m3d", 100.0)),
                Map.of(Tables.AVAILABILITY, List.of(half), Tables.NEEDS, List.of(need)));
        assertThat(supply.network().sources())
                .extracting(Source::at)
                .as("on a line the next place down")
                .containsExactly("lakes/1", "gates/1");
        assertThat(supply.network().sources()).extracting(Source::group).containsExactly("污水", "drains/2");
        assertThat(supply.network().sources().get(0).availableM3("dry", 1)).isEqualTo(300 * 31 * 0.5);
        assertThat(supply.network().sources().get(1).availableM3("dry", 1)).isEqualTo(40 * 31);
        assertThat(supply.gaps()).as("the other eleven months").hasSize(11).allMatch(gap -> gap.attribute()
                .equals("percent"));
        assertThat(supply.refused()).containsEntry("lakes/1 irrigation", Set.of("污水", "drains/2"));
        assertThat(supply.strays()).extracting(ValueAt::attribute).containsExactly("accepts");
    }

    @Test
    void whatEndsAtASewageWorksIsTheWorksWater() {
        Map<String, Object> works = Map.of(
                "kind", "sewage_works", "capacity_m3d", 1.0, "source_group", "再生水", "availability_percent", 100.0);
        assertThat(supply(with(DRAINS, "works/1", works), Map.of()).network().sources())
                .extracting(Source::id)
                .containsExactlyInAnyOrder("works/1", "drains/2");
    }

    @Test
    void aSurveyedLakeLacksNoVolumeAndASurveyThatDoesNotRiseIsToldWithItsRow() {
        Map<String, Object> without = new HashMap<>();
        without.put("volume_m3", null);
        Network drawn = drawn(Map.of("lakes/1", without));
        assertThat(told(drawn, Map.of())).containsExactly("MISSING volume_m3");
        assertThat(told(drawn, Map.of(Tables.LAKES, List.of(row("lake_table/1", "name", "上湖", "curve", SURVEY)))))
                .isEmpty();
        Row falling = row("lake_table/1", "name", "上湖", "curve", curve(100, 10, 0, 101, 20, 50, 102, 30, 50));
        List<Finding> findings = Supply.findings(drawn, new Tables(Map.of(Tables.LAKES, List.of(falling))));
        assertThat(findings)
                .filteredOn(one -> one.type() == Finding.Type.SURVEY)
                .hasSize(1)
                .allSatisfy(one -> {
                    assertThat(one.what().zh()).isEqualTo("“上湖”的水位—面积—库容表第 3 行没有高于上一行。");
                    assertThat(one.others()).containsExactly("lake_table/1");
                });
        Row dry = row("lake_table/1", "name", "上湖", "curve", curve(100, 10, 0));
        assertThat(told(drawn, Map.of(Tables.LAKES, List.of(dry)))).containsExactly("SURVEY null");
    }

    private static List<String> told(Network drawn, Map<String, List<Row>> tables) {
        return Supply.findings(drawn, new Tables(tables)).stream()
                .filter(one -> one.feature().equals("lakes/1"))
                .filter(one -> one.type() == Finding.Type.MISSING || one.type() == Finding.Type.SURVEY)
                .map(one -> one.type() + " " + one.attribute())
                .toList();
    }

    /** All of a year's water comes in July: the lake that holds twice as much keeps it for those who irrigate, and three times as much is more than it takes. */
    private static final Map<String, Map<String, Object>> GROWING =
            Map.of("lakes/1", Map.of("irrigation_m3d", 30.0, "flood_percent", 90.0, "flood_months", "6"));

    private static Map<String, List<Row>> july() {
        ListValue storages = new ListValue(
                List.of("most_m3", "cost_10k_yuan"),
                List.of(
                        List.of(6_000.0, 1.0),
                        List.of(9_000.0, 10.0),
                        List.of(18_000.0, 20.0),
                        List.of(30_000.0, 30.0)));
        List<@Nullable Double> july = new ArrayList<>(Collections.nCopies(12, 0.0));
        july.set(6, 500.0);
        ListValue always = ListValue.of(Collections.nCopies(12, 100.0));
        return Map.of(
                Tables.NEEDS,
                List.of(row("water_need/1", "name", "灌溉", "need", "irrigation", "months_percent", always)),
                Tables.INFLOWS,
                List.of(row("natural_inflow/1", "name", "上湖", "year", "dry", "m3_per_day", ListValue.of(july))),
                Tables.SIZES,
                List.of(row("work_sizes/1", "name", "上湖", "storages", storages, "assumed", true)),
                Tables.BASIS,
                List.of(row("water_basis/1", "name", "基础", "discount_percent", 6.0, "service_years", 0)));
    }

    @Test
    void aLakeThatCouldHoldMoreIsACandidateOfTheCheapestWorks() {
        Supply supply = supply(GROWING, july());
        Offers offers = Offers.of(drawn(GROWING), List.of(supply), supply, new Tables(july()), Stage.TODAY);
        assertThat(offers.gaps()).isEmpty();
        assertThat(offers.assumed()).contains(new ValueAt("work_sizes/1", "storages", "上湖", 0));
        assertThat(offers.all())
                .extracting(offer -> offers.name(offer.candidate().id()))
                .as("less than it holds is none")
                .containsExactly("上湖 9,000 m³", "上湖 18,000 m³", "上湖 30,000 m³");
        Lake more = offers.all().get(1).candidate().lakes().get(0);
        assertThat(more.limitM3().at(7)).isEqualTo(18_000);
        assertThat(more.limitM3().at(6)).as("what a flood needs stays free").isEqualTo(0.9 * 7_000);
        assertThat(more.normalM3().number()).as("nobody wants more of it").isEqualTo(7_000);
        Lake built = lake(
                supply(with(GROWING, "lakes/1", with(Map.of("most_m3", 18_000.0), GROWING.get("lakes/1"))), july()));
        assertThat(built.limitM3())
                .extracting(limit -> limit.at(7), limit -> limit.at(6))
                .containsExactly(18_000.0, 0.9 * 7_000);
    }

    @Test
    void theLakeThatKeepsEnoughIsChosenAndWritten() {
        Supply supply = supply(GROWING, july());
        Tables tables = new Tables(july());
        var planned = new PlannedWater(
                1, drawn(GROWING), List.of(supply), supply, tables, Map.of("lakes/1", 4), UnaryOperator.identity());
        WorksQuestion question = WorksQuestion.of("today", List.of("dry"), List.of("balanced"));
        WorksAnswer.Point point = WorksSearch.of(planned, question, WorksSearch.Heard.NOBODY)
                .points()
                .get(0);
        assertThat(point.remedy().chosen()).as("%s", point.sentence()).containsExactly("lakes/1 18000");
        assertThat(point.writes()).containsExactly(new WorksAnswer.Write("lakes/1", 4, Map.of("most_m3", 18_000.0)));
        Offers offers = Offers.of(drawn(GROWING), List.of(supply), supply, tables, Stage.TODAY);
        assertThat(WorksMap.of(new WorksAnswer(question, 1, offers, List.of(point)))
                        .toString())
                .contains("capacity_m3d=null, storage_m3=18000.0");
    }

    private static Map<String, Map<String, Object>> with(
            Map<String, Map<String, Object>> said, String id, Map<String, Object> values) {
        Map<String, Map<String, Object>> all = new HashMap<>(said);
        all.put(id, values);
        return all;
    }

    private static Map<String, Object> with(Map<String, Object> one, @Nullable Map<String, Object> other) {
        Map<String, Object> all = new HashMap<>(Objects.requireNonNull(other));
        all.putAll(one);
        return all;
    }

    /** Works that have to back each other are told only after thirty days without each source group were replayed in each month. */
    @Test
    void thirtyDaysWithoutEachSourceGroupAreReplayedInEachMonth() {
        Map<String, Map<String, Object>> two = Map.of(
                "drains/1", Map.of("kind", "combined", "discharge_m3d", 300.0),
                "drains/2", Map.of("kind", "storm", "discharge_m3d", 40.0));
        Map<String, List<Row>> tables = Map.of(
                Tables.BASIS, List.of(row("water_basis/1", "name", "基础", "discount_percent", 6.0, "service_years", 0)));
        Supply supply = supply(two, tables);
        var planned = new PlannedWater(
                1, drawn(two), List.of(supply), supply, new Tables(tables), Map.of(), UnaryOperator.identity());
        for (String verdict : List.of("backed", "balanced")) {
            List<Integer> months = new ArrayList<>();
            WorksAnswer answer = WorksSearch.of(
                    planned, WorksQuestion.of("today", List.of("dry"), List.of(verdict)), (phase, done) -> {
                        if (phase.equals("replaying")) {
                            months.add(done);
                        }
                    });
            assertThat(answer.points()).as("%s", answer.offers().gaps()).isNotEmpty();
            assertThat(months).hasSize(verdict.equals("backed") ? 24 : 0);
        }
    }

    /** Both lakes stay full, and still one source group backs nothing. */
    @Test
    void oneSourceGroupBacksNothing() {
        Verdict backed = Judgement.of(
                        supply(Map.of("drains/2", Map.of("kind", "storm", "discharge_m3d", 40.0)), Map.of()))
                .verdicts()
                .stream()
                .filter(verdict -> verdict.kind() == Verdict.Kind.BACKED)
                .findFirst()
                .orElseThrow();
        assertThat(backed.standing()).isEqualTo(Standing.FAILS);
        assertThat(backed.reasons()).extracting(words -> words.zh()).containsExactly("只有 1 个水源组，谈不上互补。");
    }

    /** Who takes nothing in a month has taken nothing that it refuses. */
    @Test
    void aUseIsToldTheMonthsInWhichItTakesWhatItRefuses() {
        List<@Nullable Double> july = new ArrayList<>(Collections.nCopies(12, 0.0));
        july.set(6, 100.0);
        Row need = row(
                "water_need/1",
                "name",
                "灌溉",
                "need",
                "irrigation",
                "months_percent",
                ListValue.of(july),
                "accepts",
                "yellow_river");
        Supply supply = supply(
                Map.of(
                        "lakes/1",
                        Map.of("irrigation_m3d", 200.0),
                        "drains/1",
                        Map.of("kind", "sewage", "discharge_m3d", 500.0)),
                Map.of(Tables.NEEDS, List.of(need)));
        assertThat(Judgement.quick(supply).verdicts().get(1).reasons())
                .extracting(words -> words.zh())
                .anyMatch(words -> words.contains("但 7 月的水中"));
    }

    /** What a link loses on its way is not mixed in at its end. */
    @Test
    void waterMixesByWhatArrives() {
        ListValue all = ListValue.of(Collections.nCopies(12, 100.0));
        Supply supply = supply(
                Map.of(
                        "lakes/2", Map.of("irrigation_m3d", 200.0),
                        "links/1", Map.of("loss_percent", 60.0),
                        "drains/1", Map.of("kind", "sewage", "discharge_m3d", 600.0),
                        "drains/2", Map.of("kind", "storm", "discharge_m3d", 40.0)),
                Map.of(
                        Tables.NEEDS,
                        List.of(row("water_need/1", "name", "灌溉", "need", "irrigation", "months_percent", all))));
        YearResult year = ((Answer.Said) YearOperation.run(supply.network(), "dry")).result();
        Link first = supply.network().link("links/1.0.0").orElseThrow();
        double led = year.months().get(0).linkM3().getOrDefault(first.id(), 0.0);
        double rain = year.months().get(0).sourceM3().getOrDefault("drains/2", 0.0);
        assertThat(led).isPositive();
        assertThat(rain).isPositive();
        var mixed = Objects.requireNonNull(
                Mixture.of(supply.network(), year).sharesFromJuly().get("gates/1"));
        assertThat(mixed.get(0).getOrDefault("drains/2", 0.0))
                .isCloseTo(rain / (rain + led * (1 - first.lossShare().number())), within(1e-9));
    }

    private static Standing clear(List<Row> samples) {
        return Judgement.quick(supply(Map.of(), Map.of(Tables.SAMPLES, samples)))
                .verdicts()
                .get(2)
                .standing();
    }

    private static final ListValue NOTHING = ListValue.of(Collections.nCopies(12, 0.0));
    private static final ListValue SURVEY = curve(100, 2_500, 0, 104, 10_000, 20_000);

    private static ListValue curve(double... cells) {
        List<List<@Nullable Double>> rows = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 3) {
            rows.add(List.of(cells[i], cells[i + 1], cells[i + 2]));
        }
        return new ListValue(List.of("level_m", "area_m2", "volume_m3"), rows);
    }

    private static List<@Nullable Double> months(int month, double value) {
        List<@Nullable Double> months = new ArrayList<>(Collections.nCopies(12, null));
        months.set(month - 1, value);
        return months;
    }

    private static Lake lake(Supply supply) {
        return supply.network().lakes().get(0);
    }

    /** April and May of each stretch of the link. */
    private static List<String> open(Supply supply) {
        return supply.network().links().stream()
                .map(Link::openShare)
                .map((Monthly open) -> open.at(4) + " " + open.at(5))
                .toList();
    }

    private static double led(Supply supply) {
        return ((Answer.Said) YearOperation.run(supply.network(), "dry"))
                .result().months().stream()
                        .mapToDouble(month -> month.linkM3().getOrDefault("links/1.0.0", 0.0))
                        .sum();
    }

    private static Supply supply(Map<String, Map<String, Object>> more, Map<String, List<Row>> tables) {
        Map<String, List<Row>> all = new HashMap<>(tables);
        all.put(
                Tables.YEARS,
                List.of(row(
                        "climate_year/1",
                        "name",
                        "枯水年",
                        "code",
                        "dry",
                        "rain_mm",
                        NOTHING,
                        "evaporation_mm",
                        NOTHING)));
        return Supply.of(drawn(more), new Tables(all), List.of(), Stage.TODAY, "dry");
    }

    private static Network drawn(Map<String, Map<String, Object>> more) {
        Map<String, Object> link = Map.of("name", "引水渠", "kind", "channel", "capacity_m3d", 500.0, "loss_percent", 0.0);
        List<Drawn> all = new ArrayList<>(List.of(
                thing("lakes/1", Kind.LAKE, "POLYGON((0 0,100 0,100 100,0 100,0 0))", LAKE, "上湖", more),
                thing("lakes/2", Kind.LAKE, "POLYGON((500 0,600 0,600 100,500 100,500 0))", LAKE, "下湖", more),
                thing("links/1", Kind.LINK, "LINESTRING(100 50,500 50)", link, "引水渠", more),
                thing("gates/1", Kind.STRUCTURE, "POINT(300 50)", Map.of("kind", "sluice"), "节制闸", more)));
        if (more.containsKey("drains/1")) {
            all.add(thing("drains/1", Kind.DRAIN, "LINESTRING(50 300,50 103)", Map.of(), "污水管", more));
        }
        if (more.containsKey("drains/2")) {
            all.add(thing("drains/2", Kind.DRAIN, "LINESTRING(200 300,200 52)", Map.of(), "雨水管", more));
        }
        if (more.containsKey("works/1")) {
            all.add(thing("works/1", Kind.STRUCTURE, "POINT(50 100)", Map.of(), "再生水厂", more));
        }
        return Network.of(Drawing.of(5, all, box -> List.of()));
    }

    private static Drawn thing(
            String id,
            Kind kind,
            String wkt,
            Map<String, Object> values,
            String name,
            Map<String, Map<String, Object>> more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
        all.put("name", name);
        all.putAll(more.getOrDefault(id, Map.of()));
        try {
            return Drawn.of(id, kind, new WKTReader().read(wkt), true, all);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Row row(String id, Object... values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            all.put((String) values[i], values[i + 1]);
        }
        return new Row(id, all);
    }
}
