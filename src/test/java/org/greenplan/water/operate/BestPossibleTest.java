package org.greenplan.water.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.greenplan.water.NetworkJson;
import org.greenplan.water.Stage;
import org.junit.jupiter.api.Test;

/** The bound beside the operation: the year at its best, with losses inside. */
class BestPossibleTest {
    @Test
    void foresightSpreadsAShortageButInventsNoWater() {
        BestYear spread = BestPossible.of(NetworkJson.of("fair-within-a-month"), "year");
        assertThat(spread.worstShare().get(1)).isCloseTo(11.0 / 12, within(1e-6));
        BestYear alone = BestPossible.of(NetworkJson.of("isolated-lake"), "year");
        assertThat(alone.worstShare().get(2)).isCloseTo(0, within(1e-6));
        BestYear ranked = BestPossible.of(NetworkJson.of("evaporation-has-no-rank"), "year");
        assertThat(ranked.worstShare().get(1)).isEqualTo(1);
        assertThat(ranked.worstShare().get(4)).isCloseTo(0, within(1e-6));
    }

    @Test
    void theSixLakesPassWithAllWorksAndCannotToday() {
        BestYear today = BestPossible.of(NetworkJson.of("six-lakes").at(Stage.TODAY), "dry");
        assertThat(today.passes(4)).isFalse();
        BestYear all = BestPossible.of(NetworkJson.of("six-lakes").at(Stage.PROPOSED), "dry");
        assertThat(all.passes(5)).isTrue();
        assertThat(all.settled()).isTrue();
    }
}
