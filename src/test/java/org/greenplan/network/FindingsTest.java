package org.greenplan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.greenplan.network.Finding.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that can be wrong is found where it is wrong, told in words with its figure, and gone when it is mended. */
class FindingsTest {
    /** Two lakes on a river, the upper one at 150 m: nothing is wrong with them. */
    private static Sketch twoLakes() {
        return new Sketch()
                .river("1", "-300 0, 1300 0", "name", "汜水河")
                .lake("1", 0, 0, "name", "上湖", "normal_level_m", 150.0)
                .lake("2", 1000, 0, "name", "下湖", "normal_level_m", 136.0);
    }

    @Test
    void nothingIsWrongWithTwoLakesOnARiver() {
        assertThat(twoLakes().findings()).isEmpty();
    }

    @Test
    void aLooseEndIsToldWithWhatIsNearestAndHowFar() {
        var sketch = twoLakes().link("1", "50 0, 938 20", "name", "引水渠");
        assertThat(sketch.findings()).containsExactly("LOOSE_END water_links/1");
        Finding finding = sketch.finding(Type.LOOSE_END);
        assertThat(finding.what().zh()).isEqualTo("“引水渠”的终点未与任何对象相接；最近的是“下湖”，相距 12 m。");
        assertThat(finding.what().en()).contains("ends at nothing", "下湖, 12 m away");
        assertThat(finding.others()).containsExactly("lakes/2");
        assertThat(List.of(finding.x(), finding.y())).containsExactly(938.0, 20.0);
    }

    @Test
    void aRiverBeginsAndEndsWhereItWillUnlessItWasMeantToReachSomething() {
        assertThat(new Sketch()
                        .river("1", "0 0, 100 0")
                        .river("2", "500 0, 160 0")
                        .findings())
                .isEmpty();
        assertThat(new Sketch()
                        .river("1", "0 0, 100 0")
                        .river("2", "500 0, 140 0")
                        .findings())
                .containsExactly("LOOSE_END rivers/1", "LOOSE_END rivers/2");
    }

    @Test
    void aStationBesideEverythingIsToldWithItsDistance() {
        var sketch = twoLakes().structure("1", 0, 347, "name", "提灌站", "kind", "pump");
        assertThat(sketch.findings()).containsExactly("APART water_structures/1");
        assertThat(sketch.finding(Type.APART).what().zh()).contains("“上湖”，相距 297 m");
    }

    @Test
    void aCrossingWithoutANodeIsToldUntilAJunctionStandsThere() {
        var sketch =
                twoLakes().lake("3", 500, 300).river("2", "500 350, 500 700").link("1", "500 250, 500 -200");
        sketch.river("3", "400 -200, 600 -200");
        assertThat(sketch.findings()).containsExactly("CROSSING rivers/1");
        Finding finding = sketch.finding(Type.CROSSING);
        assertThat(finding.others()).containsExactly("water_links/1");
        assertThat(List.of(finding.x(), finding.y())).containsExactly(500.0, 0.0);
        assertThat(sketch.structure("1", 503, 2, "kind", "junction").findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0, 300 0 | 600 0, 300 0 | all in: two rivers end | CONTRADICTION rivers/1",
                "300 0, 0 0 | 300 0, 600 0 | all out: two rivers begin | CONTRADICTION rivers/1",
                "0 0, 300 0 | 300 0, 600 0 | one goes on | ''"
            })
    void watersThatRunAgainstEachOtherAreTold(String first, String second, String what, String expected) {
        var sketch = new Sketch().river("1", first).river("2", second);
        assertThat(String.join(", ", sketch.findings())).as(what).isEqualTo(expected);
    }

    @Test
    void linksMayLeaveASourceAndRunIntoTheEndOfARiver() {
        var sketch = new Sketch()
                .river("1", "0 0, 300 0")
                .structure("1", 300, 400, "kind", "source", "name", "接口")
                .link("1", "300 400, 300 0");
        assertThat(sketch.findings()).isEmpty();
        var without = new Sketch()
                .river("1", "0 0, 300 0")
                .structure("1", 300, 400, "kind", "sluice")
                .link("1", "300 400, 300 0");
        assertThat(without.findings()).containsExactly("CONTRADICTION water_links/1");
    }

    @Test
    void whatRunsUphillWithoutAPumpIsToldByHowMuch() {
        String back = "1000 50, 500 200, 0 50";
        var sketch = twoLakes().link("1", back, "name", "引水渠", "kind", "channel");
        assertThat(sketch.findings()).contains("UPHILL water_links/1");
        assertThat(sketch.finding(Type.UPHILL).what().zh()).isEqualTo("“引水渠”为自流，却由 136.0 m 流向 150.0 m，逆坡 14.0 m。");
        assertThat(twoLakes().link("1", back, "kind", "pumped").findings()).isEmpty();
        assertThat(twoLakes().link("1", "0 50, 500 200, 1000 50").findings()).isEmpty();
        var toAStructure = twoLakes()
                .link("1", "1000 50, 1000 400", "kind", "channel")
                .river("9", "900 400, 1100 400")
                .structure("1", 1000, 400, "kind", "junction", "level_m", 136.5);
        assertThat(toAStructure.finding(Type.UPHILL).what().en()).contains("uphill by 0.5 m");
    }

    @Test
    void aLoopWithoutAPumpIsToldOnceWithAllItsLines() {
        var sketch = new Sketch()
                .lake("1", 0, 0)
                .lake("2", 1000, 0)
                .river("1", "50 0, 950 0")
                .link("1", "1000 50, 500 200, 0 50", "kind", "channel");
        assertThat(sketch.findings()).containsExactly("LOOP rivers/1", "NO_SPILL lakes/2");
        assertThat(sketch.finding(Type.LOOP).others()).containsExactly("water_links/1");
        var pumped = new Sketch()
                .lake("1", 0, 0)
                .lake("2", 1000, 0)
                .river("1", "50 0, 950 0")
                .link("1", "1000 50, 500 200, 0 50", "kind", "channel", "lift_m", 3.0);
        assertThat(pumped.findings()).containsExactly("NO_SPILL lakes/2");
    }

    @Test
    void aLakeNeedsAnOutletAndAPlaceForWhatItMayNotHold() {
        var sketch = new Sketch().lake("1", 0, 0).lake("2", 500, 0).link("1", "50 0, 450 0", "kind", "pipe");
        assertThat(sketch.findings()).containsExactly("NO_OUTLET lakes/2", "NO_SPILL lakes/1");
        sketch.link("2", "0 -50, 0 -300", "kind", "spillway").link("3", "500 -50, 500 -300", "kind", "spillway");
        sketch.river("1", "-100 -300, 600 -300");
        assertThat(sketch.findings()).isEmpty();
    }

    @Test
    void aLinkThatLiesInItsLakeLeadsNowhere() {
        assertThat(twoLakes().link("1", "-20 0, 20 20").findings()).containsExactly("LEADS_NOWHERE water_links/1");
    }

    @Test
    void eachMissingValueLeadsToItsFeatureAndAttribute() {
        var sketch = new Sketch()
                .lake("1", 0, 0, "volume_m3", 1.0, "catchment_km2", 0.0, "seepage_mm_d", 2.0, "turnover_d", 60L)
                .link("1", "50 0, 450 0", "kind", "pumped", "capacity_m3d", 1.0)
                .link("2", "50 9, 450 9", "kind", "spillway")
                .structure("1", 450, 0, "kind", "pump", "source", "yellow_river", "capacity_m3d", 60000.0)
                .structure("2", 450, 9, "kind", "sluice");
        assertThat(Network.of(sketch.drawing()).findings().stream()
                        .filter(finding -> finding.type() == Type.MISSING)
                        .map(finding -> finding.feature() + " " + finding.attribute()))
                .containsExactly(
                        "lakes/1 normal_level_m",
                        "lakes/1 runoff_coefficient",
                        "water_links/1 lift_m",
                        "water_links/1 loss_percent",
                        "water_structures/1 source_group");
    }

    @ParameterizedTest
    @CsvSource({"proposed, FARMLAND", "completed, ''"})
    void newWaterOnFarmlandIsToldAndOldIsNot(String status, String expected) {
        var sketch = twoLakes()
                .link("1", "50 0, 500 200, 950 0", "status", status, "name", "渠")
                .field("1", 500, 200);
        assertThat(sketch.findings())
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of("FARMLAND water_links/1"));
        if (!expected.isEmpty()) {
            assertThat(sketch.finding(Type.FARMLAND).what().zh()).isEqualTo("“渠”尚未建成，占用永久基本农田等禁止建设的土地 109 m。");
            assertThat(sketch.finding(Type.FARMLAND).others()).containsExactly("basic_farmland/1");
        }
    }

    /** 上湖 is 100 m wide around 0, 0; a works stands in the way of one drain. */
    @ParameterizedTest
    @CsvSource({
        "sewage, '0 300, 0 53', UNTREATED drains/1",
        "combined, '500 300, 500 2', UNTREATED drains/1",
        "storm, '0 300, 0 53', ''",
        "flood_ditch, '0 300, 0 53', ''",
        "sewage, '0 53, 0 300', ''",
        "sewage, '0 300, 0 56', ''",
        "sewage, '700 300, 700 2', ''"
    })
    void sewageThatRunsIntoWaterIsToldUnlessItIsTreatedThere(String kind, String way, String expected) {
        var sketch = twoLakes()
                .structure("1", 700, 0, "name", "污水厂", "kind", "sewage_works")
                .drain("1", way, "name", "干管", "kind", kind);
        assertThat(sketch.findings()).containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
        if (expected.isEmpty()) {
            assertThat(sketch.drawing().things()).containsKey("drains/1");
        } else {
            Finding told = sketch.finding(Type.UNTREATED);
            assertThat(told.what().zh()).startsWith("“干管”把污水直接排入“");
            assertThat(told.remedy().en()).contains("sewage works");
        }
    }
}
