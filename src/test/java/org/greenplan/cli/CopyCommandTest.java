package org.greenplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyCommandTest {
    @Test
    void aPlanGoesToADatabaseAndBack() {
        String file = SampleMaker.make(Kind.GEOPACKAGE, Kind.GEOPACKAGE.newAddress());
        String server = Kind.POSTGIS.newAddress();
        String back = TestDatabases.folder().resolve("back.gpkg").toString();
        Said there = Said.of("copy", "--plan", file, "--to-db", server, "--schema", "east");
        assertThat(there.code()).as(there.err()).isZero();
        assertThat(there.out()).contains("plan.gpkg → ", "(schema east)  № 1  ", "The ledger agrees");
        assertThat(Said.of("verify", "--db", server, "--schema", "east").code()).isZero();
        Said beside = Said.of("copy", "--db", server, "--schema", "east", "--to-db", server, "--to-schema", "west");
        assertThat(beside.code()).as(beside.err()).isZero();
        assertThat(beside.out()).contains("(schema east) → ", "(schema west)", "The ledger agrees");
        Said returned = Said.of("copy", "--db", server, "--schema", "west", "--to", back);
        assertThat(returned.code()).as(returned.err()).isZero();
        assertThat(stamp(returned)).isEqualTo(stamp(there));
        assertThat(Said.of("verify", "--plan", back).code()).isZero();
        Said again = Said.of("copy", "--plan", file, "--to-db", server, "--schema", "east");
        assertThat(again.code()).isNotZero();
        assertThat(again.err()).contains("中已有规划", "There is a plan in");
    }

    @ParameterizedTest
    @CsvSource({
        "--to x.gpkg --to-db jdbc:postgresql://h/d,Give --to with a file",
        "--to /nowhere/x.gpkg --schema east,--schema goes with --db",
        "--to-db h/d,--to-db is jdbc:postgresql://host/database",
        "--to-db jdbc:postgresql://h/d --schema a-b,letters"
    })
    void whatIsMissingIsSaid(String options, String words) {
        String file = SampleMaker.make(Kind.GEOPACKAGE, Kind.GEOPACKAGE.newAddress());
        Said said = Said.of(("copy --plan " + file + " " + options).split(" "));
        assertThat(said.code()).isNotZero();
        assertThat(said.err()).contains(words);
        assertThat(Path.of("x.gpkg")).doesNotExist();
    }

    private static String stamp(Said said) {
        return said.out().replaceAll("(?s).*№ 1 {2}(\\w+).*", "$1");
    }
}
