package org.greenplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever leaves a plan tells by the newest stamp which copy and which state of it it is of. */
class StampsPrintedTest {
    private static final Path FOLDER = TestDatabases.folder();
    private static final String PLAN = FOLDER.resolve("plan.gpkg").toString();

    @BeforeAll
    static void make() {
        SampleMaker.make(Kind.GEOPACKAGE, PLAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "geopackage", "kml", "dxf"})
    void exports(String format) throws IOException {
        Path file = FOLDER.resolve("out." + format);
        Said said = Said.of("export", "--plan", PLAN, "--layer", "parks", "--format", format, "--out", file.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains(stamp(PLAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "json"})
    void reports(String format) throws IOException {
        Path file = FOLDER.resolve("report." + format);
        Said said = Said.of("report", "--plan", PLAN, "--format", format, "--out", file.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readString(file)).contains(stamp(PLAN));
    }

    @ParameterizedTest
    @EnumSource
    void backups(Kind kind) {
        String address = SampleMaker.make(kind, kind.newAddress());
        String option = kind == Kind.POSTGIS ? "--db" : "--plan";
        String copy = TestDatabases.folder().resolve("backup.gpkg").toString();
        Said said = Said.of("backup", option, address, copy);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains(stamp(address));
        assertThat(stamp(copy)).isEqualTo(stamp(address));
        assertThat(Said.of("verify", "--plan", copy).code()).isZero();
        assertThat(Said.of("backup", option, address, copy).err()).contains("is there already");
    }

    @Test
    void theHelpNamesTheBackup() {
        assertThat(Said.of("--help").out()).contains("backup", "sound copy of the plan");
    }

    private static String stamp(String address) {
        return OutsideProgram.rows(address, "SELECT stamp FROM greenplan_changeset ORDER BY fid DESC LIMIT 1")
                .get(0)
                .replaceAll("[\\[\\]]", "");
    }
}
