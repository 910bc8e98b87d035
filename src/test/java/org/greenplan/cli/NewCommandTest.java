package org.greenplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NewCommandTest {
    private static final String HARBIN =
            """
            id: harbin
            title: {zh: 哈尔滨 2026 年绿化计划, en: Greening of Harbin in 2026}
            district: {zh: 哈尔滨市, en: Harbin}
            year: 2026
            plane: EPSG:4551
            illustrative: false
            targets:
              - {id: new_green, title: {zh: 新增绿地, en: New green}, measure: net area, value: 100000, unit: m2}
            """;

    /** It opens as itself, whatever sample the program has; a second one does not go over it; nothing is drawn in it. */
    @ParameterizedTest
    @EnumSource
    void aPlanOfAnyDistrictIsMadeAndOpensAsItself(Kind kind) throws IOException {
        Path folder = TestDatabases.folder();
        Path profile = Files.writeString(folder.resolve("harbin.yaml"), HARBIN);
        String address = kind == Kind.GEOPACKAGE ? folder.resolve("new.gpkg").toString() : kind.newAddress();
        List<String> command = new ArrayList<>(List.of("new", kind == Kind.GEOPACKAGE ? "--to" : "--db", address));
        command.addAll(List.of("--profile", profile.toString()));
        Said made = Said.of(command.toArray(String[]::new));
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("哈尔滨 2026 年绿化计划").contains("EPSG:4551");
        var catalogue = CatalogueReader.bundled();
        try (PlanDesk desk = PlanBeginning.open(kind.open(address, catalogue), catalogue, null)) {
            assertThat(desk.profile().district().zh()).isEqualTo("哈尔滨市");
            assertThat(desk.targets()).hasSize(1);
            assertThat(PlanBeginning.sample(desk)).isFalse();
        }
        Said again = Said.of(command.toArray(String[]::new));
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).containsAnyOf("已经在那里", "中已有规划").containsAnyOf("is there already", "There is a plan in");
    }

    /** Its plane is proposed from where it lies; what a file of a shifted map says is asked by an option; a template leaves values open. */
    @Test
    void aPlanIsMadeFromABoundaryAndATemplate() throws IOException {
        Path folder = TestDatabases.folder();
        Path boundary = Files.writeString(
                folder.resolve("songbei.geojson"),
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"松北区\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[126.5,45.7],[126.6,45.7],[126.6,45.8],[126.5,45.8],[126.5,45.7]]]}}");
        String to = folder.resolve("new.gpkg").toString();
        Said made = Said.of(
                "new",
                "--to",
                to,
                "--title",
                "松北",
                "--district",
                "松北区",
                "--year",
                "2026",
                "--boundary",
                boundary.toString(),
                "--crs",
                "GCJ02",
                "--template",
                "greening");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("GCJ02", "EPSG:4551");
        var catalogue = CatalogueReader.bundled();
        try (PlanDesk desk = PlanBeginning.open(Kind.GEOPACKAGE.open(to, catalogue), catalogue, null)) {
            assertThat(desk.profile().year()).isEqualTo(2026);
            assertThat(desk.profile().targets()).hasSize(2).allMatch(TargetLine::isOpen);
            assertThat(OutsideProgram.count(to, "SELECT count(*) FROM district WHERE name = '松北区'"))
                    .isEqualTo(1);
        }
    }

    /** Nobody can be asked here: what is missing is named, and nothing is left where the plan should lie. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--title x                                              | --district --boundary | A new plan needs",
                "--title x --district y --plane EPSG:3857               | EPSG:3857             | is no plane",
                "--title x --district y --boundary README.nothing       | 文件不存在            | There is no file",
                "--title x --district y --plane EPSG:4551 --template z  | 没有目标模板          | There is no template",
                "--title x --district y --plane EPSG:4551 --year 26     | 1990                  | 1990",
            })
    void whatIsMissingOrWrongIsSaidAndNothingIsMade(String options, String zh, String en) throws IOException {
        Path folder = TestDatabases.folder();
        List<String> command = new ArrayList<>(
                List.of("new", "--to", folder.resolve("new.gpkg").toString()));
        command.addAll(List.of(options.split(" ")));
        Said said = Said.of(command.toArray(String[]::new));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains(zh, en).doesNotContain("\tat ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
