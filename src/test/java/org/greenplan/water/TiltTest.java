package org.greenplan.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One number is a fifth more, and every other is what it was. */
class TiltTest {
    private static final Network SIX = NetworkJson.of("six-lakes").at(Stage.PROPOSED);

    @Test
    void everyNumberThatTheKernelAsksForCanBeMoreOrLess() {
        var asked = new ValueList(SIX, "dry").assumed();
        assertThat(asked).isNotEmpty();
        for (Missing number : asked) {
            Network tilted = new Tilt(number.at(), number.field(), 0.8).of(SIX);
            boolean stays = List.of("sillM").contains(number.field()) || isZero(number);
            assertThat(tilted.equals(SIX)).as("%s", number).isEqualTo(stays);
        }
        assertThat(new Tilt("nobody", "normalM3", 0.8).of(SIX)).isEqualTo(SIX);
    }

    /** Half of nothing is nothing. */
    private static boolean isZero(Missing number) {
        return new Tilt(number.at(), number.field(), 0.5).of(SIX).equals(SIX);
    }

    @Test
    void whatALakeMayHoldGoesWithWhatItHoldsAndSharesStayShares() {
        Lake lake = SIX.lakes().get(0);
        Lake more = new Tilt(lake.id(), "normalM3", 1.2).of(SIX).lakes().get(0);
        assertThat(more.normalM3().number()).isCloseTo(1.2 * lake.normalM3().number(), within(1e-6));
        assertThat(more.limitM3().at(7)).isCloseTo(1.2 * lake.limitM3().at(7), within(1e-6));
        assertThat(more.deadM3()).isEqualTo(lake.deadM3());
        Link pump = SIX.links().stream()
                .filter(link -> link.drive() instanceof Drive.Pump)
                .findFirst()
                .orElseThrow();
        var whole = (Drive.Pump) new Tilt(pump.id(), "efficiency", 9)
                .of(SIX)
                .link(pump.id())
                .orElseThrow()
                .drive();
        assertThat(whole.efficiency().number()).isEqualTo(1);
    }
}
