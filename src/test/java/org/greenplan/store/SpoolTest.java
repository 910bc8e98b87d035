package org.greenplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.format.Scratch;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that wait for their reader outside of every transaction. */
class SpoolTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_144, 262_145, 3_000_000})
    void whatWasWrittenIsReadAndNothingStays(int length) throws IOException {
        byte[] given = new byte[length];
        for (int i = 0; i < length; i++) {
            given[i] = (byte) (i * 31);
        }
        List<Path> before = answers();
        try (Database plan = Kind.GEOPACKAGE.openNew(CatalogueReader.bundled())) {
            Spool spool = plan.spooled((session, out) -> {
                out.write(given, 0, length / 3);
                out.write(given, length / 3, length - length / 3);
            });
            assertThat(spool.bytes()).isEqualTo(length);
            try (InputStream in = spool.open()) {
                assertThat(in.readAllBytes()).isEqualTo(given);
            }
        }
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void anAnswerThatFailsLeavesNothing() {
        List<Path> before = answers();
        try (Database plan = Kind.GEOPACKAGE.openNew(CatalogueReader.bundled())) {
            assertThatThrownBy(() -> plan.spooled((session, out) -> {
                        out.write(new byte[1 << 20]);
                        throw new IllegalStateException("test");
                    }))
                    .hasMessage("test");
            assertThatThrownBy(() -> plan.spooled((session, out) -> {
                        throw new IOException("No space left on device");
                    }))
                    .isInstanceOfSatisfying(Problem.Unavailable.class, e -> assertThat(e.status())
                            .isEqualTo(507));
        }
        assertThat(answers()).isEqualTo(before);
    }

    private static List<Path> answers() {
        try {
            Path probe = Scratch.newFile("probe", ".bin");
            Scratch.delete(probe);
            try (Stream<Path> all = Files.list(probe.getParent())) {
                return all.filter(path -> path.getFileName().toString().startsWith("answer"))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
