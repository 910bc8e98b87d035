package org.greenplan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.count.Areas;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.FeatureStore;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.problem.Problem;
import org.greenplan.store.Database;
import org.greenplan.store.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The hand-over: what leaves is what is stored, where it lies, and under the same numbers. */
class ExportTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final PlanProfile PROFILE = PlanProfileReader.bundled("shangjie", CATALOGUE);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Database database;

    @BeforeEach
    void twoParksAndARailway() {
        database = TestDatabases.Kind.GEOPACKAGE.openNew(CATALOGUE);
        database.write(s -> {
            FeatureStore store = new FeatureStore(s);
            store.insert(
                    feature(
                            "parks",
                            "孟津路游园",
                            "MULTIPOLYGON (((113.29 34.81, 113.29 34.812, 113.292 34.812, 113.292 34.81, 113.29 34.81),"
                                    + " (113.2905 34.8105, 113.291 34.8105, 113.291 34.811, 113.2905 34.811, 113.2905 34.8105)))"));
            store.insert(feature(
                    "parks",
                    "朱寨游园",
                    "MULTIPOLYGON (((113.31 34.81, 113.312 34.81, 113.312 34.812, 113.31 34.812, 113.31 34.81)))"));
            store.insert(feature("railways", "陇海铁路", "MULTILINESTRING ((113.25 34.8, 113.35 34.82))"));
            new LedgerStore(s)
                    .put(
                            List.of(new NetPlot(
                                    new PlotKey("parks", 1),
                                    Areas.of(2000, 1999.8),
                                    Areas.of(1000, 999.9),
                                    0,
                                    0,
                                    geometry("MULTIPOLYGON EMPTY"),
                                    List.of())),
                            PlanCrs.of("EPSG:4547"));
            return true;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everythingLeavesWithNumbersVersionsLabelsAndAreas() throws IOException {
        JsonNode file = JSON.readTree(export(Selection.everything(CATALOGUE), "4326"));
        assertThat(file.get("features")).hasSize(3);
        assertThat(file.has("crs")).isFalse();
        JsonNode park = file.get("features").get(0);
        assertThat(park.get("id").asText()).isEqualTo("parks.1");
        assertThat(park.get("version").asInt()).isEqualTo(1);
        assertThat(park.get("label").asText()).isEqualTo("孟津路游园");
        assertThat(park.at("/properties/status").asText()).isEqualTo("proposed");
        assertThat(park.at("/properties/gp_gross_plane_m2").asDouble()).isEqualTo(2000);
        assertThat(park.at("/properties/gp_gross_plane_mu").asDouble()).isEqualTo(3);
        assertThat(park.at("/properties/gp_net_plane_m2").asDouble()).isEqualTo(1000);
        assertThat(park.at("/properties/gp_net_plane_mu").asDouble()).isEqualTo(1.5);
        assertThat(park.at("/properties/gp_net_ellipsoid_m2").asDouble()).isEqualTo(999.9);
    }

    @ParameterizedTest
    @CsvSource({
        "4547, 435035.35, 3853744.31",
        "4526, 38435035.35, 3853744.31",
        "EPSG:4490, 113.29, 34.81",
        "4326, 113.29, 34.81",
        "3857, 12611385.112, 4138090.786"
    })
    void theFirstCornerLiesWhereItShould(String crs, double east, double north) throws IOException {
        double tolerance = crs.equals("3857") ? 0.002 : 0.005;
        JsonNode corner = JSON.readTree(export(Selection.of(CATALOGUE, "parks", "1", null), crs))
                .at("/features/0/geometry/coordinates/0/0/0");
        assertThat(corner.get(0).asDouble()).isEqualTo(east, within(tolerance));
        assertThat(corner.get(1).asDouble()).isEqualTo(north, within(tolerance));
    }

    @Test
    void coordinatesHaveNoExponentAndTheFileSaysWhichTheyAre() throws IOException {
        String file = export(Selection.of(CATALOGUE, "parks", "1", null), "4526");
        assertThat(file).contains("[38435035.3", "urn:ogc:def:crs:EPSG::4526", "easting with zone prefix");
        assertThat(file).doesNotContainPattern("\\dE\\d");
    }

    @Test
    void outerRingsRunCounterClockwiseAndHolesClockwise() throws IOException {
        JsonNode polygon = JSON.readTree(export(Selection.of(CATALOGUE, "parks", "1", null), "4547"))
                .at("/features/0/geometry/coordinates/0");
        assertThat(Orientation.isCCW(ring(polygon.get(0)))).isTrue();
        assertThat(Orientation.isCCW(ring(polygon.get(1)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parks|||2",
                "parks|2||1",
                "|parks:1,railways:1||2",
                "|parks.2||1",
                "parks||113.305,34.8,113.32,34.83|1",
                "||113.305,34.8,113.32,34.83|2",
                "||113.26,34.82,113.27,34.83|0",
                "railways||113.26,34.81,113.27,34.82|0",
                "lakes|||0"
            })
    void aLayerANumberOrABoxIsEnough(String layer, String ids, String bbox, int count) throws IOException {
        JsonNode file = JSON.readTree(export(Selection.of(CATALOGUE, layer, ids, bbox), "4326"));
        assertThat(file.get("features")).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4547", "4526", "4490", "4326", "3857"})
    void gdalOpensItUnderTheRightCoordinateSystem(String crs) throws IOException {
        Path file = TestDatabases.folder().resolve("out.geojson");
        Files.writeString(file, export(Selection.of(CATALOGUE, "parks", null, null), crs));
        String said = TestDatabases.run(List.of("ogrinfo", "-ro", "-al", file.toString()));
        assertThat(said)
                .contains(
                        "Feature Count: 2",
                        "name (String) = 孟津路游园",
                        "OGRFeature",
                        "MULTIPOLYGON",
                        "ID[\"EPSG\"," + crs);
    }

    @Test
    void aMillionSquareMetresOfFeaturesLeaveAsTheyAreRead() {
        database.write(s -> {
            List<Change.Create> many = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                many.add(feature("roads", "路" + i, "MULTILINESTRING ((113.25 34.8, 113.35 34.82))"));
            }
            new FeatureStore(s).insertAll(CATALOGUE.get("roads"), many);
            return true;
        });
        var out = new FirstBytes();
        assertThatThrownBy(() -> database.read(s -> {
                    try {
                        Selection roads = Selection.of(CATALOGUE, "roads", null, null);
                        return new Export(s, PROFILE).write(order(roads, "geojson", null, Map.of()), out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .hasRootCauseMessage("the reader has gone");
        assertThat(out.roadsSeen()).isLessThan(1500);
    }

    @Test
    void whatIsNoLongerThereIsNamed() {
        assertThatThrownBy(() -> export(Selection.of(CATALOGUE, "parks", "1,99", null), "4326"))
                .isInstanceOf(Problem.Missing.class)
                .hasMessageContaining("99");
    }

    @Test
    void aFilterLetsThroughWhatMeetsIt() throws IOException {
        Selection parks = Selection.of(CATALOGUE, "parks", null, null);
        JsonNode file = JSON.readTree(
                export(parks.where("net_plane_m2 >= 1000 AND S_DWITHIN(geom, POINT(113.291 34.813), 150)"), "4326"));
        assertThat(file.get("features")).hasSize(1);
        assertThat(file.at("/features/0/properties/name").asText()).isEqualTo("孟津路游园");
        assertThat(JSON.readTree(export(parks.where("name LIKE '%游园' AND fid > 1"), "4326"))
                        .get("features"))
                .hasSize(1);
        assertThatThrownBy(() -> export(Selection.everything(CATALOGUE).where("net_plane_m2 > 1"), "4326"))
                .hasMessageContaining("has no property \"net_plane_m2\"");
    }

    @Test
    void beltsGoAlongAsAreasWhereTheyAreAskedFor() throws IOException {
        database.write(s -> {
            Map<String, Object> attributes = new HashMap<>(Map.of(
                    "name",
                    "郑上路廊道",
                    "status",
                    "proposed",
                    "effect",
                    "new",
                    "left_width_m",
                    20.0,
                    "right_width_m",
                    30.0));
            new FeatureStore(s)
                    .insert(new Change.Create(
                            "corridors", null, 1, attributes, geometry("MULTILINESTRING ((113.29 34.8, 113.3 34.8))")));
            return true;
        });
        Selection corridors = Selection.of(CATALOGUE, "corridors", null, null);
        assertThat(JSON.readTree(export(corridors, "4547")).get("features")).hasSize(1);
        var out = new ByteArrayOutputStream();
        write(order(corridors, "geojson", "4547", Map.of("belts", "true")), out);
        JsonNode features = JSON.readTree(out.toByteArray()).get("features");
        assertThat(features).hasSize(2);
        assertThat(features.get(0).at("/geometry/type").asText()).isEqualTo("MultiLineString");
        JsonNode belt = features.get(1);
        assertThat(belt.at("/properties/gp_plot").asText()).isEqualTo("corridors_belts.1");
        assertThat(belt.at("/properties/name").asText()).isEqualTo("郑上路廊道");
        double length = 915.4;
        Coordinate[] outline = ring(belt.at("/geometry/coordinates/0/0"));
        assertThat(Area.ofRing(outline)).isEqualTo(50 * length, within(50.0));
    }

    private static ExportOrder order(
            Selection selection, String format, @Nullable String crs, Map<String, String> wishes) {
        return ExportOrder.of(PROFILE, selection, Formats.writer(format), crs, wishes);
    }

    private String export(Selection selection, String crs) throws IOException {
        var out = new ByteArrayOutputStream();
        write(order(selection, "geojson", crs, Map.of()), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(ExportOrder order, OutputStream out) throws IOException {
        database.read(s -> {
            try {
                return new Export(s, PROFILE).write(order, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Coordinate[] ring(JsonNode positions) {
        List<Coordinate> ring = new ArrayList<>();
        positions.forEach(
                p -> ring.add(new Coordinate(p.get(0).asDouble(), p.get(1).asDouble())));
        return ring.toArray(new Coordinate[0]);
    }

    private static Change.Create feature(String layer, String name, String wkt) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("name", name);
        if (layer.equals("parks")) {
            attributes.put("status", "proposed");
            attributes.put("effect", "new");
            attributes.put("class", "G14");
        }
        return new Change.Create(layer, null, 1, attributes, geometry(wkt));
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
