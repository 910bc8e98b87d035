package org.greenplan.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.EllipsoidArea;
import org.greenplan.crs.PlanCrs;
import org.greenplan.exchange.Export;
import org.greenplan.exchange.ExportOrder;
import org.greenplan.exchange.Formats;
import org.greenplan.exchange.Selection;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.plan.PlanDesk;
import org.greenplan.store.PlanBackup;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/**
 * The programs that people use: GDAL's OAPIF driver and QGIS itself, without a screen. GDAL 3.6 and QGIS 3.22 read OGC API only (their
 * drivers have no update), so writing is tested by HTTP in {@link OgcWritingTest}.
 */
class OgcClientsTest {
    private static final Path SCRIPTS = Path.of("src/test/qgis");

    @ParameterizedTest
    @EnumSource
    @DisplayName("ogrinfo counts, selects by box, and asks the server for an attribute")
    void ogrinfo(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode all = plan.json("/collections/parks/items?limit=1");
        String summary = ogrinfo(plan, "-so");
        assertThat(count(summary)).isEqualTo(all.path("numberMatched").asInt());
        assertThat(summary).contains("Multi Polygon", "greened_share: Real", "TEMPORAL_INTERVAL_MIN=2019");
        JsonNode box = plan.json("/collections/parks/items?bbox=113.25,34.79,113.28,34.81");
        assertThat(count(ogrinfo(plan, "-so", "-spat", "113.25", "34.79", "113.28", "34.81")))
                .isEqualTo(box.path("numberMatched").asInt());
        String where = ogrinfo(plan, "-so", "-where", "status='approved'", "--debug", "on");
        assertThat(where).contains("status=approved");
        assertThat(count(where))
                .isEqualTo(plan.json("/collections/parks/items?status=approved")
                        .path("numberMatched")
                        .asInt());
    }

    @ParameterizedTest
    @EnumSource(names = "GEOPACKAGE")
    @DisplayName("ogrinfo knows the attributes of a layer that is empty")
    void emptyLayer(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String at = "/collections/contaminated_soil/items";
        JsonNode before = plan.json(at).path("features");
        before.forEach(
                feature -> plan.send("DELETE", at + "/" + feature.path("id").asText(), null));
        String summary = TestDatabases.gdal(List.of("ogrinfo", "-so", "OAPIF:" + plan.url(), "contaminated_soil"));
        assertThat(summary).contains("Feature Count: 0", "name: String", "illustrative: Integer(Boolean)");
        before.forEach(feature -> plan.create("contaminated_soil", feature.toString()));
        assertThat(plan.json(at).path("numberMatched").asInt()).isEqualTo(before.size());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("ogr2ogr leafs through all pages and gets every vertex")
    void ogr2ogr(Kind kind) throws IOException {
        OgcPlan plan = OgcPlan.in(kind);
        Path file = TestDatabases.folder().resolve("out.geojson");
        TestDatabases.gdal(List.of(
                "ogr2ogr",
                "-f",
                "GeoJSON",
                "-lco",
                "COORDINATE_PRECISION=15",
                "-oo",
                "PAGE_SIZE=5",
                file.toString(),
                "OAPIF:" + plan.url(),
                "residential"));
        JsonNode got = OgcPlan.parse(Files.readString(file));
        JsonNode served = plan.json("/collections/residential/items?limit=1000");
        assertThat(got.path("features")).hasSize(served.path("numberMatched").asInt());
        for (int i = 0; i < served.path("features").size(); i++) {
            JsonNode expected = served.path("features").path(i);
            JsonNode feature = got.path("features").path(i);
            assertThat(feature.path("properties").path("name"))
                    .isEqualTo(expected.path("properties").path("name"));
            assertThat(PlainShape.of(feature.path("geometry"))
                            .equalsExact(PlainShape.of(expected.path("geometry")), 1e-12))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("QGIS loads a layer over OGC API, leafs through it and sums its areas")
    void qgisOverHttp(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        List<String> lines = TestDatabases.qgis(SCRIPTS.resolve("layer.py"), plan.url(), "parks");
        assertThat(lines.get(0)).isEqualTo("valid");
        assertThat(lines.get(1)).isEqualTo("features " + features(plan));
        assertThat(lines.get(2)).startsWith("fields name,code,class,status");
        double area = Double.parseDouble(lines.get(3).substring("area ".length()));
        assertThat(area).isCloseTo(grossM2(plan), within(1.0));
        assertThat(lines.get(4))
                .isEqualTo("in box "
                        + plan.json("/collections/parks/items?bbox=113.25,34.79,113.28,34.81")
                                .path("numberMatched"));
    }

    @Test
    @DisplayName("QGIS opens the plan file itself, every layer with its style")
    void qgisOpensThePlan() {
        OgcPlan plan = OgcPlan.in(Kind.GEOPACKAGE);
        qgisSees(plan.desk(), plan.address(), "EPSG:4490");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("QGIS opens a backup from a folder in which it may write nothing")
    void qgisOpensABackupWhereNothingCanBeWritten(Kind kind) throws IOException {
        PlanDesk desk = OgcPlan.in(kind).desk();
        Path folder = TestDatabases.folder();
        Path file = folder.resolve("backup.gpkg");
        new PlanBackup(desk.database()).write(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            seen(desk, TestDatabases.qgisOfAGuest(SCRIPTS.resolve("plan.py"), file.toString()), "EPSG:4490");
            assertThat(folder.toFile().list()).containsExactly("backup.gpkg");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4326", "4547", "4526"})
    @DisplayName("QGIS opens an exported GeoPackage, every layer with its style")
    void qgisOpensAnExport(String crs) {
        PlanDesk desk = OgcPlan.in(Kind.GEOPACKAGE).desk();
        ExportOrder order = ExportOrder.of(
                desk.profile(), Selection.everything(desk.catalogue()), Formats.writer("geopackage"), crs, Map.of());
        Path file = TestDatabases.folder().resolve("export.gpkg");
        long written = desk.database().read(session -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                return new Export(session, desk.profile()).write(order, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(written).isPositive();
        qgisSees(desk, file.toString(), "EPSG:" + crs);
    }

    /** Every layer is there, with as many features and as much area, where it says it lies, in the catalogue's colours. */
    private static void qgisSees(PlanDesk desk, String file, String crs) {
        seen(desk, TestDatabases.qgis(SCRIPTS.resolve("plan.py"), file), crs);
    }

    private static void seen(PlanDesk desk, List<String> lines, String crs) {
        assertThat(lines).hasSameSizeAs(desk.catalogue().layers());
        for (LayerType layer : desk.catalogue().layers()) {
            List<Geometry> shapes = planeShapes(desk, layer);
            String[] words = lines.stream()
                    .map(line -> line.split(" "))
                    .filter(w -> w[0].equals(layer.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(words).as(layer.id()).contains(String.valueOf(shapes.size()), "styled", crs);
            String fill = layer.style().fill();
            assertThat(List.of(words[3], words[4]))
                    .as(layer.id())
                    .containsAnyOf(
                            layer.style().stroke(), fill == null ? layer.style().stroke() : fill);
            double areaM2 = shapes.stream().mapToDouble(Geometry::getArea).sum();
            assertThat(Double.parseDouble(words[6])).as(layer.id()).isCloseTo(areaM2, within(1e-6 * areaM2));
        }
    }

    private static List<Geometry> planeShapes(PlanDesk desk, LayerType layer) {
        List<Geometry> shapes = new ArrayList<>();
        desk.database().<Boolean>read(session -> {
            new FeatureStore(session)
                    .stream(
                            layer,
                            FeatureQuery.all(),
                            f -> shapes.add(desk.crs().toPlane(f.geometry())));
            return true;
        });
        return shapes;
    }

    private static String ogrinfo(OgcPlan plan, String... options) {
        List<String> command = new ArrayList<>(List.of("ogrinfo"));
        command.addAll(List.of(options));
        command.addAll(List.of("OAPIF:" + plan.url(), "parks"));
        return TestDatabases.gdal(command);
    }

    private static int count(String summary) {
        Matcher count = Pattern.compile("Feature Count: (\\d+)").matcher(summary);
        assertThat(count.find()).as(summary).isTrue();
        return Integer.parseInt(count.group(1));
    }

    private static long features(OgcPlan plan) {
        return plan.json("/collections/parks/items?limit=1")
                .path("numberMatched")
                .asLong();
    }

    /** On the ellipsoid, by the ledger's own formula. */
    private static double grossM2(OgcPlan plan) {
        double[] sum = {0};
        plan.desk().database().<Boolean>read(session -> {
            new FeatureStore(session)
                    .stream(
                            session.catalogue().get("parks"),
                            FeatureQuery.all(),
                            feature -> sum[0] += area(feature.geometry()));
            return true;
        });
        return sum[0];
    }

    private static double area(Geometry lonLat) {
        return EllipsoidArea.ofPlane(
                PlanCrs.of("EPSG:4547").toPlane(lonLat), PlanCrs.of("EPSG:4547").projection());
    }
}
