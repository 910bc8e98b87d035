package org.greenplan.water.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.greenplan.water.Network;
import org.junit.jupiter.api.Test;

/**
 * The months and years of random networks as programmes in a file, each with the least share that the kernel serves at the first level.
 * {@code src/test/web/unit/highs.test.js} solves them by HiGHS, which shares no line with the kernel or with the other oracle.
 */
class OracleTest {
    private static final Path FILE = Path.of("src/test/resources/water/programmes.lp");
    private static final int MONTHS = 40;
    private static final int YEARS = 4;

    @Test
    void theProgrammesOfTheFileAreTheKernels() throws IOException {
        var text = new StringBuilder();
        for (int seed = 0; seed < MONTHS; seed++) {
            Network network = RandomWater.network(seed);
            MonthResult month = GoldenYearsTest.said(network, "year").months().get(seed % 12);
            var first = month.served().stream()
                    .filter(served -> served.level() == 1)
                    .toList();
            if (month.settled() && !first.isEmpty()) {
                double share = first.stream().mapToDouble(Served::share).min().orElse(1);
                add(
                        text,
                        "month of network " + seed,
                        share,
                        OperationLp.month(network, "year", month).text(1));
            }
        }
        for (int seed = 0; seed < YEARS; seed++) {
            Network network = RandomWater.network(seed);
            BestYear best = BestPossible.of(network, "year");
            boolean wanted = network.demands().stream().anyMatch(demand -> demand.level() == 1);
            if (best.settled() && wanted) {
                double share = best.worstShare().getOrDefault(1, 1.0);
                add(
                        text,
                        "year of network " + seed,
                        share,
                        OperationLp.year(network, best).text(1));
            }
        }
        if (System.getProperty("bless") != null) {
            Files.writeString(FILE, text, StandardCharsets.UTF_8);
        }
        assertThat(rounded(text.toString())).isEqualTo(rounded(Files.readString(FILE, StandardCharsets.UTF_8)));
    }

    /** Another processor may write another last digit. */
    private static List<String> rounded(String text) {
        return text.lines()
                .flatMap(line -> Stream.of(line.split(" ")))
                .map(word -> word.matches("-?\\d+\\.\\d+(e[-+]\\d+)?")
                        ? String.format(Locale.ROOT, "%.5g", Double.valueOf(word) * (1 + 1e-9))
                        : word)
                .toList();
    }

    private static void add(StringBuilder to, String what, double share, String programme) {
        to.append(String.format(Locale.ROOT, "\\ %s: %.6f%n", what, share)).append(programme);
    }
}
