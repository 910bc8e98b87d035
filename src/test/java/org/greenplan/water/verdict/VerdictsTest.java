package org.greenplan.water.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenplan.water.Drive;
import org.greenplan.water.Given;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.NetworkJson;
import org.greenplan.water.Stage;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.Reason;
import org.greenplan.water.operate.Shortage;
import org.greenplan.water.operate.YearOperation;
import org.greenplan.water.operate.YearResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four verdicts, each on the smallest network that turns it. */
class VerdictsTest {
    private static final Set<String> SIX = Set.of("五云湖", "方顶湖", "冯沟湖", "开阳湖", "太溪湖", "东虢湖");

    @ParameterizedTest
    @CsvSource({
        "ring,      6, 6, 1, 0.142857, 1,        0.5",
        "tree,      6, 5, 1, 0,        0.833333, 0.416667",
        "two-rings, 7, 8, 1, 0.222222, 1.142857, 0.533333"
    })
    void alphaBetaGamma(String name, int v, int e, int p, double alpha, double beta, double gamma) {
        LoopIndices indices = LoopIndices.of(NetworkJson.of(name));
        assertThat(indices).isEqualTo(new LoopIndices(v, e, p));
        assertThat(indices.alpha()).isCloseTo(alpha, within(1e-6));
        assertThat(indices.beta()).isCloseTo(beta, within(1e-6));
        assertThat(indices.gamma()).isCloseTo(gamma, within(1e-6));
    }

    @Test
    void aPlaceThatTwoLinksMeetIsNoConfluence() {
        assertThat(LoopIndices.of(NetworkJson.of("dead-ends"))).isEqualTo(new LoopIndices(4, 3, 1));
        assertThat(LoopIndices.of(NetworkJson.of("pumped-inflow")).vertices()).isEqualTo(2);
    }

    @Test
    void inARingEveryLakeCirculatesAndInATreeNone() {
        Circulation ring = circulation(NetworkJson.of("ring"), "year");
        assertThat(ring.roles().values()).allSatisfy(all -> assertThat(all).containsOnly(Circulation.Role.RING));
        assertThat(ring.passes(Set.of("A", "B", "C", "D", "E", "F"))).isTrue();
        assertThat(ring.bridges()).isEmpty();
        Circulation tree = circulation(NetworkJson.of("tree"), "year");
        assertThat(tree.strong()).hasSize(6);
        assertThat(tree.bridges()).containsExactly("AB", "BC", "CD", "DE", "EF");
        assertThat(tree.roles().get("A")).contains(Circulation.Role.DEAD);
        assertThat(tree.passes(Set.of("A"))).isFalse();
        assertThat(circulation(NetworkJson.of("two-rings"), "year").strong()).hasSize(1);
    }

    @Test
    void aLakeThatTheRiverPassesIsThroughAndItsSideLakeDead() {
        Circulation circulation = circulation(NetworkJson.of("dead-ends"), "year");
        assertThat(circulation.roles().get("passed")).containsOnly(Circulation.Role.THROUGH);
        assertThat(circulation.roles().get("side")).containsOnly(Circulation.Role.DEAD);
        assertThat(circulation.bridges()).containsExactly("channel");
    }

    @Test
    void theSixLakesAreSixPartsTodayAndOneAfterAllWorks() {
        Network all = NetworkJson.of("six-lakes");
        assertThat(circulation(all.at(Stage.TODAY), "dry").strong()).hasSize(6);
        assertThat(circulation(all.at(Stage.APPROVED), "dry").strong()).hasSize(6);
        Circulation done = circulation(all, "dry");
        assertThat(done.strong()).containsExactly(SIX);
        assertThat(done.bridges()).isEmpty();
        assertThat(circulation(all.at(Stage.TODAY), "dry").bridges()).containsExactly("方顶湖—冯沟湖");
        assertThat(done.passes(SIX)).isTrue();
    }

    @Test
    void theSequentPeakOfTheTextbook() {
        List<Double> inflow = List.of(1.0, 3.0, 3.0, 5.0, 8.0, 6.0, 7.0, 2.0, 1.0);
        assertThat(SequentPeak.storage(inflow, 3.5)).isEqualTo(7.5);
        assertThat(SequentPeak.storage(inflow, 4.1)).isInfinite();
    }

    @Test
    void theSixLakesGetThroughADryYearWithAllWorksOnly() {
        Network all = NetworkJson.of("six-lakes");
        assertThat(Balance.of(all, "dry", 4).standing()).isEqualTo(Balance.Standing.PASSES);
        Balance today = Balance.of(all.at(Stage.TODAY), "dry", 4);
        assertThat(today.standing()).isEqualTo(Balance.Standing.CANNOT);
        assertThat(today.levels().get(1).inTime()).isZero();
        assertThat(Balance.of(all.at(Stage.TODAY), "dry", 1).standing())
                .isEqualTo(Balance.Standing.ONLY_WITH_FORESIGHT);
        assertThat(Balance.of(NetworkJson.of("missing-values"), "dry", 1).missing())
                .hasSize(3);
    }

    @Test
    void aFailureIsMeasuredInTimeVolumeAndHowSoonItEnds() {
        YearResult year = said(NetworkJson.of("fair-within-a-month"), "year");
        Reliability level = Reliability.of(year, 1);
        assertThat(level.failedMonths()).isEqualTo(1);
        assertThat(level.inTime()).isCloseTo(11.0 / 12, within(1e-9));
        assertThat(level.inVolume()).isCloseTo(11.0 / 12, within(1e-6));
        assertThat(level.resilience()).isEqualTo(1);
        assertThat(level.vulnerability()).isCloseTo(1, within(1e-6));
        Map<String, Integer> since = Reliability.monthsSinceFull(
                said(NetworkJson.of("sill"), "year"), NetworkJson.of("sill").lakes(), 11);
        assertThat(since).containsExactly(Map.entry("A", 6));
    }

    @Test
    void withAllWorksAnySourceMayFailInTheDryYear() {
        Backing backing = Backing.of(NetworkJson.of("six-lakes"), "dry");
        assertThat(backing.wholeYear()).extracting(Outage::what).contains("黄河", "西水东引");
        assertThat(backing.wholeYear())
                .allSatisfy(outage -> assertThat(outage.holds(5)).isTrue());
        assertThat(backing.worstMonth()).hasSize(4);
        assertThat(backing.passes(4)).isTrue();
        assertThat(backing.wholeYear()).extracting(Outage::cut).containsOnly(Optional.empty());
    }

    @Test
    void anOutageThatHurtsNamesItsCut() {
        Backing backing = Backing.of(NetworkJson.of("licence-in-the-dry-year"), "dry");
        Outage out = backing.wholeYear().get(0);
        assertThat(out.holds(4)).isFalse();
        assertThat(out.cut().orElseThrow().demand()).isEqualTo("use");
        assertThat(out.leastShare()).containsOnlyKeys("use");
        assertThat(out.leastShare().get("use"))
                .isEqualTo(out.worstShare().get(0))
                .isLessThan(0.999);
        assertThat(backing.worstMonth().get(0).cut().orElseThrow().reasons()).isNotEmpty();
    }

    @Test
    void theLinksThatTheDryYearHangsOnComeFirst() {
        Map<String, Outage> without = new TreeMap<>();
        Network six = NetworkJson.of("six-lakes");
        List<Outage> each = Backing.without(
                six, "dry", six.links().stream().collect(Collectors.toMap(Link::id, link -> Set.of(link.id()))));
        each.forEach(outage -> without.put(outage.what(), outage));
        assertThat(each.get(0).what()).isEqualTo("冯沟湖—开阳湖");
        assertThat(each.get(0).failedMonths()).startsWith(0, 12);
        assertThat(each).hasSameSizeAs(six.links());
        assertThat(Backing.without(six, "dry", Map.of("both ends", Set.of("冯沟湖—开阳湖", "东虢湖—太溪湖")))
                        .get(0)
                        .failedMonths())
                .as("a work of several links")
                .startsWith(0, 12, 9);
        Shortage cut = each.get(0).cut().orElseThrow();
        assertThat(cut.demand()).isEqualTo("开阳湖最低水位");
        assertThat(cut.reasons()).extracting(Reason::kind).containsExactly(Reason.Kind.NO_WAY);
        Outage pump = without.get("东虢湖—太溪湖");
        assertThat(pump).isNotNull();
        assertThat(pump.failedMonths()).containsExactly(0, 0, 2, 9, 10, 0, 0, 0);
    }

    @Test
    void withBothReclaimedWorksOutTheDryYearIsShortAtItsEnd() {
        Network all = NetworkJson.of("six-lakes");
        YearResult year = said(all.withoutGroup("第二污水处理厂").withoutGroup("第三污水处理厂"), "dry");
        assertThat(IntStream.rangeClosed(1, 5).map(year::failedMonths)).containsExactly(0, 0, 0, 2, 2);
    }

    /** The cheapest works are not trivial. */
    @Test
    void thePumpBetweenTheLowLakesPassesAtHalfItsSizeAndNotAtAQuarter() {
        Network all = NetworkJson.of("six-lakes");
        Link pump = all.link("东虢湖—太溪湖").orElseThrow();
        YearResult half = said(all.withLink(pump.withCapacity(Given.assumed(20_000))), "dry");
        YearResult quarter = said(all.withLink(pump.withCapacity(Given.assumed(10_000))), "dry");
        assertThat(IntStream.rangeClosed(1, 5).map(half::failedMonths).sum()).isZero();
        assertThat(IntStream.rangeClosed(1, 4).map(quarter::failedMonths).sum()).isZero();
        assertThat(quarter.failedMonths(5)).isEqualTo(2);
    }

    @Test
    void faultsAreFoundBeforeAnythingIsComputed() {
        Network all = NetworkJson.of("six-lakes");
        assertThat(Finding.of(all)).containsExactly(new Finding(Finding.Kind.NO_SPILL, "方顶湖"));
        Link pump = all.link("太溪湖—方顶湖").orElseThrow();
        Link channel = new Link(
                pump.id(),
                pump.from(),
                pump.to(),
                pump.capacityM3PerDay(),
                pump.openShare(),
                pump.lossShare(),
                new Drive.Gravity(null),
                pump.lengthM(),
                pump.stage());
        assertThat(Finding.of(all.withLink(channel)))
                .contains(new Finding(Finding.Kind.UPHILL_WITHOUT_PUMP, "太溪湖—方顶湖"))
                .contains(new Finding(Finding.Kind.CIRCLE_WITHOUT_PUMP, "方顶湖—太溪湖"));
        assertThat(Finding.of(NetworkJson.of("isolated-lake")))
                .containsExactly(new Finding(Finding.Kind.NO_WAY_OUT, "alone"));
    }

    @Test
    void disjointWaysAreCounted() {
        assertThat(Backing.disjointPaths(NetworkJson.of("six-lakes"), "开阳湖")).isEqualTo(1);
        assertThat(Backing.disjointPaths(NetworkJson.of("isolated-lake"), "alone"))
                .isZero();
        assertThat(Backing.disjointPaths(NetworkJson.of("textbook-cut"), "t")).isEqualTo(1);
    }

    @Test
    void anEmptyLakeIsFullAfterSoManyDays() {
        Network network = NetworkJson.of("six-lakes");
        FirstFilling filling = FirstFilling.of(network, "normal", Set.of("开阳湖")).orElseThrow();
        assertThat(filling.days()).isBetween(20.0, 62.0);
        assertThat(filling.licenceM3().get("黄河取水许可")).isPositive();
        assertThat(FirstFilling.of(NetworkJson.of("isolated-lake"), "year", Set.of("alone")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "30, 100, 3,   100,  5,  CLEAR",
        "25, 100, 3,   100,  5,  LIGHT",
        "9,  100, 3,   100,  5,  HEAVY",
        "8,  20,  3,   100,  5,  LIGHT",
        "9,  20,  3,   100,  5,  CLEAR",
        "30, 100, 2,   100,  5,  LIGHT",
        "30, 100, 0.1, 100,  5,  HEAVY",
        "30, 100, 3,   -201, 5,  HEAVY",
        "30, 100, 3,   100,  8,  LIGHT",
        "30, 100, 3,   100,  16, HEAVY",
        "30, 100, 3,   100,  ,   NOT_CHECKED",
        "30, 100, 2,   100,  ,   LIGHT"
    })
    void oneSampleIsGradedByTheTable(
            Double clarity, Double depth, Double oxygen, Double redox, Double ammonia, BlackOdour expected) {
        assertThat(BlackOdour.of(List.of(sample(clarity, depth, oxygen, redox, ammonia))))
                .isEqualTo(expected);
    }

    @Test
    void whatIsHeavyIsDecidedByTheShareOfSamples() {
        var clear = sample(30.0, 100.0, 3.0, 100.0, 5.0);
        var one = sample(9.0, 100.0, 3.0, 100.0, 5.0);
        var two = sample(9.0, 100.0, 0.1, 100.0, 5.0);
        assertThat(BlackOdour.of(List.of(one, clear))).isEqualTo(BlackOdour.LIGHT);
        assertThat(BlackOdour.of(List.of(one, one, one, clear, clear))).isEqualTo(BlackOdour.HEAVY);
        assertThat(BlackOdour.of(List.of(two, clear, clear))).isEqualTo(BlackOdour.HEAVY);
        assertThat(BlackOdour.of(List.of())).isEqualTo(BlackOdour.NOT_CHECKED);
    }

    private static BlackOdour.Sample sample(Double clarity, Double depth, Double oxygen, Double redox, Double ammonia) {
        return new BlackOdour.Sample(of(clarity), of(depth), of(oxygen), of(redox), of(ammonia));
    }

    private static OptionalDouble of(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Circulation circulation(Network network, String year) {
        return Circulation.of(network, said(network, year));
    }

    private static YearResult said(Network network, String year) {
        return ((Answer.Said) YearOperation.run(network, year)).result();
    }
}
