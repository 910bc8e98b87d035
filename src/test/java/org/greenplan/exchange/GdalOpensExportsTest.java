package org.greenplan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.feature.Feature;
import org.greenplan.format.FieldTypes;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.SamplePlan;
import org.greenplan.store.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * GDAL, and with it QGIS, opens every file that leaves: as many features in each layer, the coordinate system, the names and all
 * other values, the areas. Parcel files are the exception: GDAL does not know them, and {@link RoundTripTest} holds them alone.
 */
class GdalOpensExportsTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    private static final Map<String, OutAndBack> PLANS = new TreeMap<>();

    @BeforeAll
    static void twoPlans() {
        PlanDesk sample = PlanDesk.open(
                TestDatabases.Kind.GEOPACKAGE.openNew(CATALOGUE),
                CATALOGUE,
                PlanProfileReader.bundled("shangjie", CATALOGUE));
        sample.begin("sample", () -> SamplePlan.bundled("shangjie", CATALOGUE));
        PLANS.put("sample", new OutAndBack(sample));
        PLANS.put("wide", new OutAndBack(WidePlan.desk()));
    }

    @AfterAll
    static void close() {
        PLANS.values().forEach(p -> p.plan().close());
    }

    static Stream<Arguments> ways() {
        return Stream.of("sample", "wide").flatMap(plan -> OutAndBack.ways()
                .filter(w -> !w.format().equals("parcel") && !w.format().equals("dxf"))
                .map(way -> Arguments.of(plan, way)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void countsSystemNamesValuesAndAreasAreTheSame(String name, OutAndBack.Way way) {
        OutAndBack plan = PLANS.get(name);
        GdalLayers found = GdalLayers.of(plan.exported(way).get(0), way);
        assertThat(found.systems()).isEqualTo(way.namesSystem() ? Set.of("EPSG:" + way.crs()) : Set.of());
        SoftAssertions all = new SoftAssertions();
        for (LayerType layer : plan.plan().catalogue().layers()) {
            List<Feature> sent = plan.features(layer);
            List<JsonNode> features = found.features(layer);
            all.assertThat(features).as(layer.id()).hasSameSizeAs(sent);
            all.assertThat(features.stream().map(found::name))
                    .as(layer.id())
                    .containsExactlyInAnyOrderElementsOf(sent.stream()
                            .map(f -> String.valueOf(way.shown(f.attributes().get("name"))))
                            .toList());
            double areaM2 =
                    sent.stream().mapToDouble(f -> plane(plan, f).getArea()).sum();
            all.assertThat(GdalLayers.areaM2(features)).as(layer.id()).isCloseTo(areaM2, within(1e-6 * areaM2));
            Map<String, JsonNode> known = found.byPlot(features);
            // GDAL 3.6 reads no typed data out of a KMZ, only out of a KML.
            all.assertThat(known).as(layer.id()).hasSize(way.format().equals("kmz") ? 0 : sent.size());
            sent.stream()
                    .filter(f -> known.containsKey(plot(f)))
                    .forEach(f -> values(all, way, layer, f, known.get(plot(f))));
        }
        all.assertAll();
    }

    private static String plot(Feature feature) {
        return feature.ref().layer() + "." + feature.ref().id();
    }

    private static void values(SoftAssertions all, OutAndBack.Way way, LayerType layer, Feature sent, JsonNode found) {
        for (Attribute attribute : layer.attributes()) {
            Object expected = way.shown(sent.attributes().get(attribute.name()));
            Object read = GdalLayers.read(attribute.type(), GdalLayers.value(found, layer, attribute));
            // Whatever looks like a day in GeoJSON is one to GDAL.
            boolean days = way.format().startsWith("geojson") && expected instanceof String;
            all.assertThat(days && read != null ? FieldTypes.dated(read.toString()) : read)
                    .as("%s.%s", sent.ref(), attribute.name())
                    .isEqualTo(days ? FieldTypes.dated(expected.toString()) : expected);
        }
    }

    private static Geometry plane(OutAndBack plan, Feature feature) {
        return plan.plan().crs().toPlane(feature.geometry());
    }

    @ParameterizedTest
    @CsvSource({"csv, -points", "xlsx, 界址点"})
    void tablesOfBoundaryPointsHoldEveryPoint(String format, String ending) {
        for (OutAndBack plan : PLANS.values()) {
            OutAndBack.Way way = new OutAndBack.Way(format, "4547", Map.of());
            GdalLayers found = GdalLayers.of(plan.exported(way).get(0), way);
            for (LayerType layer : plan.plan().catalogue().layers()) {
                boolean areas = layer.geometry() == GeometryKind.POLYGON;
                int points = plan.features(layer).stream()
                        .mapToInt(f -> areas ? f.geometry().getNumPoints() : 0)
                        .sum();
                assertThat(found.count(Set.of(layer.id() + ending, layer.title().zh() + ending)))
                        .as(layer.id())
                        .isEqualTo(points);
            }
        }
    }

    /** A drawing has rings, lines, points and texts: no features, no values, no coordinate system. */
    @ParameterizedTest
    @CsvSource({"sample, 4526", "sample, 4547", "wide, 4526", "wide, 4547"})
    void aDrawingShowsEveryRingLinePointAndName(String name, String crs) {
        OutAndBack plan = PLANS.get(name);
        OutAndBack.Way way = new OutAndBack.Way("dxf", crs, Map.of());
        GdalLayers found = GdalLayers.of(plan.exported(way).get(0), way);
        assertThat(found.systems()).isEmpty();
        for (LayerType layer : plan.plan().catalogue().layers()) {
            List<Geometry> sent =
                    plan.features(layer).stream().map(f -> plane(plan, f)).toList();
            List<JsonNode> drawn = found.drawn(layer);
            boolean areas = layer.geometry() == GeometryKind.POLYGON;
            assertThat(drawn)
                    .as(layer.id())
                    .hasSize(sent.stream()
                            .mapToInt(g ->
                                    areas ? LinearComponentExtracter.getLines(g).size() : g.getNumGeometries())
                            .sum());
            // Holes are rings like the others, and each of their corners lies on a whole millimetre.
            double ringsM2 =
                    sent.stream().mapToDouble(GdalOpensExportsTest::ringsM2).sum();
            double edgesM = sent.stream().mapToDouble(Geometry::getLength).sum();
            assertThat(GdalLayers.areaM2(drawn)).as(layer.id()).isCloseTo(areas ? ringsM2 : 0, within(0.001 * edgesM));
            assertThat(found.texts())
                    .as(layer.id())
                    .containsAll(plan.features(layer).stream()
                            .map(f -> asGdalReads(String.valueOf(f.attributes().get("name"))))
                            .toList());
        }
    }

    /** What GBK lacks stands as an escape; those of pairs of surrogates GDAL shows as they are written. */
    private static String asGdalReads(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isBmpCodePoint(c)
                        ? Character.toString(c)
                        : "\\U+%04X\\U+%04X"
                                .formatted((int) Character.highSurrogate(c), (int) Character.lowSurrogate(c)))
                .collect(Collectors.joining());
    }

    private static double ringsM2(Geometry shape) {
        double sum = 0;
        for (Object line : LinearComponentExtracter.getLines(shape)) {
            sum += Area.ofRing(((Geometry) line).getCoordinates());
        }
        return sum;
    }
}
