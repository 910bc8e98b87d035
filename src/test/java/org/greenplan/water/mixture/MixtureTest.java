package org.greenplan.water.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.water.Demand;
import org.greenplan.water.Network;
import org.greenplan.water.NetworkJson;
import org.greenplan.water.Stage;
import org.greenplan.water.operate.Answer;
import org.greenplan.water.operate.YearOperation;
import org.junit.jupiter.api.Test;

/** Whose water stands where: shares add up, follow the flows, and tell a demand what it does not accept. */
class MixtureTest {
    private static Mixture mixture(Network network, String year) {
        return Mixture.of(network, ((Answer.Said) YearOperation.run(network, year)).result());
    }

    @Test
    void everywhereTheSharesOfTheSampleAddUpToOne() {
        Mixture mixture = mixture(NetworkJson.of("six-lakes"), "dry");
        assertThat(mixture.sharesFromJuly()).hasSize(13);
        mixture.sharesFromJuly().forEach((place, months) -> {
            assertThat(months).as(place).hasSize(12);
            months.forEach(shares -> assertThat(shares.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .as(place)
                    .isCloseTo(1, within(1e-9)));
            months.forEach(shares ->
                    assertThat(shares.getOrDefault(Mixture.BEFORE, 0.0)).isLessThan(1e-3));
        });
        assertThat(january(mixture, "H2")).containsKeys("第三污水处理厂", Mixture.NATURAL);
        assertThat(january(mixture, "开阳湖")).containsKeys("西水东引", Mixture.NATURAL);
    }

    /** Today no Yellow River water is led to the western lakes: none is found there. */
    @Test
    void waterIsFoundOnlyWhereItIsLed() {
        Mixture mixture = mixture(NetworkJson.of("six-lakes").at(Stage.TODAY), "dry");
        assertThat(january(mixture, "方顶湖")).doesNotContainKey("黄河");
        assertThat(january(mixture, "东虢湖").get("黄河")).isBetween(0.5, 1.0);
        assertThat(january(mixture, "S1")).containsOnlyKeys(Mixture.NATURAL);
    }

    @Test
    void aDemandIsToldWhatItDoesNotAccept() {
        Network network = NetworkJson.of("six-lakes");
        Mixture mixture = mixture(network, "dry");
        Demand use = network.demands().stream()
                .filter(demand -> demand.id().equals("东虢湖绿地灌溉"))
                .findFirst()
                .orElseThrow();
        assertThat(mixture.unfitShare(use, Set.of("黄河", "第二污水处理厂", "第三污水处理厂", "西水东引", Mixture.NATURAL, Mixture.BEFORE)))
                .isCloseTo(0, within(1e-9));
        double reclaimed = mixture.unfitShare(use, Set.of("黄河", "西水东引", Mixture.NATURAL, Mixture.BEFORE));
        assertThat(reclaimed).isBetween(0.01, 0.99);
        assertThat(mixture.unfitShare(use, Set.of())).isCloseTo(1, within(1e-9));
    }

    private static Map<String, Double> january(Mixture mixture, String place) {
        return mixture.sharesFromJuly().getOrDefault(place, List.of()).get(6);
    }
}
