package org.greenplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.Role;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.plan.DeskFixture;
import org.greenplan.plan.OtherWords;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A catalogue that has other words for district, zone, status, effect and class counts and reports as the bundled one does. */
class OtherWordsTest {
    private static final Catalogue CATALOGUE = OtherWords.CATALOGUE;
    private static final PlanProfile PROFILE = OtherWords.PROFILE;

    @ParameterizedTest
    @EnumSource
    void theLedgerTheTargetsAndTheReportGoByRoles(Kind kind) {
        try (var plan = new DeskFixture(kind, CATALOGUE, PROFILE)) {
            plan.one(create("city_limits", box(0, 0, 1000, 500), Map.of("mingcheng", "市区")));
            plan.one(create("towns", box(0, 0, 100, 500), Map.of("mingcheng", "西镇")));
            Feature idea = plan.one(park("计划", "idea", "fresh", box(50, 0, 100, 100)));
            Feature done = plan.one(park("建成", "done", "fresh", box(100, 0, 100, 100)));
            Feature better = plan.one(park("提升", "done", "better", box(300, 0, 100, 100)));
            Feature outside = plan.one(park("区外", "done", "fresh", box(2000, 0, 100, 100)));
            assertThat(plan.netM2(done.ref()))
                    .as("the more advanced goes first")
                    .isEqualTo(10_000);
            assertThat(plan.netM2(idea.ref())).isEqualTo(5_000);
            assertThat(plan.netM2(better.ref())).as("adds nothing").isZero();
            assertThat(plan.netM2(outside.ref())).isZero();
            assertThat(plan.desk().targets().get(0).byStatus())
                    .containsEntry("done", 10_000.0)
                    .containsEntry("idea", 5_000.0);
            assertThat(plan.desk().targets().get(0).byStatus().keySet())
                    .containsExactly("done", "under_construction", "approved", "idea");
            assertThat(plan.reopened().targets()).isEqualTo(plan.desk().targets());

            Report report = plan.desk().database().read(s -> new ReportReader(CATALOGUE, PROFILE).read(s));
            assertThat(lines(report, "status")).containsExactly("Completed 10000", "Proposed 5000");
            assertThat(lines(report, "zone")).containsExactly("西镇 5000", "In no sub-district 10000");
            assertThat(lines(report, "class")).containsExactly("G14 Pocket park 15000");
            assertThat(lines(report, "year")).containsExactly("2026 15000");

            Feature town = plan.one(create("towns", box(100, 0, 100, 500), Map.of("mingcheng", "东镇")));
            report = plan.desk().database().read(s -> new ReportReader(CATALOGUE, PROFILE).read(s));
            assertThat(lines(report, "zone")).as("a zone counts anew").containsExactly("西镇 5000", "东镇 10000");
            plan.desk().apply(by("li", new Change.Delete(town.ref(), town.version())));
            assertThat(plan.desk().verify()).isEmpty();
        }
    }

    @Test
    void whereNoZonesAreNamedTheFirstBoundaryIsTheDistricts() {
        Map<String, String> files = OtherWords.files();
        files.replaceAll((name, text) -> text.replace("role: zone", "role: boundary"));
        Catalogue older = CatalogueReader.read(new Bundled(files));
        assertThat(older.district().orElseThrow().id()).isEqualTo("city_limits");
        assertThat(older.withRole(Role.ZONE)).extracting(l -> l.id()).containsExactly("towns");
    }

    @Test
    void whereNoRolesAreNamedTheProgramsOwnWordsAreThem() {
        Bundled bundled = Bundled.resource("catalogue");
        Map<String, String> files = new LinkedHashMap<>(bundled.files());
        // Planned dates are no words of those catalogues: they came with their roles.
        files.replaceAll((name, text) ->
                text.replaceAll(", role: (?!start|finish)\\w+}", "}").replace(", adds_green: false", ""));
        Catalogue older = CatalogueReader.read(new Bundled(files));
        assertThat(older).isEqualTo(CatalogueReader.bundled());
    }

    private static List<String> lines(Report report, String section) {
        return report.sections().stream()
                .filter(s -> s.key().equals(section))
                .flatMap(s -> s.lines().stream())
                .filter(line -> line.net().planeMm2() > 0)
                .map(line -> line.title().en() + " " + Math.round(line.net().planeM2()))
                .toList();
    }

    private static Change.Create park(
            String name, String stage, String deed, org.locationtech.jts.geom.Geometry shape) {
        return create("parks", shape, Map.of("mingcheng", name, "stage", stage, "deed", deed, "sort", "G14"));
    }
}
