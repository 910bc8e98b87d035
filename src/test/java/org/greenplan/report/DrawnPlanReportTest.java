package org.greenplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.html.Markup;
import org.greenplan.plan.PlanDesk;
import org.greenplan.sql.Session;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The report of plots drawn in round metres: what each one lost, and to whom, in every form. */
class DrawnPlanReportTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final PlanProfile PROFILE = PlanProfileReader.bundled("shangjie", CATALOGUE);
    /** More than the hundred that lose most. */
    private static final int PAIRS = 120;

    @ParameterizedTest
    @EnumSource
    void everyPlotsLossesStandInEveryFile(Kind kind) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            changes.add(create("parks", "甲" + i, box(30 * (i % 20), 30 * (i / 20), 20, 20)));
            changes.add(create("parks", "乙" + i, box(30 * (i % 20) + 15, 30 * (i / 20), 20 - 0.01 * i, 20)));
        }
        try (PlanDesk desk = PlanDesk.open(kind.openNew(CATALOGUE), CATALOGUE, PROFILE)) {
            desk.apply(new Changeset("li", "draws", changes));
            desk.database().<Boolean>read(session -> {
                Report report = new ReportReader(CATALOGUE, PROFILE).read(session);
                assertThat(report.overlaps().plots()).isEqualTo(2 * PAIRS - PAIRS / 20);
                assertThat(report.plots()).hasSize(2 * PAIRS).allSatisfy(plot -> {
                    assertThat(plot.losses()).isNotNull();
                    assertThat(plot.losses().stream()
                                    .mapToDouble(l -> l.area().planeM2())
                                    .sum())
                            .isEqualTo(plot.uncounted().planeM2(), within(1e-6));
                });
                assertThat(csv(report)).doesNotContain("未逐项查明").contains("已计入其他地块：甲119 100.00 m²（平面）");
                JsonNode last = json(report).path("plots").get(2 * PAIRS - 1);
                assertThat(last.at("/losses").findValuesAsText("label")).contains("甲119");
                return true;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void subDistrictsThatOverlapAreTold(Kind kind) {
        try (PlanDesk desk = PlanDesk.open(kind.openNew(CATALOGUE), CATALOGUE, PROFILE)) {
            desk.apply(new Changeset(
                    "li",
                    "draws",
                    List.of(
                            create("sub_districts", "东街", box(0, 0, 100, 100)),
                            create("sub_districts", "西街", box(90, 0, 100, 100)),
                            create("sub_districts", "南街", box(0, -100, 190, 100)))));
            Report report = desk.database().<Report>read(s -> new ReportReader(CATALOGUE, PROFILE).readFirst(s, 10));
            assertThat(report.zoneOverlaps()).hasSize(1);
            assertThat(ReportHtml.page(report, Locale.CHINESE, Markup.NOTHING)).contains("“东街”与“西街”重叠 1,000.00 m²（平面）");
            assertThat(ReportHtml.page(report, Locale.ENGLISH, Markup.NOTHING))
                    .contains("“东街” and “西街” overlap by 1,000.00 m² on the plane");
            assertThat(json(report).at("/zoneOverlaps/0/zh").asText()).startsWith("“东街”与“西街”重叠");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whyAPlotIsNoPieceStandsInEveryForm(Kind kind) {
        try (PlanDesk desk = PlanDesk.open(kind.openNew(CATALOGUE), CATALOGUE, PROFILE)) {
            Map<String, Object> pocket = Map.of("name", "小游园", "status", "proposed", "effect", "new", "class", "G14");
            desk.apply(new Changeset(
                    "li",
                    "draws",
                    List.of(new Change.Create("parks", null, 1, Map.copyOf(pocket), box(0, 0, 10, 10)))));
            desk.database().<Boolean>read(session -> {
                Report report = new ReportReader(CATALOGUE, PROFILE).read(session);
                assertThat(csv(report)).contains("计数：净面积（平面）100 m² 小于 400 m²，不计个数");
                assertThat(ReportHtml.page(report, Locale.ENGLISH, Markup.NOTHING))
                        .contains("its net area of 100 m² on the plane is below 400 m²");
                assertThat(json(report).at("/plots/0/noPieces/0/target").asText())
                        .isEqualTo("pocket_parks");
                return true;
            });
        }
    }

    /** A catalogue may lose a code that plots still have. */
    @ParameterizedTest
    @EnumSource
    void theDatabaseKeepsWhatHasNoKnownStatusInEverySum(Kind kind) {
        try (PlanDesk desk = PlanDesk.open(kind.openNew(CATALOGUE), CATALOGUE, PROFILE)) {
            desk.apply(new Changeset(
                    "li",
                    "draws",
                    List.of(create("parks", "甲", box(0, 0, 100, 100)), create("parks", "乙", box(200, 0, 100, 50)))));
            desk.database().<Boolean>write(session -> {
                session.execute(
                        "UPDATE " + Session.quoted("parks") + " SET status = 'shelved' WHERE name = '乙'", List.of());
                Report report = new ReportReader(CATALOGUE, PROFILE).readFirst(session, 10);
                assertThat(report.total().netByStatus().get("unknown").planeM2())
                        .isEqualTo(5000, within(1e-3));
                assertThat(report.targets().get(0).byStatus().get("unknown")).isEqualTo(5000, within(1e-3));
                assertThat(report.targets().get(0).planned()).isEqualTo(15_000, within(1e-3));
                assertThat(csv(report)).contains("未知（shelved）");
                return true;
            });
        }
    }

    private static String csv(Report report) {
        var out = new ByteArrayOutputStream();
        try {
            new ReportCsv(report, Locale.CHINESE).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(Report report) {
        var out = new ByteArrayOutputStream();
        try {
            new ReportJson(report).write(out);
            return new ObjectMapper().readTree(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Change create(String layer, String name, Geometry shape) {
        Map<String, Object> attributes = layer.equals("parks")
                ? Map.of("name", name, "status", "proposed", "effect", "new")
                : Map.of("name", name);
        return new Change.Create(layer, null, 1, Map.copyOf(attributes), shape);
    }

    private static Geometry box(double east, double north, double width, double height) {
        return PlanCrs.of("EPSG:4547")
                .toLonLat(new GeometryFactory()
                        .toGeometry(new Envelope(
                                435_000 + east,
                                435_000 + east + width,
                                3_853_000 + north,
                                3_853_000 + north + height)));
    }
}
