package org.greenplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.html.Markup;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.plan.PlanBeginning;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.SamplePlan;
import org.greenplan.programme.TargetState;
import org.greenplan.store.Database;
import org.greenplan.store.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The report of the plan that comes with the program, as a new user sees it first. */
class SampleReportTest {
    @ParameterizedTest
    @EnumSource(TestDatabases.Kind.class)
    void theDatabaseAddsUpWhatTheLinesSay(TestDatabases.Kind kind) {
        Catalogue catalogue = CatalogueReader.bundled();
        var profile = PlanProfileReader.bundled("shangjie", catalogue);
        try (PlanDesk desk = PlanDesk.open(kind.openNew(catalogue), catalogue, profile)) {
            desk.importAll("li", "sample", SamplePlan.bundled("shangjie", catalogue));
            desk.database().<@Nullable Void>read(session -> {
                Report report = new ReportReader(catalogue, profile).read(session);
                var rows = new LedgerStore(session).rows();
                var sums = new ReportSums(catalogue, Map.of());
                List<Cell> cells = rows.stream().map(SmallPlan::cell).toList();
                List<Cell.InZone> parts =
                        rows.stream().flatMap(SmallPlan::parts).toList();
                assertThat(lines(report.sections())).isEqualTo(lines(sums.sections(cells, parts)));
                assertThat(report.total().net().planeM2())
                        .isEqualTo(sums.total(cells).net().planeM2(), within(1e-6));
                assertThat(report.overlaps().plots())
                        .isEqualTo(cells.stream().mapToInt(Cell::overlapping).sum())
                        .isEqualTo(report.overlaps().worst().size());
                assertThat(report.plots())
                        .extracting(Report.Plot::ref)
                        .isEqualTo(rows.stream().map(LedgerStore.Row::ref).toList());
                return null;
            });
        }
    }

    @Test
    void aChangeMakesTheKeptReportNew() {
        Catalogue catalogue = CatalogueReader.bundled();
        var profile = PlanProfileReader.bundled("shangjie", catalogue);
        try (PlanDesk desk = PlanDesk.open(TestDatabases.Kind.GEOPACKAGE.openNew(catalogue), catalogue, profile)) {
            desk.importAll("li", "sample", SamplePlan.bundled("shangjie", catalogue));
            var latest = new LatestReport(session -> new ReportReader(catalogue, profile));
            Report first = desk.database().read(latest::read);
            assertThat(desk.database().<Report>read(latest::read)).isSameAs(first);
            desk.undo("li");
            assertThat(desk.database().<Report>read(latest::read).total().plots())
                    .isZero();
        }
    }

    /** Whoever looks, and however late: the figures are those of the newest changeset. */
    @ParameterizedTest
    @EnumSource(TestDatabases.Kind.class)
    void theFiguresAreAsOfTheNewestChangeset(TestDatabases.Kind kind) {
        Catalogue catalogue = CatalogueReader.bundled();
        var profile = PlanProfileReader.bundled("shangjie", catalogue);
        try (PlanDesk desk = PlanDesk.open(kind.openNew(catalogue), catalogue, profile)) {
            var reader = new ReportReader(catalogue, profile);
            var latest = new LatestReport(session -> reader);
            Report empty = desk.database().read(latest::read);
            assertThat(empty.asOf()).isEqualTo(Report.AsOf.START);
            assertThat(ReportHtml.page(empty, Locale.CHINESE, Markup.NOTHING)).contains("尚无修改");
            desk.importAll("li", "sample", SamplePlan.bundled("shangjie", catalogue));
            desk.undo("li");
            var newest = desk.database()
                    .<HistoryEntry>read(s -> new HistoryStore(s).latest(1, 0).get(0));
            var asOf = new Report.AsOf(2, newest.at(), newest.stamp());
            assertThat(desk.database().<Report>read(latest::read).asOf()).isEqualTo(asOf);
            assertThat(desk.database().<Report>read(reader::read).asOf()).isEqualTo(asOf);
            assertThat(ReportHtml.page(desk.database().<Report>read(latest::read), Locale.ENGLISH, Markup.NOTHING))
                    .contains(
                            "№ 2 · stamp " + newest.stamp(),
                            ReportWords.of(profile, Locale.ENGLISH).time(newest.at()));
        }
    }

    /** Every line of every section, rounded to a square centimetre. */
    private static List<String> lines(List<Report.Section> sections) {
        return sections.stream()
                .flatMap(section -> section.lines().stream()
                        .map(line -> String.format(
                                Locale.ROOT,
                                "%s %s: %d plots, %.4f m², %.4f m² on the ellipsoid, %.4f m",
                                section.key(),
                                line.value(),
                                line.plots(),
                                line.net().planeM2(),
                                line.net().ellipsoidM2(),
                                line.lengthM())))
                .sorted()
                .toList();
    }

    @Test
    void theSampleHasAReportThatSaysWhatTheMapSays(@TempDir Path folder) {
        Catalogue catalogue = CatalogueReader.bundled();
        var profile = PlanProfileReader.bundled("shangjie", catalogue);
        try (Database database = Database.geoPackage(folder.resolve("plan.gpkg"), PlanBeginning.blueprint(catalogue));
                PlanDesk desk = PlanDesk.open(database, catalogue, profile)) {
            desk.importAll("li", "sample", SamplePlan.bundled("shangjie", catalogue));
            Report report = database.read(session -> new ReportReader(catalogue, profile).read(session));
            for (TargetState target : desk.targets()) {
                assertThat(report.targets())
                        .filteredOn(t -> t.line().equals(target.line()))
                        .singleElement()
                        .satisfies(t -> assertThat(t.planned()).isEqualTo(target.planned(), within(1e-6)));
            }
            assertThat(report.overlaps().worst()).isNotEmpty();
            assertThat(ReportHtml.file(report, Locale.CHINESE, null, "", Markup.NOTHING))
                    .contains("示意");
            assertThat(desk.verify()).isEmpty();
        }
    }
}
