package org.greenplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PlainStartTest {
    private static final Map<String, String> BARE = Map.of("PATH", "/bin");

    /** What the whole command line makes of the same words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "--port 0",
                "--port 65535",
                "--port 00080",
                "serve --plan a.gpkg",
                "--plan 规划/a.gpkg --port 8090",
                "serve --open --port 8090 --plan ./x/../a.gpkg",
                "--plan a.gpkg --open",
            })
    void readsAsTheCommandLineDoes(String words) {
        String[] args = words.isEmpty() ? new String[0] : words.split(" ");
        ServeOptions plain = PlainStart.of(args, BARE).orElseThrow();
        ServeOptions whole = new ServeOptions();
        String[] options =
                words.startsWith("serve") ? words.substring(5).strip().split(" ") : args;
        new CommandLine(new Mixed(whole))
                .parseArgs(options.length == 1 && options[0].isEmpty() ? new String[0] : options);
        assertThat(plain).usingRecursiveComparison().isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "verify",
                "serve serve",
                "--plan",
                "--plan=a.gpkg",
                "--plan --open",
                "--plan @words",
                "--port -1",
                "--port 8O80",
                "--port 123456",
                "--port ٣",
                "--port 1 --port 1",
                "--open --open",
                "--host ::1",
                "--sample",
                "--db jdbc:postgresql://h/d",
                "a.gpkg",
                "Serve",
            })
    void leavesTheRestToTheCommandLine(String words) {
        assertThat(PlainStart.of(words.split(" "), BARE)).isEmpty();
    }

    @Test
    void aVariableThatStandsForAnOptionIsForTheCommandLineToo() {
        assertThat(PlainStart.of(new String[0], Map.of("GREENPLAN_PORT", "9"))).isEmpty();
        assertThat(PlainStart.of(new String[] {"--plan", ""}, BARE)).isEmpty();
    }

    /** The options as any command has them. */
    @CommandLine.Command
    private record Mixed(@CommandLine.Mixin ServeOptions options) {}
}
