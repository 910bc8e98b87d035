package org.greenplan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.compare.Difference;
import org.greenplan.compare.Prepared;
import org.greenplan.count.Taken;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.FeatureRef;
import org.greenplan.format.SourceFile;
import org.greenplan.format.TargetField;
import org.greenplan.intake.Intake;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.WhoTook;
import org.greenplan.plan.PlanDesk;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Progress;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Every plot that leaves says what took the difference of gross and net, as desk and report say it, and it comes back as no change. */
class ExportTakenTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double EAST = 435_000;
    private static final double NORTH = 3_853_000;

    private static final Map<Taken.Why, String> COLUMNS = Map.of(
            Taken.Why.OUTSIDE, "gp_outside_",
            Taken.Why.GREEN, "gp_green_",
            Taken.Why.UPGRADE, "gp_upgrade_",
            Taken.Why.PLOT, "gp_others_");

    static Stream<String> formats() {
        return Formats.writers().stream().filter(w -> w.hasColumns()).map(w -> w.id());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatWithColumnsTellsWhatTookTheDifference(String format) throws IOException {
        try (PlanDesk desk = desk(Kind.GEOPACKAGE)) {
            OutAndBack plan = new OutAndBack(desk);
            List<SourceFile> files = plan.exported(new OutAndBack.Way(format, "4326", Map.of()));
            Map<String, Map<String, Object>> rows = rows(desk, files);
            assertThat(taken(rows.get("parks.1"))).containsExactly(2000, 0, 0, 0);
            assertThat(taken(rows.get("parks.2"))).containsExactly(2000, 0, 0, 4000);
            // Of 20 m by 80 m that are green already and in an earlier park, the green is asked first.
            assertThat(taken(rows.get("parks.3"))).containsExactly(2000, 2400, 0, 5600);
            assertThat(taken(rows.get("parks.4"))).containsExactly(2000, 0, 8000, 0);
            assertThat(taken(rows.get("parks.5"))).containsExactly(0, 0, 0, 0);
            asTheDeskSays(desk, rows);
            comesBackUnchanged(plan, files);
        }
    }

    @ParameterizedTest
    @EnumSource
    void linesAndTheirBeltsTellItToo(Kind kind) throws IOException {
        try (PlanDesk desk = desk(kind)) {
            OutAndBack plan = new OutAndBack(desk);
            List<SourceFile> files = plan.exported(new OutAndBack.Way("geojson", "4326", Map.of("belts", "true")));
            Map<String, Map<String, Object>> rows = rows(desk, files);
            assertThat(taken(rows.get("corridors.1"))).containsExactly(0, 0, 0, 2000);
            assertThat(taken(rows.get("corridors_belts.1"))).containsExactly(0, 0, 0, 2000);
            asTheDeskSays(desk, rows);
        }
    }

    /** Every record by its plot id, and every figure is the ledger's: the parts are the whole difference. */
    private static void asTheDeskSays(PlanDesk desk, Map<String, Map<String, Object>> rows) {
        desk.database().read(session -> {
            List<LedgerStore.Row> lines = new LedgerStore(session).rows();
            Map<FeatureRef, List<Taken>> told = new WhoTook(session, PlanCrs.of("EPSG:4547")).of(lines);
            assertThat(lines).hasSize(6);
            for (LedgerStore.Row line : lines) {
                Map<String, Object> row =
                        rows.get(line.ref().layer() + "." + line.ref().id());
                double gross = number(row, "gp_gross_plane_m2");
                double net = number(row, "gp_net_plane_m2");
                assertThat(gross).isEqualTo(line.gross().planeM2());
                assertThat(net).isEqualTo(line.net().planeM2());
                assertThat(sum(row, "plane_m2")).as("%s", line.ref()).isCloseTo(gross - net, within(1e-6));
                assertThat(sum(row, "ellipsoid_m2"))
                        .as("%s", line.ref())
                        .isCloseTo(line.gross().minus(line.net()).ellipsoidM2(), within(1e-6));
                for (Taken part : told.getOrDefault(line.ref(), List.of())) {
                    assertThat(number(row, COLUMNS.get(part.why()) + "plane_m2"))
                            .as("%s %s", line.ref(), part.why())
                            .isGreaterThanOrEqualTo(part.area().planeM2());
                }
            }
            return true;
        });
    }

    private static void comesBackUnchanged(OutAndBack plan, List<SourceFile> files) throws IOException {
        int seen = 0;
        for (Prepared layer : plan.prepared(files, LayerChoice.Mode.UPDATE)) {
            assertThat(layer.refused()).isEmpty();
            for (Difference difference : layer.differences()) {
                assertThat(difference.state()).as("%s", difference.ref()).isEqualTo(Difference.State.SAME);
                seen++;
            }
        }
        assertThat(seen).isEqualTo(8);
    }

    private static Map<String, Map<String, Object>> rows(PlanDesk desk, List<SourceFile> files) throws IOException {
        Intake.Found found = new Intake(desk, Formats.readers())
                .survey(files, Files.createTempDirectory(TestDatabases.folder(), "in"), null, new Progress());
        Map<String, Map<String, Object>> rows = new HashMap<>();
        found.layers().forEach(survey -> survey.layer().each(row -> {
            Map<String, Object> values = new HashMap<>();
            row.values().forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value);
                }
            });
            if (values.get("gp_plot") instanceof String id
                    && find(values, "gp_gross_plane_m2").isPresent()) {
                rows.put(id, values);
            }
        }));
        return rows;
    }

    /** Outside, on existing green, upgraded only, counted by others; whole square metres of the plane. */
    private static List<Integer> taken(Map<String, Object> row) {
        List<Integer> taken = new ArrayList<>();
        for (Taken.Why why : Taken.Why.values()) {
            taken.add((int) Math.round(number(row, COLUMNS.get(why) + "plane_m2")));
        }
        return taken;
    }

    private static double sum(Map<String, Object> row, String surface) {
        return COLUMNS.values().stream()
                .mapToDouble(column -> number(row, column + surface))
                .sum();
    }

    private static double number(Map<String, Object> row, String column) {
        return find(row, column).orElseThrow(() -> new AssertionError(column + " in " + row.keySet()));
    }

    /** Under its name, its short name in a shapefile or its title in a table. */
    private static Optional<Double> find(Map<String, Object> row, String column) {
        TargetField field = TargetFields.of(CATALOGUE.get("parks")).stream()
                .filter(f -> f.name().equals(column))
                .findFirst()
                .orElseThrow();
        return Stream.of(field.name(), field.shortName(), field.title().zh())
                .filter(row::containsKey)
                .map(name -> ((Number) row.get(name)).doubleValue())
                .findFirst();
    }

    private static PlanDesk desk(Kind kind) {
        PlanDesk desk =
                PlanDesk.open(kind.openNew(CATALOGUE), CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE));
        for (Change.Create change : List.of(
                create("district", box(0, 0, 1000, 80), Map.of("name", "上街区")),
                create("existing_green", box(150, 0, 50, 100), Map.of("name", "现状")),
                park("甲", box(0, 0, 100, 100), "new"),
                park("乙", box(50, 0, 100, 100), "new"),
                park("丙", box(80, 0, 100, 100), "new"),
                park("升", box(500, 0, 100, 100), "upgrade"),
                park("全", box(300, 0, 100, 80), "new"),
                create(
                        "corridors",
                        FACTORY.createMultiLineString(new LineString[] {
                            FACTORY.createLineString(new Coordinate[] {
                                new Coordinate(EAST + 350, NORTH + 40), new Coordinate(EAST + 450, NORTH + 40)
                            })
                        }),
                        Map.of(
                                "name",
                                "带",
                                "status",
                                "proposed",
                                "effect",
                                "new",
                                "left_width_m",
                                20.0,
                                "right_width_m",
                                20.0)))) {
            desk.apply(new Changeset("li", "new", List.of(change)));
        }
        return desk;
    }

    private static Change.Create park(String name, Geometry plane, String effect) {
        return create("parks", plane, Map.of("name", name, "status", "proposed", "class", "G14", "effect", effect));
    }

    private static Change.Create create(String layer, Geometry plane, Map<String, Object> attributes) {
        return new Change.Create(
                layer,
                null,
                1,
                new HashMap<>(attributes),
                PlanCrs.of("EPSG:4547").toLonLat(plane));
    }

    private static Geometry box(double east, double north, double width, double height) {
        return FACTORY.toGeometry(
                new Envelope(EAST + east, EAST + east + width, NORTH + north, NORTH + north + height));
    }
}
