package org.greenplan.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.greenplan.supply.Green;
import org.greenplan.supply.Quality;
import org.greenplan.supply.Row;
import org.greenplan.supply.Shores;
import org.greenplan.supply.Supply;
import org.greenplan.water.Stage;
import org.greenplan.water.verdict.BlackOdour;
import org.greenplan.water.verdict.Circulation;
import org.greenplan.water.verdict.Outage;
import org.greenplan.waters.SampleWater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** What decides a verdict and what is lit by it, from values alone. */
class VerdictPartsTest {
    private static final Supply SAMPLE = SampleWater.supply(Stage.TODAY, "dry");

    /** The sample's water where its one river has been measured and is clear. */
    private static Supply clear() {
        OptionalDouble much = OptionalDouble.of(100);
        var sample =
                new BlackOdour.Sample(much, much, OptionalDouble.of(6), OptionalDouble.of(200), OptionalDouble.of(1));
        var river = new Quality(
                new Row("rivers/1", Map.of("name", "汜水河")),
                "rivers/1",
                BlackOdour.NOT_CHECKED,
                List.of(sample),
                "2019-05-01");
        return new Supply(
                SAMPLE.state(),
                SAMPLE.year(),
                SAMPLE.network(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                SAMPLE.lines(),
                SAMPLE.names(),
                List.of(river),
                Map.of(),
                List.of(),
                List.of(),
                Shores.NONE);
    }

    /** Half of the shore is green: enough where nobody asks or 40 % are asked for, too little for 60 %, even where all water is clear. */
    @ParameterizedTest
    @CsvSource({"0, PASSES", "40, PASSES", "60, FAILS"})
    void shoresDecideWhereWaterIsClear(double asked, Standing standing) {
        var shores = new Shores(Map.of("lakes/1", 50.0), Map.of("lakes/1", 100.0), asked);
        Verdict verdict = Clear.verdict(clear().with(shores));
        assertThat(verdict.standing()).isEqualTo(standing);
        assertThat(verdict.features()).isEqualTo(standing == Standing.FAILS ? List.of("lakes/1") : List.of());
    }

    @Test
    void aBridgeBetweenLakesIsLit() {
        String link = SAMPLE.linksOf("water_links/7").get(0);
        var found = new Circulation(List.of(Set.of("lakes/1", "lakes/2")), List.of(link), Map.of());
        Verdict verdict = Circulating.verdict(SAMPLE, found);
        assertThat(verdict.features()).containsExactly("water_links/7");
        assertThat(verdict.figures()).containsEntry("bridges", 1.0);
    }

    /** Two needs of one level at one lake: the worse is told; a level of which nothing is wanted there has no share. */
    @Test
    void theLeastShareOfALevelIsTold() {
        String irrigation = "lakes/6 irrigation";
        var green = new Green("parks/1", Stage.TODAY, 100_000, lake());
        Supply supply =
                Supply.of(SampleWater.drawn(Map.of()), SampleWater.tables(), List.of(green), Stage.TODAY, "dry");
        var outage = new Outage(
                "黄河",
                0,
                List.of(),
                List.of(),
                Map.of(
                        irrigation,
                        0.7,
                        "lakes/6 green_irrigation",
                        0.3,
                        "lakes/6 normal_level",
                        0.9,
                        "lakes/6 turnover",
                        0.1),
                Optional.empty());
        assertThat(OutageMaps.map(supply, outage).get("places"))
                .isEqualTo(List.of(
                        Map.of("feature", "lakes/6", "name", "开阳湖", "shares", Arrays.asList(null, null, 0.3, 0.9))));
    }

    private static Coordinate lake() {
        return SampleWater.drawn(Map.of()).drawing().thing("lakes/6").shape().getCoordinate();
    }
}
