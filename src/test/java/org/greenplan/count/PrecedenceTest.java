package org.greenplan.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who counts a square metre first. */
class PrecedenceTest {
    /** Each differs from the next in the first thing that is asked, and would come after it by all that is asked later. */
    private static final List<Precedence> FIRST_TO_LAST = List.of(
            new Precedence(1, 1, "a", 2),
            new Precedence(1, 1, "a", 10),
            new Precedence(1, 1, "b", 1),
            new Precedence(1, 2, "a", 1),
            new Precedence(2, 1, "a", 1));

    @Test
    void statusThenOrderThenLayerThenAge() {
        List<Precedence> mixed = new ArrayList<>(FIRST_TO_LAST);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(mixed, new Random(seed));
            mixed.sort(null);
            assertThat(mixed).isEqualTo(FIRST_TO_LAST);
        }
    }

    @Test
    void ofAPlotIsItsLayerAndNumber() {
        assertThat(Precedence.of(3, 4, new PlotKey("parks", 5))).isEqualTo(new Precedence(3, 4, "parks", 5));
    }
}
