package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.count.PlotKey;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.OutsideStore;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.store.Database;
import org.greenplan.store.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** The plan's file as other programs see it: GDAL validates it, reads it, edits it. */
class GeoPackageFileTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final String VALIDATOR =
            """
            import runpy, sys
            sys.argv = ['validate_gpkg.py', sys.argv[1]]
            runpy.run_module('osgeo_utils.samples.validate_gpkg', run_name='__main__')
            """;

    private Path file;

    @BeforeEach
    void aPlanWithTwoParks() {
        file = TestDatabases.folder().resolve("plan.gpkg");
        try (Database database = Database.geoPackage(file, PlanBeginning.blueprint(CATALOGUE))) {
            database.write(s -> {
                new FeatureStore(s).insert(park("孟津路游园", 113.28));
                return new FeatureStore(s).insert(park("朱寨游园", 113.30));
            });
        }
    }

    @Test
    void gdalFindsNothingWrongWithIt() {
        sound(file);
    }

    /** The plan of a district has what two parks have not: plots that count nothing, water, constraints. */
    @Test
    void gdalFindsNothingWrongWithTheSample() {
        Path sample = TestDatabases.folder().resolve("sample.gpkg");
        try (Database database = Database.geoPackage(sample, PlanBeginning.blueprint(CATALOGUE));
                var desk = PlanDesk.open(database, CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE))) {
            desk.importAll("test", "sample", SamplePlan.bundled("shangjie", CATALOGUE));
            assertThat(nothings(database)).as("plots that count nothing").isPositive();
        }
        sound(sample);
    }

    @ParameterizedTest
    @EnumSource
    void linesOfOlderProgramsThatCountNothingLoseTheirEmptyShape(TestDatabases.Kind kind) {
        try (Database database = kind.open(kind.newAddress(), CATALOGUE)) {
            database.write(session -> {
                String columns =
                        "layer, feature, gross_plane_mm2, gross_ellipsoid_mm2, net_plane_mm2, net_ellipsoid_mm2,"
                                + " own_plane_mm2, gross_length_um, length_um, geom";
                session.execute(
                        "INSERT INTO greenplan_ledger (" + columns + ") VALUES ('parks', 7, 1, 1, 0, 0, 0, 0, 0, "
                                + session.dialect().geometryPlaceholder() + ")",
                        List.of(new GeometryFactory().createMultiPolygon()));
                assertThat(session.number("SELECT count(*) FROM greenplan_ledger WHERE geom IS NULL", List.of()))
                        .isZero();
                LedgerTables.PART.steps().stream()
                        .filter(step -> step.from() == 2)
                        .forEach(step -> step.work().in(session, LedgerTables.PART.tables()));
                return true;
            });
            assertThat(nothings(database)).isEqualTo(1);
            assertThat(database.<Boolean>read(session -> new LedgerStore(session)
                            .find(new PlotKey("parks", 7))
                            .orElseThrow()
                            .netShape()
                            .isEmpty()))
                    .isTrue();
        }
    }

    private static long nothings(Database database) {
        return database.read(
                session -> session.number("SELECT count(*) FROM greenplan_ledger WHERE geom IS NULL", List.of()));
    }

    private static void sound(Path plan) {
        String said = TestDatabases.gdal(List.of("/usr/bin/python3", "-c", VALIDATOR, plan.toString()));
        assertThat(said).doesNotContainIgnoringCase("error").doesNotContain("Exception");
    }

    @Test
    void ogrReadsNamesCountsAndTheCoordinateSystem() {
        String said = TestDatabases.gdal(List.of("ogrinfo", "-al", "-ro", file.toString(), "parks"));
        assertThat(said).contains("Feature Count: 2", "name (String) = 孟津路游园", "Multi Polygon", "4490");
    }

    @Test
    void anEditFromOutsideIsNotedAndTheIndexFollows() {
        TestDatabases.gdal(List.of(
                "ogrinfo",
                file.toString(),
                "-sql",
                "UPDATE parks SET name = '外部改名', geom = (SELECT geom FROM parks WHERE fid = 2) WHERE fid = 1"));
        try (Database database = Database.geoPackage(file, PlanBeginning.blueprint(CATALOGUE))) {
            assertThat(database.<Set<FeatureRef>>read(
                            s -> new OutsideStore(s).pending().edits().keySet()))
                    .containsExactly(new FeatureRef("parks", 1));
            List<Feature> found = database.read(s ->
                    new FeatureStore(s).inBox(CATALOGUE.get("parks"), new Envelope(113.2999, 113.3002, 34.7, 34.9)));
            assertThat(found).hasSize(2);
        }
    }

    @Test
    void theContentsTellExtentAndTimeAlsoAfterAnEditFromOutside() {
        try (Database database = Database.geoPackage(file, PlanBeginning.blueprint(CATALOGUE));
                var desk = PlanDesk.open(database, CATALOGUE, DeskFixture.PROFILE)) {
            assertThat(extent("parks")).containsPattern("\\(113\\.(280000|279999)");
            String before = lastChange("parks");
            desk.apply(DeskFixture.by("li", park("西", 113.20)));
            assertThat(lastChange("parks")).isGreaterThan(before);
        }
        assertThat(extent("parks")).containsPattern("\\(113\\.(20000|19999)");
        TestDatabases.gdal(List.of(
                "ogr2ogr",
                "-update",
                "-append",
                "-nln",
                "parks",
                "-sql",
                "SELECT name, ST_Translate(geom, -0.1, 0, 0) AS geom FROM parks WHERE fid = 3",
                "-dialect",
                "SQLite",
                file.toString(),
                file.toString()));
        try (Database database = Database.geoPackage(file, PlanBeginning.blueprint(CATALOGUE));
                var desk = PlanDesk.open(database, CATALOGUE, DeskFixture.PROFILE)) {
            assertThat(extent("parks")).containsPattern("\\(113\\.(10000|09999)");
            List<Feature> found = database.read(s ->
                    new FeatureStore(s).inBox(CATALOGUE.get("parks"), new Envelope(113.0999, 113.1002, 34.7, 34.9)));
            assertThat(found).hasSize(1);
            desk.repair();
            assertThat(desk.verify()).isEmpty();
        }
        gdalFindsNothingWrongWithIt();
    }

    private String extent(String layer) {
        return TestDatabases.gdal(List.of("ogrinfo", "-so", "-ro", file.toString(), layer));
    }

    private String lastChange(String layer) {
        return TestDatabases.gdal(List.of(
                "ogrinfo",
                "-ro",
                "-q",
                file.toString(),
                "-sql",
                "SELECT cast(last_change AS text) AS t FROM gpkg_contents WHERE table_name = '" + layer + "'"));
    }

    @Test
    void ourOwnWritesAreNotOutsideEdits() {
        try (Database database = Database.geoPackage(file, PlanBeginning.blueprint(CATALOGUE))) {
            assertThat(database.<Set<FeatureRef>>read(
                            s -> new OutsideStore(s).pending().edits().keySet()))
                    .isEmpty();
        }
    }

    @Test
    void everyLayerBringsAStyleForQgis() {
        String said = TestDatabases.gdal(List.of(
                "ogrinfo", "-ro", "-q", file.toString(), "-sql", "SELECT count(*) AS styles FROM layer_styles"));
        assertThat(said).contains("styles (Integer) = " + CATALOGUE.layers().size());
    }

    private static Change.Create park(String name, double lon) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("name", name);
        attributes.put("status", "proposed");
        attributes.put("effect", "new");
        return new Change.Create("parks", null, 1, attributes, StoreContractTest.square(lon));
    }
}
