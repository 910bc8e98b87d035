package org.greenplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenplan.App;
import org.greenplan.store.ChildProgram;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line: it says what is wrong in sentences of both languages, never in stack traces. */
class CommandLineTest {
    private static final Path CATALOGUE = Path.of("data/catalogue");

    @ParameterizedTest
    @CsvSource({
        "--help,不带命令即启动地图服务,Without a command it serves the map",
        "--help,重算全部净面积,Recomputes every net area",
        "serve --help,监听地址,Address to listen on",
        "verify --help,重算全部净面积,Recomputes every net area",
        "check --help,按规则核查全部地块,Asks every rule of every plot",
        "water --help,水系四项结论,The four verdicts",
        "report --help,完成情况报表,progress report",
        "export --help,导出要素,Writes features"
    })
    void helpSpeaksBothLanguages(String command, String zh, String en) {
        Said said = run(command.split(" "));
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains(zh, en);
    }

    /** What means the same in two commands is described once: both mix it in. */
    @Test
    void noOptionIsDescribedTwice() throws IOException {
        var option = Pattern.compile(
                "names = (\"--[a-z-]+\"),\\s+paramLabel = (\"[^\"]+\").*?description = \\{\\s*(\"[^\"]+\")",
                Pattern.DOTALL);
        List<String> described = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/greenplan/cli"))) {
            for (Path file : files.toList()) {
                option.matcher(Files.readString(file))
                        .results()
                        .map(found ->
                                found.group(1) + found.group(2) + found.group(3).replaceAll("[，（）]", ""))
                        .forEach(described::add);
            }
        }
        assertThat(described).contains("\"--bbox\"\"W,S,E,N\"\"范围经纬度。\"");
        // Whose name stands in history is another for each command, and so is the file that each makes.
        described.removeIf(each -> each.startsWith("\"--author\"") || each.startsWith("\"--to\""));
        assertThat(described).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void verifyListsWhatDiffersAndRepairsIt(Kind kind) {
        String address = SampleMaker.make(kind, kind.newAddress());
        String option = kind == Kind.POSTGIS ? "--db" : "--plan";
        assertThat(run("verify", option, address).code()).isZero();
        Said checked = run("check", option, address);
        assertThat(checked.code())
                .as("a plot of the sample lies on basic farmland")
                .isEqualTo(1);
        assertThat(checked.out())
                .contains("block  峡窝东造林地块", "基本农田保护条例（1998 年）, 1999-01-01")
                .contains("approval  工业遗产绿地");
        OutsideProgram.run(
                address,
                "UPDATE greenplan_ledger SET net_plane_mm2 = net_plane_mm2 + 5000000 WHERE layer = 'parks' AND feature = ?",
                5);
        Said differs = run("verify", option, address);
        assertThat(differs.code()).isEqualTo(1);
        assertThat(differs.out()).contains("parks/5  net plane m2").contains("--repair");
        Said repaired = run("verify", option, address, "--repair");
        assertThat(repaired.code()).isZero();
        assertThat(repaired.out()).contains("Repaired, and verified again");
        assertThat(run("verify", option, address).code()).isZero();
    }

    @Test
    void waterTellsTheVerdictsInWordsAndAsJson() throws Exception {
        String file = SampleMaker.make(Kind.GEOPACKAGE, newFile());
        assertThat(run("water", "--plan", file).out()).contains("== today", "== all", "水清岸绿", "枯河中段 is lightly");
        JsonNode states = new ObjectMapper()
                .readTree(run("water", "--plan", file, "--format", "json").out());
        assertThat(states).hasSize(3);
        assertThat(states.at("/2/state").asText()).isEqualTo("all");
        assertThat(states.at("/0/verdicts")).hasSize(4);
        Said cheapest =
                run("water", "--plan", file, "--cheapest", "balanced", "--from", "approved", "--format", "json");
        assertThat(cheapest.code()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(cheapest.out())
                        .at("/points/0/sentence/zh")
                        .asText())
                .startsWith("最省方案：")
                .contains("冯沟湖—开阳湖提水管", "不达标 0 个月")
                .doesNotContain("西水东引");
        assertThat(run("water", "--plan", file, "--inp", "swmm").out())
                .startsWith("[TITLE]")
                .contains("[CONDUITS]");
        Said refused = run("water", "--plan", file, "--inp", "epanet", "--state", "today");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("lakes/6", "No link touches 开阳湖").doesNotContain("[TITLE]");
        assertThat(run("water", "--plan", file, "--cheapest", "clear").err()).contains("水清岸绿不由连通工程决定");
    }

    /** Something in the file changes what is written: what was repaired is looked at again before anybody hears that it is right. */
    @Test
    void whatIsStillWrongAfterARepairIsSaid() {
        String file = SampleMaker.make(Kind.GEOPACKAGE, newFile());
        OutsideProgram.execute(
                file,
                "CREATE TRIGGER meddler AFTER INSERT ON greenplan_ledger WHEN NEW.layer = 'parks' AND NEW.feature = 5 BEGIN"
                        + " UPDATE greenplan_ledger SET net_plane_mm2 = net_plane_mm2 + 5000000"
                        + " WHERE layer = 'parks' AND feature = 5; END");
        OutsideProgram.run(file, "DELETE FROM greenplan_ledger WHERE layer = 'parks' AND feature = ?", 7);
        Said repaired = run("verify", "--plan", file, "--repair");
        assertThat(repaired.code()).isEqualTo(1);
        assertThat(repaired.out())
                .contains("parks/7", "parks/5  net plane m2", "still differs after it was written anew")
                .doesNotContain("Repaired, and verified again");
        OutsideProgram.execute(file, "DROP TRIGGER meddler");
        assertThat(run("verify", "--plan", file, "--repair").out()).contains("Repaired, and verified again");
    }

    @ParameterizedTest
    @EnumSource
    void twoThatStartTogetherMakeOnePlanWithOneSample(Kind kind) throws Exception {
        String address = kind.newAddress();
        List<CompletableFuture<Integer>> programs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            programs.add(CompletableFuture.supplyAsync(() -> program(kind.name(), address)));
        }
        for (CompletableFuture<Integer> program : programs) {
            assertThat(program.get()).isZero();
        }
        assertThat(OutsideProgram.count(address, "SELECT count(*) FROM greenplan_changeset"))
                .isEqualTo(1);
        assertThat(OutsideProgram.count(address, "SELECT count(*) FROM district"))
                .isEqualTo(1);
        assertThat(OutsideProgram.count(address, "SELECT count(*) FROM greenplan_writer"))
                .isEqualTo(kind == Kind.POSTGIS ? 0 : 1);
    }

    @Test
    void aServerPutsNothingIntoADatabaseUnasked() throws Exception {
        String address = Kind.POSTGIS.newAddress();
        Said refused = run("serve", "--db", address, "--port", "0");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("没有规划", "greenplan new --db", "There is no plan", "serve --sample");
        assertThat(OutsideProgram.count(
                        address, "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'plan'"))
                .isZero();
        Process desk = ChildProgram.start(App.class, "serve", "--sample", "--db", address, "--port", "0");
        try (var lines = desk.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).contains("已新建", "has been made");
        } finally {
            desk.destroy();
            desk.waitFor();
        }
        assertThat(OutsideProgram.count(address, "SELECT count(*) FROM district"))
                .isEqualTo(1);
    }

    @Test
    void aTakenPortIsSaidAndAFreeOneTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            Process desk = ChildProgram.start(App.class, "serve", "--port", port, "--plan", newFile());
            try (var lines = desk.inputReader(StandardCharsets.UTF_8)) {
                assertThat(lines.readLine()).contains("plan.gpkg", "已新建", "has been made");
                assertThat(lines.readLine()).contains("端口 " + port, "Port " + port + " is in use");
                assertThat(lines.readLine()).contains("plan.gpkg");
                String address = lines.readLine();
                assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+/").doesNotContain(":" + port + "/");
                var request = HttpRequest.newBuilder(URI.create(address)).build();
                assertThat(HttpClient.newHttpClient()
                                .send(request, BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            } finally {
                desk.destroy();
                desk.waitFor();
            }
        }
    }

    @Test
    void whenTheDeskEndsTheFileAloneIsThePlan() throws Exception {
        String file = newFile();
        Process desk = ChildProgram.start(App.class, "serve", "--port", "0", "--plan", file);
        try (var lines = desk.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).contains("has been made");
            lines.readLine();
            assertThat(lines.readLine()).startsWith("http://");
        }
        desk.destroy();
        desk.waitFor();
        try (Stream<Path> files = Files.list(Path.of(file).getParent())) {
            assertThat(files).containsExactly(Path.of(file));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --host 0.0.0.0                         | 只能监听本机     | this machine only",
                "serve --port 99999                           | --port 应为      | --port is a number",
                "--port 99999                                 | --port 应为      | --port is a number",
                "serve --basemap x                            | --basemap 应为   | --basemap is",
                "verify --db jdbc:mysql://x/y                 | --db 应为        | --db is",
                "verify --db jdbc:postgresql://127.0.0.1:1/x  | 连接不上         | does not answer",
                "verify --plan /nowhere/plan.gpkg             | 文件夹不存在     | There is no folder",
                "serve --plan /proc/plan.gpkg --port 0        | 写权限           | cannot be opened for writing",
                "verify --plan target/typo.gpkg               | 没有规划         | There is no plan typo.gpkg",
                "report --plan target/typo.gpkg               | 没有规划         | There is no plan typo.gpkg",
                "export --plan target/typo.gpkg --layer parks --format csv | 没有规划 | There is no plan typo.gpkg",
                "backup --plan target/typo.gpkg target/no.gpkg             | 没有规划 | There is no plan typo.gpkg",
                "copy --plan target/typo.gpkg --to target/no.gpkg          | 没有规划 | There is no plan typo.gpkg",
                "checkout --plan target/typo.gpkg --to target/no.gpkg      | 没有规划 | There is no plan typo.gpkg",
                "checkin --plan target/typo.gpkg README.md                 | 没有规划 | There is no plan typo.gpkg",
                "import --plan target/typo.gpkg README.md                  | 没有规划 | There is no plan typo.gpkg",
                "verify --plan README.md                      | 不是完好的       | not a sound GeoPackage",
                "verify --plan src                            | 写权限           | cannot be opened for writing",
                "verify --catalogue /nowhere                  | /nowhere         | /nowhere",
            })
    void whatCannotBeIsSaidInASentence(String command, String zh, String en) {
        Said said = run(command.split("\\s+"));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains(zh, en).doesNotContain("\tat ", "Exception");
        assertThat(Path.of("target/typo.gpkg")).doesNotExist();
        assertThat(Path.of("target/no.gpkg")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "csv", "xlsx", "json"})
    void areportIntoAFolderThatIsNotThereIsSaidToo(String format) {
        Said said = run("report", "--format", format, "--plan", sample(), "--out", "/nowhere/report." + format);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("/nowhere", "cannot be read or written").doesNotContain("\tat ");
    }

    @Test
    void aFileOfSomebodyElseIsLeftAsItIs() throws Exception {
        String file = newFile();
        OutsideProgram.execute(file, "CREATE TABLE bookmarks (id INTEGER)");
        byte[] before = Files.readAllBytes(Path.of(file));
        Said said = run("verify", "--plan", file);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("bookmarks", "Greenplan did not make");
        assertThat(Files.readAllBytes(Path.of(file)).length).isEqualTo(before.length);
    }

    @Test
    void aWrongCatalogueFileIsNamedWithItsLine() throws IOException {
        Path folder = TestDatabases.folder().resolve("catalogue");
        try (Stream<Path> files = Files.walk(CATALOGUE)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(CATALOGUE.relativize(file).toString()));
            }
        }
        Path parks = folder.resolve("layers/01-parks.yaml");
        Files.writeString(parks, Files.readString(parks) + "\ncolour: red\n");
        int line = Files.readAllLines(parks).size();
        Said said = run("verify", "--catalogue", folder.toString(), "--plan", newFile());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("01-parks.yaml:" + line + ":", "colour").doesNotContain("\tat ");
    }

    private static Said run(String... args) {
        return Said.of(args);
    }

    private static int program(String... args) {
        try {
            Process program = ChildProgram.start(SampleMaker.class, args);
            program.getInputStream().readAllBytes();
            return program.waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String sample() {
        return SampleMaker.make(Kind.GEOPACKAGE, newFile());
    }

    private static String newFile() {
        return TestDatabases.folder().resolve("plan.gpkg").toString();
    }
}
