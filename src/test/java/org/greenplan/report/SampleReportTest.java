package org.greenplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.SamplePlan;
import org.greenplan.store.Database;
import org.greenplan.target.TargetState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the plan that comes with the program, as a new user sees it first. */
class SampleReportTest {
    @Test
    void theSampleHasAReportThatSaysWhatTheMapSays(@TempDir Path folder) {
        Catalogue catalogue = CatalogueReader.bundled();
        var profile = PlanProfileReader.bundled("shangjie", catalogue);
        try (Database database = Database.geoPackage(folder.resolve("plan.gpkg"), catalogue);
                PlanDesk desk = PlanDesk.open(database, catalogue, profile)) {
            desk.importAll("li", "sample", SamplePlan.bundled("shangjie", catalogue));
            Report report = database.read(session -> new ReportReader(catalogue, profile).read(session, Instant.EPOCH));
            for (TargetState target : desk.targets()) {
                assertThat(report.targets())
                        .filteredOn(t -> t.line().equals(target.line()))
                        .singleElement()
                        .satisfies(t -> assertThat(t.planned()).isEqualTo(target.planned(), within(1e-6)));
            }
            assertThat(report.overlapping()).isNotEmpty();
            assertThat(ReportHtml.file(report, Locale.CHINESE, null, "")).contains("示意");
            assertThat(desk.verify()).isEmpty();
        }
    }
}
