package org.greenplan.water.inp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.water.Given;
import org.greenplan.water.Junction;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.NetworkJson;
import org.greenplan.water.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for SWMM and EPANET: whole, or refused with what is missing. */
class InpTest {
    private static final Path FOLDER = Path.of("src/test/resources/inp");
    private static final Network SIX = NetworkJson.of("six-lakes").at(Stage.PROPOSED);

    private static Layout layout(Network network) {
        Map<String, Layout.Point> places = new HashMap<>();
        Map<String, Given> beds = new HashMap<>();
        network.places()
                .sorted()
                .forEach(place -> places.put(
                        place, new Layout.Point(435_000 + 500 * places.size(), 3_853_000 + 300 * (places.size() % 4))));
        double bed = 150;
        for (Junction junction : network.junctions()) {
            bed -= 4;
            beds.put(junction.id(), Given.assumed(bed));
        }
        return new Layout(
                places,
                Map.of(
                        "冯沟湖—开阳湖",
                        List.of(new Layout.Point(435_100, 3_853_100), new Layout.Point(435_200, 3_853_050.5))),
                beds,
                Map.of("汜水河上段", new Layout.Section(12, 3, 0.035)));
    }

    private static InpFile file(String engine, Network network, Layout layout) {
        return engine.equals("swmm") ? SwmmInp.of(network, layout, "dry", 2019) : EpanetInp.of(network, layout, "dry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swmm", "epanet"})
    void theFileIsThatOfTheFolder(String engine) throws IOException {
        var written = (InpFile.Written) file(engine, SIX, layout(SIX));
        Path expected = FOLDER.resolve("six-lakes." + engine + ".inp");
        if (System.getProperty("bless") != null) {
            Files.writeString(expected, written.text());
        }
        assertThat(written.text()).isEqualTo(Files.readString(expected).replace("\r", ""));
        assertThat(written.text()).contains("3853050.5").doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(written.defaults()).isNotEmpty().allSatisfy(line -> assertThat(written.text())
                .contains(";; default: " + line));
        assertThat(written.ids().values()).contains("开阳湖", "汜水河上段");
        written.ids().keySet().forEach(id -> assertThat(id).doesNotContain(" ").hasSizeLessThan(31));
    }

    /** The least and the most columns of each section, by the manual of SWMM 5.2, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "OUTFALLS, 3, 6",
        "JUNCTIONS, 2, 6",
        "STORAGE, 6, 15",
        "CONDUITS, 6, 9",
        "PUMPS, 4, 7",
        "XSECTIONS, 3, 8",
        "INFLOWS, 3, 8",
        "PATTERNS, 14, 14",
        "CURVES, 3, 4",
        "COORDINATES, 3, 3",
        "VERTICES, 3, 3",
        "EVAPORATION, 2, 13",
        "OPTIONS, 2, 2"
    })
    void eachSectionHasTheColumnsOfTheManual(String section, int least, int most) {
        List<String[]> rows = sections().getOrDefault(section, List.of());
        assertThat(rows).as(section).isNotEmpty().allSatisfy(row -> assertThat(row.length)
                .isBetween(least, most));
    }

    @Test
    void everythingThatTheEngineLooksUpIsThere() {
        Map<String, List<String[]>> sections = sections();
        Set<String> nodes = new HashSet<>();
        Map<String, Integer> ends = new HashMap<>();
        for (String section : List.of("JUNCTIONS", "OUTFALLS", "STORAGE")) {
            sections.getOrDefault(section, List.of())
                    .forEach(row -> assertThat(nodes.add(row[0])).isTrue());
        }
        Set<String> links = new HashSet<>();
        for (String section : List.of("CONDUITS", "PUMPS")) {
            for (String[] row : sections.getOrDefault(section, List.of())) {
                assertThat(nodes).contains(row[1], row[2]);
                assertThat(links.add(row[0])).isTrue();
                ends.merge(row[1], 1, Integer::sum);
                ends.merge(row[2], 1, Integer::sum);
            }
        }
        assertThat(first(sections, "XSECTIONS")).containsExactlyInAnyOrderElementsOf(first(sections, "CONDUITS"));
        assertThat(first(sections, "CURVES"))
                .containsAll(sections.getOrDefault("PUMPS", List.of()).stream()
                        .map(row -> row[3])
                        .toList());
        assertThat(first(sections, "OUTFALLS")).isNotEmpty().allSatisfy(id -> assertThat(ends)
                .containsEntry(id, 1));
        assertThat(first(sections, "VERTICES")).containsExactly("冯沟湖—开阳湖", "冯沟湖—开阳湖");
        assertThat(sections.getOrDefault("OPTIONS", List.of()))
                .anySatisfy(row -> assertThat(row).containsExactly("FLOW_ROUTING", "DYNWAVE"));
        for (String[] row : sections.getOrDefault("STORAGE", List.of())) {
            assertThat(Double.parseDouble(row[3])).isPositive();
            double depth = Double.parseDouble(row[2]) - 1;
            double area = Double.parseDouble(row[5]) * Math.sqrt(depth);
            SIX.lakes().stream().filter(lake -> lake.id().equals(row[0])).forEach(lake -> assertThat(area * depth / 1.5)
                    .isCloseTo(lake.normalM3().number(), within(1.0)));
        }
    }

    private static List<String> first(Map<String, List<String[]>> sections, String section) {
        return sections.getOrDefault(section, List.of()).stream()
                .map(row -> row[0])
                .toList();
    }

    private static Map<String, List<String[]>> sections() {
        var written = (InpFile.Written) SwmmInp.of(SIX, layout(SIX), "dry", 2019);
        Map<String, List<String[]>> sections = new HashMap<>();
        String section = "";
        for (String line : written.text().split("\n")) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith(";")) {
                sections.computeIfAbsent(section, key -> new ArrayList<>())
                        .add(line.trim().split("\\s+"));
            }
        }
        return sections;
    }

    @ParameterizedTest
    @ValueSource(strings = {"swmm", "epanet"})
    void whatIsMissingIsNamedAndNoZeroInvented(String engine) {
        Layout whole = layout(SIX);
        var bare = new Layout(Map.of(), Map.of(), Map.of(), Map.of());
        assertThat(kinds(file(engine, SIX, bare))).contains(InpFinding.Kind.NO_PLACE, InpFinding.Kind.NO_BED);
        Link link = SIX.links().get(0);
        Network lacking = SIX.withLink(link.withCapacity(Given.MISSING));
        var refused = (InpFile.Refused) file(engine, lacking, whole);
        assertThat(refused.findings())
                .containsExactly(new InpFinding(InpFinding.Kind.MISSING, link.id(), "capacityM3PerDay"));
        assertThat(refused.findings().get(0).words().zh()).contains(link.id()).contains("capacityM3PerDay");
        Network ring = NetworkJson.of("ring");
        assertThat(kinds(
                        engine.equals("swmm")
                                ? SwmmInp.of(ring, layout(ring), "year", 2019)
                                : EpanetInp.of(ring, layout(ring), "year")))
                .contains(InpFinding.Kind.NO_OUTFALL);
    }

    @Test
    void epanetRefusesWhatNoLinkTouches() {
        Network network = NetworkJson.of("isolated-lake");
        assertThat(kinds(EpanetInp.of(network, layout(network), "year"))).contains(InpFinding.Kind.UNCONNECTED);
    }

    private static List<InpFinding.Kind> kinds(InpFile file) {
        return file instanceof InpFile.Refused refused
                ? refused.findings().stream().map(InpFinding::kind).toList()
                : List.of();
    }
}
