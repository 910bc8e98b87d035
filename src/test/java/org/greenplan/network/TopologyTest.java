package org.greenplan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What touches what, in sketches of a few lines. */
class TopologyTest {
    @Test
    void aLinkJoinsTheLakesThatItsEndsTouch() {
        var sketch = new Sketch().lake("1", 0, 0).lake("2", 500, 0).link("1", "53 0, 200 10, 447 0");
        assertThat(Sketch.edges(sketch.topology())).containsExactly("water_links/1: lakes/1 > lakes/2");
        assertThat(sketch.topology().node("lakes/1").snappedM()).isEqualTo(3);
    }

    @Test
    void theOtherDirectionIsTheOtherWayRound() {
        var sketch = new Sketch().lake("1", 0, 0).lake("2", 500, 0).link("1", "447 0, 53 0");
        assertThat(Sketch.edges(sketch.topology())).containsExactly("water_links/1: lakes/2 > lakes/1");
    }

    @ParameterizedTest
    @CsvSource({"54.9, lakes/1", "55.1, water_links/1.0@0.000"})
    void anEndSnapsAsFarAsTheToleranceReaches(double x, String from) {
        var sketch = new Sketch().lake("1", 0, 0).lake("2", 500, 0).link("1", x + " 0, 450 0");
        assertThat(Sketch.edges(sketch.topology())).containsExactly("water_links/1: " + from + " > lakes/2");
    }

    @Test
    void aRiverIsCutWhereALinkEndsAndWhereATributaryComesIn() {
        var sketch = new Sketch()
                .river("1", "0 0, 1000 0")
                .river("2", "300 400, 300 2")
                .link("1", "700 -3, 700 -200")
                .lake("1", 700, -250);
        assertThat(Sketch.edges(sketch.topology()))
                .containsExactly(
                        "rivers/1: rivers/1.0@0.000 > rivers/1.0@300.000",
                        "rivers/1: rivers/1.0@300.000 > rivers/1.0@700.000",
                        "rivers/1: rivers/1.0@700.000 > rivers/1.0@1000.000",
                        "rivers/2: rivers/2.0@0.000 > rivers/1.0@300.000",
                        "water_links/1: rivers/1.0@700.000 > lakes/1");
    }

    @Test
    void aLakeOnARiverIsItsOutletAndItsInlet() {
        var sketch = new Sketch().river("1", "-300 0, 300 0").lake("1", 0, 0);
        assertThat(Sketch.edges(sketch.topology()))
                .containsExactly("rivers/1: rivers/1.0@0.000 > lakes/1", "rivers/1: lakes/1 > rivers/1.0@600.000");
    }

    @Test
    void whatEndsInTheMiddleOfALakeIsAtTheLake() {
        var sketch = new Sketch().river("1", "-300 0, 300 0").lake("1", 0, 0).link("1", "0 0, 0 -200");
        assertThat(Sketch.edges(sketch.topology()))
                .containsExactly(
                        "rivers/1: rivers/1.0@0.000 > lakes/1",
                        "rivers/1: lakes/1 > rivers/1.0@600.000",
                        "water_links/1: lakes/1 > water_links/1.0@200.000");
    }

    @ParameterizedTest
    @CsvSource({"97, 1", "94, 2"})
    void aShoreThatIsOnlyGrazedIsNotTouched(double sum, int edges) {
        var sketch = new Sketch().lake("1", 0, 0).river("1", sum - 200 + " 200, 200 " + (sum - 200));
        assertThat(sketch.topology().edges()).hasSize(edges);
    }

    @Test
    void whatCrossesDoesNotMeetUnlessAStructureSaysSo() {
        var crossing = new Sketch().river("1", "0 0, 400 0").link("1", "200 -200, 200 200");
        assertThat(crossing.topology().edges()).hasSize(2);
        crossing.structure("1", 202, 1);
        assertThat(Sketch.edges(crossing.topology()))
                .containsExactly(
                        "rivers/1: rivers/1.0@0.000 > water_structures/1",
                        "rivers/1: water_structures/1 > rivers/1.0@400.000",
                        "water_links/1: water_links/1.0@0.000 > water_structures/1",
                        "water_links/1: water_structures/1 > water_links/1.0@400.000");
    }

    @Test
    void twoLakesAreNeverOneNodeHoweverNearTheyLie() {
        var sketch = new Sketch().lake("1", 0, 0).lake("2", 104, 0).link("1", "50 0, 54 0");
        assertThat(Sketch.nodes(sketch.topology())).isEqualTo("LAKE lakes/1, LAKE lakes/2");
        assertThat(Sketch.edges(sketch.topology())).containsExactly("water_links/1: lakes/1 > lakes/2");
    }

    @Test
    void aStationOnTheShoreIsTheLake() {
        var sketch = new Sketch().lake("1", 0, 0).structure("1", 53, 0);
        assertThat(Sketch.nodes(sketch.topology())).isEqualTo("LAKE lakes/1");
        assertThat(sketch.topology().node("lakes/1").features()).containsExactly("lakes/1", "water_structures/1");
    }

    @Test
    void endsThatMeetNearACornerOfThreeLinesAreOneNode() {
        var sketch =
                new Sketch().link("1", "0 0, 100 0").link("2", "103 0, 200 100").link("3", "103 3, 200 -100");
        assertThat(sketch.topology().nodes()).hasSize(4);
        assertThat(sketch.topology().node("water_links/1.0@100.000").snappedM()).isCloseTo(3, within(1.3));
    }

    @Test
    void aChannelThatComesBackToItsStartIsALoopAtOneNode() {
        var sketch = new Sketch().link("1", "0 0, 100 0, 100 100, 2 2");
        assertThat(Sketch.edges(sketch.topology()))
                .containsExactly("water_links/1: water_links/1.0@0.000 > water_links/1.0@0.000");
    }

    @Test
    void aLakeWithAnIslandIsDryOnIt() {
        var sketch = new Sketch().river("1", "-300 0, 300 0");
        var ring = Sketch.shape("POLYGON ((-100 -100, 100 -100, 100 100, -100 100, -100 -100),"
                + " (-50 -50, 50 -50, 50 50, -50 50, -50 -50))");
        var things = new ArrayList<>(sketch.things());
        things.add(Drawn.of("lakes/1", Kind.LAKE, ring, true, Map.of()));
        assertThat(Sketch.edges(Topology.of(Drawing.of(5, things, box -> List.of()))))
                .containsExactly(
                        "rivers/1: rivers/1.0@0.000 > lakes/1",
                        "rivers/1: lakes/1 > lakes/1",
                        "rivers/1: lakes/1 > rivers/1.0@600.000");
    }
}
