package org.greenplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.format.shapefile.ParksShapefile;
import org.greenplan.json.GeoJsonText;
import org.greenplan.plan.PlanDesk;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;

/** Files taken in at the command line, on both stores. */
class ImportCommandTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final String PUBLISHED = "src/test/resources/boundary/shangjie_410106_gcj02.json";

    @TempDir
    Path folder;

    /** GBK without a code page, zone 38 before the easting, no .prj; the table lies beside the shapes. */
    @ParameterizedTest
    @EnumSource
    void ashapefileOfAnOfficeComesInAsItIs(Kind kind) throws IOException {
        String address = SampleMaker.make(kind, kind.newAddress());
        Path shp = shapefile();
        Said seen = run(kind, address, "--dry-run", shp.toString());
        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.out()).contains("parks: new 2 changed 0 same 0 vanished 0", "refused 0");
        assertThat(names(kind, address)).doesNotContain("宗地甲游园");

        Said said = run(kind, address, "--set", "status=approved", "--author", "li", shp.toString());
        assertThat(said.out()).contains("changeset 2");
        Feature park = named(kind, address, "宗地甲游园");
        assertThat(park.attributes())
                .containsEntry("status", "approved")
                .containsEntry("year", 2019L)
                .containsEntry("remark", "首期");
        Coordinate corner = park.geometry().getCoordinate();
        assertThat(corner.x).isBetween(113.28, 113.30);
        assertThat(corner.y).isBetween(34.79, 34.82);
        try (PlanDesk desk = desk(kind, address)) {
            assertThat(desk.verify()).isEmpty();
            desk.undo("li");
        }
        assertThat(names(kind, address)).doesNotContain("宗地甲游园", "宗地乙游园");
    }

    @ParameterizedTest
    @EnumSource
    void thePublishedBoundaryLandsOnTheTrueOne(Kind kind) throws IOException {
        String address = SampleMaker.make(kind, kind.newAddress());
        assertThat(run(kind, address, "--layer", "district", "--mode", "replace", "--set", "name=上街区", PUBLISHED)
                        .code())
                .isZero();
        List<Feature> districts = features(kind, address, "district");
        assertThat(districts).hasSize(1);
        var truth = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(Path.of("src/test/resources/boundary/shangjie_410106_wgs84.geojson")
                        .toFile());
        Coordinate[] there = GeoJsonText.parse(truth.at("/features/0/geometry").toString())
                .geometry()
                .getCoordinates();
        Coordinate[] here = districts.get(0).geometry().getCoordinates();
        assertThat(here).hasSizeGreaterThan(500);
        for (Coordinate vertex : here) {
            double away = java.util.Arrays.stream(there)
                    .mapToDouble(t -> Geodesic.WGS84.Inverse(t.y, t.x, vertex.y, vertex.x).s12)
                    .min()
                    .orElseThrow();
            assertThat(away).isLessThan(1);
        }
    }

    @Test
    void everyOptionIsHeard() throws IOException {
        String address = SampleMaker.make(Kind.GEOPACKAGE, Kind.GEOPACKAGE.newAddress());
        Path shp = shapefile();
        Said said = run(
                Kind.GEOPACKAGE,
                address,
                "--layer",
                "existing_green",
                "--only",
                "公园",
                "--crs",
                "EPSG:4526",
                "--encoding",
                "GB18030",
                "--map",
                "BZ=name",
                "--skip-refused",
                shp.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(features(Kind.GEOPACKAGE, address, "existing_green"))
                .extracting(f -> f.attributes().get("name"))
                .contains("首期");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only sheds                          | sheds      | no layer",
                "--encoding klingon                    | klingon    | UTF-8",
                "--layer sheds                         | sheds      | sheds",
                "--crs EPSG:1                          | EPSG:1     | EPSG:4490",
                "--crs EPSG:2362                       | 七参数     | seven parameters",
                "--map NOSUCH=name                     | NOSUCH     | NOSUCH",
                "--map BZ=nosuch                       | nosuch     | nosuch",
                "--set nosuch=1                        | nosuch     | nosuch",
                "--set status=dreamt                   | dreamt     | dreamt",
                "--mode update --key nosuch            | nosuch     | nosuch"
            })
    void whatCannotBeIsSaidInASentence(String options, String zh, String en) throws IOException {
        String address = SampleMaker.make(Kind.GEOPACKAGE, Kind.GEOPACKAGE.newAddress());
        List<String> arguments = new ArrayList<>(List.of(options.trim().split("\\s+")));
        arguments.add(shapefile().toString());
        Said said = run(Kind.GEOPACKAGE, address, arguments.toArray(String[]::new));
        assertThat(said.code()).as(said.out() + said.err()).isEqualTo(1);
        assertThat(said.err()).contains(zh, en).doesNotContain("\tat ");
        assertThat(names(Kind.GEOPACKAGE, address)).doesNotContain("宗地甲游园");
    }

    @Test
    void afileThatIsNotThereIsNamed() {
        Said said =
                run(Kind.GEOPACKAGE, SampleMaker.make(Kind.GEOPACKAGE, Kind.GEOPACKAGE.newAddress()), "/nowhere/a.shp");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("/nowhere/a.shp").doesNotContain("\tat ");
    }

    private Path shapefile() throws IOException {
        for (Map.Entry<String, byte[]> file : ParksShapefile.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder.resolve("公园.shp");
    }

    private static Said run(Kind kind, String address, String... arguments) {
        List<String> command = new ArrayList<>(List.of("import", kind == Kind.POSTGIS ? "--db" : "--plan", address));
        command.addAll(List.of(arguments));
        return Said.of(command.toArray(String[]::new));
    }

    private static PlanDesk desk(Kind kind, String address) {
        return PlanDesk.open(
                kind.open(address, CATALOGUE), CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE));
    }

    private static List<Feature> features(Kind kind, String address, String layer) {
        List<Feature> features = new ArrayList<>();
        try (PlanDesk desk = desk(kind, address)) {
            desk.database().<Boolean>read(session -> {
                new FeatureStore(session).stream(CATALOGUE.get(layer), FeatureQuery.all(), features::add);
                return true;
            });
        }
        return features;
    }

    private static List<Object> names(Kind kind, String address) {
        return features(kind, address, "parks").stream()
                .<Object>map(f -> f.attributes().get("name"))
                .toList();
    }

    private static Feature named(Kind kind, String address, String name) {
        return features(kind, address, "parks").stream()
                .filter(f -> name.equals(f.attributes().get("name")))
                .findFirst()
                .orElseThrow();
    }
}
