package org.greenplan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** An import whose work fails goes on as if the work had not been asked for. */
class OpenIntakeTest {
    /** A reader of whatever comes, for which no memory is enough. */
    private static final FormatReader GREEDY = new FormatReader() {
        @Override
        public String id() {
            return "greedy";
        }

        @Override
        public List<SourceFile> claims(SourceFiles files) {
            return files.files();
        }

        @Override
        public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
            throw new OutOfMemoryError("as if");
        }
    };

    @Test
    void anImportThatNeedsMoreMemorySaysSoAndEnds() throws IOException {
        Catalogue catalogue = CatalogueReader.bundled();
        var database = Kind.GEOPACKAGE.open(Kind.GEOPACKAGE.newAddress(), catalogue);
        try (var desk = PlanDesk.open(database, catalogue, PlanProfileReader.bundled("shangjie", catalogue));
                var import_ = new OpenIntake(new Intake(desk, List.of(GREEDY)), "")) {
            import_.add("大.greedy", new ByteArrayInputStream(new byte[] {1}));
            import_.survey(null);
            Instant limit = Instant.now().plus(Duration.ofSeconds(20));
            while (import_.isWorking() && Instant.now().isBefore(limit)) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(import_.isWorking()).isFalse();
            assertThat(import_.state().failure()).isInstanceOf(Problem.TooLarge.class);
            assertThat(Objects.requireNonNull(import_.state().failure()).getMessage())
                    .contains("-Xmx");
        }
    }
}
