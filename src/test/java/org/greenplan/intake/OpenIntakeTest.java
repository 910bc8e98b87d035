package org.greenplan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.geojson.GeoJsonReader;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An import whose work fails goes on as if the work had not been asked for. */
class OpenIntakeTest {
    /** What may go wrong in the virtual machine under a reader, and what the planner then reads. */
    enum Fault {
        MEMORY(() -> new OutOfMemoryError("as if"), "-Xmx"),
        STACK(() -> new StackOverflowError("as if"), ""),
        LINKAGE(() -> new NoClassDefFoundError("as if"), ""),
        ASSERTION(() -> new AssertionError("as if"), "");

        private final Supplier<Error> error;
        private final String words;

        Fault(Supplier<Error> error, String words) {
            this.error = error;
            this.words = words;
        }
    }

    /** A reader of whatever comes, which fails at the first reading. */
    private static final class Failing implements FormatReader {
        private final Fault fault;
        private final AtomicInteger opened = new AtomicInteger();

        Failing(Fault fault) {
            this.fault = fault;
        }

        @Override
        public String id() {
            return "failing";
        }

        @Override
        public List<SourceFile> claims(SourceFiles files) {
            return files.files();
        }

        @Override
        public List<SourceLayer> open(SourceFiles files, ReadOptions options) {
            if (opened.getAndIncrement() == 0) {
                throw fault.error.get();
            }
            return new GeoJsonReader().open(files, options);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImportWhoseWorkMeetsAnErrorSaysSoAndGoesOn(Fault fault) throws IOException {
        Catalogue catalogue = CatalogueReader.bundled();
        var database = Kind.GEOPACKAGE.open(Kind.GEOPACKAGE.newAddress(), catalogue);
        try (var desk = PlanDesk.open(database, catalogue, PlanProfileReader.bundled("shangjie", catalogue));
                var import_ = new OpenIntake(new Intake(desk, List.of(new Failing(fault))), "", () -> {})) {
            read(import_);
            RuntimeException failure = Objects.requireNonNull(import_.state().failure());
            if (fault == Fault.MEMORY) {
                assertThat(failure).isInstanceOf(Problem.TooLarge.class);
            } else {
                assertThat(failure).as("a fault of the program").isNotInstanceOf(Problem.class);
            }
            assertThat(failure.getMessage()).contains(fault.words);
            read(import_);
            assertThat(import_.state().failure()).isNull();
            assertThat(import_.state().found()).isNotNull();
        }
    }

    private static void read(OpenIntake import_) throws IOException {
        String road =
                """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a"},
                "geometry":{"type":"LineString","coordinates":[[113.28,34.79],[113.29,34.79]]}}]}""";
        import_.add("路.geojson", new ByteArrayInputStream(road.getBytes(StandardCharsets.UTF_8)));
        import_.survey(ReadOptions.DETECT);
        Instant limit = Instant.now().plus(Duration.ofSeconds(20));
        while (import_.isWorking() && Instant.now().isBefore(limit)) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(import_.isWorking()).isFalse();
    }
}
