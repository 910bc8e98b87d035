package org.greenplan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue inside the program is whole; a wrong catalogue is refused with the file and the line. */
class CatalogueReaderTest {
    private static final String CODES =
            """
            id: status
            title: {zh: 状态, en: Status}
            codes:
              - {code: completed, title: {zh: 已建成, en: Completed}, rank: 1}
              - {code: proposed, title: {zh: 拟建, en: Proposed}, rank: 2}
            """;
    private static final String LAYER =
            """
            id: parks
            title: {zh: 公园, en: Parks}
            geometry: polygon
            role: context
            order: 1
            label: "{name}"
            attributes:
              - {name: name, title: {zh: 名称, en: Name}, type: text}
              - {name: status, title: {zh: 状态, en: Status}, type: text, codes: status, default: proposed}
              - {name: area, title: {zh: 面积, en: Area}, type: real, min: 0, max: 9, default: 1}
            style: {stroke: "#112233", width: 1, order: 1}
            """;
    private static final String RECORD =
            """
            id: lake
            title: {zh: 湖, en: Lake}
            label: "{name}"
            attributes:
              - {name: name, title: {zh: 名称, en: Name}, type: text}
              - {name: rain, title: {zh: 雨, en: Rain}, type: list, of: number, length: 12, labels: months, min: 0}
              - {name: curve, title: {zh: 曲线, en: Curve}, type: list, of: rows, sorted_by: h,
                 columns: [
                   {name: h, title: {zh: 水位, en: Level}, unit: m},
                   {name: v, title: {zh: 库容, en: Volume}, unit: m³, open: true}]}
            """;

    @Test
    void theProgramKnowsNineteenLayersInOrder() {
        Catalogue catalogue = CatalogueReader.bundled();
        assertThat(catalogue.layers())
                .extracting(LayerType::id)
                .containsExactly(
                        "parks",
                        "corridors",
                        "afforestation",
                        "existing_green",
                        "district",
                        "sub_districts",
                        "demolition_plots",
                        "basic_farmland",
                        "ecological_redline",
                        "source_protection",
                        "contaminated_soil",
                        "residential",
                        "roads",
                        "railways",
                        "rivers",
                        "lakes",
                        "water_links",
                        "water_structures",
                        "drains");
        assertThat(catalogue.layers())
                .allSatisfy(l -> assertThat(l.find("name")).isPresent())
                .allSatisfy(l -> assertThat(l.find(AttributeRole.ILLUSTRATIVE)).isPresent());
    }

    @Test
    void statusesAreRankedFromBuiltToProposed() {
        assertThat(CatalogueReader.bundled().codeLists().get("status").codes())
                .extracting(Code::code)
                .containsExactly("completed", "under_construction", "approved", "proposed");
    }

    @Test
    void everyParentOfACodeIsACodeOfTheSameList() {
        for (CodeList list : CatalogueReader.bundled().codeLists().values()) {
            assertThat(list.codes()).filteredOn(c -> c.parent() != null).allSatisfy(c -> assertThat(
                            list.find(String.valueOf(c.parent())))
                    .as(list.id() + " " + c.code())
                    .isPresent());
        }
    }

    @Test
    void noForeignNameMeansTwoAttributesOfALayer() {
        for (LayerType layer : CatalogueReader.bundled().layers()) {
            var seen = new HashSet<String>();
            layer.attributes().forEach(a -> a.aliases().forEach(alias -> assertThat(seen.add(alias))
                    .as(layer.id() + " " + alias)
                    .isTrue()));
        }
    }

    @Test
    void theIndexListsEveryFileOfTheFolder() {
        assertThat(Bundled.resource("catalogue").files())
                .isEqualTo(Bundled.folder(Path.of("data/catalogue")).files());
    }

    @Test
    void aFolderOfTheDiskIsReadLikeTheProgramsOwn(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("codes"));
        Files.createDirectories(folder.resolve("layers"));
        Files.writeString(folder.resolve("codes/status.yaml"), CODES);
        Files.writeString(folder.resolve("layers/01-parks.yaml"), LAYER);
        Catalogue catalogue = CatalogueReader.read(Bundled.folder(folder));
        assertThat(catalogue.get("parks").attributes()).hasSize(3);
        assertThat(catalogue.get("parks").find("area").orElseThrow().defaultValue())
                .isEqualTo(1.0);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "order: 1 | order: 1\\ncolor: red | 6 | unknown key",
                "order: 1 | order: one | 5 | whole number",
                "role: context | role: green | 4 | unknown",
                "geometry: polygon | geometry: sphere | 3 | unknown",
                "label: \"{name}\" | label: \"{title}\" | 6 | no attribute",
                "id: parks | id: Parks | 1 | no usable name",
                "id: parks | id: select | 1 | no usable name",
                "id: parks | id: greenplan_x | 1 | no usable name",
                "name: name | name: geom | 8 | no usable name",
                "name: area | name: version | 10 | no usable name",
                "name: area | name: order | 10 | no usable name",
                "name: area | name: status | 10 | twice",
                "type: real | type: float | 10 | unknown",
                "type: real | type: real, required: maybe | 10 | true or false",
                "type: real | type: real, max_length: -3 | 10 | above 0",
                "default: 1 | default: 12 | 10 | outside",
                "default: 1 | default: much | 10 | not a number",
                "max: 9 | max: -9 | 10 | above max",
                "codes: status | codes: stati | 9 | no code list",
                "default: proposed | default: dreamt | 9 | not in code list",
                "title: {zh: 公园, en: Parks} | title: 公园 | 2 | mapping",
                "title: {zh: 公园, en: Parks} | title: {zh: 公园} | 2 | missing",
                "stroke: \"#112233\" | stroke: green | 11 | colour",
                "width: 1 | width: -1 | 11 | above 0",
                "width: 1 | width: 1, fill_opacity: 7 | 11 | between 0 and 1",
                "width: 1 | width: 1, pattern: stars | 11 | unknown",
                "width: 1 | width: 1, width: 2 | 11 | twice",
                "role: context | role: adds green | 1 | coded attribute",
                "order: 1 | order: [ | 7 | valid YAML",
                "order: 1 | order: 1\u0007 2 | 5 | U+0007 is not allowed",
                "order: 1 | belt: {left: name, right: area}\\norder: 1 | 5 | no real attribute",
            })
    void aWrongLayerFileNamesFileLineAndReason(String right, String wrong, int line, String reason) {
        assertThat(LAYER).contains(right);
        String text = LAYER.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
        assertThatThrownBy(() -> read(CODES, text)).isInstanceOfSatisfying(CatalogueFault.class, fault -> {
            assertThat(fault.file()).isEqualTo("layers/01-parks.yaml");
            assertThat(fault.line()).as(fault.getMessage()).isEqualTo(line);
            assertThat(fault.reason().en()).contains(reason);
            assertThat(fault.reason().zh()).isNotBlank();
        });
    }

    /** Lists are of records alone; each says what it is to look like. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "label: \"{name}\" | label: \"{rain}\" | 3 | no attribute",
                "of: number | of: days | 6 | number or rows",
                "of: number, | '' | 6 | \"of\" is missing",
                "length: 12 | length: 11 | 6 | wants length: 12",
                "length: 12 | length: 0 | 6 | length is 1 to",
                "labels: months | labels: weeks | 6 | labels are months",
                "labels: months | default: 1 | 6 | nothing for type: list",
                "labels: months | codes: status | 6 | nothing for type: list",
                "labels: months | max_rows: 99999 | 6 | max_rows is 1 to",
                "labels: months | columns: [] | 6 | nothing for type: list",
                "min: 0 | min: 0, max: -1 | 6 | above max",
                "type: text} | type: text, of: number} | 5 | nothing for type: text",
                "of: rows | of: rows, unit: m | 7 | nothing for type: list",
                "sorted_by: h | sorted_by: v | 7 | never open",
                "sorted_by: h | sorted_by: x | 7 | never open",
                "name: v, | name: h, | 8 | a name of its own",
                "name: v, | name: v, type: text, | 10 | unknown key",
                "name: v, | name: geom, | 10 | no usable name",
            })
    void aWrongListNamesFileLineAndReason(String right, String wrong, int line, String reason) {
        Catalogue whole = CatalogueReader.read(new Bundled(Map.of("records/lake.yaml", RECORD)));
        assertThat(whole.get("lake").find("curve").orElseThrow().list().columns())
                .hasSize(2);
        assertThat(RECORD).contains(right);
        String text = RECORD.replace(right, wrong);
        assertThatThrownBy(() -> CatalogueReader.read(new Bundled(Map.of("records/lake.yaml", text))))
                .isInstanceOfSatisfying(CatalogueFault.class, fault -> {
                    assertThat(fault.reason().en()).contains(reason);
                    assertThat(fault.line()).as(fault.getMessage()).isEqualTo(line);
                });
    }

    @Test
    void noLayerHasLists() {
        String text = LAYER.replace("type: real, min: 0, max: 9, default: 1", "type: list, of: number");
        assertThatThrownBy(() -> read(CODES, text)).isInstanceOfSatisfying(CatalogueFault.class, fault -> {
            assertThat(fault.reason().zh()).contains("area", "records/");
            assertThat(fault.reason().en()).contains("area", "records/");
        });
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "code: proposed | code: completed | 5 | twice",
                "rank: 2 | rank: low | 5 | whole number",
                "rank: 2 | rank: 2, parent: nobody | 5 | no code",
                "rank: 2 | rank: 2, colour: teal | 5 | colour",
                "id: status | id: The Status | 1 | no usable name",
                "rank: 1 | rang: 1 | 4 | unknown key",
            })
    void aWrongCodeListNamesFileLineAndReason(String right, String wrong, int line, String reason) {
        assertThat(CODES).contains(right);
        assertThatThrownBy(() -> read(CODES.replace(right, wrong), LAYER))
                .isInstanceOfSatisfying(CatalogueFault.class, fault -> {
                    assertThat(fault.file()).isEqualTo("codes/status.yaml");
                    assertThat(fault.line()).as(fault.getMessage()).isEqualTo(line);
                    assertThat(fault.reason().en()).contains(reason);
                });
    }

    @Test
    void twoFilesWithOneIdAreRefused() {
        var files = Map.of("codes/status.yaml", CODES, "layers/01-parks.yaml", LAYER, "layers/02-parks.yaml", LAYER);
        assertThatThrownBy(() -> CatalogueReader.read(new Bundled(files))).hasMessageContaining("is there twice");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> read(CODES, ""))
                .hasMessageContaining("layers/01-parks.yaml:1")
                .hasMessageContaining("空");
    }

    @Test
    void theFourPromisesOfTheProgrammeAreRead() {
        PlanProfile plan = PlanProfileReader.bundled("shangjie", CatalogueReader.bundled());
        assertThat(plan.plane().text()).isEqualTo("EPSG:4547");
        assertThat(plan.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(plan.illustrative()).isTrue();
        assertThat(plan.targets())
                .extracting(TargetLine::id)
                .isEqualTo(List.of("new_green", "afforestation", "corridors", "pocket_parks"));
        assertThat(plan.targets().get(1).value() * 3 / 2000).isEqualTo(400);
        assertThat(plan.targets().get(1).method()).isEqualTo(TargetLine.AreaMethod.ELLIPSOID);
        assertThat(plan.targets().get(3).filter()).isEqualTo("class = 'G14'");
    }

    private static Catalogue read(String codes, String layer) {
        return CatalogueReader.read(new Bundled(Map.of("codes/status.yaml", codes, "layers/01-parks.yaml", layer)));
    }
}
