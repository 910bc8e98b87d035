package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The plan that comes with the program is whole, honest about being made up, and has the faults that its README names. */
class SamplePlanTest {
    private static final double FIVE_MU_M2 = 5 * 2000 / 3.0;
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");
    private static final List<Change.Create> PLAN = SamplePlan.bundled("shangjie", CATALOGUE);

    @Test
    void everyLayerHasFeatures() {
        assertThat(PLAN).hasSizeBetween(100, 300);
        assertThat(PLAN.stream().map(Change.Create::layer).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        CATALOGUE.layers().stream().map(LayerType::id).toList());
    }

    @Test
    void theIndexListsEveryFileOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("data/shangjie"))) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !f.equals("index.txt")))
                    .containsExactlyInAnyOrderElementsOf(
                            Bundled.resource("shangjie").files().keySet());
        }
    }

    @Test
    void everyShapeIsValid() {
        assertThat(PLAN).allSatisfy(c -> {
            assertThat(c.geometry().isValid()).as(name(c)).isTrue();
            assertThat(c.geometry().isEmpty()).as(name(c)).isFalse();
        });
    }

    @Test
    void everyAttributeIsOneTheCatalogueAccepts() {
        for (Change.Create create : PLAN) {
            for (Attribute attribute : CATALOGUE.get(create.layer()).attributes()) {
                accepts(attribute, create.attributes().get(attribute.name()), create);
            }
        }
    }

    @Test
    void allButTheBoundaryAndTheRunwayAreMarkedIllustrative() {
        assertThat(PLAN)
                .filteredOn(c -> !Boolean.TRUE.equals(c.attributes().get("illustrative")))
                .extracting(SamplePlanTest::name)
                .containsExactlyInAnyOrder("上街区", "上街机场跑道");
    }

    @Test
    void theSubDistrictsPartitionTheDistrict() {
        List<Geometry> parts = layer("sub_districts");
        assertThat(parts).hasSize(6);
        Geometry district = layer("district").get(0);
        Geometry union = OverlayNGRobust.union(parts);
        assertThat(union.equalsTopo(district)).isTrue();
        assertThat(parts.stream().mapToDouble(Geometry::getArea).sum())
                .isCloseTo(district.getArea(), org.assertj.core.data.Percentage.withPercentage(1e-9));
    }

    @Test
    void everythingButTheRunwayLiesInTheDistrict() {
        Geometry reach = layer("district").get(0).buffer(1e-6);
        assertThat(PLAN)
                .filteredOn(c -> !name(c).equals("上街机场跑道"))
                .allSatisfy(
                        c -> assertThat(reach.covers(c.geometry())).as(name(c)).isTrue());
    }

    @Test
    void allFourStatusesAndSevenCountablePocketParksArePlanned() {
        List<Change.Create> parks =
                PLAN.stream().filter(c -> c.layer().equals("parks")).toList();
        assertThat(parks.stream().map(c -> c.attributes().get("status")).distinct())
                .containsExactlyInAnyOrder("completed", "under_construction", "approved", "proposed");
        assertThat(parks)
                .filteredOn(c -> "G14".equals(c.attributes().get("class")) && areaM2(c.geometry()) >= 400)
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "峡窝东造林地块, 峡窝永久基本农田",
        "安阳路社区公园, 安阳路东绿地",
        "太溪湖南岸绿地, 太溪湖公园(现状)",
        "工业遗产绿地, 示意污染地块甲",
        "铝城公园绿化提档, 铝城公园",
    })
    void theShapesThatShouldClashDo(String one, String other) {
        assertThat(areaM2(OverlayNGRobust.overlay(shape(one), shape(other), 1))).isGreaterThan(500);
    }

    @Test
    void aSmallDemolitionPlotIsLeftWithoutAPark() {
        Geometry plot = shape("夏侯拆迁地块");
        assertThat(areaM2(plot)).isLessThan(FIVE_MU_M2);
        assertThat(layer("parks"))
                .allSatisfy(park -> assertThat(park.intersects(plot)).isFalse());
        assertThat(shape("鸿元南游园").covers(shape("鸿元南拆迁地块"))).isTrue();
        assertThat(areaM2(shape("聂寨拆迁地块"))).isGreaterThan(FIVE_MU_M2);
    }

    @Test
    void theLonghaiCorridorHasAGap() {
        Geometry west = CRS.toPlane(shape("陇海铁路生态廊道西段"));
        assertThat(west.distance(CRS.toPlane(shape("陇海铁路生态廊道东段")))).isBetween(300.0, 360.0);
    }

    private static void accepts(Attribute attribute, Object value, Change.Create create) {
        String where = create.layer() + " " + name(create) + " " + attribute.name();
        if (value == null) {
            assertThat(attribute.required()).as(where).isFalse();
            return;
        }
        if (attribute.codeList() != null) {
            var codes = Objects.requireNonNull(CATALOGUE.codeLists().get(attribute.codeList()));
            assertThat(codes.find(value.toString())).as(where).isPresent();
        }
        if (value instanceof Number number) {
            Map<String, Double> bounds = Map.of(
                    "min", Objects.requireNonNullElse(attribute.min(), Double.NEGATIVE_INFINITY),
                    "max", Objects.requireNonNullElse(attribute.max(), Double.POSITIVE_INFINITY));
            assertThat(number.doubleValue()).as(where).isBetween(bounds.get("min"), bounds.get("max"));
        }
        if (attribute.maxLength() != null) {
            assertThat(value.toString().length()).as(where).isLessThanOrEqualTo(attribute.maxLength());
        }
    }

    private static String name(Change.Create create) {
        return String.valueOf(create.attributes().get("name"));
    }

    private static List<Geometry> layer(String id) {
        return PLAN.stream()
                .filter(c -> c.layer().equals(id))
                .map(Change.Create::geometry)
                .toList();
    }

    private static Geometry shape(String name) {
        return PLAN.stream()
                .filter(c -> name(c).equals(name))
                .findFirst()
                .orElseThrow()
                .geometry();
    }

    private static double areaM2(Geometry lonLat) {
        return CRS.toPlane(lonLat).getArea();
    }
}
