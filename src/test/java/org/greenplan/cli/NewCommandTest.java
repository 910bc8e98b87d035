package org.greenplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(again.err()).contains("已经在那里").contains("is there already");
    }
}
