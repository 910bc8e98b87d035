package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.oracle.Recount;
import org.greenplan.oracle.TextbookPlane;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole desk under random work of three planners and another program: whatever they do, a stranger counts the same figures. */
class FuzzTest {
    private static final int EDITS = 80;
    private static final int RECOUNT_EVERY = 20;
    private static final int IMPORT_AT = 61;
    private static final double TOLERANCE_M = 5;

    @ParameterizedTest
    @CsvSource({"GEOPACKAGE, 1", "POSTGIS, 2"})
    void whateverIsDoneAStrangerCountsTheSame(Kind kind, long seed) throws IOException {
        try (HttpDesk plan = HttpDesk.open(kind, profile())) {
            var edits = new FuzzEdits(plan, seed);
            edits.begin();
            for (int i = 1; i <= EDITS; i++) {
                if (i == IMPORT_AT) {
                    edits.importPlots();
                } else {
                    edits.next();
                }
                if (i % RECOUNT_EVERY == 0) {
                    recount(plan, edits);
                }
            }
            assertThat(plan.desk().verify()).isEmpty();
            assertThat(HistoryReplay.faults(plan, edits.seen())).isEmpty();
        }
    }

    private static void recount(HttpDesk plan, FuzzEdits edits) {
        edits.settle();
        var counted = Recount.of(FuzzGeoJson.features(plan), TextbookPlane.EPSG_4547, TOLERANCE_M);
        assertThat(new FuzzComparison(plan, counted).differences())
                .as("after " + String.join("\n", edits.told()))
                .isEmpty();
    }

    private static PlanProfile profile() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/fuzz/plan.yaml"));
        return PlanProfileReader.read("plan.yaml", text, CatalogueReader.bundled());
    }
}
