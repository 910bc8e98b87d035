package org.greenplan.water.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.greenplan.water.Bathymetry;
import org.greenplan.water.Demand;
import org.greenplan.water.Drive;
import org.greenplan.water.Given;
import org.greenplan.water.Inflow;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.Stage;
import org.greenplan.water.TypicalYear;
import org.junit.jupiter.api.Test;

/** A river that brings 20 m³ a day from July to December and nothing after, and a town below that wants 8 all the year. */
class NewLakesTest {
    private static final Requirement HOLDS = new Requirement("year", null, 2);
    private static final Economy NOTHING_RUNS = new Economy("year", 0, 0);

    private static Monthly always(double number) {
        return Monthly.constant(Given.of(number));
    }

    private static Network river() {
        Monthly half = new Monthly(IntStream.rangeClosed(1, 12)
                .mapToObj(m -> Given.of(m >= 7 ? 20 : 0))
                .toList());
        Link down = new Link(
                "down",
                "site",
                "town",
                Given.of(100),
                always(1),
                Given.of(0),
                new Drive.Gravity(null),
                Given.of(1),
                Stage.TODAY);
        return new Network(
                List.of(),
                List.of(new Junction("site", false), new Junction("town", true)),
                List.of(new Inflow("river", "site", Map.of("year", half))),
                List.of(down),
                List.of(),
                List.of(),
                List.of(new Demand.Use("town use", 1, "town", always(8))),
                List.of(new TypicalYear("year", 50, always(0), always(0))),
                Given.of(1));
    }

    /** A lake at the site, in which a share of its normal volume ought to stand. */
    private static Candidate lake(String id, double normalM3, double share, double yuan) {
        Lake lake = new Lake(
                "site",
                new Bathymetry.PowerLaw(100, normalM3, 1000),
                Given.of(0),
                Given.of(normalM3),
                always(normalM3),
                Given.of(0),
                Given.of(0),
                Given.of(0),
                "town");
        var wanted = new Demand.Storage("site level", 2, "site", always(share));
        return new Candidate(id, "site", List.of(), List.of(), List.of(lake), List.of(wanted), yuan);
    }

    private static Candidate well(double yuan) {
        return Candidate.of(
                new Source(
                        "well",
                        "town",
                        "well",
                        Given.of(8),
                        Map.of("year", always(1)),
                        always(1),
                        null,
                        Given.of(0),
                        Stage.PROPOSED),
                yuan);
    }

    private static Remedy found(Candidate... candidates) {
        return new CheapestWorks(river(), List.of(candidates), List.of(HOLDS), NOTHING_RUNS, 100).find();
    }

    @Test
    void theCheapestOfLakeAndWellIsBuilt() {
        assertThat(found(lake("lake", 3000, 0.01, 100), well(200)).chosen()).containsExactly("lake");
        assertThat(found(lake("lake", 3000, 0.01, 100), well(50)).chosen()).containsExactly("well");
        assertThat(found(lake("lake", 3000, 0.01, 100)).months()).isZero();
    }

    /** Half a year of the town's water is 1,448 m³. */
    @Test
    void ofItsSizesTheSmallestThatIsEnough() {
        Remedy remedy = found(
                lake("pond", 1000, 0.01, 60), lake("lake", 2000, 0.01, 100), lake("sea", 9000, 0.01, 400), well(200));
        assertThat(remedy.chosen()).containsExactly("lake");
        assertThat(remedy.capitalYuan()).isEqualTo(100);
        assertThat(remedy.standing()).isEqualTo(Remedy.Standing.CHEAPEST);
    }

    /** What a lake wants of its own counts: one that ought to be full all the year helps nobody, and hinders no other work. */
    @Test
    void aLakeThatOnlyDrinksIsNotBuilt() {
        assertThat(found(lake("thirsty", 3000, 1, 10), well(200)).chosen()).containsExactly("well");
        Remedy remedy = found(lake("thirsty", 3000, 1, 10));
        assertThat(remedy.standing()).isEqualTo(Remedy.Standing.IMPOSSIBLE);
        assertThat(remedy.chosen()).isEmpty();
        assertThat(remedy.months()).isEqualTo(6);
    }

    @Test
    void whatWasFoundIsThereWhenItIsBuilt() {
        var search = new CheapestWorks(
                river(), List.of(lake("lake", 3000, 0.01, 100), well(200)), List.of(HOLDS), NOTHING_RUNS, 100);
        Network built = search.built(search.find());
        assertThat(built.lakes()).extracting(Lake::id).containsExactly("site");
        assertThat(built.demands()).extracting(Demand::id).containsExactly("site level", "town use");
        assertThat(built.withoutLakes(Set.of("site"))).isEqualTo(river());
        assertThat(search.tradeOff(List.of(0, 12)))
                .extracting(Remedy::capitalYuan)
                .containsExactly(100.0, 0.0);
    }
}
