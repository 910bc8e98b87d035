package org.greenplan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.greenplan.engine.EngineFile.Engine;
import org.greenplan.network.Network;
import org.greenplan.supply.Supply;
import org.greenplan.water.Given;
import org.greenplan.water.Stage;
import org.greenplan.waters.SampleWater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample's water for SWMM and EPANET, from its drawing. */
class EngineFileTest {
    private static final Path FOLDER = Path.of("src/test/resources/inp");

    private static EngineFile file(Map<String, String> without, Engine engine, Stage state) {
        Network drawn = SampleWater.drawn(without);
        Supply supply = Supply.of(drawn, SampleWater.tables(), List.of(), state, "dry");
        return EngineFile.of(drawn, supply, engine, 2019);
    }

    /** EPANET's own engine runs this file in the page's checks. */
    @ParameterizedTest
    @EnumSource
    void theSamplesFileIsThatOfTheFolder(Engine engine) throws IOException {
        EngineFile file = file(Map.of(), engine, Stage.PROPOSED);
        assertThat(file.findings()).isEmpty();
        Path expected = FOLDER.resolve("shangjie." + (engine == Engine.SWMM ? "swmm" : "epanet") + ".inp");
        if (System.getProperty("bless") != null) {
            Files.writeString(expected, file.text());
        }
        assertThat(file.text()).isEqualTo(Files.readString(expected).replace("\r", ""));
        assertThat(file.text())
                .contains("= 开阳湖\n", "[VERTICES]", ";; default: bed of ")
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    /** 汜水河 falls from 178 m to 太溪湖; the intake's end is known, and what lies between is on a straight line. */
    @Test
    void bedsBetweenTwoThatAreKnownAreOnAStraightLine() {
        Network drawn = SampleWater.drawn(Map.of());
        Supply supply = Supply.of(drawn, SampleWater.tables(), List.of(), Stage.PROPOSED, "dry");
        var beds = new Beds(drawn, supply.network().lakes());
        assertThat(beds.at("water_structures/3").number()).isEqualTo(180);
        List<Given> along = drawn.topology().edges().stream()
                .filter(edge -> edge.feature().equals("rivers/1"))
                .map(edge -> beds.at(edge.from()))
                .toList();
        assertThat(along.get(0).number()).isEqualTo(178);
        assertThat(along.stream().filter(bed -> !bed.isMissing()).map(Given::number))
                .hasSizeGreaterThan(3)
                .contains(150.4)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(along.get(1).number()).isCloseTo(174.1, within(4.0));
    }

    /** Each finding leads to a feature and an attribute, and no zero is invented. */
    @Test
    void whatIsMissingIsNamedWithThePlaceToMendIt() {
        EngineFile noBed = file(
                Map.of("rivers/1", "bed_lower_m", "water_structures/5", "bed_level_m"), Engine.SWMM, Stage.PROPOSED);
        assertThat(noBed.text()).isEmpty();
        assertThat(noBed.findings())
                .extracting(finding -> finding.feature() + " " + finding.attribute())
                .contains("rivers/1 bed_lower_m", "water_structures/5 bed_level_m");
        assertThat(noBed.findings())
                .filteredOn(finding -> finding.feature().equals("water_structures/5"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what().zh()).isEqualTo("第三污水处理厂 缺少底高程，填写后再导出。"));
        EngineFile noCapacity = file(Map.of("water_links/3", "capacity_m3d"), Engine.EPANET, Stage.PROPOSED);
        assertThat(noCapacity.findings())
                .extracting(finding -> finding.feature() + " " + finding.attribute())
                .containsExactly("water_links/3 capacity_m3d");
        assertThat(noCapacity.findings().get(0).what().zh()).contains("冯沟湖—开阳湖提水管");
    }

    /** Today no link touches two of the lakes: SWMM takes that, EPANET does not. */
    @Test
    void aLakeThatNothingTouchesIsNoneForEpanet() {
        assertThat(file(Map.of(), Engine.SWMM, Stage.TODAY).text()).isNotEmpty();
        assertThat(file(Map.of(), Engine.EPANET, Stage.TODAY).findings())
                .extracting(EngineFile.Finding::feature)
                .containsExactlyInAnyOrder("lakes/5", "lakes/6");
        String approved = file(Map.of(), Engine.SWMM, Stage.APPROVED).text();
        assertThat(Arrays.stream(approved.split("\n")).filter(row -> row.startsWith("water_links/15")))
                .as("no proposed pump")
                .isEmpty();
    }
}
