package org.greenplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code greenplan export}: what it takes, what it writes, and what it says of what could not be held. */
class ExportCommandTest {
    private static final String PLAN =
            TestDatabases.folder().resolve("plan.gpkg").toString();

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() {
        SampleMaker.make(TestDatabases.Kind.GEOPACKAGE, PLAN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--layer parks                                   | 1 = 1",
                "--layer parks --ids 3,5                         | fid IN (3, 5)",
                "--ids parks:3                                   | fid = 3",
                "--layer parks --filter status='approved'        | status = 'approved'",
                "--layer parks --filter year>=2019               | year >= 2019",
                "--layer parks --bbox 113,34,114,35 --crs 4547   | 1 = 1",
            })
    void whatIsSelectedIsWritten(String words, String condition) throws IOException {
        Path file = folder.resolve("out.geojson");
        Said said = export(words, "--out", file.toString());
        long wanted = OutsideProgram.count(PLAN, "SELECT count(*) FROM parks WHERE " + condition);
        assertThat(wanted).isPositive();
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).isEqualToIgnoringNewLines(wanted + " → " + file);
        assertThat(Files.readString(file)).contains("\"FeatureCollection\"");
    }

    @ParameterizedTest
    @CsvSource({
        "--format shapefile --option encoding=gbk,greenplan-shangjie-parks-shapefile-,.zip",
        "--format dxf --option hatch=true --option vertices=true,greenplan-shangjie-parks-epsg4526-,.dxf",
        "--format dxf --option origin=local,greenplan-shangjie-parks-,.zip",
        "--format kml --option datum=gcj02,greenplan-shangjie-parks-,.kml",
        "--format parcel,greenplan-shangjie-parks-,.txt",
        "--format xlsx --crs 4547,greenplan-shangjie-parks-epsg4547-,.xlsx"
    })
    void aFileInAFolderNamesItself(String words, String start, String end) throws IOException {
        Said said = export("--layer parks " + words, "--out", folder.toString());
        assertThat(said.code()).as(said.err()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).startsWith(start).endsWith(end);
                assertThat(Files.size(file)).isPositive();
            });
        }
    }

    @Test
    void whatTheFormatCannotHoldIsSaid() {
        String plan = TestDatabases.folder().resolve("plan.gpkg").toString();
        SampleMaker.make(TestDatabases.Kind.GEOPACKAGE, plan);
        OutsideProgram.run(plan, "UPDATE parks SET remark = '" + "长".repeat(100) + "' WHERE fid = ?", 3);
        List<String> words = List.of("export", "--plan", plan, "--layer", "parks", "--out", folder.toString());
        Said shapefile = Said.of(Stream.concat(words.stream(), Stream.of("--format", "shapefile"))
                .toArray(String[]::new));
        assertThat(shapefile.code()).isZero();
        assertThat(shapefile.err()).contains("超过 254 字节", "longer than 254 bytes");
        Said geoPackage = Said.of(Stream.concat(words.stream(), Stream.of("--format", "geopackage"))
                .toArray(String[]::new));
        assertThat(geoPackage.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--layer sheds                                   | 没有图层“sheds”       | no layer \"sheds\"",
                "--crs 1234                                      | 1234                  | 1234",
                "--layer parks --format dxf --option hatch=maybe | 应为 true 或 false    | true or false",
                "--layer parks --ids x                           | x                     | x",
                "--format doc                                    | doc                   | doc",
            })
    void whatCannotBeIsSaidInASentence(String words, String zh, String en) throws IOException {
        Said said = export(words, "--out", folder.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains(zh, en).doesNotContain("\tat ", "Exception");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing is left behind").isEmpty();
        }
    }

    private static Said export(String words, String... more) {
        Stream<String> command = Stream.concat(Stream.of("export", "--plan", PLAN), Stream.of(words.split("\\s+")));
        return Said.of(Stream.concat(command, Stream.of(more)).toArray(String[]::new));
    }
}
