package org.greenplan.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

/** Numbers by a pattern: the next free one of each series, in the order in which a map is read. */
class NumberingTest {
    private static final Numbering.Plot NORTH_EAST = plot("济源路街道", 500, 1_000);
    private static final Numbering.Plot NORTH_WEST = plot("济源路街道", 0, 990);
    private static final Numbering.Plot SOUTH = plot("峡窝镇", 200, 100);
    private static final Numbering.Plot MIDDLE = plot("济源路街道", 300, 600);

    @Test
    void rowsAreReadFromNorthToSouthAndWestToEast() {
        assertThat(Numbering.inReadingOrder(List.of(SOUTH, NORTH_EAST, MIDDLE, NORTH_WEST)))
                .containsExactly(NORTH_WEST, NORTH_EAST, MIDDLE, SOUTH);
    }

    @Test
    void eachSeriesCountsOnItsOwnAndTakenNumbersArePassedOver() {
        List<Numbering.Plot> plots = List.of(SOUTH, NORTH_EAST, MIDDLE, NORTH_WEST);
        assertThat(Numbering.of("{区}-{序3}", plots, Set.of("济源路街道-002"), 1))
                .containsExactly("峡窝镇-001", "济源路街道-003", "济源路街道-004", "济源路街道-001");
        assertThat(Numbering.of("{年}{图层}{序}", plots, Set.of(), 7))
                .containsExactly("2019公园绿地10", "2019公园绿地8", "2019公园绿地9", "2019公园绿地7");
        assertThat(Numbering.of("P{n2}", plots, Set.of(), 99)).containsExactly("P102", "P100", "P101", "P99");
    }

    /** The eleventh of zone 1 and the first of zone 11 would both be 111. */
    @Test
    void twoSeriesNeverMeetInANumber() {
        List<Numbering.Plot> plots = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            plots.add(plot(i < 11 ? "1" : "11", 100 * i, 0));
        }
        assertThat(Numbering.of("{区}{序}", plots, Set.of(), 1)).doesNotHaveDuplicates();
    }

    @Test
    void twoPlotsUponEachOtherHaveTwoNumbers() {
        var box = SOUTH.box();
        var one = new Numbering.Plot("a", "镇", "林地", "2019", box);
        var other = new Numbering.Plot("b", "镇", "林地", "2019", box);
        assertThat(Numbering.of("{序}", List.of(one, other), Set.of(), 1)).containsExactlyInAnyOrder("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{区}", "P-001", "{序}0123456789012345678901234567890123456789"})
    void aPatternThatCountsNothingOrGrowsTooLongIsRefused(String pattern) {
        assertThatThrownBy(() -> Numbering.of(pattern, List.of(SOUTH), Set.of(), 1))
                .isInstanceOfSatisfying(Problem.Invalid.class, problem -> assertThat(problem.field())
                        .isEqualTo("pattern"));
    }

    private static Numbering.Plot plot(String zone, double east, double north) {
        return new Numbering.Plot(
                east + "/" + north, zone, "公园绿地", "2019", new Envelope(east, east + 80, north, north + 60));
    }
}
