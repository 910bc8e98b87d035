package org.greenplan.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {
    private final Random random = new Random(7);
    private final Ladder ladder = new Ladder();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 100, 3000})
    void keepsEachNumberOnceInOrderAndFindsTheHighestThatIsNotAbove(int count) {
        for (int round = 0; round < 20; round++) {
            TreeSet<Double> wanted = numbers(count, round % 2 == 0);
            assertThat(java.util.Arrays.copyOf(ladder.rung, ladder.rungs))
                    .containsExactly(wanted.toArray(Double[]::new));
            for (int i = 0; i < 200; i++) {
                double asked = i < 100 ? ladder.rung[random.nextInt(ladder.rungs)] : random.nextDouble(-60, 60);
                Double floor = wanted.floor(asked);
                assertThat(ladder.floor(asked))
                        .isEqualTo(floor == null ? -1 : wanted.headSet(floor).size());
            }
        }
    }

    /** Numbers from −50 to 50, evenly or crowded at one place, some of them twice. */
    private TreeSet<Double> numbers(int count, boolean evenly) {
        TreeSet<Double> numbers = new TreeSet<>();
        ladder.clear();
        for (int i = 0; i < count; i++) {
            double number = evenly ? random.nextDouble(-50, 50) : 50 - 1e-9 * random.nextInt(count * 2);
            numbers.add(number);
            ladder.add(number);
            if (i % 3 == 0) {
                ladder.add(number);
            }
        }
        ladder.build(-50, 50);
        return numbers;
    }
}
