package org.greenplan.water.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenplan.water.Network;
import org.greenplan.water.NetworkJson;
import org.greenplan.water.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a demand got no more: the month's cut, what a m³ more there gives, and for how long. */
class WhyShortTest {
    @Test
    void aFullPipeIsWidenedUntilTheSharesAreEqual() {
        Reason reason =
                july(NetworkJson.of("narrow-pipe"), "year", "B").reasons().get(0);
        assertThat(reason.kind()).isEqualTo(Reason.Kind.LINK_FULL);
        assertThat(reason.at()).isEqualTo("to B");
        assertThat(reason.tenPercentM3()).isCloseTo(62, within(1e-3));
        assertThat(reason.rangeM3()).isCloseTo(930, within(1.0));
    }

    @Test
    void whereTwoShareASpringOneMoreGivesEachAHalf() {
        Shortage shortage = july(NetworkJson.of("wide-pipe"), "year", "A");
        assertThat(kinds(shortage)).containsExactlyInAnyOrder("PROMISED B", "SOURCE_FULL spring");
        Reason spring = reason(shortage, Reason.Kind.SOURCE_FULL);
        assertThat(spring.gainPerM3()).isCloseTo(0.5, within(1e-6));
        assertThat(spring.tenPercentM3()).isCloseTo(155, within(1e-3));
        assertThat(spring.rangeM3()).isCloseTo(3100, within(1.0));
    }

    @Test
    void theTextbooksCutIsNamedWithWhatEachArcWouldGive() {
        Shortage shortage = july(NetworkJson.of("textbook-cut"), "year", "use");
        assertThat(shortage.missingM3()).isCloseTo(77 * 31, within(1e-6));
        assertThat(kinds(shortage)).containsExactlyInAnyOrder("LINK_FULL v1-v3", "LINK_FULL v4-v3", "LINK_FULL v4-t");
        Map<String, Double> range = new TreeMap<>();
        shortage.reasons().forEach(reason -> range.put(reason.at(), (double) Math.round(reason.rangeM3() / 31)));
        assertThat(range).containsExactly(Map.entry("v1-v3", 1.0), Map.entry("v4-t", 2.0), Map.entry("v4-v3", 1.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pumped-inflow           | year | use         | LINK_FULL pump",
                "licence-in-the-dry-year | dry  | use         | LICENCE permit",
                "isolated-lake           | year | alone level | NO_WAY alone",
                "sill                    | year | use         | BELOW_SILL channel",
                "evaporation-has-no-rank | year | wide level  | PROMISED town",
                "six-lakes               | dry  | 开阳湖最低水位 | NO_WAY 开阳湖",
                "shut-gate               | year | use         | LINK_CLOSED gate"
            })
    void theMonthsCutIsNamed(String folder, String year, String demand, String expected) {
        Network network = NetworkJson.of(folder).at(Stage.TODAY);
        assertThat(kinds(july(network, year, demand))).contains(expected);
    }

    @Test
    void aDemandThatIsServedHasNoCut() {
        assertThat(july(NetworkJson.of("ring"), "year", "A turnover").reasons()).isEmpty();
    }

    private static List<String> kinds(Shortage shortage) {
        return shortage.reasons().stream()
                .map(reason -> reason.kind() + " " + reason.at())
                .toList();
    }

    private static Reason reason(Shortage shortage, Reason.Kind kind) {
        return shortage.reasons().stream()
                .filter(reason -> reason.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Shortage july(Network network, String year, String demand) {
        return WhyShort.of(
                network, year, GoldenYearsTest.said(network, year).months().get(0), demand);
    }
}
