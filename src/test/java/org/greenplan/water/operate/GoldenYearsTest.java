package org.greenplan.water.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.greenplan.water.Demand;
import org.greenplan.water.Missing;
import org.greenplan.water.Network;
import org.greenplan.water.NetworkJson;
import org.greenplan.water.Stage;
import org.greenplan.water.TypicalYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code src/test/resources/water} gives the years it gave; its README says why it is there. {@code -Dbless} accepts. */
class GoldenYearsTest {
    private static final Path FOLDERS = Path.of("src/test/resources/water");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theYearsAreThoseOfTheFolder(String name) throws IOException {
        String found = text(NetworkJson.of(name));
        Path expected = FOLDERS.resolve(name).resolve("years.json");
        if (System.getProperty("bless") != null) {
            Files.writeString(expected, found);
        }
        assertThat(Files.readString(FOLDERS.resolve(name).resolve("README.md"))).hasSizeGreaterThan(100);
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    @Test
    void theFairSharesOfANarrowAndAWidePipe() {
        assertThat(servedM3PerDay("narrow-pipe", "A")).isCloseTo(80, within(1e-6));
        assertThat(servedM3PerDay("narrow-pipe", "B")).isCloseTo(20, within(1e-6));
        assertThat(servedM3PerDay("wide-pipe", "A")).isCloseTo(50, within(1e-6));
        assertThat(servedM3PerDay("wide-pipe", "B")).isCloseTo(50, within(1e-6));
        assertThat(servedM3PerDay("textbook-cut", "use")).isCloseTo(23, within(1e-6));
        assertThat(servedM3PerDay("pumped-inflow", "use")).isCloseTo(490, within(1e-6));
        assertThat(servedM3PerDay("same-mouth", "A turnover")).isCloseTo(100, within(1e-6));
    }

    private static double servedM3PerDay(String name, String demand) {
        return served(said(NetworkJson.of(name), "year").months().get(0), demand)
                        .servedM3()
                / 31;
    }

    private static Served served(MonthResult month, String demand) {
        return month.served().stream()
                .filter(one -> one.demand().equals(demand))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneMonthFailsNotTwelveAndNoLakeDrinksOutOfTurn() {
        assertThat(said(NetworkJson.of("fair-within-a-month"), "year").failedMonths(1))
                .isEqualTo(1);
        YearResult ranked = said(NetworkJson.of("evaporation-has-no-rank"), "year");
        assertThat(ranked.failedMonths(1)).isZero();
        assertThat(ranked.failedMonths(4)).isEqualTo(12);
    }

    @Test
    void noWaterIsInventedForALakeThatNothingReaches() {
        YearResult year = said(NetworkJson.of("isolated-lake"), "year");
        assertThat(year.failedMonths(2)).isEqualTo(12);
        for (MonthResult month : year.months()) {
            assertThat(month.lakes().get("alone").afterM3()).isCloseTo(0, within(1.0));
            assertThat(served(month, "rich level").failed()).isFalse();
        }
    }

    @Test
    void aLicenceBindsEvenlyInTheDryYear() {
        Network network = NetworkJson.of("licence-in-the-dry-year");
        assertThat(said(network, "normal").failedMonths(1)).isZero();
        for (MonthResult month : said(network, "dry").months()) {
            assertThat(served(month, "use").share()).isCloseTo(100.0 / 365, within(1e-9));
        }
    }

    @Test
    void whatNobodyHasSaidIsNamedAndNeverZero() {
        Network network = NetworkJson.of("missing-values");
        assertThat(YearOperation.run(network, "dry"))
                .isEqualTo(new Answer.CannotSay(List.of(
                        new Missing("A", "seepageMmPerDay", 0),
                        new Missing("pipe", "capacityM3PerDay", 0),
                        new Missing("permit", "m3PerYear", 0))));
        assertThat(YearOperation.run(network, "normal")).isInstanceOf(Answer.CannotSay.class);
    }

    @Test
    void aLakeThatNeverComesToRestIsToldWithItsYears() {
        YearResult.Drift drift = said(NetworkJson.of("drift"), "year").drift().orElseThrow();
        assertThat(drift.lake()).isEqualTo("slow");
        assertThat(drift.perYearM3()).isCloseTo(-365, within(1e-3));
        assertThat(drift.leftM3()).isCloseTo(1_000_000 - 50 * 365, within(1e-2));
        assertThat(drift.emptyInYears()).isCloseTo(1_000_000 / 365.0 - 50, within(1e-3));
    }

    @Test
    void aLinkIsClosedInTheMonthThatBeganBelowItsSill() {
        for (MonthResult month : said(NetworkJson.of("sill"), "year").months()) {
            LakeMonth lake = month.lakes().get("A");
            boolean below = lake.beforeM3() < 10_000 * Math.pow(13.0 / 15, 1.5);
            assertThat(month.closed()).isEqualTo(below ? List.of("channel") : List.of());
            assertThat(month.linkM3().get("channel") > 0).isEqualTo(!below);
        }
    }

    /** The rows of the independent model; at level 1, today in a dry year, it found one month: the folder's README says more. */
    @Test
    void theSixLakesFailAsTabulated() {
        assertThat(failed(Stage.TODAY, "normal")).containsExactly(0, 12, 9, 12, 12);
        assertThat(failed(Stage.TODAY, "dry")).containsExactly(4, 12, 9, 12, 12);
        assertThat(failed(Stage.APPROVED, "normal")).containsExactly(0, 12, 9, 12, 12);
        assertThat(failed(Stage.APPROVED, "dry")).containsExactly(0, 12, 9, 12, 12);
        assertThat(failed(Stage.PROPOSED, "normal")).containsExactly(0, 0, 0, 0, 0);
        assertThat(failed(Stage.PROPOSED, "dry")).containsExactly(0, 0, 0, 0, 0);
    }

    private static int[] failed(Stage stage, String year) {
        YearResult result = said(NetworkJson.of("six-lakes").at(stage), year);
        return IntStream.rangeClosed(1, 5).map(result::failedMonths).toArray();
    }

    /** The order in which things were drawn decides nothing: every flow is the same, to the last digit. */
    @Test
    void theResultsAreThoseOfAnyOrderOfDrawing() {
        Network network = NetworkJson.of("six-lakes");
        Network turned = new Network(
                turned(network.lakes()),
                turned(network.junctions()),
                turned(network.inflows()),
                turned(network.links()),
                turned(network.sources()),
                turned(network.licences()),
                turned(network.demands()),
                network.years(),
                network.yuanPerKwh());
        assertThat(said(turned, "dry")).isEqualTo(said(network, "dry"));
    }

    private static <T> List<T> turned(List<T> some) {
        List<T> turned = new ArrayList<>(some);
        Collections.reverse(turned);
        return turned;
    }

    @ParameterizedTest
    @MethodSource("folders")
    void nothingIsLostOrWonInAnyMonth(String name) {
        Network network = NetworkJson.of(name);
        for (TypicalYear year : network.years()) {
            if (YearOperation.run(network, year.id()) instanceof Answer.Said said) {
                for (MonthResult month : said.result().months()) {
                    assertThat(month.settled()).isTrue();
                    month.lakes().forEach((id, lake) -> assertThat(lake.gapM3())
                            .as("%s in month %d", id, month.month())
                            .isCloseTo(0, within(1e-6)));
                }
            }
        }
    }

    static YearResult said(Network network, String year) {
        return ((Answer.Said) YearOperation.run(network, year)).result();
    }

    private static String text(Network network) {
        ObjectNode all = JSON.createObjectNode();
        for (TypicalYear year : network.years()) {
            if (YearOperation.run(network, year.id()) instanceof Answer.Said said) {
                all.set(year.id(), year(network, said.result()));
            } else {
                all.put(year.id(), "cannot say");
            }
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all).replace("\r", "") + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode year(Network network, YearResult result) {
        ObjectNode year = JSON.createObjectNode();
        year.put("rounds", result.rounds());
        ArrayNode failed = year.putArray("failedMonths");
        IntStream.rangeClosed(1, Demand.LEVELS).forEach(level -> failed.add(result.failedMonths(level)));
        year.put("kWh", Math.round(result.energyKwh()));
        ObjectNode shares = year.putObject("sharesFromJuly");
        for (int i = 0; i < network.demands().size(); i++) {
            int at = i;
            shares.put(
                    network.demands().get(i).id(),
                    line(
                            result,
                            month -> String.format(
                                    Locale.ROOT, "%.4f", month.served().get(at).share())));
        }
        ObjectNode volumes = year.putObject("volumesM3FromJuly");
        network.lakes()
                .forEach(lake -> volumes.put(
                        lake.id(),
                        line(
                                result,
                                month -> String.format(
                                        Locale.ROOT,
                                        "%.0f",
                                        month.lakes().get(lake.id()).afterM3()))));
        ObjectNode links = year.putObject("linksM3FromJuly");
        network.links()
                .forEach(link -> links.put(
                        link.id(),
                        line(
                                result,
                                month -> String.format(
                                        Locale.ROOT, "%.0f", month.linkM3().get(link.id())))));
        return year;
    }

    private static String line(YearResult result, Function<MonthResult, String> of) {
        return String.join(" ", result.months().stream().map(of).toList()).replace("-0 ", "0 ");
    }
}
